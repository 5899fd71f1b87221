"""One folder of questions -> what its index holds: entries, topics and the teaching order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from interview_drill.bank.entries import Entry, QuestionSet, Topic
from interview_drill.bank.files import Files, content, topic_of
from interview_drill.bank.reading import ID, read_question, unreadable
from interview_drill.bank.shaping import LANGUAGE, Shaping
from interview_drill.errors import Fault
from interview_drill.question import Question, Text
from interview_drill.source import read


class Contents(Struct, frozen=True):
    """The index of one folder, and all mistakes found while reading its files in full.

    `languages` are those that its `bank.yaml` declares; none where there is no such file.
    """

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    order: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    languages: tuple[str, ...] = ()
    sets: tuple[QuestionSet, ...] = ()


class Declaration(Struct, frozen=True):
    """What a `bank.yaml` says: the languages that every text of the bank is written in, and the bank's name."""

    languages: tuple[str, ...]
    name: Text | None = None


class SetFile(Struct, frozen=True):
    """What a file of `sets/` says; its name is the set's id."""

    name: Text
    questions: tuple[str, ...]


class TopicFile(Struct, frozen=True):
    """What a `topic.yaml` says; its folder's name is the topic's id."""

    name: Text
    order: int


def read_contents(found: Files) -> Contents:
    """Read every file of a folder."""
    readings = [read_question(file, topic_of(file)) for file in found.questions]
    topics, sets = [_topic(file) for file in found.topics], [_set(file) for file in found.sets]
    order, declared = _order(found.order), _declaration(found.declaration)
    faults = [fault for _, more in (*topics, *sets, order, declared) for fault in more]
    return Contents(
        tuple(entry(reading.question) for reading in readings if reading.question),
        tuple(topic for topic, _ in topics if topic),
        order[0] or (),
        (*(fault for reading in readings for fault in reading.faults), *faults),
        declared[0].languages if declared[0] else (),
        tuple(one for one, _ in sets if one),
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
    said, faults = _shaped(file, TopicFile, topic_of(file))
    return (Topic(topic_of(file), said.name, said.order) if said else None), faults


def _set(file: Path) -> tuple[QuestionSet | None, list[Fault]]:
    said, faults = _shaped(file, SetFile, file.stem)
    return (QuestionSet(file.stem, said.name, said.questions) if said else None), faults


def _order(file: Path | None) -> tuple[tuple[str, ...] | None, list[Fault]]:
    return _shaped(file, tuple[str, ...]) if file else (None, [])


def _declaration(file: Path | None) -> tuple[Declaration | None, list[Fault]]:
    said, faults = _shaped(file, Declaration) if file else (None, [])
    for name in said.languages if said else ():
        if not LANGUAGE.fullmatch(name):
            faults.append(Fault(str(file), 1, 1, "fault-no-language", facts={"key": name}))
    return said, faults


def _shaped(file: Path, wanted: Any, id: str | None = None) -> tuple[Any, list[Fault]]:
    """A file's data in the wanted shape; None where there is anything wrong with it. `id` must be one."""
    try:
        source = read(content(file), str(file))
    except OSError as error:
        return None, [unreadable(file, error)]
    shaping = Shaping(source)
    said = shaping.shaped(source.data, wanted, "") if not source.faults else None
    if id is not None and not ID.fullmatch(id):
        shaping.fault("", "fault-id", id=id)
    faults = [*source.faults, *shaping.faults]
    return (None if faults else said), faults
