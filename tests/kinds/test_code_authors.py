"""What an author writes of a code question: the starter it gives, the key it reveals, the mistakes that are placed."""

import pytest
from msgspec.structs import replace

from interview_drill.grader.task import Declared, Draw, Recipe
from interview_drill.kinds import code
from tests.kinds.coding import KEY, TASK, question


def test_the_starter_is_python_with_the_header_and_the_task():
    """Quotes and backslashes of the stem do not break it; both languages are there."""
    text = code.starter(question(), "en")
    assert text.startswith("# drill: sigmoid-x\n")
    names: dict = {}
    exec(text, names)
    assert names["sigmoid"].__doc__.strip() == "Write `sigmoid`: '''stable''' \\ exact."
    assert "实现 sigmoid。" in code.starter(question(), "zh")


def test_the_key_is_revealed_as_code():
    """Shown only when asked for."""
    assert [(part.form, part.text["en"]) for part in code.revealed(question())] == [("code", KEY)]


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"signature": "sigmoid(x"}, "signature", "fault-signature"),
        ({"signature": "other(x)"}, "signature", "fault-signature"),
        ({"key": "def other(x): return x"}, "key", "fault-program"),
        ({"mutants": ("def sigmoid(x) return x",)}, "mutants.0", "fault-program"),
        ({"measure": "def quality(a, x): return 0"}, "measure", "fault-program"),
        ({"returns": "matrix"}, "returns", "fault-no-such-form"),
        ({"checks": ("value", "colour")}, "checks.1", "fault-no-such-check"),
        ({"checks": (Declared("gradient", with_respect_to=("x",)),)}, "checks.0", "fault-gradient"),
        ({"checks": (Declared("shift-invariance"),)}, "checks.0", "fault-shift"),
        (
            {"checks": (Declared("shift-invariance", with_respect_to=("z",)),)},
            "checks.0.with_respect_to",
            "fault-no-such-argument",
        ),
        (
            {"recipes": (Recipe("r", {"x": Draw(value=1)}, {"N": 2}, conditions=("N",)),)},
            "recipes.0.conditions.0",
            "fault-condition",
        ),
        (
            {"recipes": (Recipe("r", {"x": Draw(value=1)}, {"N": 2}, conditions=("N > K",)),)},
            "recipes.0.conditions.0",
            "fault-no-size",
        ),
        ({"partial": ("nobody",)}, "partial", "fault-no-such-misconception"),
        ({"recipes": ()}, "recipes", "fault-no-recipes"),
        ({"recipes": (Recipe("r", {"y": Draw(value=1)}),)}, "recipes.0.arguments", "fault-arguments"),
        ({"recipes": (Recipe("r", {"x": Draw()}),)}, "recipes.0.arguments.x", "fault-one-source"),
        ({"recipes": (Recipe("r", {"x": Draw(value=1, normal=(0, 1))}),)}, "recipes.0.arguments.x", "fault-one-source"),
        ({"recipes": (Recipe("r", {"x": Draw(constant=0, shape=("N",))}),)}, "recipes.0.arguments.x", "fault-no-size"),
    ],
)
def test_an_authors_mistakes_are_placed(change, field, message):
    """Without running anything."""
    assert (field, message) in [mistake[:2] for mistake in code.faults(question(replace(TASK, **change)))]


def test_a_sound_question_has_no_fault():
    """The walk over mistakes can come out empty."""
    assert list(code.faults(question())) == []


@pytest.mark.parametrize(
    "signature",
    [
        "sigmoid(x): import os\ndef other()",
        "sigmoid(x): import os; y = 1 #",
        "sigmoid(x=__import__('os').system('true'))",
        "sigmoid(x: print('x'))",
        "sigmoid(x) -> print('x')",
        "sigmoid(x, *, y=open('z'))",
        "sigmoid(x) #",
    ],
)
def test_a_signature_runs_nothing(signature):
    """It is written into the file that learners fill in: names and constants, no more."""
    assert code.parameters(signature) is None


@pytest.mark.parametrize("signature", ["f()", "f(x, axis=-1)", "f(x, eps=1e-5, *, mask=None)", "f(x, size=(1, -2))"])
def test_a_plain_signature_is_read(signature):
    """With its defaults."""
    assert code.parameters(signature) is not None
