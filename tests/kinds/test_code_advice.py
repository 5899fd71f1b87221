"""What an interviewer would say of a program: advice that costs nothing, and pointers into wrong ones."""

import pytest
from msgspec.structs import replace

from interview_drill.grader.task import Draw, Recipe
from interview_drill.verdict import Outcome
from tests.kinds.coding import KEY, TASK, judged


def test_a_slow_answer_is_right_with_advice():
    """Slow costs nothing; ordinary loops are not called slow."""
    found = judged("import time\n" + KEY.replace("    e =", "    time.sleep(0.15)\n    e ="))
    assert (found.outcome, [evidence.message for evidence in found.evidence]) == (
        Outcome.CORRECT,
        ["all-vectors", "slow"],
    )
    assert len(judged(KEY).evidence) == 1


GUARDED = replace(
    TASK,
    signature="sigmoid(x, eps=1e-5)",
    key="def sigmoid(x, eps=1e-5): return x / (1 + eps)",
    recipes=(
        Recipe("some", {"x": Draw(normal=(0, 2), shape=("N",))}, {"N": (2, 4)}),
        Recipe("another eps", {"x": Draw(value=[1.0]), "eps": Draw(value=0.5)}),
    ),
    partial=(),
)
LOOP = "def sigmoid(x, eps=1e-5): return np.array([v / (1 + eps) for v in x])"
VECTORIZE = "def sigmoid(x, eps=1e-5): return np.vectorize(lambda v: v / (1 + eps))(x)"


@pytest.mark.parametrize(("source", "line"), [(LOOP, 1), (VECTORIZE, 1), ("\n\n" + LOOP, 3)])
def test_a_loop_where_the_key_has_none_is_right_with_advice(source, line):
    """Also one that hides in a call."""
    found = judged(source, task=GUARDED)
    assert (found.outcome, found.evidence[1].message, found.evidence[1].facts) == (
        Outcome.CORRECT,
        "not-vectorised",
        {"line": line},
    )


def test_loops_are_no_news_where_the_key_loops_too():
    """Advice that the key itself ignores is none."""
    assert len(judged(LOOP, task=replace(GUARDED, key=LOOP)).evidence) == 1


def test_a_guard_typed_in_is_right_with_advice():
    """Where the caller hands one over; another small number of the program's own is fine."""
    typed = "def sigmoid(x, eps=1e-5): return x / (1 + eps) + 0 * np.log(1e-5)"
    (_, advice) = judged(typed, task=GUARDED).evidence
    assert (advice.message, advice.facts) == ("hard-coded-eps", {"value": "1e-05", "line": 1})
    assert len(judged(typed.replace("log(1e-5)", "log(1e-9)"), task=GUARDED).evidence) == 1


def test_an_argument_that_a_wrong_answer_never_reads_is_named():
    """Unless it reads none, as a file that is still to be filled in."""
    found = judged("def sigmoid(x, eps=1e-5): return x / (1 + 1e-5)", task=GUARDED)
    assert found.outcome is Outcome.INCORRECT
    pointers = [evidence for evidence in found.evidence if evidence.message == "unused-argument"]
    assert [pointer.facts for pointer in pointers] == [{"names": ["eps"], "line": 1}]
    assert "unused-argument" not in [
        each.message for each in judged("def sigmoid(x): raise NotImplementedError").evidence
    ]
