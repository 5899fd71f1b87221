"""A conversation with one child: load a program, then one call after the other, all within one deadline."""

from __future__ import annotations

import os
import re
import secrets
import selectors
import time
from typing import Any

from msgspec.structs import replace

from interview_drill.errors import SandboxError
from interview_drill.grader.arena import Arena
from interview_drill.grader.report import Reply
from interview_drill.grader.sandbox import PATIENCE_S, Supervisor
from interview_drill.grader.wire import HEADER, Garbled, Reader, described, frame, message_of, printable, sizes

MEMORY = 2 * 2**30
MOST_PRINTED = 64 * 2**10
CHUNK = 1 << 16

NO_REPLY = (KeyError, TypeError, ValueError, OverflowError, RecursionError, IndexError)
"""What reading a reply may raise where its parts are not of the types that an honest worker sends."""


_IMPORTS = re.compile(r"^[^#\n]*\b(?:import|from)[ \t].*", re.MULTILINE)
_LARGE = re.compile(r"\b(?:scipy|torch)\b")


def libraries(source: str) -> tuple[str, ...]:
    """Large libraries that a program names: they are loaded before the layers are put on."""
    return tuple(sorted({name for line in _IMPORTS.findall(source) for name in _LARGE.findall(line)}))


class Ended(Exception):
    """The child will say nothing more; `status` is died, timed-out or garbled."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


class Trial:
    """One program in one child. Use it as a context: at the end of it nothing of the child is left.

    `level` and `notes` say what the child is confined by. After a reply whose status is died, timed-out or garbled
    there is no child any more.
    """

    def __init__(self, supervisor: Supervisor, limit_s: float, libraries: tuple[str, ...] = ()) -> None:
        self.supervisor = supervisor
        self.limit_s = limit_s
        self.libraries = libraries
        self.level, self.notes = "process only", ()
        self.printed = b""
        self._arena = Arena()
        self._read = bytearray()
        self._ready = selectors.DefaultSelector()

    def __enter__(self) -> Trial:
        self.supervisor.lock.acquire()
        try:
            self._open()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _open(self) -> None:
        request, self._request = os.pipe()
        self._reply, reply = os.pipe()
        self._output, output = os.pipe()
        for pipe in (self._request, self._reply, self._output):
            os.set_blocking(pipe, False)
        for pipe in (self._reply, self._output):
            self._ready.register(pipe, selectors.EVENT_READ)
        try:
            self.supervisor.fork((request, reply, output, self._arena.descriptor))
        finally:
            for pipe in (request, reply, output):
                os.close(pipe)
        self._confine()

    def _confine(self) -> None:
        """The child puts on its layers before it has seen a line of the program, so its word for them is good."""
        settings = {"memory": MEMORY, "seconds": int(self.limit_s) + 2, "libraries": list(self.libraries)}
        self.deadline = time.monotonic() + PATIENCE_S
        try:
            ready = self._exchange(frame(settings))[0]
        except (Ended, Garbled) as error:
            raise SandboxError("sandbox-failed", reason=str(error)) from error
        self.level, self.notes = ready["level"], tuple(ready["notes"])
        self.deadline = time.monotonic() + self.limit_s

    def __exit__(self, *_: object) -> None:
        try:
            self._ready.close()
            self._arena.close()
            for pipe in ("_request", "_reply", "_output"):
                if (descriptor := self.__dict__.pop(pipe, None)) is not None:
                    os.close(descriptor)
            self.supervisor.end()
        finally:
            self.supervisor.lock.release()

    def load(self, source: str, entry: str) -> Reply:
        """Read the program; returned, raised, unreadable, no-entry or an end."""
        return self._asked({"source": source, "entry": entry}, b"")

    def call(self, inputs: tuple[Any, ...], recall: bool = False) -> Reply:
        """One call of the entry function, with copies of these inputs.

        An input counts as changed where the child says so, and where its bytes in our own sight are others. With
        `recall` it is also asked whether each earlier answer is still what it was, not only the last one.
        """
        arrays: list[list[bytes]] = [[] for _ in inputs]
        sent = [described(value, blobs) for value, blobs in zip(inputs, arrays, strict=True)]
        at = self._arena.lay(arrays)
        sent_bytes = b"".join(blob for blobs in arrays for blob in blobs)
        return self._seen(self._asked({"inputs": sent, "at": at, "recall": recall}, sent_bytes), -1)

    def settled(self, replies: list[Reply]) -> list[Reply]:
        """The replies of this child's first calls, with what it did to their inputs afterwards."""
        return [self._seen(reply, call) for call, reply in enumerate(replies)]

    def _seen(self, reply: Reply, call: int) -> Reply:
        changed = () if reply.last else self._arena.changed(call)
        return replace(reply, changed=tuple(sorted({*reply.changed, *changed}))) if changed else reply

    def _asked(self, message: dict, sent_bytes: bytes) -> Reply:
        token = secrets.token_hex(8)
        try:
            told, blob = self._exchange(frame({**message, "token": token}))
            if told.get("token") != token:
                raise Garbled("not the answer to this question")
            return _reply(told, blob, message.get("inputs"), sent_bytes)
        except Ended as end:
            return Reply(end.status)
        except (Garbled, *NO_REPLY):
            return Reply("garbled")

    def _exchange(self, data: bytes) -> tuple[dict, bytes]:
        """Send a frame and wait for one, draining what the child prints, until the deadline."""
        self._unsent = memoryview(data)
        self._write()
        if self._unsent:  # most frames fit into the pipe at once
            self._ready.register(self._request, selectors.EVENT_WRITE)
        while (complete := self._complete()) is None:
            for pipe in self._wait():
                self._serve(pipe)
        if self._unsent:
            raise Garbled("answered before it was asked")
        self._drain()
        return complete

    def _wait(self) -> list[int]:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise Ended("timed-out")
        return [key.fd for key, _ in self._ready.select(left)]

    def _serve(self, pipe: int) -> None:
        if pipe == self._request:
            self._write()
            if not self._unsent:
                self._ready.unregister(pipe)
        elif pipe == self._output:
            if not self._drain():
                self._ready.unregister(pipe)
        elif not self._receive():
            raise Ended("died")

    def _write(self) -> None:
        try:
            self._unsent = self._unsent[os.write(self._request, self._unsent[:CHUNK]) :]
        except BlockingIOError:
            return
        except BrokenPipeError as error:
            raise Ended("died") from error

    def _receive(self) -> bool:
        part = os.read(self._reply, CHUNK)
        self._read += part
        return bool(part)

    def _drain(self) -> bool:
        """Take what is printed; beyond the cap it is thrown away. False once nobody can print any more."""
        try:
            part = os.read(self._output, CHUNK)
        except BlockingIOError:
            return True
        self.printed = (self.printed + part)[:MOST_PRINTED]
        return bool(part)

    def _complete(self) -> tuple[dict, bytes] | None:
        if len(self._read) < HEADER.size:
            return None
        text, blob = sizes(self._read[: HEADER.size])
        end = HEADER.size + text + blob
        if len(self._read) < end:
            return None
        message, rest = bytes(self._read[HEADER.size : HEADER.size + text]), bytes(self._read[HEADER.size + text : end])
        del self._read[:end]
        return message_of(message), rest


def _reply(told: dict, blob: bytes, sent: list | None, sent_bytes: bytes) -> Reply:
    """What the child says, validated; the inputs that came back are compared with our own copy."""
    status = told.get("status")
    if status not in ("returned", "raised", "unreadable", "no-entry"):
        raise Garbled("status")
    if sent is None:
        return Reply(status, **_raised(told))
    reader = Reader(blob)
    changed = _changed(told.get("after"), reader, sent, sent_bytes)
    value = reader.value(told.get("value")) if status == "returned" else None
    return Reply(
        status,
        value,
        changed,
        _warnings(told.get("warnings")),
        overwrote=told.get("overwrote") is True,
        seconds=_seconds(told.get("seconds")),
        **_raised(told),
    )


def _raised(told: dict) -> dict[str, Any]:
    error, text = (printable(told.get(name)) for name in ("error", "text"))
    return {"error": error, "text": text, "line": _number(told.get("line"))}


def _changed(after: object, reader: Reader, sent: list, sent_bytes: bytes) -> tuple[int, ...]:
    """Positions of inputs that are not, bit for bit, what was sent."""
    if not isinstance(after, dict) or after.get("t") != "list" or len(after.get("v", ())) != len(sent):
        return tuple(range(len(sent)))
    ours, changed = Reader(sent_bytes), []
    for place, (was, now) in enumerate(zip(sent, after["v"], strict=True)):
        if _bits(ours.value(was)) != _bits(reader.value(now)):
            changed.append(place)
    return tuple(changed)


def _bits(value: Any) -> object:
    if hasattr(value, "tobytes"):
        return (value.dtype.name, value.shape, value.tobytes())
    if isinstance(value, list | tuple):
        return [_bits(part) for part in value]
    return repr(value)


def _warnings(told: object) -> tuple[tuple[str, str], ...]:
    pairs = told if isinstance(told, list) else []
    fit = [pair for pair in pairs[:20] if isinstance(pair, list) and len(pair) == 2]
    return tuple((printable(category), printable(text)) for category, text in fit)


def _number(told: object) -> int | None:
    return told if type(told) is int and 0 < told < 10**7 else None


def _seconds(told: object) -> float:
    return float(told) if type(told) in (int, float) and 0 <= told < 1e6 else 0.0
