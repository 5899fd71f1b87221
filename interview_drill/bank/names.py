"""From a name as typed to questions: topics in either language, `q3`, ids, and what looks most like a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from interview_drill.bank.entries import Entry, Topic
from interview_drill.question import in_language

ALIKE = 0.62
"""How alike a name must be to be offered; at 0.6 four letters already share three with some id."""
TELLING = 4
"""Bytes of UTF-8, so two signs of Chinese and four letters: a shorter part of a name tells nothing."""


def find(name: str, entries: Sequence[Entry], topics: Sequence[Topic]) -> list[Entry]:
    """The questions of a topic, the one question with this id, or nothing."""
    wanted = _plain(name)
    topic = next((topic for number, topic in enumerate(topics, 1) if wanted in _names(topic, number)), None)
    if topic:
        return [entry for entry in entries if entry.topic == topic.id]
    return [entry for entry in entries if _plain(entry.id) == wanted]


def titled(name: str, entries: Sequence[Entry]) -> str | None:
    """The question that has this title, in any language."""
    wanted = _plain(name)
    return next((entry.id for entry in entries if wanted in map(_plain, entry.title.values())), None)


def nearest(name: str, entries: Sequence[Entry], topics: Sequence[Topic], language: str) -> list[str]:
    """At most three ids or topics, the most alike first; whatever begins with the name comes before the rest.

    A name is recognised in every language, and a topic is offered by its name in `language`. What nothing begins with
    may be a title, or a part of a topic's name.
    """
    wanted = _plain(name)
    names = {_plain(said): in_language(topic.name, language) for topic in topics for said in topic.name.values()}
    known = {_plain(id): id for id in [*(topic.id for topic in topics), *(entry.id for entry in entries)]} | names
    found = [known[key] for key in known if wanted and key.startswith(wanted)]
    if not found:
        known = {_plain(said): entry.id for entry in entries for said in entry.title.values()} | known
        title = titled(name, entries)
        found = [*([title] if title else []), *_holding(wanted, names)]
    found += [known[key] for key in get_close_matches(wanted, known, n=3, cutoff=ALIKE)]
    again = {in_language(topic.name, language) for topic in topics if topic.id in found}
    return [one for one in dict.fromkeys(found) if one not in again][:3]


def _holding(part: str, names: Mapping[str, str]) -> list[str]:
    return [name for key, name in names.items() if len(part.encode()) >= TELLING and part in key]


def _names(topic: Topic, number: int) -> set[str]:
    """Everything that a topic answers to; a name in two parts (`Softmax, BN`) also by each part."""
    parts = (part for said in topic.name.values() for part in (said, *re.split(r"[,，、/;；]", said)))
    return {_plain(topic.id), f"q{number}", *(_plain(part) for part in parts if part.strip())}


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-]+", "", unicodedata.normalize("NFKC", name).casefold())
