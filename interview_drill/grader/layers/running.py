"""A child's life: read the settings, put on the limits and layers, load the program, answer call after call."""

from __future__ import annotations

import contextlib
import errno
import json
import linecache
import os
import random
import sys
import time
import types
import warnings

import limits
import numpy as np
import numpy.fft
import numpy.linalg
import numpy.random
from replies import HEADER, Packer, Refused, frame, unpack

FILE = "answer.py"
REQUEST, REPLY, RULES = 3, 4, 5
MOST_TEXT = 300


def run(pipes, rules, notes, kernel):
    """Never returns to the supervisor's code: ends when the parent closes the pipe."""
    limits.alone()
    take_descriptors(pipes, rules)
    settings, _ = receive()
    for library in settings["libraries"]:
        with contextlib.suppress(ImportError):
            __import__(library)
    level, notes = confine(settings, rules, list(notes), kernel)
    random.seed(os.urandom(16))
    numpy.random.seed()
    send({"ready": True, "level": level, "notes": notes})
    serve()
    os._exit(0)


def take_descriptors(pipes, rules):
    """0-5 become: nothing to read, output, output, requests, replies, Landlock's rules; all else is closed."""
    kept = [os.dup2(pipe, 100 + place) for place, pipe in enumerate((*pipes, *([] if rules is None else [rules])))]
    request, reply, output = kept[:3]
    nothing = os.open(os.devnull, os.O_RDONLY)
    moves = [(nothing, 0), (output, 1), (output, 2), (request, REQUEST), (reply, REPLY)]
    if rules is not None:
        moves.append((kept[3], RULES))
    for source, target in moves:
        os.dup2(source, target, inheritable=False)
    limits.close_all_but({target for _, target in moves if target > 2})


def confine(settings, rules, notes, kernel):
    """The layers, each where it can be had; "kernel sandbox" needs both of the kernel's, and a trial of them."""
    missing = limits.restrict(settings["memory"], settings["seconds"])
    notes += [f"no-{name.lower().replace('_', '-')}" for name in missing]
    filtered = kernel and filter_calls(rules, notes)
    if not filtered and not limits.limited("RLIMIT_NPROC", 0):
        notes.append("no-rlimit-nproc")
    if not filtered or rules is None:
        return "process only", notes
    return ("kernel sandbox", notes) if refused() else ("process only", [*notes, "not-effective"])


def filter_calls(rules, notes):
    """Put on Landlock where there are rules, then seccomp; whether seccomp holds from here on."""
    landlock, seccomp = sys.modules.get("landlock"), sys.modules.get("seccomp")
    if seccomp is None:
        return False
    try:
        if rules is not None:
            landlock.restrict(RULES)
            os.close(RULES)
        seccomp.restrict()
        return True
    except landlock.Unavailable:
        notes.append("no-seccomp")
        return False


def refused():
    """Whether the layers hold: opening the root folder and a socket are tried."""
    try:
        os.close(os.open("/", os.O_RDONLY))
        return False
    except OSError as error:
        if error.errno != errno.EACCES:
            return False
    return sys.modules["landlock"].libc.socket(1, 1, 0) < 0


def receive():
    """(the next message, its arrays as bytes)."""
    length, size = HEADER.unpack(read(HEADER.size))
    data = memoryview(read(length + size))
    return json.loads(bytes(data[:length])), data[length:]


def read(count):
    """So many bytes of the request; where it has ended, so does the process."""
    parts = []
    while count:
        part = os.read(REQUEST, min(count, 1 << 20))
        if not part:
            os._exit(0)
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def send(message, blobs=()):
    """Write a message with its arrays, all of it."""
    data = memoryview(frame(message, blobs))
    while data:
        data = data[os.write(REPLY, data) :]


def serve():
    """Load and call what the messages say, until there are no more."""
    entry, earlier = None, None
    while True:
        message, blob = receive()
        if "source" in message:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                entry, reply = load(message)
            flush()
            send({**reply, "token": message["token"]})
        else:
            earlier = answer(entry, message, blob, earlier)


def load(message):
    """(the entry function or None, what became of reading the program)."""
    linecache.cache[FILE] = (len(message["source"]), None, message["source"].splitlines(True), FILE)
    module = types.ModuleType("answer")
    module.np = np
    sys.modules["answer"] = module
    try:
        code = compile(message["source"], FILE, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return None, unreadable(error)
    try:
        exec(code, module.__dict__)
    except BaseException as error:
        return None, raised(error)
    entry = module.__dict__.get(message["entry"])
    if not callable(entry):
        return None, {"status": "no-entry"}
    return entry, {"status": "returned"}


def unreadable(error):
    """The reply to a program that is no Python."""
    reason = getattr(error, "msg", None) or type(error).__name__
    return {
        "status": "unreadable",
        "text": str(reason)[:MOST_TEXT],
        "line": getattr(error, "lineno", None),
        "column": getattr(error, "offset", None),
    }


def raised(error):
    """The exception's type, text and the line of the program that it came from; a text that raises is left out."""
    text = ""
    with contextlib.suppress(BaseException):
        text = str(error)[:MOST_TEXT]
    line, frame_ = None, error.__traceback__
    while frame_ is not None:
        if frame_.tb_frame.f_code.co_filename == FILE:
            line = frame_.tb_lineno
        frame_ = frame_.tb_next
    return {"status": "raised", "error": str(type(error).__name__)[:80], "text": text, "line": line}


def answer(entry, message, blob, earlier):
    """Answer one call; returns what the next call must leave untouched: the answer and its bytes."""
    inputs, at = [], 0
    for described in message["inputs"]:
        value, at = unpack(described, blob, at)
        inputs.append(value)
    began = time.perf_counter()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = entry(*inputs)
        except BaseException as error:
            value, reply = None, raised(error)
        else:
            reply = {"status": "returned"}
    reply["seconds"] = time.perf_counter() - began
    reply["token"] = message["token"]
    reply["warnings"] = [[w.category.__name__[:40], str(w.message)[:80]] for w in caught[:20]]
    reply["overwrote"] = bool(earlier) and packed(earlier[0]) != earlier[1]
    reply["after"], blobs = packed(inputs)
    if reply["status"] == "returned":
        earlier = value, packed(value)
        reply["value"], more = earlier[1]
        blobs = [*blobs, *more]
    flush()
    send(reply, blobs)
    return earlier


def flush():
    """What was printed leaves before the answer does."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BaseException):
            stream.flush()


def packed(value):
    """(the description, the bytes behind it), or the name of what may not travel and no bytes."""
    packer = Packer()
    try:
        return packer.describe(value), packer.blobs
    except Refused as refusal:
        return {"t": "alien", "name": refusal.name, "reason": refusal.reason}, []
