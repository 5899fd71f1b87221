"""`drill list`: the topics, the sets, or the questions of one of them. Reads only the bank's index."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from interview_drill.bank import Bank, Entry, QuestionSet, open_bank
from interview_drill.cli import options, screen
from interview_drill.cli.language import language, words
from interview_drill.cli.lookup import entries_of
from interview_drill.cli.sets import members
from interview_drill.question import in_language

SCHEMA = 1

Topic = Annotated[str | None, typer.Argument(help=words("option-topic"), metavar="[TOPIC]")]
Sets = Annotated[bool, typer.Option("--sets", help=words("option-sets"))]


def run(
    topic: Topic = None,
    sets: Sets = False,
    set: options.Set = None,
    json: options.Json = False,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
) -> int:
    opened = open_bank(extra=bank, alone=bank_only)
    if sets:
        _sets(opened.sets(), json)
        return 0
    chosen = _chosen(opened, topic, set)
    if json:
        for entry in chosen:
            screen.json_line(row(entry))
    elif topic is None and set is None:
        _topics(opened)
    else:
        _questions(chosen)
    return 0


def _chosen(opened: Bank, topic: str | None, set: str | None) -> list[Entry]:
    """A topic's questions in teaching order, or a set's in its own; of both, the set's that belong to the topic."""
    found = opened.index() if topic is None else entries_of(opened, topic)
    if set is None:
        return found
    by_id = {entry.id: entry for entry in found}
    return [by_id[id] for id in members(opened, set) if id in by_id]


def _sets(found: list[QuestionSet], json: bool) -> None:
    if json:
        for one in found:
            screen.json_line({"schema": SCHEMA, "set": one.id, "name": dict(one.name), "questions": one.questions})
        return
    rows = [(one.id, in_language(one.name, language()), str(len(one.questions))) for one in found]
    screen.table([words(f"list-column-{name}") for name in ("set", "title", "count")], rows, numeric=(2,))
    screen.blank()
    screen.prose(words("list-sets-more"))


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
