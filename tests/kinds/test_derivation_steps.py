"""A derivation judged line by line comes to what the whole comes to, and only new lines are judged."""

import pytest

from interview_drill.formula.steps import walking
from interview_drill.kinds.derivation import ended, specimens, step, towards
from interview_drill.verdict import Outcome

from .asking import judged
from .test_derivation import ASKED

LINES = ("df/dv = 1/v", "dv/du = 3u^2", "du/dx = 2x", "df/dx = 6x/(x^2+1)")


def walked(*lines, asked=ASKED):
    """The last of the steps that lines entered one by one make."""
    stands = ()
    for line in lines:
        found = step(asked, stands, line)
        stands = found.stands
    return found


def messages(found):
    return [one.message for one in found.verdict.evidence]


def test_each_line_is_acknowledged_and_the_goal_ends_it():
    """Under way a line follows and shows a milestone; the last verdict is on the whole."""
    for count in (1, 2, 3):
        found = walked(*LINES[:count])
        assert found.verdict.outcome is Outcome.CORRECT and not found.arrived and found.stands == LINES[:count]
        assert messages(found) == ["step-proved", "milestone-shown"]
    whole = walked(*LINES)
    assert whole.arrived and messages(whole) == ["derivation-proved"] and whole.verdict.evidence[0].facts["lines"] == 4


def test_lines_entered_at_once_come_to_the_same():
    """Every specimen: pasted, line by line and handed in whole."""
    for one in specimens(ASKED):
        text = one.answer.text
        pasted, entered, whole = step(ASKED, (), text), walked(*text.split("\n")), judged(ASKED, text)
        assert pasted.verdict.outcome is entered.verdict.outcome is whole.outcome
        assert pasted.verdict.misconception == entered.verdict.misconception == whole.misconception


def test_a_false_line_does_not_stand():
    """It is handed back with what follows it; its number is that in the whole, and its slip is named."""
    found = step(ASKED, LINES[:1], "dv/du = 3u^3\ndu/dx = 2x")
    assert found.stands == LINES[:1] and found.mend == "dv/du = 3u^3\ndu/dx = 2x"
    assert found.verdict.evidence[0].facts["line"] == 2 and found.verdict.misconception == "power-kept"


def test_true_lines_before_a_false_one_stand():
    """And are acknowledged only once."""
    found = step(ASKED, (), "df/dv = 1/v\ndv/du = u")
    assert found.stands == LINES[:1] and messages(found) == ["step-false", "milestone-shown"]
    assert messages(step(ASKED, LINES[:1], "dv/du = u")) == ["step-false"]


def test_what_cannot_be_read_is_handed_back():
    """The caret's place is one in the line itself, its number that in the whole."""
    found = step(ASKED, LINES[:2], "du/dx = 2(x")
    facts = found.verdict.evidence[0].facts
    assert found.verdict.outcome is Outcome.UNREADABLE and found.stands == LINES[:2] and found.mend == "du/dx = 2(x"
    assert facts["line"] == 3 and facts["text"][facts["at"]] == "("


def test_a_line_that_is_not_decided_is_told_so():
    """It is neither false nor acknowledged: its right side is undefined at most points."""
    found = walked("u = (x^2 + 1) \\frac{\\sqrt{x - 1}}{\\sqrt{x - 1}}")
    assert found.verdict.outcome is Outcome.UNDECIDED and messages(found) == ["step-undecided"]


def test_a_chain_goes_on_over_lines():
    """`=` and `&=` continue what stands; nothing stands before a first one."""
    assert walked("\\frac{df}{dx} &= 3u^2/v \\cdot 2x \\\\", "&= \\frac{6x}{u} \\\\").verdict.outcome is Outcome.CORRECT
    assert walked("df/dx = 3u^2/v * 2x", "= 6x/u^2").verdict.outcome is Outcome.INCORRECT
    assert messages(walked("= 2x")) == ["step-continues-nothing"]


def test_a_name_of_one_s_own_may_be_used_from_its_line_on():
    """And only from there."""
    assert walked("let s = x^2 + 1", "ds/dx = 2x").verdict.outcome is Outcome.CORRECT
    assert walked("ds/dx = 2x").verdict.outcome is Outcome.UNREADABLE


def test_a_leap_is_handed_back_with_what_to_show():
    """The lines before it stand."""
    found = walked(LINES[0], LINES[3])
    assert found.verdict.outcome is Outcome.PARTIAL and found.stands == LINES[:1] and found.mend == LINES[3]
    assert found.verdict.evidence[0].facts["milestone"] == "middle"


def test_layout_alone_says_nothing():
    """No verdict, nothing to mend."""
    found = step(ASKED, LINES[:1], "\\begin{align}")
    assert (found.stands, found.verdict, found.mend, found.arrived) == (LINES[:1], None, "", False)


def test_lines_handed_in_early_are_judged_as_the_answer():
    """The goal is missing, and the next milestone is told."""
    assert ended(ASKED, LINES[:3]).outcome is Outcome.PARTIAL
    assert ended(ASKED, LINES[:3]).evidence[0].message == "goal"


@pytest.mark.parametrize(("lines", "name"), [((), None), (LINES[:1], None)])
def test_without_words_of_the_author_nothing_leads_on(lines, name):
    """A milestone without a hint has none."""
    assert towards(ASKED, lines) is name


def test_only_the_new_line_is_judged(monkeypatch):
    """Sixty lines cost sixty judgements, and a line taken back costs nothing."""
    seen = []
    taken = walking.taken
    monkeypatch.setattr(walking, "taken", lambda claim, journey: seen.append(claim) or taken(claim, journey))
    lines = tuple(f"u + {count} = x^2 + {count + 1}" for count in range(60))
    assert walked(*lines).stands == lines and len(seen) == 60
    step(ASKED, lines[:30], lines[30])
    assert len(seen) == 60
    assert messages(step(ASKED, lines, "u = x^2 + 1")) == ["too-many-lines"]
