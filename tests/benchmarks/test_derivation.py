"""Derivations, a line at a time: how long each line of the accepted ones takes once the engine is warm."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.formula import proof
from interview_drill.formula.steps.lines import lines, parted
from interview_drill.formula.steps.walking import walked
from interview_drill.kinds import Settings
from interview_drill.kinds.derivation import step
from interview_drill.question import Answer, Question
from interview_drill.verdict import Outcome
from tests.benchmarks.clock import Times
from tests.benchmarks.ledger import Ledger, Measure

pytestmark = pytest.mark.bench
SETTINGS = Settings(seed=1)
GOAL = "median 200 ms, worst 2 s"


def derivations() -> list[tuple[Question, str]]:
    """Every accepted derivation of the bank."""
    bank = open_bank()
    asked = [bank.question(entry.id) for entry in bank.index() if entry.kind == "derivation"]
    return [(one, text) for one in asked for text in (*(way.answer for way in one.task.routes), *one.task.accepted)]


def seconds(asked: Question, text: str) -> float:
    start = time.perf_counter()
    kinds.judge(asked, Answer(text), SETTINGS)
    return time.perf_counter() - start


def a_line(asked: Question, text: str) -> Iterator[float]:
    """The time to the verdict on each line as `practice` enters it: judged and proved, the lines before it known."""
    walked.cache_clear()
    stands: tuple[str, ...] = ()
    for part in parted(text):
        start = time.perf_counter()
        found = step(asked, stands, part)
        yield time.perf_counter() - start
        stands = found.stands


@pytest.fixture(scope="module", autouse=True)
def ready() -> None:
    """Warm: SymPy imported in the prover, each question made ready."""
    proof.warm(wait=True)
    for asked, text in derivations():
        kinds.judge(asked, Answer(parted(text)[0]), SETTINGS)


def test_each_line(ledger: Ledger):
    """A line's own time, its proof with it; and its share of a derivation that is handed in whole."""
    found = [one for asked, text in derivations() for one in a_line(asked, text)]
    shared = Times(tuple(seconds(asked, text) / len(lines(text)) for asked, text in derivations()))
    record(ledger, "a line of a derivation", Times(tuple(found)))
    record(ledger, "a right derivation with its proofs, by its lines", shared)
    assert len(found) > 200


def record(ledger: Ledger, name: str, times: Times) -> None:
    """Into the ledger, and the longest on its own, which no percentile tells."""
    ledger.measures.append(Measure(name, times, goal=GOAL))
    ledger.measures.append(Measure(f"{name}: the longest", Times((max(times.seconds),)), goal=GOAL))


def test_a_false_line(ledger: Ledger):
    """Up to the verdict on the first false line, with the slip named; the first answers make the slips ready."""
    asked = {one.id: one for one, _ in derivations()}.values()
    wrong = [(one, slip.answer) for one in asked for slip in one.misconceptions]
    assert all(kinds.judge(one, Answer(text), SETTINGS).outcome is Outcome.INCORRECT for one, text in wrong)
    record(ledger, "a derivation with a slip", Times(tuple(seconds(one, text) for one, text in wrong)))
