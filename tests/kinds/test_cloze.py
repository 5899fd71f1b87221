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


def blanks(*words):
    """A cloze that takes these words in this order."""
    names = [f"b{at}" for at, _ in enumerate(words)]
    text = " ".join("{{" + name + "}}" for name in names)
    taken = {name: Blank((word,)) for name, word in zip(names, words, strict=True)}
    return question("cloze", Task({"en": text}, taken))


FOUR = ("inf", "ln 2", "3", "-0.5")
LABELS = ["{n}：{word}", "{n}: {word}", "{n}:{word}", "空{n}：{word}", "第{n}空：{word}", "{n} = {word}",
          "({n}) {word}", "（{n}）{word}", "{n}) {word}", "{n}.) {word}", "{n}. {word}", "{n}.{word}", "{n}、{word}",
          "[{n}] {word}", "- {word}", "* {word}", "{n} {word}", "Blank {n}: {word}"]  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_numbering_in_front_is_no_part_of_the_answer(label):
    """However people number their lines, a right answer is right."""
    text = "\n".join(label.format(n=n, word=word) for n, word in enumerate(FOUR, 1))
    assert judged(blanks(*FOUR), text).outcome is Outcome.CORRECT


@pytest.mark.parametrize("signs", ["①②③④", "⑴⑵⑶⑷", "⒈⒉⒊⒋", "❶❷❸❹"])
def test_numbers_in_circles_are_numbering_too(signs):
    text = "\n".join(f"{sign} {word}" for sign, word in zip(signs, FOUR, strict=True))
    assert judged(blanks(*FOUR), text).outcome is Outcome.CORRECT
    assert judged(blanks(*FOUR), text.replace(" ", "")).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("words", "text", "outcome"),
    [
        (("3.3", "1"), "3.3\n1", Outcome.CORRECT),
        (("1.5", "2.5"), "1.5\n2.5", Outcome.CORRECT),
        (("1", "2"), "1\n2", Outcome.CORRECT),
        (("1", "2"), "1：1\n2：2", Outcome.CORRECT),
        (("1", "2"), "①\n②", Outcome.CORRECT),
        (("5", "7"), "1.5\n3.7", Outcome.INCORRECT),
        (("5",), "1.5", Outcome.INCORRECT),
        (("5",), "1:5", Outcome.INCORRECT),
        (("5",), "1 = 5", Outcome.INCORRECT),
        (("inf",), "- inf", Outcome.INCORRECT),
        (("3", "4"), "1.3\n4", Outcome.PARTIAL),
        (("1 bit", "x"), "1 bit\nx", Outcome.CORRECT),
        (("a", "b"), "2. a\n1. b", Outcome.INCORRECT),
        (("a", "b"), "[1] a\nb", Outcome.CORRECT),
    ],
)
def test_a_number_that_is_the_answer_is_no_label(words, text, outcome):
    """Labels are 1, 2, 3 in order; where they could be decimals, on every line."""
    assert judged(blanks(*words), text).outcome is outcome


def test_a_slip_is_known_behind_labels_too():
    assert judged(ASKED, "1：likelihood\n2：cross-entropy").misconception == "swapped"


@pytest.mark.parametrize(
    ("accepted", "text", "outcome"),
    [
        ("2^9", "2**9", Outcome.CORRECT),
        ("2^9", "2*9", Outcome.INCORRECT),
        ("512", "= 512", Outcome.CORRECT),
        ("512", "512 = 512", Outcome.CORRECT),
        ("512", "512 = 511", Outcome.INCORRECT),
        ("512", "511 = 512", Outcome.INCORRECT),
        ("512", "512 =", Outcome.INCORRECT),
        ("512", "=", Outcome.INCORRECT),
        ("等变", "等变的", Outcome.CORRECT),
        ("等变", "不等变的", Outcome.INCORRECT),
        ("目的", "目", Outcome.INCORRECT),
    ],
)
def test_a_power_an_equals_sign_and_an_adjective(accepted, text, outcome):
    """Every part of a chain must be accepted."""
    assert judged(blanks(accepted), text).outcome is outcome


COUNTS = Task(
    {
        "en": "It has {{count}} means, each over {{size}} numbers.",
        "zh": "一共 {{count}} 个均值，每个由 {{size}} 个数算出。",
    },
    {"count": Blank(("512",)), "size": Blank(("4096", "32·128"))},
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("512 means\n4096 numbers", 2),
        ("512 个均值\n4096个数", 2),
        ("512 个\n32·128=4096", 2),
        ("1) 512 means.\n2) ≈ 4096", 2),
        ("512 numbers\n4096 means", 0),
        ("512 mean\n4096 million numbers", 0),
        ("511 means\n512 个数", 0),
        ("means\nnumbers", 0),
    ],
)
def test_what_the_sentence_says_behind_a_blank_may_be_said_again(text, right):
    """The same words, behind their own blank, and nothing between."""
    found = judged(question("cloze", COUNTS), text)
    assert found.evidence[0].facts["right"] == right
