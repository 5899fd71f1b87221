"""Decisions and proofs on formulas, beside Math-Verify and SymPy's own LaTeX parser with `simplify`."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import pytest

from interview_drill import kinds
from interview_drill.formula import proof
from interview_drill.kinds import Settings
from interview_drill.verdict import Outcome, Verdict
from tests.benchmarks.answers import Typed, in_latex, typed, warmed
from tests.benchmarks.clock import Times
from tests.benchmarks.ledger import Labels, Ledger, Measure
from tests.benchmarks.peers import PEERS, Judged, Peer

pytestmark = pytest.mark.bench
SETTINGS = Settings(seed=1)
EQUAL = {Outcome.CORRECT: True, Outcome.INCORRECT: False}


def judged(one: Typed) -> tuple[Verdict, float, float]:
    """The verdict, the seconds of the decision alone, and those up to the verdict."""
    start = time.perf_counter()
    verdict = kinds.judge(one.question, one.answer, SETTINGS)
    whole = time.perf_counter() - start
    return verdict, verdict.evidence[0].facts.get("decide_ms", whole * 1000) / 1000, whole


@pytest.fixture(scope="module", autouse=True)
def ready() -> None:
    """Warm: SymPy imported in the prover, each key made ready."""
    proof.warm(wait=True)
    warmed(typed())


@pytest.fixture(scope="module")
def peers() -> Iterator[list[Peer]]:
    pytest.importorskip("math_verify")
    pytest.importorskip("antlr4")
    started = [Peer(name) for name in PEERS]
    yield started
    for peer in started:
        peer.close()


def test_every_typed_answer(ledger: Ledger):
    """All notations of the bank, the decision and the whole verdict; a right answer's verdict holds the proof."""
    found = [judged(one) for one in typed()]
    decided = Times(tuple(decision for _, decision, _ in found))
    proved = Times(tuple(whole for verdict, _, whole in found if verdict.outcome is Outcome.CORRECT))
    ledger.measures.append(Measure("decision, every notation", decided, goal="median 1 ms, p99 10 ms"))
    ledger.measures.append(Measure("right answer with its proof", proved, goal="median 50 ms"))
    assert len(proved.seconds) > 100


def test_latex_beside_the_peers(ledger: Ledger, peers: list[Peer]):
    """The same rows, answer by answer in turn. Ours lets no wrong answer through."""
    rows = in_latex()
    ours, theirs = [], {peer.name: [] for peer in peers}
    for one in rows:
        ours.append(judged(one))
        for peer in peers:
            theirs[peer.name].append(peer.judge(one.key, one.answer.text))
    decided, whole = (Times(tuple(row[place] for row in ours)) for place in (1, 2))
    mine = labels("interview_drill", rows, [EQUAL.get(verdict.outcome) for verdict, _, _ in ours])
    ledger.labels.append(mine)
    for name, answers in theirs.items():
        record(ledger, name, decided, whole, rows, answers)
    assert mine.let_through == 0


def record(ledger: Ledger, name: str, decided: Times, whole: Times, rows: list[Typed], answers: list[Judged]) -> None:
    times = Times(tuple(answer.seconds for answer in answers))
    ledger.measures.append(Measure("decision, LaTeX", decided, name, times, "median 1 ms, p99 10 ms"))
    ledger.measures.append(Measure("decision and proof, LaTeX", whole, name, times, "median 50 ms"))
    late = sum(answer.late for answer in answers)
    ledger.labels.append(labels(name, rows, [answer.equal for answer in answers], late))


def labels(judge: str, rows: Sequence[Typed], found: Sequence[bool | None], late: int = 0) -> Labels:
    """A wrong answer that cannot be read is not let through, and not labelled right either."""
    pairs = list(zip(rows, found, strict=True))
    right = sum(equal is not None and bool(equal) == one.right for one, equal in pairs)
    wrong = [bool(equal) for one, equal in pairs if not one.right]
    return Labels(judge, right, len(rows), sum(wrong), len(wrong), late)
