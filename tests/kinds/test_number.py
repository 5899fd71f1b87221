"""Number: values decide, within the declared tolerance."""

import pytest

from interview_drill.kinds.number import Task
from interview_drill.verdict import Outcome

from .asking import judged, question, wrong

HALF = question("number", Task("1/2"), wrong("doubled", "1"))
MEGABYTES = question("number", Task("1.5", unit="MB"))
LOG = question("number", Task(r"\log 2", tolerance=1e-3))
ODDS = question("number", Task("8.17", tolerance=0.005, units={"en": ("times", "x"), "zh": ("倍",)}))
WHOLE = question("number", Task("1856"))
POWER = question("number", Task("3^6"), wrong("product", "3 * 6"))


@pytest.mark.parametrize("text", ["0.5", "1/2", "2/4", "5e-1", r"\frac{1}{2}", "50%", "０．５", "sqrt(1/4)", "2**-1"])
def test_equal_values_are_right(text):
    """Numbers and expressions in any notation."""
    assert judged(HALF, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("text", "message", "misconception"),
    [
        ("0.51", "number-wrong", None),
        ("0.500001", "number-wrong", None),
        ("-0.5", "number-negated", None),
        ("2", "number-reciprocal", None),
        ("1", "number-wrong", "doubled"),
    ],
)
def test_other_values_are_wrong(text, message, misconception):
    """What is plain to see about them is said."""
    found = judged(HALF, text)
    assert found.outcome is Outcome.INCORRECT
    assert (found.evidence[0].message, found.misconception) == (message, misconception)


@pytest.mark.parametrize("text", ["", "half", "x", "1/0", "1 2 +"])
def test_what_is_no_number_is_no_attempt(text):
    """Unreadable."""
    assert judged(HALF, text).outcome is Outcome.UNREADABLE


@pytest.mark.parametrize("text", ["1.5", "1.5 MB", "1.5mb", "3/2 MB"])
def test_a_unit_may_stand_behind(text):
    """And need not."""
    assert judged(MEGABYTES, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(("text", "outcome"), [("0.693", Outcome.CORRECT), ("0.69", Outcome.INCORRECT)])
def test_the_tolerance_is_the_authors(text, outcome):
    """Relative to the key."""
    assert judged(LOG, text).outcome is outcome


@pytest.mark.parametrize(
    "text",
    ["8.17 times", "8.17倍", "8.17x", "8.17 X", "≈8.17", "约 8.17", "about 8.17 times", "e^{2.1} 倍"],
)
def test_words_around_a_number_are_of_no_account(text):
    """Those that the question declares behind it, in either language, and words for about before it."""
    assert judged(ODDS, text).outcome is Outcome.CORRECT


def test_other_words_are_told_that_only_the_number_is_asked_for():
    found = judged(ODDS, "8.17 apples")
    assert found.outcome is Outcome.UNREADABLE and found.evidence[0].message == "number-no-unit"


@pytest.mark.parametrize(
    ("asked", "text", "message", "name"),
    [
        (WHOLE, "69 steps", "number-no-unit", "steps"),
        (WHOLE, "69步", "number-no-unit", "步"),
        (WHOLE, "69 steps each", "number-no-unit", "steps each"),
        (MEGABYTES, "1.5 apples", "number-unit", "apples"),
        (WHOLE, "2x", "number-only", "x"),
        (WHOLE, "x + 69", "number-only", "x"),
    ],
)
def test_a_word_behind_the_number_is_named_whole(asked, text, message, name):
    """The whole word, not its first letter; a letter in an expression is no unit."""
    found = judged(asked, text).evidence[0]
    assert (found.message, found.facts["name"]) == (message, name)


@pytest.mark.parametrize("text", ["1,856", "1856", "１，８５６", "29 * 64", "1,800 + 56"])
def test_thousands_may_be_set_apart(text):
    assert judged(WHOLE, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("asked", "text", "outcome"),
    [
        (POWER, "3⁶", Outcome.CORRECT),
        (POWER, "36", Outcome.INCORRECT),
        (HALF, "2⁻¹", Outcome.CORRECT),
        (HALF, "(1/√2)²", Outcome.CORRECT),
    ],
)
def test_raised_digits_are_exponents(asked, text, outcome):
    """They are not digits of a longer number."""
    assert judged(asked, text).outcome is outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("50%", Outcome.CORRECT),
        ("100%-50%", Outcome.CORRECT),
        ("150%/3", Outcome.CORRECT),
        ("50 percent", Outcome.CORRECT),
        ("百分之50", Outcome.CORRECT),
        ("0.25+25%", Outcome.CORRECT),
        ("25+25%", Outcome.INCORRECT),
        ("1%", Outcome.INCORRECT),
        ("5 % 2", Outcome.INCORRECT),
    ],
)
def test_a_per_cent_sign_belongs_to_its_number(text, outcome):
    """Before another operand it is Python's remainder."""
    found = judged(HALF, text)
    assert found.outcome is outcome or (text == "5 % 2" and found.outcome is Outcome.UNREADABLE)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("2/4 = 0.5", Outcome.CORRECT),
        ("0.5 = 0.9", Outcome.INCORRECT),
        ("0.9 = 0.5", Outcome.INCORRECT),
        ("p = 1/2", Outcome.CORRECT),
        ("w* = 0.5", Outcome.CORRECT),
        ("σ²/τ² = 0.4", Outcome.INCORRECT),
        ("1/2 ≈ 0.5", Outcome.CORRECT),
    ],
)
def test_every_part_of_a_chain_is_judged(text, outcome):
    """Only a name on its left is not."""
    assert judged(HALF, text).outcome is outcome


def test_what_can_be_read_in_two_ways_wants_brackets():
    """log of a quotient, or a log divided?"""
    assert judged(LOG, "log 8/4").evidence[0].message == "add-brackets"
    assert judged(LOG, "log(8/4)").outcome is Outcome.CORRECT
    assert judged(LOG, "ln2 - 0").outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    "text", ["w = 1/2", "w* = 0.5", "w_1 = 1/2", "f(-1) = 0.5", "a²/b² = 0.5", "log-odds = 1/2", "概率 = 0.5"]
)
def test_a_name_may_stand_on_the_left(text):
    """It says nothing that could be wrong."""
    assert judged(HALF, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    "text", ["2w = 1/2", "-w = 1/2", "w/2 = 0.5", "w - 1 = 0.5", "w² = 0.5", "|w| = 0.5", r"\sqrt{w} = 0.5", "w != 1/2"]
)
def test_what_is_worked_on_the_left_is_no_name(text):
    """2w = 1/2 says that w is a quarter."""
    assert judged(HALF, text).outcome is Outcome.UNREADABLE


@pytest.mark.parametrize("text", ["1 < 2", "2 != 3", "exp(-3) <= 1"])
def test_a_condition_is_no_number(text):
    """Though Python counts it as 1."""
    assert judged(question("number", Task("1")), text).outcome is Outcome.UNREADABLE


def test_a_decimal_comma_is_no_thousand():
    """`0,193` is nobody's 193."""
    assert judged(question("number", Task("193")), "0,193").outcome is Outcome.UNREADABLE


@pytest.mark.parametrize(
    ("text", "meant"), [("8,17", "8.17"), ("8，17", "8.17"), ("0,193", "0.193"), ("8,17 倍", "8.17"), ("1,00", "1.00")]
)
def test_a_decimal_comma_is_told_of_the_point(text, meant):
    """It is refused, with what to write."""
    found = judged(ODDS, text)
    assert found.outcome is Outcome.UNREADABLE
    assert (found.evidence[0].message, found.evidence[0].facts["meant"]) == ("number-comma", meant)


@pytest.mark.parametrize(("text", "read"), [("max(1,2)", 2.0), ("1,000 + 1", 1001.0), ("max(1,2) + 0,5", None)])
def test_other_commas_stay(text, read):
    """Those between arguments, and in thousands."""
    found = judged(WHOLE, text).evidence[0]
    assert found.facts.get("value") == read and found.message != "number-comma"


@pytest.mark.parametrize("text", ["0。75", "。75", "０。７５", "约0。75。", "3/4"])
def test_the_full_stop_of_a_chinese_keyboard_is_a_point(text):
    """Before a digit."""
    assert judged(question("number", Task("0.75")), text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("text", "value"),
    [("3x3x3x64", 1728.0), ("3X3", 9.0), ("3 x 3", 9.0), ("３ｘ３", 9.0), ("3×3×3×64", 1728.0), ("1.5x2+1", 4.0)],
)
def test_an_x_between_numbers_is_a_product(text, value):
    """Nothing is called x in a number."""
    assert judged(HALF, text).evidence[0].facts["value"] == value


@pytest.mark.parametrize("text", ["0x10", "6/2x3", "2^2x3", "3x3x", "x3", "2x + 1"])
def test_another_x_is_still_a_name(text):
    """Hexadecimal digits, and where it is not clear how far the product reaches."""
    assert judged(HALF, text).outcome is Outcome.UNREADABLE


SILU = question("number", Task("-1/(1 + exp(1))", tolerance=0.003), wrong("one", "-0.3"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("-0.27", "number-coarse"),
        ("−0.27", "number-coarse"),
        ("SiLU(-1) = -0.27", "number-coarse"),
        ("-0.26", "number-wrong"),
        ("-0.28", "number-wrong"),
        ("-0.3", "number-wrong"),
        ("0.27", "number-wrong"),
        ("-0", "number-wrong"),
        ("-27/100", "number-wrong"),
        ("-0.269", "number-right"),
    ],
)
def test_a_value_rounded_too_coarsely_is_told_so(text, message):
    """It is right as far as it goes, and not enough; a known slip is called by its note."""
    assert judged(SILU, text).evidence[0].message == message


def test_how_many_decimals_are_asked_follows_from_the_tolerance():
    assert judged(SILU, "-0.27").evidence[0].facts["decimals"] == 3
    assert judged(question("number", Task("0.511", tolerance=1e-3)), "0.5").evidence[0].facts["decimals"] == 3
    tiny = question("number", Task("1/1048576", tolerance=0.01))
    assert judged(tiny, "0.000001").evidence[0].message == "number-wrong"


@pytest.mark.parametrize(
    "text", ["×8.17", "× 8.17", "factor 8.17", "by a factor of 8.17", "8.17左右", "约 8.17 倍左右。"]
)
def test_a_factor_may_be_called_one(text):
    assert judged(ODDS, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize("text", ["×0.5", "factor 0.5", "8.17 ×2", "x0.5"])
def test_where_no_factor_is_asked_for_it_means_something_else(text):
    assert judged(HALF, text).outcome is not Outcome.CORRECT
    assert judged(ODDS, "×2").outcome is Outcome.INCORRECT


WEIGHTS = question("number", Task("1856", units={"en": ("parameters",), "zh": ("个参数", "参数")}))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("1856 trainable parameters", Outcome.CORRECT),
        ("1856 个可训练参数", Outcome.CORRECT),
        ("1856可学习的参数", Outcome.CORRECT),
        ("1.856k", Outcome.CORRECT),
        ("1.856k parameters", Outcome.CORRECT),
        ("1.9k", Outcome.INCORRECT),
        ("1856 frozen parameters", Outcome.UNREADABLE),
        ("1856 trainable", Outcome.UNREADABLE),
        ("1856k", Outcome.UNREADABLE),
        ("2k", Outcome.UNREADABLE),
        ("1.856K", Outcome.UNREADABLE),
    ],
)
def test_which_ones_are_counted_and_thousands(text, outcome):
    """As the question counts them; a letter behind a whole number could be a name."""
    assert judged(WEIGHTS, text).outcome is outcome
