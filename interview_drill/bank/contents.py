"""One folder of questions -> what its index holds: entries, topics and the teaching order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from interview_drill.bank.entries import Entry, Topic
from interview_drill.bank.files import Files
from interview_drill.bank.reading import read_question, unreadable
from interview_drill.bank.shaping import LANGUAGE, Shaping
from interview_drill.errors import Fault
from interview_drill.question import Question, Text
from interview_drill.source import Source, read


@dataclass(frozen=True)
class Contents:
    """The index of one folder, and all mistakes found while reading its files in full.

    `languages` are those that its `bank.yaml` declares; none where there is no such file.
    """

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    order: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Declaration:
    """What a `bank.yaml` says: the languages that every text of the bank is written in, and the bank's name."""

    languages: tuple[str, ...]
    name: Text | None = None


@dataclass(frozen=True)
class TopicFile:
    """What a `topic.yaml` says; its folder's name is the topic's id."""

    name: Text
    order: int


def read_contents(found: Files) -> Contents:
    """Read every file of a folder."""
    readings = [read_question(file, file.parent.name) for file in found.questions]
    topics = [_topic(file) for file in found.topics]
    order, faults = _order(found.order)
    declared, undeclared = _declaration(found.declaration)
    return Contents(
        tuple(entry(reading.question) for reading in readings if reading.question),
        tuple(topic for topic, _ in topics if topic),
        order,
        (
            *(fault for reading in readings for fault in reading.faults),
            *(f for _, more in topics for f in more),
            *faults,
            *undeclared,
        ),
        declared.languages if declared else (),
    )


def entry(question: Question) -> Entry:
    """What the index holds of a question."""
    return Entry(
        question.id,
        question.kind,
        question.topic,
        question.level,
        question.parent,
        question.revision,
        dict(question.title),
    )


def _topic(file: Path) -> tuple[Topic | None, list[Fault]]:
    source, faults = _read(file)
    shaping = Shaping(source)
    said = shaping.shaped(source.data, TopicFile, "") if not faults else None
    topic = Topic(file.parent.name, said.name, said.order) if said else None
    return topic, [*faults, *shaping.faults]


def _order(file: Path | None) -> tuple[tuple[str, ...], list[Fault]]:
    if file is None:
        return (), []
    source, faults = _read(file)
    shaping = Shaping(source)
    ids = shaping.shaped(source.data, tuple[str, ...], "") if not faults else None
    return ids or (), [*faults, *shaping.faults]


def _declaration(file: Path | None) -> tuple[Declaration | None, list[Fault]]:
    if file is None:
        return None, []
    source, faults = _read(file)
    shaping = Shaping(source)
    said = shaping.shaped(source.data, Declaration, "") if not faults else None
    for at, name in enumerate(said.languages if said else ()):
        if not LANGUAGE.fullmatch(name):
            shaping.fault(f"languages.{at}", "fault-no-language", key=name)
    return said, [*faults, *shaping.faults]


def _read(file: Path) -> tuple[Source, list[Fault]]:
    try:
        source = read(file.read_bytes(), str(file))
    except OSError as error:
        return Source(str(file), None), [unreadable(file, error)]
    return source, list(source.faults)
