"""A derivation's text becomes numbered lines, whatever they are wrapped in; every place is one in the text as typed."""

import pytest

from interview_drill.formula.steps.lines import lines


def pieces(text):
    return [[(" ".join(one.text.split()), one.continues) for one in line.pieces] for line in lines(text)]


@pytest.mark.parametrize(
    "text",
    [
        "a = b\n= c",
        "a = b\n&= c",
        "a = b =\nc",
        "a &= b \\\\ &= c",
        "\\begin{align*}\na &= b \\\\\n&= c \\nonumber\n\\end{align*}",
        "1. a = b,\n2. = c.",
        "Let a = b\n\n\n\\Rightarrow = c",
        "$$a = b$$\n$$= c$$",
        "令 a = b，\n所以 = c。",
        "a ＝ b\n＝ c",
        "（1） a ＝ b，\n（2） ＝ c。",
        "1、a：＝ b\n2、＝ c",
        "Step 1: a = b\n= c （定义）",
        "the chain rule: a := b (by definition)\n由此，= c",
        "a = b \\text{（链式法则）}\n= c \\text{ by the chain rule}",
        "% a comment\na = b \\quad \\text{(by definition)}\n= c",
    ],
)
def test_one_chain_in_two_lines(text):
    """Layout and lead-in words say nothing; a line that begins with = goes on."""
    assert pieces(text) == [[("a = b", False)], [("c", True)]]


def test_a_sign_in_words_is_no_remark():
    """`\\text{ + 5}` is printed as mathematics, and read as such."""
    assert pieces("a = b \\text{ + 5}") == [[("a = b \\text{ + 5}", False)]]


def test_an_arrow_before_an_equation_begins_a_chain():
    """`⇒ a = b` claims something of its own."""
    assert pieces("a = b\n⇒ c = d") == [[("a = b", False)], [("c = d", False)]]


@pytest.mark.parametrize("between", [", ", "; ", " \\quad ", " and ", " 且 "])
def test_two_equations_on_a_line(between):
    """They share the line's number."""
    assert pieces(f"a = b{between}c = d") == [[("a = b", False), ("c = d", False)]]


def test_a_comma_inside_of_brackets_parts_nothing():
    """`f(a = 1, b = 2)` is one piece."""
    assert len(lines("H(p, q) = H(p) + D(p, q) = c")[0].pieces) == 1
    assert len(lines("f（a＝1，b＝2）＝ c")[0].pieces) == len(lines("f(a=1, b=2) = c")[0].pieces) == 1


def test_breaks_inside_of_cases_part_nothing():
    """Written cases are one line."""
    assert len(lines("f = \\begin{cases} 1 & x > 0 \\\\ 0 & x \\le 0 \\end{cases}\\\\ g = 2")) == 2


@pytest.mark.parametrize(
    "written", ["\\arg\\max_w", "\\operatorname*{arg\\,max}_w", "\\underset{w}{\\arg\\max}", "arg max_w"]
)
def test_every_way_to_write_argmax_is_one_word(written):
    """As long as it was, so that places stay."""
    (line,) = lines(f"v = {written} f")
    assert line.pieces[0].text.replace(" ", "").replace("{", "").replace("}", "") == "v=argmax_wf"
    assert line.pieces[0].text.index("f") == len(f"v = {written} ")


def test_places_are_those_of_the_text():
    """A caret can be drawn under a piece."""
    text = "\\begin{align}\n a &= b \\\\\n so & c = d\n\\end{align}"
    for line in lines(text):
        for piece in line.pieces:
            assert text[piece.at : piece.at + len(piece.text)].replace("&", " ") == piece.text


def test_words_that_only_look_like_lead_ins_stay():
    """`sigma` does not lose its `si`, nor a name `so`."""
    assert pieces("set_x = 1\nsos = 2") == [[("set_x = 1", False)], [("sos = 2", False)]]


@pytest.mark.parametrize(
    "written", ["(k \\ne i)", "(k ≠ i)", "for k ≠ i", "\\quad (k != i)", ", k \\neq i", "（k ≠ i）"]
)
def test_a_condition_on_letters_ends_an_equation(written):
    """It says for which indices the line is meant."""
    (line,) = lines(f"a = b {written}")
    assert (line.pieces[0].text.strip(), line.pieces[0].condition) == ("a = b", ("k", False, "i"))


@pytest.mark.parametrize("written", ["1 (k = i)", "\\mathbb{1} (k = i)", "[k = i]", "1(k = i)"])
def test_an_indicator_is_no_condition(written):
    """A factor that is 0 elsewhere says more than "for k = i"."""
    assert lines(f"a = b {written}")[0].pieces[0].condition is None


@pytest.mark.parametrize("between", ["，", "；", "。", ", 所以 ", "，则 ", " 得 ", "得", ". Then "])
def test_a_line_parts_where_its_keyboard_parts_it(between):
    """A full-width comma needs no space behind it, and a Chinese word between two equations parts them."""
    assert pieces(f"a = b{between}c = d") == [[("a = b", False), ("c = d", False)]]
    assert len(lines(f"f(a = 1{between}b = 2) = c")[0].pieces) == 1


@pytest.mark.parametrize(
    "lead",
    [
        *("We have ", "we get ", "First, ", "By the chain rule, ", "Note that ", "Differentiating, "),
        *("For the loss we get ", "对 x 求导得 "),
        *("由链式法则，", "两边对 x_l 求导：", "代入 (1) 得 ", "Proof. ", "i.e. ", "由定义 "),
        "Multiply by x: ",
    ],
)
def test_words_before_an_equation_lead_in(lead):
    """However they are put; a sign among them claims something, and does not go."""
    assert pieces(f"{lead}a = b") == [[("a = b", False)]]
    assert pieces(f"x = 2 {lead}a = b") != [[("a = b", False)]]


@pytest.mark.parametrize(
    "tail",
    [
        *(" by the chain rule", ", by the chain rule", " for all k", "，约去 e^{-c}", "，证毕。"),
        *(" 证毕", " ∎", "\\qed", ", QED", ", ∀k", ", k = 1, …, C"),
        *("，其中 c 与 w 无关", ", where c does not depend on w"),
    ],
)
def test_words_behind_an_equation_claim_nothing(tail):
    """They tell how one came to it."""
    assert pieces(f"a = b{tail}") == [[("a = b", False)]]


@pytest.mark.parametrize("tail", [" 加 c", " 的倒数", " by x", "，否则 0", " as", ", k = 2, …, C", " otherwise c"])
def test_words_that_go_on_with_a_formula_stay(tail):
    """Without them the equation would be another one."""
    assert pieces(f"a = b{tail}") != [[("a = b", False)]]


@pytest.mark.parametrize(
    "typed",
    [
        *("For k ≠ i: a = b", "Case k ≠ i: a = b", "当 k≠i 时，a = b", "若 k ≠ i，a = b", "k ≠ i: a = b"),
        *("k≠i 时 a = b", "a = b, k ≠ i", "if k \\ne i, a = b", "当 k ≠ i 时：a = b", "a = b，当 k≠i 时"),
        "a = b for all k ≠ i",
    ],
)
def test_a_condition_on_letters_stands_on_either_side(typed):
    """As `(k ≠ i)` behind an equation does."""
    (line,) = lines(typed)
    assert [(one.text.strip(), one.condition) for one in line.pieces] == [("a = b", ("k", False, "i"))]
    assert line.unread is None


@pytest.mark.parametrize(
    "typed",
    [
        *("当 y = 1 时，a = b", "仅当 y = 1 时：a = b", "if y = 1, a = b", "a = b (y = 1)"),
        *("t=2 时，a = b", "若 x > 0，a = b"),
    ],
)
def test_any_other_condition_is_not_read(typed):
    """Nothing is judged under it, and nothing without it."""
    assert lines(typed)[0].unread[0] == "condition-unread"


@pytest.mark.parametrize(
    "reason",
    [
        *(", since c = d", "，因为 c = d", ", where c = d", " because c = d", "，而 c = d", " (since c = d)"),
        *("（因为 c = d）", " (∵ c = d)", " \\text{ since } c = d", "，其中 c = d"),
    ],
)
def test_a_reason_stands_aside(reason):
    """It is a claim, before the equation that it supports, and no chain goes on from it."""
    (line,) = lines(f"a = b{reason}")
    assert [(one.text.strip(), one.aside) for one in line.pieces] == [("c = d", True), ("a = b", False)]


@pytest.mark.parametrize("typed", ["Since a = b, c = d", "因为 a = b，所以 c = d", "由 a = b 得 c = d"])
def test_a_reason_before_its_equation_stands_aside_too(typed):
    """What it is for is what the next line goes on from."""
    (line,) = lines(typed)
    assert [(one.text.strip(), one.aside) for one in line.pieces] == [("a = b", True), ("c = d", False)]
    (alone,) = lines("由 a = b 得")
    assert [(one.text.strip(), one.aside) for one in alone.pieces] == [("a = b", False)]


def test_a_function_of_an_equation_is_no_reason():
    """`P(X = 1)`, and a sum with a bound in brackets, are parts of a formula."""
    assert [one.aside for one in lines("a = b (\\sum_k c_k = 1)")[0].pieces] == [True, False]
    for typed in ("a = P(x = 1)", "a = b (1 + \\sum_{i=1}^n c_i)", "a = b (1 + Σ_{i=l}^{L-1} c_i)"):
        assert [one.aside for one in lines(typed)[0].pieces] == [False]


@pytest.mark.parametrize("said", ["(since c > d)", "（差一个 2 倍）", "\\text{ up to a factor of 2}", "（因为 c ≥ d）"])
def test_words_that_say_more_than_a_reason_are_not_read(said):
    """They are not dropped in silence; a reason in words is."""
    assert lines(f"a = b {said}")[0].unread[0] == "words-unread"
    assert lines("a = b （约去 2）")[0].unread is None


def test_columns_of_written_cases_stay():
    """Outside of them `&` is layout."""
    typed = "f &= \\begin{cases} a, & \\text{if } k = i \\\\ b, & \\text{otherwise} \\end{cases}"
    ((piece,),) = (line.pieces for line in lines(typed))
    assert (piece.text.count("&"), piece.text.count("\\text")) == (2, 2)
