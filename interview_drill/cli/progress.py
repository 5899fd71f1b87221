"""`drill progress`: what is mastered, due and weak, by topic and by misconception; how sure against how right."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from msgspec.structs import asdict

from interview_drill.bank import Bank, open_bank
from interview_drill.cli import headings, options, screen
from interview_drill.cli.exit_codes import REFUSED
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import language, words
from interview_drill.errors import BankError
from interview_drill.memory.days import review_day
from interview_drill.practice.clock import clock
from interview_drill.practice.progress import Bucket, Slip, Standing, calibration, next_due, slips, standings
from interview_drill.question import in_language

SCHEMA = 1
COUNTS = ("questions", "seen", "mastered", "due", "weak")
SLIPS = 10
"""How many misconceptions a person is shown; `--json` has them all."""


def run(
    context: typer.Context,
    json: options.Json = False,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
) -> int:
    if context.invoked_subcommand:
        return 0
    opened = open_bank(extra=bank, alone=bank_only)
    entries, now, keeping = opened.index(), clock()(), Keeping()
    today = review_day(now)
    cards, slipped, stated = keeping.store.cards(), keeping.store.slips(), keeping.store.stated()
    keeping.close()
    if not keeping.lasting:  # said already; that nothing was answered would not be true
        return REFUSED
    found = standings(opened.topics(), entries, cards, today)
    misconceptions, buckets = slips(slipped, entries, cards), calibration(stated)
    if json:
        _json(found, misconceptions, buckets)
        return 0
    _topics(found)
    _slips(misconceptions[:SLIPS], opened)
    _calibration(buckets)
    later = next_due(cards.values(), today)
    if not cards:
        screen.say("progress-none")
    elif any(standing.due for standing in found):
        screen.say("progress-due-now", count=sum(standing.due for standing in found))
    elif later:
        screen.say("progress-next-today" if later == now.date() else "progress-next", day=later.isoformat())
    return 0


def _json(found: Sequence[Standing], misconceptions: Sequence[Slip], buckets: Sequence[Bucket]) -> None:
    """A line a topic, then a line a misconception, then a line a bucket of confidence; `type` tells them apart."""
    for standing in found:
        screen.json_line({"schema": SCHEMA, "type": "topic", "topic": standing.topic.id, **_counts(standing)})
    for slip in misconceptions:
        screen.json_line({"schema": SCHEMA, "type": "misconception", **asdict(slip)})
    for bucket in buckets:
        rounded = {"sure": round(bucket.sure, 4), "right": round(bucket.right, 4)}
        screen.json_line({"schema": SCHEMA, "type": "confidence", **asdict(bucket), **rounded})


def _counts(standing: Standing) -> dict[str, int]:
    return {name: getattr(standing, name) for name in COUNTS}


def _topics(found: Sequence[Standing]) -> None:
    rows = [
        (in_language(standing.topic.name, language()), *(str(count) for count in _counts(standing).values()))
        for standing in found
    ]
    total = [str(sum(_counts(standing)[name] for standing in found)) for name in COUNTS]
    columns = [words("list-column-topic"), *(words(f"progress-{name}") for name in COUNTS)]
    _table(columns, [*rows, (words("progress-total"), *total)], range(1, len(columns)))


def _slips(found: Sequence[Slip], opened: Bank) -> None:
    if found:
        screen.say("progress-slips")
        rows = [(_named(one, opened), one.question, str(one.times), one.last, _yes(one.weak)) for one in found]
        names = ("slip", "question", "times", "last", "still")
        _table([words(f"progress-{name}") for name in names], rows, [2])


def _named(slip: Slip, opened: Bank) -> str:
    """What somebody with the wrong idea says or writes; its id where the bank no longer tells."""
    try:
        question = opened.question(slip.question)
    except BankError:
        return slip.misconception
    wrong = next((one for one in question.misconceptions if one.name == slip.misconception), None)
    return headings.short(question, wrong) if wrong else slip.misconception


def _calibration(buckets: Sequence[Bucket]) -> None:
    if buckets:
        screen.say("progress-calibration")
        rows = [
            (words(f"progress-{one.assessed}"), words("progress-range", low=one.low, high=one.high), *_figures(one))
            for one in buckets
        ]
        names = ("assessed", "confidence", "answers", "sure", "right")
        _table([words(f"progress-{name}") for name in names], rows, [2, 3, 4])


def _figures(bucket: Bucket) -> tuple[str, str, str]:
    return str(bucket.answers), f"{bucket.sure:.0%}", f"{bucket.right:.0%}"


def _yes(value: bool) -> str:
    return words("progress-yes" if value else "progress-no")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int]) -> None:
    screen.table(columns, rows, numeric=numeric)
    screen.blank()
