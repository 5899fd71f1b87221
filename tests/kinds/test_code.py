"""Code questions: from findings to outcomes, and the misconception behind a wrong answer."""

import pytest
from msgspec.structs import replace

from interview_drill import kinds
from interview_drill.errors import AnswerError, SandboxError
from interview_drill.feedback.speak import speak
from interview_drill.grader.task import Draw, Recipe
from interview_drill.kinds import Settings, code
from interview_drill.question import Answer
from interview_drill.verdict import Outcome
from tests.kinds.coding import KEY, TANH, TASK, judged, question


def test_specimens_come_out_as_declared():
    """Key and equivalents correct; starter, mutants and misconceptions not, each misconception by its name."""
    for specimen in code.specimens(question()):
        found = kinds.judge(question(), specimen.answer, Settings(11))
        assert (found.outcome, found.misconception) == (specimen.outcome, specimen.misconception), specimen.field


def test_a_right_answer_says_how_it_was_found():
    """The number of vectors, the level of isolation and the seed are evidence."""
    found = judged(KEY)
    assert (found.outcome, found.score, found.evidence[0].message) == (Outcome.CORRECT, 1.0, "all-vectors")
    assert found.evidence[0].facts["count"] == 5
    assert found.evidence[0].facts["level"] in ("kernel sandbox", "process only")


def asked(found):
    return [evidence.facts["name"] for evidence in found.evidence if evidence.message == "comes-near"]


def test_a_near_miss_is_asked_about():
    """A misconception's program accounts for every failing vector: its note is posed as a question, no verdict."""
    found = judged("def sigmoid(x): return np.tanh(x) if np.ndim(x) else 0.5")
    assert (found.outcome, found.misconception) == (Outcome.INCORRECT, None)
    assert asked(found) == ["tanh"]
    assert "Another function." in " ".join(speak(found, question(), "en").lines)


def test_a_slip_that_accounts_for_some_of_the_failures_is_not_asked_about():
    """The rest has another cause, and the notes of two causes mislead."""
    assert asked(judged("def sigmoid(x): return np.tanh(x) if np.ndim(x) else 0.25")) == []


def test_the_decisive_finding_is_told_on_a_small_vector():
    """Two rows are enough to see it, and few digits."""
    task = replace(TASK, recipes=(Recipe("some", {"x": Draw(normal=(0, 2), shape=("N",))}, {"N": (1, 9)}),))
    facts = judged(TANH.replace("np.tanh", "0.9 * np.tanh"), task=task).evidence[0].facts
    assert len(facts["inputs"].split(",")) == 1
    assert (facts["vector"], facts["seed"]) == ("some", 3)


def test_a_forbidden_warning_earns_part_of_the_credit():
    """Right values on the way through an overflow."""
    found = judged("import numpy\ndef sigmoid(z):\n    return 1.0 / (1.0 + numpy.exp(-z))")
    assert (found.outcome, found.score, found.misconception) == (Outcome.PARTIAL, 0.5, "overflowing")
    assert found.evidence[0].message == "forbidden-warning"


def test_a_wrong_answer_that_behaves_like_a_misconception_earns_its_name():
    """Written otherwise, it answers every vector alike."""
    found = judged("def sigmoid(x):\n    x = np.clip(x, -300, 300)\n    return np.sinh(x) / np.cosh(x)")
    assert (found.outcome, found.misconception) == (Outcome.INCORRECT, "tanh")


def test_a_wrong_answer_of_another_kind_earns_no_name():
    """A note that does not fit teaches the wrong thing."""
    found = judged("def sigmoid(x): return 0.9 * np.tanh(x)")
    assert (found.outcome, found.misconception) == (Outcome.INCORRECT, None)
    assert found.evidence[0].facts["vector"]


def test_what_cannot_be_read_counts_no_attempt():
    """A syntax error with a place to point at; a missing function by its signature."""
    found = judged("x = 1\ndef sigmoid(x:\n    pass")
    (evidence,) = found.evidence
    assert (found.outcome, evidence.message, evidence.facts["at"]) == (Outcome.UNREADABLE, "syntax-error", 6)
    assert judged("def sigmoidal(x): return x").evidence[0].message == "no-entry"
    with pytest.raises(AnswerError):
        code.judge(question(), Answer("1 +"), Settings(1))


def test_a_machine_that_cannot_run_it_decides_nothing(monkeypatch):
    """Never held against the learner."""
    found = kinds.judge(question(), Answer(KEY), Settings(1, python="/no/such/python"))
    assert (found.outcome, found.score) == (Outcome.UNDECIDED, None)
    assert found.evidence[0].message == SandboxError("sandbox-python").message
