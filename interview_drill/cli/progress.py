"""`drill progress`: what is mastered, due and weak, by topic."""

from __future__ import annotations

from interview_drill.bank import open_bank
from interview_drill.cli import options, screen
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import language, words
from interview_drill.memory.days import review_day
from interview_drill.practice.clock import clock
from interview_drill.practice.progress import Standing, next_due, standings
from interview_drill.question import in_language

SCHEMA = 1
COUNTS = ("questions", "seen", "mastered", "due", "weak")


def run(json: options.Json = False, bank: options.Bank = None, lang: options.Lang = None) -> int:
    opened = open_bank(extra=bank)
    entries, today, keeping = opened.index(), review_day(clock()()), Keeping()
    cards = keeping.store.cards()
    keeping.close()
    found = standings(opened.topics(), entries, cards, today)
    if json:
        for standing in found:
            screen.json_line({"schema": SCHEMA, "topic": standing.topic.id, **_counts(standing)})
        return 0
    _table(found)
    later = next_due(cards.values(), today)
    if not cards:
        screen.say("progress-none")
    elif any(standing.due for standing in found):
        screen.say("progress-due-now", count=sum(standing.due for standing in found))
    elif later:
        screen.say("progress-next", day=later.isoformat())
    return 0


def _counts(standing: Standing) -> dict[str, int]:
    return {name: getattr(standing, name) for name in COUNTS}


def _table(found: list[Standing]) -> None:
    rows = [
        (in_language(standing.topic.name, language()), *(str(count) for count in _counts(standing).values()))
        for standing in found
    ]
    total = [str(sum(_counts(standing)[name] for standing in found)) for name in COUNTS]
    columns = [words("list-column-topic"), *(words(f"progress-{name}") for name in COUNTS)]
    screen.table(columns, [*rows, (words("progress-total"), *total)], numeric=range(1, len(columns)))
    screen.blank()
