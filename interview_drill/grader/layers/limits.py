"""What every Unix offers: a session of its own, resource limits, only its own descriptors, death with the parent."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 4, 36, 38
MOST_DESCRIPTORS = 4096


def process_control(option: int, value: int) -> bool:
    """Linux's prctl; False where there is none or it refuses."""
    if not sys.platform.startswith("linux"):
        return False
    return ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) == 0


def close_all_but(kept: set[int]) -> None:
    """Close every descriptor above standard error except these."""
    low = 3
    for descriptor in sorted(kept):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, max(low, MOST_DESCRIPTORS))


def mapped() -> int:
    """Bytes of address space in use now; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as pages:
            return int(pages.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def restrict(memory: int, seconds: int) -> list[str]:
    """Set the limits, each by trying; returns the names of those that this system refuses.

    `memory` is what may be added to the address space in use. The number of processes is limited apart: it counts
    threads too, which the kernel's filter lets a program have.
    """
    wanted = {
        "RLIMIT_AS": mapped() + memory,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": 64,
        "RLIMIT_CPU": seconds,
    }
    return [name for name, value in wanted.items() if not limited(name, value)]


def limited(name: str, value: int) -> bool:
    """Whether this limit could be set (root may set RLIMIT_NPROC, and ignores it)."""
    with contextlib.suppress(AttributeError, ValueError, OSError):
        resource.setrlimit(getattr(resource, name), (value, value))
        return True
    return False


def alone() -> None:
    """A session of its own, default signals, and no life after the supervisor's."""
    os.setsid()
    for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    process_control(PR_SET_PDEATHSIG, signal.SIGKILL)
    process_control(PR_SET_NO_NEW_PRIVS, 1)
    process_control(PR_SET_DUMPABLE, 0)
