"""Programs that behave alike are told by what they answer, by its quality where the question measures one."""

import pytest

from interview_drill.grader.likeness import nearest, twin
from interview_drill.grader.task import Draw, Examination, Recipe
from tests.grader.programs import KEY, SOFTMAX, run
from tests.grader.test_examining import NAIVE, PATH, WHOLE

LAST_AXIS = (
    "def softmax(x, axis=-1):\n    e = np.exp(x - x.max(-1, keepdims=True))\n    return e / e.sum(-1, keepdims=True)"
)
SCALED = "def softmax(x, axis=-1): return 0.3 * x"
OTHERS = {"whole": WHOLE, "no-shift": NAIVE, "last-axis": LAST_AXIS}

LOSS = Examination(
    entry="loss",
    signature="loss(p)",
    returns="float",
    key="def loss(p): return float(-np.log(np.maximum(p, 1e-12)).mean())",
    measure="def measure(answer, p): return min(float(answer), 10.0) if (p == 0).any() else float(answer)",
    recipes=(
        Recipe("some", {"p": Draw(uniform=(0.1, 1), shape=(3,))}),
        Recipe("zero", {"p": Draw(value=[0.0])}),
    ),
)


def twin_of(source, others, task=SOFTMAX):
    reports = {name: run(program, task) for name, program in others.items()}
    return twin(run(source, task), reports, task)


def near(source, others, task=SOFTMAX):
    reports = {name: run(program, task) for name, program in others.items()}
    return nearest(run(source, task), reports, task)


def test_another_way_of_the_same_wrong_idea_is_its_twin():
    """Written otherwise, and with other rounding."""
    assert (
        twin_of("def softmax(x, axis=-1):\n    e = np.exp(x - x.mean())\n    return e / np.sum(e)", OTHERS) == "whole"
    )
    assert twin_of("def softmax(x, axis=-1): return x / x.sum(axis, keepdims=True)", OTHERS) is None


@pytest.mark.parametrize("form", ["s.argmin(1)", "[int(k) for k in s.argmin(1)]", "tuple(s.argmin(1) * 1.0)"])
def test_labels_mean_the_same_whatever_holds_them(form):
    """A list of ints, an array of them, whole floats."""
    assert (
        twin_of(f"def path(s): return {form}", {"worst": "def path(s): return s.argmin(1).tolist()"}, PATH) == "worst"
    )


def test_another_path_of_the_same_quality_is_the_same_answer():
    """Where several paths are equally bad, the one that the author's program takes is not the only one."""
    last = "def path(s): return [len(r) - 1 - int(np.argmin(r[::-1])) for r in s]"
    assert twin_of(last, {"worst": "def path(s): return s.argmin(1)"}, PATH) == "worst"


def test_another_guard_of_the_log_is_the_same_answer():
    """The measure says which numbers count as the same, for a wrong idea as for a right one."""
    summed = {"summed": "def loss(p): return -np.log(np.maximum(p, 1e-12)).sum()"}
    assert twin_of("def loss(p): return -np.log(p + 1e-9).sum()", summed, LOSS) == "summed"
    assert twin_of("def loss(p): return -np.log(np.maximum(p, 1e-3)).sum()", summed, LOSS) is None


def test_a_measured_number_is_told_as_the_number():
    """The answer 2.89 does not "score" 2.89."""
    finding = run("def loss(p): return -np.log(np.maximum(p, 1e-12)).sum()", LOSS).findings[0]
    assert (finding.message, finding.facts["place"]) == ("wrong-value", "answer")
    assert run("def loss(p): return -np.log(np.maximum(p, 1e-9)).mean()", LOSS).findings == ()


def test_what_cannot_be_measured_is_compared_as_it_is():
    """Labels out of range are not like each other because nobody can score them."""
    others = {"nines": "def path(s): return [9] * len(s)"}
    assert twin_of("def path(s): return [9] * len(s)", others, PATH) == "nines"
    assert twin_of("def path(s): return [8] * len(s)", others, PATH) is None


def test_a_program_that_shares_every_failure_comes_near():
    """One that accounts for some of them does not, nor one that agrees only where both are right."""
    matrices = KEY.replace("return", "return 0.3 * x if x.ndim > 1 else")
    (only,) = near(matrices, OTHERS | {"scaled": SCALED})
    assert (only.name, only.failed) == ("scaled", 6)
    mixed = WHOLE.replace("return e / e.sum()", "return e / (e.sum() if x.ndim > 1 else 5)")
    assert near(mixed, OTHERS) == ()
    assert near("def softmax(x, axis=-1): return np.zeros_like(x)", OTHERS) == ()


def test_zeros_and_what_is_not_finite_come_about_in_many_ways():
    """Programs that share such answers alone need not share an idea; nor do two that agree on a single vector."""
    nan = {"nan": "def softmax(x, axis=-1): return x * np.nan"}
    assert near(KEY.replace("return", "return x * np.nan if x.ndim > 1 else"), nan) == ()
    assert near(KEY.replace("return", "return 0.3 * x if x.max() > 999 else"), {"x": SCALED}) == ()


UNPACKED = "def softmax(x, axis=-1):\n    n, d = x.shape\n    return {}"


def test_exceptions_are_the_same_where_they_say_the_same():
    """Whatever the numbers in them: (3, 4) against (4,), or too many values (expected 2)."""
    other = UNPACKED.replace("n, d = x.shape", "n, d, e = x.shape").format("x")
    assert twin_of(UNPACKED.format("x"), {"unpacked": UNPACKED.format("1 * x")}) == "unpacked"
    assert twin_of(UNPACKED.format("x.dot(x, x, x, x)"), {"three": other}) is None
    raised = "def softmax(x, axis=-1): raise ValueError({})"
    assert twin_of(raised.format("f'shape {x.shape}'"), {"shape": raised.format("f'shape {x.size}'")}) is None
    assert twin_of(raised.format("f'size {x.size}'"), {"size": raised.format("f'size {x.size + 1}'")}) == "size"
    assert twin_of(raised.format("'rank'"), {"shape": raised.format("'shape'")}) is None


def test_a_slip_that_stops_where_this_program_goes_on_is_another():
    """Stopping alike here and there is no sign of the same idea."""
    stops = "def softmax(x, axis=-1):\n    if {}: raise ValueError('rank')\n    return {}"
    right = "np.exp(x - x.max()) / np.exp(x - x.max()).sum()"
    mine = stops.format("x.shape == (3, 3)", f"0.3 * x if x.ndim > 1 else {right}")
    assert [one.name for one in near(mine, {"x": stops.format("x.shape == (3, 3)", "0.3 * x")})] == ["x"]
    assert near(mine, {"x": stops.format("x.shape == (3, 3) or x.ndim == 1", "0.3 * x")}) == ()
