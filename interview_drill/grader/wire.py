"""Values on the wire, on our side: inputs go out, replies come in and are validated again, number by number."""

from __future__ import annotations

import json
import math
import struct
from typing import Any

import numpy as np

from interview_drill.grader.report import Alien

HEADER = struct.Struct(">II")
MOST_TEXT = 8 * 2**20
MOST_BYTES = 128 * 2**20
MOST_DEPTH = 10
MOST_PARTS = 200_000
"""What the worker lets an answer and its inputs have, together."""

DTYPES = frozenset(
    "bool float16 float32 float64 float96 float128 int8 int16 int32 int64 uint8 uint16 uint32 uint64".split()  # noqa: SIM905
)


class Garbled(Exception):
    """A reply that is not what the protocol allows: the candidate wrote to the pipe itself."""


def frame(message: dict, blobs: tuple[bytes, ...] = ()) -> bytes:
    """A message and its arrays as bytes, the lengths of both in front."""
    text = json.dumps(message).encode()
    blob = b"".join(blobs)
    return HEADER.pack(len(text), len(blob)) + text + blob


def sizes(header: bytes) -> tuple[int, int]:
    """The lengths of a frame's two parts; Garbled where they are beyond any honest reply."""
    text, blob = HEADER.unpack(header)
    if text > MOST_TEXT or blob > MOST_BYTES:
        raise Garbled("too long")
    return text, blob


def described(value: Any, blobs: list[bytes]) -> dict:
    """An input as the worker reads it; its bytes are appended to `blobs`."""
    if value is None:
        return {"t": "none"}
    if isinstance(value, np.ndarray):
        blobs.append(np.ascontiguousarray(value).tobytes())
        return {"t": "array", "dtype": value.dtype.name, "shape": list(value.shape), "bytes": value.nbytes}
    if isinstance(value, list | tuple):
        return {"t": type(value).__name__, "v": [described(part, blobs) for part in value]}
    if isinstance(value, float):
        return {"t": "float", "v": value.hex()}
    return {"t": type(value).__name__, "v": value}


def message_of(text: bytes) -> dict:
    """The JSON mapping of a frame. Raises Garbled."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Garbled("not JSON") from error
    if not isinstance(message, dict):
        raise Garbled("not a mapping")
    return message


class Reader:
    """Takes values out of a reply: each must have a known type and exactly the bytes that it says.

    Raises Garbled, or what Python raises over parts of other types than described (`trial` takes both for garbled).
    """

    def __init__(self, blob: bytes) -> None:
        self.blob = blob
        self.at = 0
        self.parts = 0

    def value(self, told: object, depth: int = 0) -> Any:
        self.parts += 1
        if not isinstance(told, dict) or depth > MOST_DEPTH or self.parts > MOST_PARTS:
            raise Garbled("no value")
        kind = told.get("t")
        if not isinstance(kind, str) or kind not in READERS:
            raise Garbled("unknown type")
        return READERS[kind](self, told, depth)

    def _array(self, told: dict) -> np.ndarray:
        if told["dtype"] not in DTYPES:
            raise Garbled("dtype")
        dtype, shape = np.dtype(told["dtype"]), tuple(_length(part) for part in told["shape"])
        count = math.prod(shape)
        end = self.at + count * dtype.itemsize
        if told["bytes"] != count * dtype.itemsize or end > len(self.blob):
            raise Garbled("size")
        raw, self.at = self.blob[self.at : end], end
        return _narrowed(np.frombuffer(raw, dtype.newbyteorder("<")).reshape(shape).astype(dtype))

    def _parts(self, told: dict, depth: int) -> list:
        if not isinstance(told["v"], list):
            raise Garbled("no list")
        return [self.value(part, depth + 1) for part in told["v"]]


def _narrowed(found: np.ndarray) -> np.ndarray:
    """What is wider than float64 comes as its raw bytes and is compared as float64: where it is converted, its
    overflow is reported to whoever asked NumPy for it, and that must not be the program."""
    if found.dtype.kind != "f" or found.dtype.itemsize <= 8:
        return found
    with np.errstate(all="ignore"):
        return found.astype(np.float64)


def printable(told: object, most: int = 300) -> str:
    """Text of the candidate's making: short, and without control characters or halves of characters."""
    return "".join(sign if sign.isprintable() else " " for sign in told[:most]).strip() if isinstance(told, str) else ""


def _length(part: object) -> int:
    if type(part) is not int or part < 0:
        raise Garbled("shape")
    return part


def _exactly(kind: type, value: object) -> Any:
    if type(value) is not kind:
        raise Garbled("type")
    return value


def _whole(value: object) -> int:
    """An int that NumPy can hold, as the worker sends it."""
    if _exactly(int, value).bit_length() > 64:
        raise Garbled("size")
    return value


READERS = {
    "none": lambda reader, told, depth: None,
    "bool": lambda reader, told, depth: _exactly(bool, told["v"]),
    "int": lambda reader, told, depth: _whole(told["v"]),
    "float": lambda reader, told, depth: float.fromhex(told["v"]),
    "array": lambda reader, told, depth: reader._array(told),
    "scalar": lambda reader, told, depth: reader._array(told)[()],
    "list": lambda reader, told, depth: reader._parts(told, depth),
    "tuple": lambda reader, told, depth: tuple(reader._parts(told, depth)),
    "alien": lambda reader, told, depth: Alien(printable(told["name"], 40), printable(told["reason"], 10)),
}
