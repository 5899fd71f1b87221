"""One folder of questions -> what its index holds: entries, topics and the teaching order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from interview_drill.bank.entries import Entry, Topic
from interview_drill.bank.files import Files
from interview_drill.bank.reading import read_question, unreadable
from interview_drill.bank.shaping import Shaping
from interview_drill.errors import Fault
from interview_drill.question import Question, Text
from interview_drill.source import Source, read


@dataclass(frozen=True)
class Contents:
    """The index of one folder, and all mistakes found while reading its files in full."""

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    order: tuple[str, ...]
    faults: tuple[Fault, ...] = ()


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
    return Contents(
        tuple(entry(reading.question) for reading in readings if reading.question),
        tuple(topic for topic, _ in topics if topic),
        order,
        (
            *(fault for reading in readings for fault in reading.faults),
            *(f for _, more in topics for f in more),
            *faults,
        ),
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


def _read(file: Path) -> tuple[Source, list[Fault]]:
    try:
        source = read(file.read_bytes(), str(file))
    except OSError as error:
        return Source(str(file), None), [unreadable(file, error)]
    return source, list(source.faults)
