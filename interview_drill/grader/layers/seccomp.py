"""Linux's seccomp: a filter of system calls, written as classic BPF (`man 2 seccomp`).

It denies starting processes and programs, sockets, signals to others, reading other processes, writing or changing
files, locking or watching them, and the doors around these (io_uring, kernel keys, shared memory that outlives its
owner, calls that are younger than this list). Threads may start.
A call that answers ENOSYS makes the C library fall back to an older call whose arguments can be read.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from functools import cache

from landlock import Unavailable, libc

AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
LOAD, EQUAL, GREATER_EQUAL, BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
X32 = 0x40000000
SET_SECCOMP, FILTER_MODE = 22, 2
CLONE_THREAD = 0x10000
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
OWN_DESCRIPTORS = (0, 1, 2, 3, 4, 1030, 1032)
"""fcntl: duplicate, marks, how large a pipe is. Others aim signals at processes, lock files, lie in wait for their use
or leave hints on them, even where they are open for reading only."""
HARMLESS_CONTROLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""ioctl: is it a terminal, how wide, how much to read; blocking and close-on-exec. Others change a file's marks even
where it is open for reading only."""
OWN_LIFE = (1, 4, 36, 0x59616D61)
"""prctl: outlive the supervisor, leave a core and be read by others, adopt processes, let others trace it."""
NEWEST = 466
"""The highest number that DENIED was written with; what came later (file_setattr is 469) may do anything."""

DENIED = {
    "x86_64": {
        "fork vfork": (57, 58),
        "execve execveat": (59, 322),
        "socket family": (41, 42, 43, 44, 46, 49, 50, 53, 288, 307),
        "ptrace, other processes' memory and descriptors": (101, 310, 311, 312, 424, 434, 438, 440, 448),
        "queued signals": (129, 297),
        "io_uring, bpf, perf, userfaultfd, fanotify": (425, 426, 427, 321, 298, 323, 300),
        "keys": (248, 249, 250),
        "memory that cannot be paged out": (149, 151, 325),
        "shared memory, semaphores, queues, memfd": (
            *(29, 30, 31, 64, 65, 66, 67, 68, 69, 70, 71, 220, 240, 241, 319, 447),
        ),
        "mounts, namespaces, roots": (155, 161, 165, 166, 272, 308, 428, 429, 430, 431, 432, 433, 442),
        "machine": (
            *(103, 153, 154, 159, 163, 164, 167, 168, 169, 170, 171, 172, 173, 175, 176, 179, 212, 227, 246, 304, 305),
            *(313, 320),
        ),
        "changing files": (
            *(76, 82, 83, 84, 85, 86, 87, 88, 133, 258, 259, 263, 264, 265, 266, 316),
            *(90, 91, 92, 93, 94, 132, 235, 260, 261, 268, 280, 452),
            *(188, 189, 190, 197, 198, 199, 463, 466),
        ),
        "locking, watching and flushing files": (73, 253, 254, 294, 162, 277, 306),
        "priorities and owners": (105, 106, 113, 114, 116, 117, 119, 141, 142, 144, 203, 251, 314, 160),
    },
    "aarch64": {
        "execve execveat": (221, 281),
        "socket family": (198, 199, 200, 201, 202, 203, 206, 211, 242, 269),
        "ptrace, other processes' memory and descriptors": (117, 270, 271, 272, 424, 434, 438, 440, 448),
        "queued signals": (138, 240),
        "io_uring, bpf, perf, userfaultfd, fanotify": (425, 426, 427, 280, 241, 282, 262),
        "keys": (217, 218, 219),
        "memory that cannot be paged out": (228, 230, 284),
        "shared memory, semaphores, queues, memfd": (
            *(180, 181, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 279, 447),
        ),
        "mounts, namespaces, roots": (39, 40, 41, 51, 97, 268, 428, 429, 430, 431, 432, 433, 442),
        "machine": (89, 104, 105, 106, 112, 116, 142, 161, 162, 170, 171, 224, 225, 264, 265, 266, 273, 294),
        "changing files": (33, 34, 35, 36, 37, 38, 45, 52, 53, 54, 55, 88, 276, 452, 5, 6, 7, 14, 15, 16, 463, 466),
        "locking, watching and flushing files": (32, 26, 27, 81, 84, 267),
        "priorities and owners": (118, 119, 122, 140, 143, 144, 145, 146, 147, 149, 159, 30, 274, 164),
    },
}
UNKNOWN = {"x86_64": (435, 437), "aarch64": (435, 437)}
"""clone3 and openat2 hide their flags behind a pointer: answer "no such call"."""
CLONE = {"x86_64": 56, "aarch64": 220}
OPEN = {"x86_64": ((2, 1), (257, 2)), "aarch64": ((56, 2),)}
"""(call, which argument holds the flags); creat is among the denied."""
SIGNALS = {"x86_64": (62, 200, 234), "aarch64": (129, 130, 131)}
"""kill, tkill, tgkill: only to itself, so that abort() works."""
CONTROL = {"x86_64": (157, 16), "aarch64": (167, 29)}
"""prctl, ioctl."""
FCNTL = {"x86_64": 72, "aarch64": 25}
LIMITS = {"x86_64": 302, "aarch64": 261}
"""prlimit64: reading limits is fine, setting new ones (argument 2) is not, whoever the user is."""


def _step(code: int, value: int, true: int = 0, false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, true, false, value)


def _argument(number: int) -> int:
    """Where the lower half of an argument lies in seccomp's data (little endian)."""
    return 16 + 8 * number


def _when(call: int, steps: list[bytes]) -> list[bytes]:
    """Run `steps` for this call only; they must end in a return on every path."""
    return [_step(EQUAL, call, 0, len(steps)), *steps]


def _refuse(call: int, error: int = errno.EPERM) -> list[bytes]:
    return _when(call, [_step(RETURN, ERRNO | error)])


def _with_bits(call: int, argument: int, bits: int, then: int, otherwise: int) -> list[bytes]:
    ends = [_step(RETURN, then), _step(RETURN, otherwise)]
    return _when(call, [_step(LOAD, _argument(argument)), _step(BITS, bits, 0, 1), *ends])


def _only_with(call: int, argument: int, value: int) -> list[bytes]:
    refusal = _step(RETURN, ERRNO | errno.EPERM)
    return _when(call, [_step(LOAD, _argument(argument)), _step(EQUAL, value, 0, 1), _step(RETURN, ALLOW), refusal])


def _without(call: int, argument: int) -> list[bytes]:
    """Only where this argument, a pointer, is null: both halves of it, for an address may end in zeros."""
    low, high = _argument(argument), _argument(argument) + 4
    zero = [_step(LOAD, low), _step(EQUAL, 0, 0, 3), _step(LOAD, high), _step(EQUAL, 0, 0, 1)]
    return _when(call, [*zero, _step(RETURN, ALLOW), _step(RETURN, ERRNO | errno.EPERM)])


def _among(call: int, argument: int, values: tuple[int, ...], then: int, otherwise: int) -> list[bytes]:
    tests = [_step(EQUAL, value, len(values) - place, 0) for place, value in enumerate(values)]
    ends = [_step(RETURN, otherwise), _step(RETURN, then)]
    return _when(call, [_step(LOAD, _argument(argument)), *tests, *ends])


def program(machine: str, process: int) -> bytes:
    """The filter for this architecture and process id."""
    refused = ERRNO | errno.EPERM
    steps = [_step(LOAD, 4), _step(EQUAL, AUDIT_ARCH[machine], 1, 0), _step(RETURN, KILL), _step(LOAD, 0)]
    if machine == "x86_64":
        steps += [_step(GREATER_EQUAL, X32, 0, 1), _step(RETURN, KILL)]
    steps += [_step(GREATER_EQUAL, NEWEST + 1, 0, 1), _step(RETURN, ERRNO | errno.ENOSYS)]
    for call in UNKNOWN[machine]:
        steps += _refuse(call, errno.ENOSYS)
    steps += _with_bits(CLONE[machine], 0, CLONE_THREAD, ALLOW, refused)
    for call, argument in OPEN[machine]:
        steps += _with_bits(call, argument, WRITING, refused, ALLOW)
    for call in SIGNALS[machine]:
        steps += _only_with(call, 0, process)
    return b"".join(steps) + _for_any_process(machine)


@cache
def _for_any_process(machine: str) -> bytes:
    refused, (life, device) = ERRNO | errno.EPERM, CONTROL[machine]
    steps = [
        *_without(LIMITS[machine], 2),
        *_among(FCNTL[machine], 1, OWN_DESCRIPTORS, ALLOW, refused),
        *_among(life, 0, OWN_LIFE, refused, ALLOW),
        *_among(device, 1, HARMLESS_CONTROLS, ALLOW, refused),
    ]
    for calls in DENIED[machine].values():
        for call in calls:
            steps += _refuse(call)
    return b"".join([*steps, _step(RETURN, ALLOW)])


def prepare() -> None:
    """Write what every filter has in common, once for all children."""
    if (machine := platform.machine()) in AUDIT_ARCH:
        _for_any_process(machine)


def restrict() -> None:
    """Filter this thread's system calls, and those of all threads it starts; needs no_new_privs set."""
    machine = platform.machine()
    if machine not in AUDIT_ARCH:
        raise Unavailable(f"no filter for {machine}")
    steps = program(machine, os.getpid())
    buffer = ctypes.create_string_buffer(steps, len(steps))
    header = struct.pack("@HP", len(steps) // 8, ctypes.addressof(buffer))
    if libc.prctl(SET_SECCOMP, FILTER_MODE, header, 0, 0) != 0:
        raise Unavailable(os.strerror(ctypes.get_errno()))
