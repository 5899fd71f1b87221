"""One YAML file -> one Question, or everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from interview_drill import kinds
from interview_drill.bank.files import LARGEST, Refused, content
from interview_drill.bank.shaping import Shaping
from interview_drill.errors import Fault
from interview_drill.question import Misconception, Place, Plot, Program, Question, Text
from interview_drill.source import Mark, Source, read

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LEVELS = range(1, 6)


class Common(Struct, frozen=True):
    """The keys that every question has, whatever its kind."""

    kind: str
    level: int
    title: Text
    stem: Text
    revision: int = 1
    parent: str | None = None
    prerequisites: tuple[str, ...] = ()
    hints: tuple[Text, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    note: Text | None = None
    figures: Mapping[str, str | Program] = {}
    given: tuple[str, ...] = ()
    plot: Plot | None = None


COMMON = Common.__struct_fields__


class Reading(Struct, frozen=True):
    """A file as read: the question (None where it cannot be one), where everything stands, and what is wrong."""

    source: Source
    question: Question | None
    faults: tuple[Fault, ...]


def read_question(file: Path, topic: str) -> Reading:
    """Read a question's file. Never raises over what it holds; a file that cannot be opened is a fault."""
    try:
        source = read(content(file), str(file))
    except OSError as error:
        source = Source(str(file), None, faults=(unreadable(file, error),))
    question, found = _question(source, file.stem, topic)
    faults = (*source.faults, *found)
    return Reading(source, None if faults else question, tuple(replace(fault, question=file.stem) for fault in faults))


def unreadable(file: Path, error: OSError) -> Fault:
    """The fault of a file that cannot be opened."""
    if isinstance(error, Refused):
        return Fault(str(file), 1, 1, error.args[0], facts={"kilobytes": LARGEST >> 10})
    return Fault(str(file), 1, 1, "file-unreadable", facts={"file": file.name, "reason": error.strerror or str(error)})


def _question(source: Source, id: str, topic: str) -> tuple[Question | None, list[Fault]]:
    shaping, data = Shaping(source), source.data
    if not isinstance(data, dict):
        if not source.faults:
            shaping.fault("", "fault-expected-mapping")
        return None, shaping.faults
    name = data.get("kind")
    if name not in kinds.KINDS:
        shaping.fault("kind", "fault-kind-unknown", kind=name, kinds=list(kinds.KINDS))
        return None, shaping.faults
    return _made(shaping, data, id, topic, kinds.kind(name)), shaping.faults


def _made(shaping: Shaping, data: dict[str, object], id: str, topic: str, kind) -> Question | None:
    of_task = kind.Task.__struct_fields__
    common = shaping.record(data, Common, also=of_task)
    task = shaping.record({name: data[name] for name in of_task if name in data}, kind.Task)
    _in_range(shaping, id, data)
    if common is None or task is None or shaping.faults:
        return None
    named = getattr(kind, "misconceptions", lambda task: ())(task)
    stem = getattr(kind, "stem", lambda task, stem: stem)(task, common.stem)
    return Question(
        id=id,
        topic=topic,
        task=task,
        place=Place(shaping.source.file, _marks(shaping.source)),
        **{
            **{name: getattr(common, name) for name in COMMON},
            "stem": stem,
            "misconceptions": (*common.misconceptions, *named),
        },
    )


def _marks(source: Source) -> dict[str, Mark]:
    """Where each value stands; a figure stands where its numeral does."""
    return source.marks | {path: mark for path, mark in source.keys.items() if path.startswith("figures.")}


def _in_range(shaping: Shaping, id: str, data: dict[str, object]) -> None:
    if not ID.fullmatch(id):
        shaping.fault("", "fault-id", id=id)
    if type(data.get("level")) is int and data["level"] not in LEVELS:
        shaping.fault("level", "fault-level")
    if type(data.get("revision")) is int and data["revision"] < 1:
        shaping.fault("revision", "fault-revision")
