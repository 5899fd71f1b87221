"""From a name as typed to questions: topics in either language, `q3`, ids, and what looks most like a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

from interview_drill.bank.entries import Entry, Topic
from interview_drill.question import in_language


def find(name: str, entries: Sequence[Entry], topics: Sequence[Topic]) -> list[Entry]:
    """The questions of a topic, the one question with this id, or nothing."""
    wanted = _plain(name)
    topic = next((topic for number, topic in enumerate(topics, 1) if wanted in _names(topic, number)), None)
    if topic:
        return [entry for entry in entries if entry.topic == topic.id]
    return [entry for entry in entries if _plain(entry.id) == wanted]


def nearest(name: str, entries: Sequence[Entry], topics: Sequence[Topic], language: str) -> list[str]:
    """At most three ids or topics, the most alike first; whatever begins with the name comes before the rest.

    A name is recognised in every language, and a topic is offered by its name in `language`.
    """
    wanted = _plain(name)
    known = {_plain(id): id for id in [*(topic.id for topic in topics), *(entry.id for entry in entries)]}
    known |= {_plain(said): in_language(topic.name, language) for topic in topics for said in topic.name.values()}
    begun = [key for key in known if wanted and key.startswith(wanted)]
    alike = get_close_matches(wanted, known, n=3, cutoff=0.6)
    return list(dict.fromkeys(known[key] for key in [*begun, *alike]))[:3]


def _names(topic: Topic, number: int) -> set[str]:
    """Everything that a topic answers to; a name in two parts (`Softmax, BN`) also by each part."""
    parts = (part for said in topic.name.values() for part in (said, *re.split(r"[,，、/;；]", said)))
    return {_plain(topic.id), f"q{number}", *(_plain(part) for part in parts if part.strip())}


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-]+", "", unicodedata.normalize("NFKC", name).casefold())
