"""The expected values: the key's own, or those of its form in higher precision."""

import pytest
from msgspec.structs import replace

from interview_drill.errors import SandboxError
from interview_drill.grader.task import Draw, Examination, Recipe
from tests.grader.programs import messages, run

EXACT = """
import mpmath
mpmath.mp.dps = 40
def growth(x): return float(mpmath.expm1(mpmath.mpf(x)))
"""

GROWTH = Examination(
    entry="growth",
    signature="growth(x)",
    returns="float",
    key="def growth(x): return float(np.exp(x) - 1)",
    precise=EXACT,
    recipes=(
        Recipe("plain", {"x": Draw(value=1.5)}),
        Recipe(
            "tiny",
            {
                "x": Draw(value=1e-3),
            },
            tags=("precise",),
        ),
        Recipe(
            "tinier",
            {
                "x": Draw(value=1.234e-12),
            },
            tags=("precise",),
        ),
    ),
)
GROWTH = replace(GROWTH, tolerance=replace(GROWTH.tolerance, atol=0.0))


def test_higher_precision_decides_where_the_key_is_in_doubt():
    """exp(x) - 1 has lost its digits at 1e-12, expm1 has not, and the tests know."""
    assert messages(run("def growth(x): return np.expm1(x)", GROWTH)) == []
    report = run(GROWTH.key, GROWTH)
    assert [finding.facts["vector"] for finding in report.findings] == ["tinier"]


def test_the_key_answers_where_nothing_is_in_doubt():
    """A precise form that is wrong elsewhere is not asked there."""
    elsewhere = replace(GROWTH, precise=EXACT.replace("return ", "return 7.0 if x > 1 else "))
    assert messages(run("def growth(x): return np.expm1(x)", elsewhere)) == []


@pytest.mark.parametrize("precise", ["1 / 0", "def other(x): return x", "def growth(x): return None"])
def test_a_precise_form_that_fails_decides_nothing(precise):
    """Our fault, never the learner's."""
    with pytest.raises(SandboxError, match="oracle-failed"):
        run("def growth(x): return np.expm1(x)", replace(GROWTH, precise=precise))
