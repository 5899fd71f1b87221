"""Several folders of questions as one bank."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from interview_drill.bank import names
from interview_drill.bank.cache import contents
from interview_drill.bank.entries import Entry, QuestionSet, Topic
from interview_drill.bank.files import Files, files, topic_of
from interview_drill.bank.places import own_folder, shipped_folder
from interview_drill.bank.reading import read_question
from interview_drill.errors import BankError, Fault, UsageError
from interview_drill.question import Question

LAST = 1 << 30
"""The place of what no order names."""


class Catalogue(Struct, frozen=True):
    """What all folders hold together: entries and topics in teaching order, each question's file, every mistake.

    `languages` are those that a question's file must have, where its bank declares any.
    """

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    files: dict[str, Path]
    faults: tuple[Fault, ...]
    languages: dict[Path, tuple[str, ...]]
    sets: tuple[QuestionSet, ...]


def open_bank(extra: Path | None = None, replacing: bool = False, alone: Path | None = None) -> Bank:
    """The shipped bank, joined by the person's own folder and by `extra` (a folder or a file).

    With `replacing`, a question of `extra` stands in for the shipped one with its id; else that is a mistake of the
    bank. A folder that is to be the bank `alone` is joined by `extra` only. Raises UsageError for what does not exist.
    """
    if alone is not None:
        folders = [files(_there(alone))] + ([files(_there(extra))] if extra else [])
        return Bank(alone, tuple(folders), replacing)
    shipped = shipped_folder()
    folders = [files(shipped, shipped=True)]
    if os.path.isdir(own_folder()):  # nothing is there either where nobody may look
        folders.append(files(own_folder()))
    if extra is not None and not _inside(_there(extra), folders):
        folders.append(files(extra))
    return Bank(shipped, tuple(folders), replacing)


def _there(folder: Path) -> Path:
    if not (folder.is_dir() or folder.is_file()):
        raise UsageError("bank-missing", folder=str(folder))
    return folder


class Bank:
    """Questions by id, and the index of them. Read on first use; a bank with mistakes raises BankError then."""

    def __init__(self, folder: Path, folders: tuple[Files, ...], replacing: bool = False) -> None:
        self.folder = folder
        self.folders = folders
        self._replacing = replacing
        self._questions: dict[str, Question] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        """Everything, mistakes included (for the audit)."""
        return catalogue(self.folders, self._replacing)

    def index(self) -> list[Entry]:
        """All questions in teaching order. Raises BankError with every mistake of the bank."""
        if self.catalogue.faults:
            raise BankError(self.catalogue.faults)
        return list(self.catalogue.entries)

    def topics(self) -> list[Topic]:
        """The topics in their order. Raises BankError."""
        self.index()
        return list(self.catalogue.topics)

    def sets(self) -> list[QuestionSet]:
        """The drills put together beforehand. Raises BankError."""
        self.index()
        return list(self.catalogue.sets)

    def __contains__(self, id: str) -> bool:
        return id in self.catalogue.files

    def is_shipped(self, id: str) -> bool:
        """Whether a question comes with the program."""
        file = self.catalogue.files[id]
        return any(found.shipped and file in found.questions for found in self.folders)

    def question(self, id: str) -> Question:
        """One question in full. Raises KeyError for an unknown id, BankError where its file has mistakes."""
        if id not in self._questions:
            file = self.catalogue.files[id]
            reading = read_question(file, topic_of(file))
            if reading.question is None:
                raise BankError(reading.faults)
            self._questions[id] = reading.question
        return self._questions[id]

    def find(self, name: str) -> list[Entry]:
        """The questions that a topic's id or name (in any language), `q3`, or a question's id stands for."""
        return names.find(name, self.index(), self.topics())

    def titled(self, name: str) -> str | None:
        """The id of the question with this title, in any language."""
        return names.titled(name, self.catalogue.entries)

    def nearest(self, name: str, language: str) -> list[str]:
        """The ids and topics, called as in `language`, that look most like a name that nothing bears."""
        return names.nearest(name, self.index(), self.topics(), language)


def catalogue(folders: tuple[Files, ...], replacing: bool = False) -> Catalogue:
    """Join folders: later ones add questions and topics, and may not bring an id again."""
    read = [contents(found) for found in folders]
    placed, conflicts = _placed(folders, replacing)
    topics = {topic.id: topic for each in reversed(read) for topic in each.topics}
    entries = {entry.id: entry for each in read for entry in each.entries}
    faults = [fault for each in read for fault in each.faults if _counts(fault, placed)]
    faults += conflicts + [
        _unknown_topic(entry, placed, topics) for entry in entries.values() if entry.topic not in topics
    ]
    order = {id: at for at, id in enumerate(id for each in read for id in each.order)}
    by_place = sorted(topics.values(), key=lambda topic: (topic.order, topic.id))
    rank = {topic.id: at for at, topic in enumerate(by_place)}
    taught = sorted(
        entries.values(), key=lambda one: (order.get(one.id, LAST), rank.get(one.topic, LAST), one.level, one.id)
    )
    declared = {file: each.languages for found, each in zip(folders, read, strict=True) for file in found.questions}
    sets = {one.id: one for each in read for one in each.sets}
    faults += _conflicts([file for found in folders for file in found.sets], "fault-set-taken")
    return Catalogue(tuple(taught), tuple(by_place), placed, tuple(faults), declared, tuple(sets.values()))


def _placed(folders: tuple[Files, ...], replacing: bool) -> tuple[dict[str, Path], list[Fault]]:
    placed: dict[str, Path] = {}
    conflicts = []
    for at, found in enumerate(folders):
        mine: dict[str, Path] = {}
        for file in found.questions:
            other = mine.get(file.stem) or (None if replacing and at else placed.get(file.stem))
            if other:
                conflicts.append(
                    Fault(str(file), 1, 1, "fault-id-twice", file.stem, facts={"id": file.stem, "other": str(other)})
                )
            mine.setdefault(file.stem, file)
        placed.update(mine)
    return placed, conflicts


def _conflicts(found: list[Path], message: str) -> Iterator[Fault]:
    """Files of the same name where a name is taken once; each names the first."""
    first: dict[str, Path] = {}
    for file in found:
        other = first.setdefault(file.stem, file)
        if other != file:
            yield Fault(str(file), 1, 1, message, facts={"id": file.stem, "other": str(other)})


def _counts(fault: Fault, placed: dict[str, Path]) -> bool:
    """Whether a fault is about a file that still stands: one that was replaced is nobody's concern."""
    return fault.question is None or fault.question not in placed or str(placed[fault.question]) == fault.file


def _unknown_topic(entry: Entry, placed: dict[str, Path], topics: dict[str, Topic]) -> Fault:
    facts = {"topic": entry.topic, "known": sorted(topics)}
    return Fault(str(placed[entry.id]), 1, 1, "fault-topic-unknown", entry.id, facts=facts)


def _inside(extra: Path, folders: list[Files]) -> bool:
    """Whether a path is part of a folder that is open already."""
    place = Path(os.path.realpath(extra))
    roots = {Path(os.path.realpath(each.root)) for each in folders}
    return bool(roots & {place, *place.parents})
