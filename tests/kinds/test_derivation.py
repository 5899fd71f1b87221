"""Derivations: the first line that does not hold is named, and a derivation is more than its ends."""

import pytest

from interview_drill.feedback import speak
from interview_drill.formula.scope import Declaration
from interview_drill.kinds.derivation import Goal, Milestone, Route, Task, faults, specimens
from interview_drill.verdict import Outcome

from .asking import judged, question, wrong

NAMES = {"en": "that", "zh": "它"}
TASK = Task(
    symbols={
        "x": Declaration("scalar"),
        "u": Declaration(value="x^2 + 1"),
        "v": Declaration(value="u^3"),
        "f": Declaration(value="\\log v"),
    },
    goals=(Goal(("\\frac{df}{dx} = \\frac{6x}{x^2+1}",)),),
    milestones={
        "outer": Milestone(("\\frac{df}{dv} = \\frac{1}{v}",), NAMES),
        "middle": Milestone(("\\frac{dv}{du} = 3u^2",), NAMES),
        "inner": Milestone(("\\frac{du}{dx} = 2x",), NAMES),
    },
    routes=(Route(("outer", "middle", "inner"), "df/dv = 1/v\ndv/du = 3u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2+1)"),),
    leap=1,
)
ASKED = question(
    "derivation",
    TASK,
    wrong("power-kept", "dv/du = 3u^3"),
    wrong("sign", "du/dx = -2x\nf = -\\log v"),
)


def first(text):
    """(outcome, message, line, misconception)"""
    found = judged(ASKED, text)
    return found.outcome, found.evidence[0].message, found.evidence[0].facts.get("line"), found.misconception


@pytest.mark.parametrize(
    "text",
    [
        "df/dv = 1/v\ndv/du = 3u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2+1)",
        "df/dv = 1/v\ndu/dx = 2x\ndf/dx = 1/v * 3u^2 * 2x\n= 6x/(x^2+1)",
        "dv/du = 3u^2\ndf/dx = \\frac{df}{dv}\\frac{dv}{du} \\cdot 2x = 3u^2 \\cdot 2x/v\n= \\frac{6x}{x^2+1}",
        "let s = x^2 + 1\ndf/dv = 1/v\ndv/ds = 3s^2\nds/dx = 2x\ndf/dx = 6x/(1+x^2)",
        "\\begin{align}\\frac{df}{dv} &= \\frac1v \\\\ \\frac{dv}{du} &= 3u^2 \\\\ \\frac{df}{dx} &= 6x/u = "
        "\\frac{6x}{x^2+1}\\end{align}",
        "f = 3 log u\ndf/du = 3/u\ndv/du = 3 u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2+1)",
    ],
)
def test_every_way_through_is_accepted(text):
    """The author's route, shortcuts within the leap, names of one's own, layout."""
    assert first(text)[0] is Outcome.CORRECT


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("df/dv = 1/v\ndv/du = 2u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2+1)", 2),
        ("df/dv = -1/v\ndv/du = -3u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2+1)", 1),
        ("df/dv = 1/v\ndv/du = 3u^2\ndf/dx = 3u^2/v * 2x\n= 6x/u\n= 6x/x^2", 5),
        ("df/dv = 1/v, dv/du = 3u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2-1)", 3),
        ("u = x^2\ndf/dv = 1/v", 1),
    ],
)
def test_the_first_false_line_is_named(text, line):
    """Two errors that cancel are two errors, and nothing declared can be defined anew."""
    outcome, message, found, _ = first(text)
    assert (outcome, message, found) == (Outcome.INCORRECT, "step-false", line)


def test_nothing_is_said_up_to_a_factor_without_need():
    """A sign of proportion wants a question that declares what is constant."""
    assert first("df/dv ∝ 1/v")[:3] == (Outcome.UNREADABLE, "proportional-to-what", 1)


def test_a_derivative_is_no_new_name():
    """Else it would say what nobody checks."""
    assert first("f' = 7")[0] is Outcome.UNREADABLE
    assert first("df_dv = 7")[0] is Outcome.UNREADABLE


def test_a_slip_is_named_where_it_happens():
    """By any of the author's false equations, whatever the words around."""
    assert first("df/dv = 1/v\n\\frac{dv}{du} = 3u u^2")[1:] == ("step-false", 2, "power-kept")
    assert first("f = -log(u^3)")[3] == "sign"
    assert first("du/dx = 3x")[3] is None


def test_the_goal_alone_is_a_leap():
    """And so are start and goal, or a line in between that shows nothing."""
    for text in ("df/dx = 6x/(x^2+1)", "f = log v\ndf/dx = 6x/(x^2+1)", "f = log v\nv = u^3\ndf/dx = 6x/(x^2+1)"):
        assert first(text)[:2] == (Outcome.PARTIAL, "leap")
    assert judged(ASKED, "df/dx = 6x/(x^2+1)").evidence[0].facts["milestone"] == "outer"


DEFINED = question(
    "derivation",
    Task(
        symbols={"x": Declaration("scalar"), "p": Declaration(value="x^2 + 1"), "g": Declaration(value="p^2 - x")},
        goals=(Goal(("\\frac{dg}{dx} = 4 x p - 1",)),),
        milestones={
            "slope": Milestone(("\\frac{dg}{dx} = 4x^3 + 4x - 1",), NAMES),
            "g": Milestone(("g = x^4+2x^2+1-x",), NAMES),
        },
        routes=(Route(("g", "slope"), "g = x^4 + 2x^2 + 1 - x\ndg/dx = 4x^3 + 4x - 1\n= 4 x p - 1"),),
        leap=0,
    ),
)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("g = x^4 + 2x^2 + 1 - x\ndg/dx = 4x^3 + 4x - 1\n= 4 x p - 1", Outcome.CORRECT),
        ("g = x^4 + 2x^2 + 1 - x\ndg/dx = 4 x (x^2 + 1) - 1\n= 4 x p - 1", Outcome.PARTIAL),
        ("g = (x^2 + 1)^2 - x\ndg/dx = 4x^3 + 4x - 1\n= 4 x p - 1", Outcome.PARTIAL),
    ],
)
def test_putting_definitions_in_is_no_step(text, outcome):
    """The goal, or what the stem defines, with p written out shows nothing."""
    assert judged(DEFINED, text).outcome is outcome


def test_a_leap_may_skip_so_many_and_no_more():
    """One milestone may be missing, two in a row may not."""
    assert first("dv/du = 3u^2\ndf/dx = 6x/(x^2+1)")[0] is Outcome.CORRECT
    assert first("df/dv = 1/v\ndf/dx = 6x/(x^2+1)")[:2] == (Outcome.PARTIAL, "leap")


def test_a_derivation_must_arrive():
    """True lines that stop short, or another form of the goal, are partial."""
    lines = "df/dv = 1/v\ndv/du = 3u^2\ndu/dx = 2x\n"
    assert first(lines)[:2] == (Outcome.PARTIAL, "goal")
    assert first(lines + "df/dx = 3u^2/v * 2x")[:2] == (Outcome.PARTIAL, "goal")


def test_the_goal_is_no_premise():
    """Stated first and shown afterwards, or stated, taken apart and stated again."""
    for text in (
        "df/dx = 6x/(x^2+1)\ndf/dv = 1/v\ndv/du = 3u^2\ndf/dx = 6x/(x^2+1)",
        "df/dx = 6x/(x^2+1)\n= 3 * 2x/u\n= 6x/(x^2+1)",
        "f = \\log(u^3)\ndf/dx = 6x/(x^2+1)\ndf/dv = 1/v\ndv/du = 3u^2",
    ):
        assert first(text)[:2] == (Outcome.INCORRECT, "circular")


@pytest.mark.parametrize(
    "text",
    [
        "f = 3 log u\ndf/dx = 6x/(x^2+1)\ndf/dv = 1/v",
        "df/dx = df/du \\cdot du/dx = 6x/(x^2+1)\ndf/dv = 1/v",
    ],
)
def test_a_goal_behind_work_is_no_premise(text):
    """What was done before may be no milestone that the question knows: then it is to be shown in another form."""
    assert first(text)[:2] == (Outcome.PARTIAL, "leap")


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("df/dv = 1/v\ndv/du = 3(u^2", "bracket-never-closed", 2),
        ("= 2x", "step-continues-nothing", 1),
        ("df/dv = 1/v\n2x + 1", "step-claims-nothing", 2),
        ("df/dv = 1/v\ndf/dq = 1", "name-undeclared", 2),
        ("", "answer-empty", None),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text, message, line):
    """No attempt is counted."""
    assert first(text)[:3] == (Outcome.UNREADABLE, message, line)


def test_lines_say_what_they_showed():
    """Facts for every line, and an acknowledgement for every milestone."""
    found = judged(ASKED, "df/dv = 1/v\ndv/du = 3u^2")
    assert [one["milestones"] for one in found.evidence[0].facts["steps"]] == [["outer"], ["middle"]]
    assert [one.facts["milestone"] for one in found.evidence if one.message == "milestone-shown"] == ["outer", "middle"]


def test_specimens_hold():
    """Routes are right, slips wrong and named."""
    for one in specimens(ASKED):
        found = judged(ASKED, one.answer.text)
        assert (found.outcome, found.misconception) == (one.outcome, one.misconception)


def test_a_route_must_be_longer_than_the_leap():
    """Else the goal alone would do."""
    short = Task(TASK.symbols, TASK.goals, TASK.milestones, (Route(("outer", "none"), ""),), leap=2)
    messages = [one.message for one in faults(question("derivation", short))]
    assert messages == ["fault-no-such-milestone", "fault-leap-too-wide"]


def test_lines_are_proved_where_they_can_be():
    """Method and number of lines; every line says how it was found to hold."""
    found = judged(ASKED, "df/dv = 1/v, dv/du = 3u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2+1)").evidence[0]
    assert (found.method, found.message, found.facts["lines"], found.facts["proved"]) == (
        "proved",
        "derivation-proved",
        3,
        3,
    )
    assert {one["method"] for one in found.facts["steps"]} == {"proved"}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        "df/dv = 1/v\ndv/du = 3u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2+1)",
        "dv/du = 3u^3",
        "dv/du = 3u",
        "df/dx = 6x/(x^2+1)",
        "df/dv = 1/v",
        "df/dx = 6x/(x^2+1)\ndf/dv = 1/v\ndf/dx = 6x/(x^2+1)",
        "df/dq = 1",
    ],
)
def test_every_verdict_has_words(text, language):
    """In both languages, with its facts filled in."""
    said = speak(judged(ASKED, text), ASKED, language)
    assert said.lines
