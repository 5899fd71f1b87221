"""The files of one folder of questions.

bank.yaml            which languages it is written in        sets/<name>.yaml     a list of questions to drill
order.yaml           the order of teaching                   <topic>/topic.yaml   a topic's name
                                                             <topic>/<id>.yaml    a question
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

SUFFIXES = (".yaml", ".yml")
TOPIC = "topic"
ORDER = "order"
BANK = "bank"
SETS = "sets"
LARGEST = 1 << 20
"""Bytes; no question is that long."""


AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe waits for whoever writes into it, unless told not to."""


class Refused(OSError):
    """A file that is not read for what it is; its one argument is a message id."""


class Files(Struct, frozen=True):
    """What a folder (or a single file) of questions consists of.

    `root` is the folder itself; `shipped` marks the bank that comes with the program; `declaration` is its `bank.yaml`.
    """

    root: Path
    questions: tuple[Path, ...]
    topics: tuple[Path, ...] = ()
    order: Path | None = None
    shipped: bool = False
    declaration: Path | None = None
    sets: tuple[Path, ...] = ()

    def all(self) -> Iterator[Path]:
        """Every file, in a settled order."""
        yield from (*self.questions, *self.topics, *self.sets)
        yield from filter(None, (self.order, self.declaration))


def files(root: Path, shipped: bool = False) -> Files:
    """The files under `root`. A single question file brings the `topic.yaml` beside it."""
    if root.is_file():
        topics = tuple(_named(TOPIC, root.parent))
        return Files(root, (root,), topics, shipped=shipped, declaration=_above(root.parent))
    found = sorted(_yaml(root))
    topics = tuple(file for file in found if file.stem == TOPIC)
    sets = tuple(file for file in found if file.parent == root / SETS and file not in topics)
    order, declaration = (next(_named(name, root), None) for name in (ORDER, BANK))
    others = {*topics, *sets, order, declaration}
    questions = tuple(file for file in found if file not in others)
    return Files(root, questions, topics, order, shipped, declaration or (_above(root) if topics else None), sets)


def topic_of(file: Path) -> str:
    """The topic that a question's file belongs to: the name of its folder."""
    return file.absolute().parent.name


def content(file: Path) -> bytes:
    """What a file holds. Raises OSError; Refused for what is no regular file (a pipe would never end) or too large."""
    with open(os.open(file, AT_ONCE), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise Refused("file-irregular")
        found = stream.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise Refused("file-too-large")
    return found


def _named(name: str, folder: Path) -> Iterator[Path]:
    return (file for suffix in SUFFIXES if (file := folder / f"{name}{suffix}").is_file())


def _above(folder: Path) -> Path | None:
    """The declaration of the bank that a topic's folder belongs to."""
    return next((file for place in (folder, folder.parent) for file in _named(BANK, place)), None)


def _raise(error: OSError) -> None:
    """A folder that may not be read is no empty one."""
    raise error


def _yaml(root: Path) -> Iterator[Path]:
    """YAML files at any depth; hidden files and folders are left out, links to folders not followed."""
    for folder, below, names in os.walk(root, onerror=_raise):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and name.endswith(SUFFIXES):
                yield Path(folder, name)
