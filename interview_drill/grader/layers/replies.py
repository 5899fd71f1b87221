"""Values on the wire, on the worker's side: exact types of plain numbers, described in JSON, their bytes behind.

An array is {"t": "array", "dtype", "shape", "bytes"}; its bytes follow the JSON in the order of description. Anything
that is not plain numbers travels as the name of its type. Nothing here trusts attributes that a candidate may patch:
the names are bound before its program is read.
"""

from __future__ import annotations

import json
import struct
import sys

import numpy as np

HEADER = struct.Struct(">II")
NDARRAY = np.ndarray
CODES = ("?", "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8")
NUMBERS = frozenset(np.dtype(name) for name in CODES)
MOST_BYTES = 32 * 2**20
MOST_PARTS = 100_000
MOST_DEPTH = 8


class Refused(Exception):
    """A value that may not travel; `reason` is type, dtype, size or depth."""

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(reason)
        self.reason, self.name = reason, name


class Packer:
    """Describes values and gathers their bytes, refusing what grows too large before it is copied."""

    def __init__(self) -> None:
        self.blobs: list[bytes] = []
        self.size = 0
        self.parts = 0

    def describe(self, value: object, depth: int = 0) -> dict:
        kind = type(value)
        self.parts += len(value) if kind in (list, tuple) else 1
        if self.parts > MOST_PARTS or depth > MOST_DEPTH:
            raise Refused("size", kind.__name__)
        if value is None:
            return {"t": "none"}
        if kind is bool:
            return {"t": "bool", "v": value}
        if kind is int:
            return self._whole(value)
        if kind is float:
            return {"t": "float", "v": value.hex()}
        if kind is list or kind is tuple:
            return {"t": kind.__name__, "v": [self.describe(part, depth + 1) for part in list(value)]}
        if kind is NDARRAY or kind in SCALARS:
            return self._array(value, "array" if kind is NDARRAY else "scalar")
        return self._foreign(value, kind)

    def _whole(self, value: int) -> dict:
        if value.bit_length() > 64:
            raise Refused("size", "int")
        return {"t": "int", "v": value}

    def _array(self, value: object, label: str) -> dict:
        if value.dtype not in NUMBERS:
            raise Refused("dtype", str(value.dtype)[:40])
        size = value.size * value.itemsize
        self.size += size
        if self.size > MOST_BYTES:
            raise Refused("size", "ndarray")
        self.blobs.append(np.ascontiguousarray(value, value.dtype.newbyteorder("<")).tobytes())
        return {"t": label, "dtype": value.dtype.name, "shape": list(value.shape), "bytes": size}

    def _foreign(self, value: object, kind: type) -> dict:
        torch = sys.modules.get("torch")
        if torch is not None and kind is getattr(torch, "Tensor", None):
            return self._array(value.detach().cpu().numpy(), "array")
        raise Refused("type", str(kind.__name__)[:40])


SCALARS = frozenset(dtype.type for dtype in NUMBERS)


def unpack(described: dict, blob: memoryview, at: int = 0) -> tuple[object, int]:
    """The value described and where the next one's bytes begin; arrays own their memory and may be written."""
    kind = described["t"]
    if kind in ("list", "tuple"):
        parts = []
        for part in described["v"]:
            value, at = unpack(part, blob, at)
            parts.append(value)
        return (parts if kind == "list" else tuple(parts)), at
    if kind == "array":
        end = at + described["bytes"]
        array = np.frombuffer(blob[at:end], described["dtype"]).reshape(described["shape"]).copy()
        return array, end
    if kind == "float":
        return float.fromhex(described["v"]), at
    return described.get("v"), at


def frame(message: dict, blobs: list[bytes] = ()) -> bytes:
    """A message and its arrays as bytes, the lengths of both in front: as in wire.py, which is out of reach."""
    text = json.dumps(message).encode()
    blob = b"".join(blobs)
    return HEADER.pack(len(text), len(blob)) + text + blob
