"""One door for every kind: what an answer holds never raises."""

import pytest

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.errors import SandboxError, UsageError
from interview_drill.kinds import KINDS, Settings
from interview_drill.kinds.concept import Point, Task
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

from .asking import judged, question

CONCEPT = question("concept", Task((Point({"en": "p", "zh": "点"}, {"en": ("p",), "zh": ("点",)}),), {"en": "s"}))


def test_an_open_question_is_left_to_its_reader():
    """Never graded, whatever is typed."""
    for text in ("", "p", "nonsense"):
        found = judged(CONCEPT, text)
        assert found.outcome is Outcome.UNDECIDED and found.evidence[0].method == "self" and found.score is None


def test_a_machine_that_fails_is_not_held_against_the_learner(monkeypatch):
    """SandboxError becomes undecided, with its reason."""

    def fail(*_):
        raise SandboxError("no-worker", reason="killed")

    monkeypatch.setattr(kinds.kind("concept"), "judge", fail)
    found = judged(CONCEPT, "x")
    assert found.outcome is Outcome.UNDECIDED and found.evidence[0].facts["reason"] == "killed"


def test_an_unknown_kind_is_a_usage_error():
    """With the kinds that there are."""
    with pytest.raises(UsageError):
        kinds.kind("essay")


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_parts(name):
    """What the bank, the audit and the command line call."""
    module = kinds.kind(name)
    assert all(hasattr(module, part) for part in ("Task", "judge", "specimens", "faults", "revealed"))


@pytest.mark.parametrize("entry", open_bank().index(), ids=lambda entry: entry.id)
@pytest.mark.parametrize("text", ["\0", "\ud800", "🙂" * 50, "((((" * 30, "'", "$"])
def test_strange_answers_are_never_right(entry, text):
    """Rubbish is unreadable, wrong or undecided, and never raises."""
    if entry.kind == "code":
        pytest.skip("the grader's own tests hand rubbish to the sandbox")
    found = kinds.judge(open_bank().question(entry.id), Answer(text), Settings(seed=7))
    assert found.outcome not in (Outcome.CORRECT, Outcome.PARTIAL)
