"""`drill list`: the topics, or one topic's questions. Reads only the bank's index."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from interview_drill.bank import Bank, Entry, open_bank
from interview_drill.cli import options, screen
from interview_drill.cli.language import language, words
from interview_drill.cli.lookup import entries_of
from interview_drill.question import in_language

SCHEMA = 1

Topic = Annotated[str | None, typer.Argument(help=words("option-topic"), metavar="[TOPIC]")]


def run(topic: Topic = None, json: options.Json = False, bank: options.Bank = None, lang: options.Lang = None) -> int:
    opened = open_bank(extra=bank)
    chosen = opened.index() if topic is None else entries_of(opened, topic)
    if json:
        for entry in chosen:
            screen.json_line(row(entry))
    elif topic is None:
        _topics(opened)
    else:
        _questions(chosen)
    return 0


def row(entry: Entry) -> dict[str, object]:
    """A question as a line of `drill list --json`."""
    return {
        "schema": SCHEMA,
        "id": entry.id,
        "kind": entry.kind,
        "topic": entry.topic,
        "level": entry.level,
        "parent": entry.parent,
        "revision": entry.revision,
        "title": dict(entry.title),
    }


def _topics(opened: Bank) -> None:
    counts = Counter(entry.topic for entry in opened.index())
    rows = [
        (str(number), in_language(topic.name, language()), topic.id, str(counts[topic.id]))
        for number, topic in enumerate(opened.topics(), 1)
    ]
    columns = [words(f"list-column-{name}") for name in ("number", "title", "topic", "count")]
    screen.table(columns, rows, numeric=(0, 3))
    screen.blank()
    screen.prose(words("list-more"))


def _questions(chosen: list[Entry]) -> None:
    rows = [
        (entry.id, words(f"kind-{entry.kind}"), str(entry.level), in_language(entry.title, language()))
        for entry in chosen
    ]
    columns = [words(f"list-column-{name}") for name in ("question", "kind", "level", "title")]
    screen.table(columns, rows, numeric=(2,))
