"""Files that a command writes because it was told to; `-` is standard output."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from interview_drill.errors import UsageError
from interview_drill.memory.place import progress_file

STANDARD = "-"


def is_standard(target: Path | None) -> bool:
    """Whether standard output was named, or nothing."""
    return target is None or str(target) == STANDARD


def free(file: Path | None, force: bool, option: str) -> None:
    """Raises UsageError where a file stands already, which `option` named and nobody said to overwrite."""
    if force or is_standard(file) or not os.path.isfile(file):
        return
    _spare(file)  # to be told to add --force would not help
    raise UsageError("file-exists", file=str(file), option=option)


def ending(file: Path, endings: Sequence[str], message: str) -> None:
    """Raises UsageError for a name that says something else than what will stand in the file."""
    if file.suffix.lower() not in endings:
        raise UsageError(message, file=str(file))


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """What stands inside writes `file`. Raises UsageError where the system refuses, or where the progress lies."""
    _spare(file)
    try:
        yield
    except OSError as error:
        raise UsageError("file-not-writable", file=str(file), reason=error.strerror or str(error)) from error


def writable(file: Path) -> None:
    """Raises UsageError for what will not be written, before the work whose result is to stand there."""
    _spare(file)
    if os.path.isdir(file):
        raise UsageError("file-not-writable", file=str(file), reason=os.strerror(errno.EISDIR))
    if not os.access(file if os.path.exists(file) else file.parent, os.W_OK):
        raise UsageError("file-not-writable", file=str(file), reason=os.strerror(errno.EACCES))


def _spare(file: Path) -> None:
    """Nothing is written over the record of answers, which cannot be made again."""
    if os.path.realpath(file) == os.path.realpath(progress_file()):
        raise UsageError("target-progress", file=str(file))
