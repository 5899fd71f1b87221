"""Cloze: a line a blank; forms of writing are of no account, words are."""

import pytest

from interview_drill.kinds import kind
from interview_drill.kinds.cloze import Blank, Task
from interview_drill.verdict import Outcome

from .asking import judged, question, wrong

TASK = Task(
    {"en": "The {{loss}} falls, the {{gain}} grows.", "zh": "{{gain}}上升，{{loss}}下降。"},
    {"loss": Blank({"en": ("cross-entropy", "log loss"), "zh": ("交叉熵",)}), "gain": Blank(("likelihood",))},
)
ASKED = question("cloze", TASK, wrong("swapped", "likelihood\ncross-entropy"), wrong("accuracy", "*\naccuracy"))


@pytest.mark.parametrize(
    "text",
    [
        "cross-entropy\nlikelihood",
        "Cross Entropy\nLIKELIHOOD.",
        "交叉熵\nｌｉｋｅｌｉｈｏｏｄ",
        "\n log loss \n\n likelihood \n",
        "1. log loss\n2. likelihood",
        "[1] log loss\n[2] likelihood",
    ],
)
def test_right_in_any_writing(text):
    """Case, width, hyphens, blank lines and numbers before the lines."""
    assert judged(ASKED, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("text", "outcome", "score", "misconception"),
    [
        ("cross-entropy\nloss", Outcome.PARTIAL, 0.5, None),
        ("entropy\nlikelihood", Outcome.PARTIAL, 0.5, None),
        ("not cross-entropy\nunlikelihood", Outcome.INCORRECT, 0.0, None),
        ("likelihood\ncross-entropy", Outcome.INCORRECT, 0.0, "swapped"),
        ("log loss\naccuracy", Outcome.PARTIAL, 0.5, "accuracy"),
        ("anything\nAccuracy", Outcome.INCORRECT, 0.0, "accuracy"),
    ],
)
def test_wrong_words(text, outcome, score, misconception):
    """Each right blank counts its share; a word that only contains the right one is wrong."""
    found = judged(ASKED, text)
    assert (found.outcome, found.score, found.misconception) == (outcome, score, misconception)


@pytest.mark.parametrize("text", ["", "likelihood", "a\nb\nc"])
def test_another_number_of_lines_is_no_attempt(text):
    """One line a blank."""
    found = judged(ASKED, text)
    assert found.outcome is Outcome.UNREADABLE and found.evidence[0].message == "cloze-count"


def test_decimals_are_no_line_numbers():
    """`1.5` is an answer."""
    asked = question("cloze", Task({"en": "{{n}}"}, {"n": Blank(("1.5",))}))
    assert judged(asked, "1.5").outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("text", "outcome"), [(".1", Outcome.INCORRECT), ("1。", Outcome.CORRECT), ("．1", Outcome.INCORRECT)]
)
def test_a_leading_point_is_no_full_stop(text, outcome):
    """`.1` is a tenth."""
    assert judged(question("cloze", Task({"en": "{{n}}"}, {"n": Blank(("1",))})), text).outcome is outcome


def test_blanks_are_numbered_alike_in_both_languages():
    """The order of the answer's lines does not depend on the grammar."""
    stem = kind("cloze").stem(TASK, {"en": "Fill:", "zh": "填空："})
    assert stem["en"].endswith("The [1] ____ falls, the [2] ____ grows.")
    assert stem["zh"].endswith("[2] ____上升，[1] ____下降。")


def test_the_key_fills_the_blanks_in_its_language():
    """English words in English, Chinese where there are any."""
    text = kind("cloze").revealed(ASKED)[0].text
    assert "**cross-entropy**" in text["en"] and "**交叉熵**" in text["zh"]


@pytest.mark.parametrize(
    ("accepted", "text", "outcome"),
    [
        ("T^2", "T^-2", Outcome.INCORRECT),
        ("T^-2", "t^−2", Outcome.CORRECT),
        ("T^-2", "T⁻²", Outcome.CORRECT),
        ("inf", "-inf", Outcome.INCORRECT),
        ("T^2", "T²", Outcome.CORRECT),
        ("1/T^2", "1/T2", Outcome.INCORRECT),
        ("512", "51²", Outcome.INCORRECT),
        ("prior", "the prior", Outcome.CORRECT),
        ("A", "a b", Outcome.INCORRECT),
    ],
)
def test_a_minus_is_no_hyphen(accepted, text, outcome):
    """Only between two letters a hyphen is a matter of writing; raised digits are a power, articles nothing."""
    assert judged(question("cloze", Task({"en": "{{n}}"}, {"n": Blank((accepted,))})), text).outcome is outcome
