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
