"""Checks of calls around a vector: gradients by finite differences, and invariance under a shift."""

from msgspec.structs import replace

from interview_drill.grader.task import STANDING_CHECKS, Declared, Draw, Examination, Recipe
from tests.grader.programs import KEY, SOFTMAX, messages, run, wrong

RIDGE = Examination(
    entry="ridge",
    signature="ridge(w, b)",
    returns=("float", "array", "float"),
    key="def ridge(w, b): return float((w ** 2).sum() + np.exp(b)), 2 * w, float(np.exp(b))",
    recipes=(Recipe("some", {"w": Draw(normal=(0, 1), shape=("N",)), "b": Draw(normal=(0, 1))}, {"N": (2, 4)}),),
    checks=(*STANDING_CHECKS, Declared("gradient", of=0, with_respect_to=("w", "b"))),
)

SHIFTED = replace(SOFTMAX, checks=(*STANDING_CHECKS, Declared("shift-invariance", with_respect_to=("x",))))


def gradient_findings(source):
    return [finding for finding in run(source, RIDGE).findings if finding.message == "no-gradient"]


def test_a_gradient_of_another_function_is_found():
    """The loss is right and its slope is not: the place, the direction, both numbers."""
    (finding,) = gradient_findings("def ridge(w, b): return (w ** 2).sum() + np.exp(b), w, np.exp(b)")
    facts = finding.facts
    assert facts["place"].startswith("answer[1][") and facts["at"].startswith("w[") and facts["loss"] == "answer[0]"
    assert abs(float(facts["slope"]) - 2 * float(facts["got"])) < 1e-3
    (finding,) = gradient_findings("def ridge(w, b): return (w ** 2).sum() + np.exp(b), 2 * w, b")
    assert (finding.facts["place"], finding.facts["at"]) == ("answer[2]", "b")


def test_a_pair_that_fits_is_not_blamed_for_its_gradient():
    """Another loss with its own gradient: wrong, for another reason."""
    source = "def ridge(w, b): return (w ** 2).sum() / 2 + np.exp(b), w, np.exp(b)"
    assert gradient_findings(source) == []
    assert wrong(run(source, RIDGE))


def test_the_right_gradient_passes():
    """On any seed; large numbers and rounding are allowed for."""
    assert all(run(RIDGE.key, RIDGE, seed=seed).findings == () for seed in range(4))


def test_a_loss_that_breaks_near_the_vector_is_not_differentiated():
    """Exceptions, NaN and other forms say nothing about a slope."""
    for loss in ("np.nan", "None", "1 / 0 if b != float(str(b)[:4]) else 1.0"):
        assert gradient_findings(f"def ridge(w, b): return {loss}, 2 * w, np.exp(b)") == []


KINKED = Examination(
    entry="size",
    signature="size(w)",
    returns=("float", "array"),
    key="def size(w): return float(np.abs(w).sum()), np.sign(w)",
    recipes=(Recipe("tiny", {"w": Draw(value=[1e-6, 0.0, -3.0])}),),
    checks=(*STANDING_CHECKS, Declared("gradient", with_respect_to=("w",))),
)


def test_a_kink_beside_the_vector_is_no_slope():
    """|w| at 1e-6: the difference over a larger step crosses 0, and blames nobody."""
    assert run(KINKED.key, KINKED).findings == ()
    smooth = replace(KINKED, recipes=(Recipe("plain", {"w": Draw(value=[2.0, 0.0, -3.0])}),))
    assert run(KINKED.key, smooth).findings == ()
    assert "no-gradient" in messages(run("def size(w): return np.abs(w).sum(), -np.sign(w)", smooth))


def test_shifts_that_change_the_answer_are_found():
    """Softmax forgets a constant; a power does not."""
    assert run(KEY, SHIFTED).findings == ()
    assert "not-shift-invariant" in messages(
        run("def softmax(x, axis=-1): return x / x.sum(axis, keepdims=True)", SHIFTED)
    )
    whole = "def softmax(x, axis=-1):\n    e = np.exp(x - x.max())\n    return e / e.sum()"
    assert "not-shift-invariant" not in messages(run(whole, SHIFTED))
