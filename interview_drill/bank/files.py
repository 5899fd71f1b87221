"""The files of one folder of questions: `<topic>/<id>.yaml`, a `topic.yaml` a topic, `order.yaml`, `bank.yaml`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
TOPIC = "topic"
ORDER = "order"
BANK = "bank"


@dataclass(frozen=True)
class Files:
    """What a folder (or a single file) of questions consists of.

    `root` is the folder itself; `shipped` marks the bank that comes with the program.
    """

    root: Path
    questions: tuple[Path, ...]
    topics: tuple[Path, ...]
    order: Path | None
    shipped: bool = False
    declaration: Path | None = None

    def all(self) -> Iterator[Path]:
        """Every file, in a settled order."""
        yield from self.questions
        yield from self.topics
        yield from filter(None, (self.order, self.declaration))


def files(root: Path, shipped: bool = False) -> Files:
    """The files under `root`. A single question file brings the `topic.yaml` beside it."""
    if root.is_file():
        return Files(root, (root,), tuple(_named(TOPIC, root.parent)), None, shipped, _above(root.parent))
    found = sorted(_yaml(root))
    topics = tuple(file for file in found if file.stem == TOPIC)
    order, declaration = (next(_named(name, root), None) for name in (ORDER, BANK))
    questions = tuple(file for file in found if file not in (*topics, order, declaration))
    return Files(root, questions, topics, order, shipped, declaration or (_above(root) if topics else None))


def _named(name: str, folder: Path) -> Iterator[Path]:
    return (file for suffix in SUFFIXES if (file := folder / f"{name}{suffix}").is_file())


def _above(folder: Path) -> Path | None:
    """The declaration of the bank that a topic's folder belongs to."""
    return next((file for place in (folder, folder.parent) for file in _named(BANK, place)), None)


def _yaml(root: Path) -> Iterator[Path]:
    """YAML files at any depth; hidden files and folders are left out."""
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and name.endswith(SUFFIXES):
                yield Path(folder, name)
