"""Files that a command writes because it was told to; `-` is standard output."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interview_drill.errors import UsageError

STANDARD = "-"


def is_standard(target: Path | None) -> bool:
    """Whether standard output was named, or nothing."""
    return target is None or str(target) == STANDARD


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """What stands inside writes `file`. Raises UsageError where the system refuses."""
    try:
        yield
    except OSError as error:
        raise UsageError("file-not-writable", file=str(file), reason=error.strerror or str(error)) from error
