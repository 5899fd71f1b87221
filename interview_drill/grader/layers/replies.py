"""Values on the wire, on the worker's side: exact types of plain numbers, described in JSON, their bytes behind.

An array is {"t": "array", "dtype", "shape", "bytes"}; its bytes follow the JSON in the order of description. Anything
that is not plain numbers travels as the name of its type. Nothing here trusts attributes that a candidate may patch:
the names are bound before its program is read, the built-in ones too, and types are told by identity, because a
metaclass may claim equality. There are no classes here, for a program finds every class there is.
"""

from __future__ import annotations

import builtins
import json
import struct

import numpy as np

__builtins__ = dict(vars(builtins))
encode = json.encoder.c_make_encoder(
    None, None, json.encoder.encode_basestring_ascii, None, ": ", ", ", False, False, True
)
contiguous = np.ascontiguousarray
DOUBLE, LONG_DOUBLE, as_double = np.float64, np.longdouble, np.longdouble.__float__
length, members = tuple.__len__, tuple.__iter__

HEADER = struct.Struct(">II")
NDARRAY = np.ndarray
CODES = ("?", "f2", "f4", "f8", "g", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8")
NUMBERS = frozenset(np.dtype(name) for name in CODES)
MOST_BYTES = 32 * 2**20
MOST_PARTS = 100_000
MOST_DEPTH = 8
ALIGNED = 64
"""Every input begins at a multiple of this: as in arena.py, which is out of reach."""


Refused = BufferError
"""Raised with (reason, name): a class of our own would be found among the subclasses of its base."""


def packed(value: object) -> tuple[dict, list[bytes]]:
    """(the description, the bytes behind it), or the name of what may not travel and no bytes.

    The reason is type, dtype, size or depth; what grows too large is refused before it is copied.
    """
    bag = {"blobs": [], "size": 0, "parts": 0}
    try:
        return _described(value, bag, 0), bag["blobs"]
    except Refused as refusal:
        reason, name = refusal.args
        return {"t": "alien", "name": name, "reason": reason}, []


def _described(value: object, bag: dict, depth: int) -> dict:
    kind = type(value)
    bag["parts"] += len(value) if kind is list or kind is tuple else 1
    if bag["parts"] > MOST_PARTS or depth > MOST_DEPTH:
        raise Refused("size", kind.__name__)
    if value is None:
        return {"t": "none"}
    if kind is bool:
        return {"t": "bool", "v": value}
    if kind is int:
        return _whole(value)
    if kind is float:
        return {"t": "float", "v": value.hex()}
    if kind is list or kind is tuple:
        return {"t": kind.__name__, "v": [_described(part, bag, depth + 1) for part in list(value)]}
    if kind is LONG_DOUBLE:
        return _array(DOUBLE(as_double(value)), "scalar", bag)
    if kind is NDARRAY or id(kind) in SCALARS:
        return _array(value, "array" if kind is NDARRAY else "scalar", bag)
    return _foreign(value, kind, bag, depth)


def _whole(value: int) -> dict:
    if value.bit_length() > 64:
        raise Refused("size", "int")
    return {"t": "int", "v": value}


def _array(value: object, label: str, bag: dict) -> dict:
    if value.dtype not in NUMBERS:
        raise Refused("dtype", str(value.dtype)[:40])
    size = value.size * value.itemsize
    bag["size"] += size
    if bag["size"] > MOST_BYTES:
        raise Refused("size", "ndarray")
    bag["blobs"].append(contiguous(value, value.dtype.newbyteorder("<")).tobytes())
    return {"t": label, "dtype": value.dtype.name, "shape": list(value.shape), "bytes": size}


def _foreign(value: object, kind: type, bag: dict, depth: int) -> dict:
    for tensor, detach, cpu, numpy in TENSORS:
        if kind is tensor and type(found := numpy(cpu(detach(value)))) is NDARRAY:
            return _array(found, "array", bag)
    try:
        bag["parts"] += length(value)
    except TypeError:
        raise Refused("type", str(kind.__name__)[:40]) from None
    return _derived(value, bag, depth)


def _derived(value: object, bag: dict, depth: int) -> dict:
    """The tuple that a NamedTuple is, read past whatever its class defines: nothing of the program's runs for it."""
    if bag["parts"] > MOST_PARTS:
        raise Refused("size", "tuple")
    return {"t": "tuple", "v": [_described(part, bag, depth + 1) for part in list(members(value))]}


SCALARS = frozenset(id(dtype.type) for dtype in NUMBERS)
TENSORS: list[tuple] = []


def know(torch: object) -> None:
    """Take PyTorch's tensors for arrays. Only who loaded it before the program can tell it from a stand-in."""
    tensor = torch.Tensor
    TENSORS.append((tensor, tensor.detach, tensor.cpu, tensor.numpy))


def unpack(described: dict, memory: object, at: int) -> tuple[object, int]:
    """The value described and where the next one's bytes begin; arrays lie in `memory` and may be written."""
    kind = described["t"]
    if kind in ("list", "tuple"):
        parts = []
        for part in described["v"]:
            value, at = unpack(part, memory, at)
            parts.append(value)
        return (parts if kind == "list" else tuple(parts)), at
    if kind == "array":
        end = at + described["bytes"]
        return NDARRAY(described["shape"], described["dtype"], memory, at), end + -end % ALIGNED
    if kind == "float":
        return float.fromhex(described["v"]), at
    return described.get("v"), at


def frame(message: dict, blobs: list[bytes] = ()) -> bytes:
    """A message and its arrays as bytes, the lengths of both in front: as in wire.py, which is out of reach."""
    text = "".join(encode(message, 0)).encode()
    blob = b"".join(blobs)
    return HEADER.pack(len(text), len(blob)) + text + blob
