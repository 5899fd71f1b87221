"""Linux's Landlock: from here on, this process reads nothing but the folders granted (`man 7 landlock`)."""

from __future__ import annotations

import ctypes
import os
import struct

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
READ_FILE, READ_DIR = 1 << 2, 1 << 3
RIGHTS_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
"""All file-system rights that a version of Landlock can deny; from 5 on, ioctl on devices too."""
NETWORK = 0b11
SCOPES = 0b11
PATH_BENEATH = 1

libc = ctypes.CDLL(None, use_errno=True)


class Unavailable(Exception):
    """The kernel does not offer this layer."""


def _system_call(number: int, *arguments: object) -> int:
    result = libc.syscall(ctypes.c_long(number), *arguments)
    if result < 0:
        raise Unavailable(os.strerror(ctypes.get_errno()))
    return result


def ruleset(folders: list[str]) -> int:
    """A descriptor of the rules: nothing is allowed but reading beneath `folders`; no TCP, no foreign signals."""
    version = _system_call(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    rights = RIGHTS_BY_ABI.get(version, (1 << 16) - 1)
    attributes = struct.pack("=Q", rights)
    if version >= 4:
        attributes += struct.pack("=Q", NETWORK)
    if version >= 6:
        attributes += struct.pack("=Q", SCOPES)
    rules = _system_call(CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0))
    for folder in folders:
        _grant(rules, folder)
    return rules


def _grant(rules: int, path: str) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    rights = READ_FILE | READ_DIR if os.path.isdir(path) else READ_FILE
    try:
        _system_call(ADD_RULE, ctypes.c_int(rules), PATH_BENEATH, struct.pack("=Qi", rights, place), ctypes.c_uint(0))
    finally:
        os.close(place)


def restrict(rules: int) -> None:
    """Apply the rules to this thread and all that it starts; there is no way back."""
    _system_call(RESTRICT_SELF, ctypes.c_int(rules), ctypes.c_uint(0))
