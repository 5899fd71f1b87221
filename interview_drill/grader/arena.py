"""Memory that a child takes its arrays from and that we read ourselves: a changed input is seen, not only told of."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence

from interview_drill.errors import SandboxError

CAPACITY = 256 * 2**20
"""Bytes of all inputs of one child; pages that nobody writes to cost nothing."""

ALIGNED = 64
"""Every array begins at a multiple of this, as NumPy's own do; the worker counts with the same number."""


class Arena:
    """Inputs as they were laid, call by call, in pages that a child maps through `descriptor`.

    A place is never used twice: what a program keeps of an earlier call stays what it was, and so does our view of it.
    """

    def __init__(self) -> None:
        self.descriptor = _file()
        os.ftruncate(self.descriptor, CAPACITY)
        self._used = 0
        self._laid: list[tuple[int, list[bytes]]] = []

    def lay(self, arrays: Sequence[Sequence[bytes]]) -> int:
        """Lay down the arrays of each input, one after the other; returns where the first begins.

        SandboxError where there is no room left.
        """
        start, parts = self._used, [b"".join(map(_padded, each)) for each in arrays]
        data = b"".join(parts)
        if start + len(data) > CAPACITY:
            raise SandboxError("sandbox-failed", reason="inputs too large")
        os.pwrite(self.descriptor, data, start)
        self._used += len(data)
        self._laid.append((start, parts))
        return start

    def changed(self, call: int) -> tuple[int, ...]:
        """Positions of this call's inputs whose bytes are no longer those laid down; -1 is the latest call."""
        at, parts = self._laid[call]
        found = os.pread(self.descriptor, sum(map(len, parts)), at)
        if found == b"".join(parts):
            return ()
        ends = [sum(map(len, parts[: place + 1])) for place in range(len(parts))]
        return tuple(place for place, end in enumerate(ends) if found[end - len(parts[place]) : end] != parts[place])

    def close(self) -> None:
        os.close(self.descriptor)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % ALIGNED)


def _file() -> int:
    """A file without a name: in memory where the system has such, else in the temporary folder."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("inputs")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())
