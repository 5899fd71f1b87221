"""`drill progress` and the choice of a session, with ten thousand answers on record."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from interview_drill.bank import open_bank
from interview_drill.memory.opening import open_store
from interview_drill.memory.review import Review
from tests.benchmarks.clock import in_turn, run
from tests.benchmarks.ledger import Ledger, Measure

pytestmark = pytest.mark.bench
ROUNDS = 15
REVIEWS = 10_000
DRILL = [sys.executable, "-m", "interview_drill"]
START = datetime(2025, 1, 1, 20, tzinfo=UTC)


def a_review(number: int, question: str, random: Random) -> Review:
    """Thirty answers an evening; every fifth is wrong, by one of three misconceptions."""
    at, wrong = START + timedelta(days=number // 30, seconds=number % 30), random.random() < 0.2
    return Review(
        id=f"id-{number}",
        visit=f"visit-{number}",
        question=question,
        revision=1,
        kind="formula",
        at=at,
        day=at.date(),
        tries=1,
        rating=1 if wrong else 3,
        outcome="incorrect" if wrong else "correct",
        score=0.0 if wrong else 1.0,
        misconception=f"slip-{random.randrange(3)}" if wrong else None,
        answer="x" * random.randrange(200),
        confidence=random.randrange(101),
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A state folder with that much in it."""
    random, ids = Random(7), [entry.id for entry in open_bank().index()]
    opened = open_store(tmp_path / "progress.sqlite")
    assert opened.trouble is None
    opened.store.merge(a_review(number, random.choice(ids), random) for number in range(REVIEWS))
    opened.store.close()
    return tmp_path


def test_progress_over_ten_thousand_reviews(ledger: Ledger, home: Path):
    """From cold, as a table and as JSON, beside what Python itself costs."""
    commands = {
        "pass": [sys.executable, "-c", "pass"],
        "progress": [*DRILL, "progress"],
        "json": [*DRILL, "progress", "--json"],
        "none": [*DRILL, "practice", "--due", "--kind", "number"],
    }
    shown = run(commands["json"], home)
    assert sum(json.loads(line).get("times", 0) for line in shown.stdout.splitlines()) > REVIEWS / 10
    found = in_turn(commands, ROUNDS, home)
    for name, words in (("progress", ""), ("json", " --json")):
        title = f"drill progress{words}, {REVIEWS:,} reviews, cold"
        ledger.measures.append(Measure(title, found[name], "python -c pass", found["pass"], "300 ms"))
    ledger.measures.append(Measure("drill practice, to its first question", found["none"], goal="300 ms"))
