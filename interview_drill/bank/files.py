"""The files of one folder of questions: `<topic>/<id>.yaml`, a `topic.yaml` a topic, one `order.yaml`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
TOPIC = "topic"
ORDER = "order"


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

    def all(self) -> Iterator[Path]:
        """Every file, in a settled order."""
        yield from self.questions
        yield from self.topics
        if self.order:
            yield self.order


def files(root: Path, shipped: bool = False) -> Files:
    """The files under `root`. A single question file brings the `topic.yaml` beside it."""
    if root.is_file():
        beside = [root.with_name(TOPIC + suffix) for suffix in SUFFIXES]
        return Files(root, (root,), tuple(file for file in beside if file.is_file()), None, shipped)
    found = sorted(_yaml(root))
    orders = [file for file in found if file.stem == ORDER and file.parent == root]
    topics = tuple(file for file in found if file.stem == TOPIC)
    questions = tuple(file for file in found if file.stem != TOPIC and file not in orders)
    return Files(root, questions, topics, next(iter(orders), None), shipped)


def _yaml(root: Path) -> Iterator[Path]:
    """YAML files at any depth; hidden files and folders are left out."""
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and name.endswith(SUFFIXES):
                yield Path(folder, name)
