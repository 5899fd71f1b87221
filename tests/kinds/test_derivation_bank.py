"""The shipped derivations: every slip is caught at its own line and named, and the ends alone are not enough.

Which line is the first false one is found by other numbers than the engine's (derivation_truth).
"""

from itertools import product

import pytest

from interview_drill.bank import open_bank
from interview_drill.formula.steps.lines import lines, parted
from interview_drill.kinds.derivation import step, towards
from interview_drill.verdict import Outcome

from .asking import judged
from .derivation_truth import is_false

BANK = open_bank()
ASKED = {entry.id: BANK.question(entry.id) for entry in BANK.index() if entry.kind == "derivation"}
SLIPS = [(id, slip) for id, asked in ASKED.items() for slip in asked.misconceptions]
WRONG = [(id, place) for id, asked in ASKED.items() for place, one in enumerate(asked.task.incorrect) if one.line]


def false_lines(task, text):
    """Every line that is false by the book."""
    return [line.number for line in lines(text) if is_false(task, text, line.number)]


def facts(id, text):
    """(outcome, message, line, misconception)"""
    found = judged(ASKED[id], text)
    return found.outcome, found.evidence[0].message, found.evidence[0].facts.get("line"), found.misconception


@pytest.mark.parametrize(("id", "slip"), SLIPS, ids=[f"{id}: {slip.name}" for id, slip in SLIPS])
def test_a_slip_is_caught_at_its_own_line_and_named(id, slip):
    """The line where it happens, and no later one that follows from it."""
    outcome, _, line, name = facts(id, slip.answer)
    assert (outcome, name) == (Outcome.INCORRECT, slip.name)
    assert line == false_lines(ASKED[id].task, slip.answer)[0]


@pytest.mark.parametrize("id", ASKED)
def test_the_goal_alone_is_partial(id):
    """In every form of it; what is missing is told."""
    for forms in product(*(goal.forms for goal in ASKED[id].task.goals)):
        outcome, message, _, _ = facts(id, "\n".join(forms))
        assert (outcome, message) == (Outcome.PARTIAL, "leap"), forms


@pytest.mark.parametrize(("id", "place"), WRONG)
def test_the_first_wrong_line_is_named(id, place):
    """The author's line, the engine's and the book's are one."""
    wrong = ASKED[id].task.incorrect[place]
    outcome, _, line, _ = facts(id, wrong.answer)
    assert (outcome, line) == (Outcome.INCORRECT, wrong.line)
    assert false_lines(ASKED[id].task, wrong.answer)[0] == wrong.line


@pytest.mark.parametrize("id", ASKED)
def test_two_wrong_steps_that_cancel_are_among_the_wrong_ones(id):
    """A false line on the way, and the goal at the end all the same: with the false lines left out it is not wrong."""
    assert any(cancels(ASKED[id], one) for one in ASKED[id].task.incorrect)


def cancels(asked, wrong):
    """Whether what stands behind the false lines is true, and with the goals in it."""
    if wrong.line is None:
        return False
    false = false_lines(asked.task, wrong.answer)
    kept = [text for number, text in enumerate(wrong.answer.strip().split("\n"), 1) if number not in false]
    head = wrong.answer.split("=")[0] if kept[0].startswith("=") else ""
    steps = judged(asked, head + "\n".join(kept)).evidence[0].facts["steps"]
    goals = {goal for one in steps for goal in one["goals"]}
    return false[-1] < len(lines(wrong.answer)) and len(goals) == len(asked.task.goals)


@pytest.mark.parametrize("id", ASKED)
def test_many_ways_lead_there(id):
    """Two routes at least, one derivation of three lines and one of twelve."""
    task = ASKED[id].task
    counts = {len(lines(text)) for text in (*(route.answer for route in task.routes), *task.accepted)}
    assert len(task.routes) >= 2 and min(counts) <= 3 and max(counts) >= 12


@pytest.mark.parametrize("id", ASKED)
def test_a_route_written_line_by_line_arrives(id):
    """Every line of it stands, and each asks for the next milestone that its author named."""
    asked = ASKED[id]
    for route in asked.task.routes:
        stands = ()
        for part in parted(route.answer):
            assert not towards(asked, stands) or towards(asked, stands)[0] in asked.task.milestones
            found = step(asked, stands, part)
            assert found.verdict.outcome is Outcome.CORRECT and not found.mend, part
            stands = found.stands
        assert found.arrived and stands == parted(route.answer)
