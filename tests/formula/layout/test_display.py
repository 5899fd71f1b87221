"""The LaTeX of stems, as it appears at a terminal."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from interview_drill.formula.layout.linear import inline
from interview_drill.formula.layout.measuring import measured
from interview_drill.formula.layout.painting import paint
from interview_drill.formula.layout.plane import display
from interview_drill.formula.layout.reader import read
from interview_drill.formula.layout.style import Style

UNICODE, ASCII, WIDE = Style(), Style(unicode=False), Style(ambiguous=2)
PIECES = [
    *["\\frac", "{", "}", "^", "_", "x", "12", "\\sum", "\\begin{cases}", "\\end{cases}", "&", "\\\\", "\\hat", "|"],
    *["\\|", "'", "\\sqrt", "[", "]", "(", ")", "\\left", "\\right", "\\left(", "\\right)", "\\begin", "\\mathrm"],
    *["\\text", "\\operatorname", "$", " ", "\u0302", "中", "\\not", "\\binom", "\\underbrace", "\\substack", "\\"],
    *["\\mathbb", "\\tag", "\\color", "\\overset", "\\middle", "\\nosuch", "\\begin{array}", "−", "λ"],
]
SOFTMAX = r"a_k = \frac{e^{z_k}}{\sum_{i=1}^{C} e^{z_i}}"
NORMALISED = r"\gamma \frac{x_i - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta"
STEP = r"f'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}"


def block(text: str) -> list[str]:
    return dedent(text).strip("\n").split("\n")


def test_softmax_in_two_dimensions():
    """Exponents stand on the line above, bounds right under and over the sum."""
    expected = """
           zₖ
          e
    aₖ = ──────
          C  zᵢ
          ∑ e
         i=1
    """
    assert display(SOFTMAX, UNICODE) == block(expected)


def test_batch_normalisation_in_two_dimensions():
    """The root has a roof over all that it covers."""
    expected = """
      xᵢ − μ
    γ ─────── + β
       ______
      √σ² + ε
    """
    assert display(NORMALISED, UNICODE) == block(expected)


def test_cases_in_two_dimensions():
    """A brace of three lines, its point on the baseline."""
    expected = """
            ⎧ 1   x > 0
    f′(x) = ⎨
            ⎩ 0   x ≤ 0
    """
    assert display(STEP, UNICODE) == block(expected)


def test_a_plain_terminal_gets_ascii():
    """Nothing but ASCII where the output cannot show more, Greek letters by their names."""
    drawn = "\n".join(display(NORMALISED, ASCII))
    assert drawn.isascii() and "gamma" in drawn and "sqrt" in drawn
    assert inline(NORMALISED, ASCII) == "gamma (x_i - mu) / sqrt(sigma^2 + epsilon) + beta"


@pytest.mark.parametrize(
    "latex, expected",
    [
        (SOFTMAX, "aₖ = e^(zₖ) / Σ_{i=1}^C e^(zᵢ)"),
        (r"-(y\log\hat{y} + (1-y)\log(1-\hat{y}))", "−(y log ŷ + (1 − y) log(1 − ŷ))"),
        (r"\hat{y_i}", "ŷᵢ"),
        (r"\tilde{C}_t", "C̃ₜ"),
        (r"P(A \mid B)", "P(A|B)"),
        (r"\lambda \|w\|_2^2", "λ‖w‖₂²"),
        (r"\left\lfloor \frac{n+2p-k}{s} \right\rfloor + 1", "⌊(n + 2p − k) / s⌋ + 1"),
        (r"\mathrm{ReLU}(x)", "ReLU(x)"),
    ],
)
def test_one_line(latex, expected):
    """A line keeps the brackets that the fraction bar and the raised exponent made needless."""
    assert inline(latex) == expected


def test_too_wide_becomes_one_line():
    """A block wider than its column is written on one line rather than cut."""
    assert display(SOFTMAX, Style(width=8)) == [inline(SOFTMAX)]


@pytest.mark.parametrize("latex", [SOFTMAX, NORMALISED, STEP, r"\hat{y} = \frac{\lambda}{\sum_i \sqrt{\frac{\mu}{2}}}"])
@pytest.mark.parametrize("style", [UNICODE, ASCII, WIDE])
def test_columns_are_aligned(latex, style):
    """Every line of a block takes the same number of columns, also where Greek letters take two."""
    box = paint(read(latex), style)
    assert {measured(line, style) for line in box.lines} == {box.width}


def test_ambiguous_letters_take_two_columns_where_the_terminal_says_so():
    """The bar of a fraction grows with Greek letters that a Chinese terminal shows wide."""
    narrow, wide = paint(read(r"\frac{\alpha\beta}{2}"), UNICODE), paint(read(r"\frac{\alpha\beta}{2}"), WIDE)
    assert (narrow.width, wide.width) == (2, 4)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example(r"\leftλ\frac\right")
def test_nothing_fails_on_broken_latex(latex):
    """A stem with a missing brace is shown somehow, aligned, in every style."""
    for style in (UNICODE, ASCII, WIDE):
        assert display(latex, style) and isinstance(inline(latex, style), str)
        box = paint(read(latex), style)
        assert all(measured(line, style) == box.width for line in box.lines)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_nothing_fails_on_any_text(text):
    """Whatever the text holds, what is shown holds no sign that a terminal obeys."""
    shown = "".join(display(text, UNICODE)) + inline(text)
    assert not any(ord(letter) < 32 and not letter.isspace() for letter in shown)


@pytest.mark.parametrize("latex", ["{" * 20_000, "\\frac{" * 5_000, "(" * 5_000 + ")" * 5_000])
def test_nesting_without_end_is_shown_as_typed(latex):
    """Deeper than the stack: the text itself, not a traceback."""
    assert display(latex, UNICODE) and inline(latex)
