"""Syntax trees as they are shown back to the learner: what was understood."""

from __future__ import annotations

from fractions import Fraction
from textwrap import dedent

import pytest

from interview_drill.formula.ast import (
    Apply,
    Big,
    Cases,
    Compare,
    Derivative,
    Entry,
    Expectation,
    Logic,
    Minus,
    Name,
    Norm,
    Number,
    Over,
    Plus,
    Power,
    Probability,
    Range,
    Stack,
    Times,
    Transpose,
)
from interview_drill.formula.layout.linear import latex, written
from interview_drill.formula.layout.plane import drawn
from interview_drill.formula.layout.style import Style
from interview_drill.formula.scope import Scope, Symbol

ONE, TWO, ZERO = Number(Fraction(1)), Number(Fraction(2)), Number(Fraction(0))
A, B, C, X, Y, W = map(Name, "abcxyw")
ASCII = Style(unicode=False)
SCOPE = Scope(
    {
        symbol.name: symbol
        for symbol in (
            Symbol("P", "array", ("n",), spellings=("P(i)", "p_i"), parameters=("i",)),
            Symbol("p_A", "array", ("n",), spellings=("p_A(v_i)",), parameters=("i",)),
            Symbol("C_prev", "array", ("n",), spellings=("C_{t-1}",)),
            Symbol("P_B_given_A", "scalar", spellings=("P(B|A)",)),
            Symbol("mu", "scalar", spellings=(r"\mu_B",)),
            Symbol("y_hat", "array", ("n",), spellings=(r"\hat{y_i}",), parameters=("i",)),
            Symbol("w", "array", ("n",)),
            Symbol("x", "array", ("n",)),
            Symbol("lam", "scalar"),
            Symbol("F", "function"),
        )
    }
)


def log(argument):
    return Apply("log", (argument,))


def z(index: str) -> Entry:
    return Entry(Name("z"), (Name(index),))


def total(body, index="i"):
    return Big("sum", (index,), (None,), None, body)


MINIMAL = [
    (Plus((X, Minus(Plus((A, Minus(B)))))), "x − (a − b)"),
    (Minus(Minus(X)), "−(−x)"),
    (Times((A, Minus(B))), "a(−b)"),
    (Times((Minus(A), B)), "(−a) b"),
    (Plus((ONE, Times((Minus(A), B)))), "1 − ab"),
    (Times((TWO, Number(Fraction(3)), X)), "2 ⋅ 3x"),
    (Times((A, Plus((B, C)))), "a(b + c)"),
    (Times((A, Times((B, C), "cross")), ""), "a(b × c)"),
    (Times((log(X), Y)), "log(x) y"),
    (Times((Y, log(X))), "y log x"),
    (log(Plus((ONE, X))), "log(1 + x)"),
    (Power(Minus(X), TWO), "(−x)²"),
    (Minus(Power(X, TWO)), "−x²"),
    (Power(Power(X, TWO), Over(ONE, TWO)), "(x²)^(1/2)"),
    (Power(log(X), TWO), "(log x)²"),
    (Power(z("k"), TWO), "zₖ²"),
    (Over(A, Times((B, C))), "a/(bc)"),
    (Over(Plus((A, B)), C), "(a + b) / c"),
    (Times((total(z("i")), X)), "(Σᵢ zᵢ) x"),
    (Times((X, total(z("i")))), "x Σᵢ zᵢ"),
    (Plus((total(z("i")), B)), "Σᵢ zᵢ + b"),
    (Plus((total(z("i")), z("i"))), "(Σᵢ zᵢ) + zᵢ"),
    (total(Plus((z("i"), ONE))), "Σᵢ (zᵢ + 1)"),
    (Times((X, Compare(">", X, ZERO))), "x[x > 0]"),
    (Over(A, Times((Y, Plus((ONE, Minus(Y)))))), "a / (y(1 − y))"),
    (Over(A, Apply("sigmoid", (Plus((X, ONE)),))), "a / σ(x + 1)"),
    (Over(A, total(z("i"))), "a / Σᵢ zᵢ"),
    (Over(A, total(Over(z("i"), B))), "a / (Σᵢ zᵢ/b)"),
    (Over(Over(A, total(z("i"))), B), "(a / Σᵢ zᵢ) / b"),
    (Over(A, Times((Apply("sqrt", (B,)), Plus((ONE, Minus(C)))))), "a / (√b(1 − c))"),
    (Times((Name("W_if"), Name("x_t"))), "W_if xₜ"),
    (Times((TWO, Cases(((ONE, Compare(">", X, ZERO)),), ZERO, True))), "2{1, x > 0; 0, otherwise}"),
]


@pytest.mark.parametrize("tree, expected", MINIMAL, ids=[text for _, text in MINIMAL])
def test_brackets_stand_where_the_reading_needs_them(tree, expected):
    """No bracket that precedence makes needless, none missing that would change the reading."""
    assert written(tree) == expected


NODES = [
    (Number(Fraction(1, 2)), "0.5"),
    (Number(Fraction(-1, 3)), "−1/3"),
    (Name("y_hat"), "ŷ"),
    (Name("C_tilde"), "C̃"),
    (Name("lambda"), "λ"),
    (Name("lam"), "λ"),
    (Name("eps"), "ε"),
    (Name("x_i"), "xᵢ"),
    (Name("y'"), "y′"),
    (Name("dL_dw"), "∂L/∂w"),
    (Entry(Name("I"), (Plus((Name("i"), Name("m"))), Name("j"))), "I_{i+m,j}"),
    (Entry(Apply("softmax", (Name("z"),)), (Name("k"),)), "(softmax(z))ₖ"),
    (Apply("sigmoid", (X,)), "σ(x)"),
    (Apply("abs", (X,)), "|x|"),
    (Apply("floor", (Over(X, TWO),)), "⌊x/2⌋"),
    (Apply("sqrt", (Plus((X, ONE)),)), "√(x + 1)"),
    (Apply("exp", (Minus(X),)), "e⁻ˣ"),
    (Apply("log2", (X,)), "log₂ x"),
    (Apply("max", (ZERO, X)), "max(0, x)"),
    (Apply("delta", (Name("i"), Name("j"))), "δᵢⱼ"),
    (Apply("indicator", (Compare(">=", X, ZERO),)), "𝟙[x ≥ 0]"),
    (Big("prod", ("i",), (Range(ONE, Name("n")),), None, z("i")), "Πᵢ₌₁ⁿ zᵢ"),
    (Big("sum", (), (), None, X), "Σ x"),
    (Big("max", (), (), None, X), "max(x)"),
    (Plus((X, Minus(Big("max", (), (), None, X)))), "x − max(x)"),
    (Big("sum", ("i",), (None,), Compare("!=", Name("i"), Name("k")), z("i")), "Σ_{i≠k} zᵢ"),
    (Cases(((ONE, Compare(">", X, ZERO)),), ZERO, True), "{1, x > 0; 0, otherwise}"),
    (Logic("and", (Compare(">", X, ZERO), Compare("<", X, ONE))), "x > 0 ∧ x < 1"),
    (Norm(Name("w"), TWO), "‖w‖₂"),
    (Times((Transpose(Name("w")), X)), "wᵀx"),
    (Stack((Name("h"), X)), "[h, x]"),
    (Probability(Name("A"), Logic("not", (Name("B"),))), "P(A|¬B)"),
    (Expectation("x", "P", log(X)), "𝔼_{x∼P} [log x]"),
    (Derivative(Name("L"), Name("z")), "∂L/∂z"),
]


@pytest.mark.parametrize("tree, expected", NODES, ids=[text for _, text in NODES])
def test_every_node_has_its_form(tree, expected):
    """Each node as paper writes it, its names as letters."""
    assert written(tree) == expected


@pytest.mark.parametrize("tree", [tree for tree, _ in MINIMAL + NODES])
def test_every_node_is_drawn_in_every_style(tree):
    """In two dimensions too, on a plain terminal in ASCII alone, and as LaTeX with paired braces."""
    assert drawn(tree, Style())
    assert "\n".join(drawn(tree, ASCII)).isascii() or "𝔼" in written(tree) or "𝟙" in written(tree)
    assert latex(tree).count("{") == latex(tree).count("}")


def test_softmax_is_drawn_as_its_stem_is():
    """A tree and the LaTeX that it came from look alike."""
    softmax = Over(
        Apply("exp", (z("k"),)), Big("sum", ("i",), (Range(ONE, Name("C")),), None, Apply("exp", (z("i"),)))
    )
    expected = """
      zₖ
     e
    ──────
     C  zᵢ
     ∑ e
    i=1
    """
    assert drawn(softmax, Style()) == dedent(expected).strip("\n").split("\n")
    assert latex(softmax) == r"\frac{e^{z_{k}}}{\sum_{i=1}^{C}e^{z_{i}}}"


SPELLED = [
    (Entry(Name("P"), (Name("j"),)), "P(j)"),
    (Entry(Name("p_A"), (Name("j"),)), "p_A(vⱼ)"),
    (Entry(Name("y_hat"), (Name("k"),)), "ŷₖ"),
    (Name("C_prev"), "Cₜ₋₁"),
    (Name("P_B_given_A"), "P(B|A)"),
    (Name("mu"), "μ"),
    (Apply("F", (Name("x"),)), "F(x)"),
    (Times((Name("w"), Name("x")), "@"), "w ⋅ x"),
    (Times((Name("w"), Name("x")), "odot"), "w ⊙ x"),
    (Times((Name("lam"), Name("w")), "odot"), "λw"),
]


@pytest.mark.parametrize("tree, expected", SPELLED, ids=[text for _, text in SPELLED])
def test_names_are_spelled_as_the_question_spells_them(tree, expected):
    """Calls stay calls, C_prev is what the stem calls it, and a product sign stands only between arrays."""
    assert written(tree, None, SCOPE) == expected


PLAIN = [
    (Times((Power(A, X), Y)), "a^x y"),
    (Times((z("i"), Y)), "z_i y"),
    (Times((Transpose(Name("W_if")), X)), "W_if^T x"),
]


@pytest.mark.parametrize("tree, expected", PLAIN, ids=[text for _, text in PLAIN])
def test_a_script_ends_before_the_next_letter_on_a_plain_terminal(tree, expected):
    """Without small letters nothing but a space says where an index or an exponent ends."""
    assert written(tree, ASCII) == expected


def test_a_name_for_a_probability_is_written_as_that():
    """P_B_given_A[k] is what paper calls P(B|A_k); the whole array has no such form and keeps its name."""
    inside = Probability(Name("B"), Entry(Name("A"), (Name("i"),)))
    names = (
        Symbol("p_a", "value", value=Probability(Name("A"), None)),
        Symbol("P_B_given_A", "value", ("n",), parameters=("i",), value=inside),
    )
    scope = Scope({symbol.name: symbol for symbol in names})
    tree = Times((Entry(Name("P_B_given_A"), (Name("k"),)), Name("p_a")))
    assert written(tree, None, scope) == "P(B|Aₖ) P(A)"
    assert written(Name("P_B_given_A"), None, scope) == "P_{B|A}"


def test_a_function_is_written_as_its_question_spells_it():
    """`slope` is a name for the file; the stem says σ′(x)."""
    scope = Scope({"slope": Symbol("slope", "function", spellings=(r"\sigma'(x)",), parameters=("x",))})
    assert written(Apply("slope", (Plus((X, ONE)),)), None, scope) == "σ′(x + 1)"


def test_the_word_otherwise_is_in_the_readers_language():
    """The last of written cases is labelled in the language of the style."""
    tree = Cases(((ONE, Compare(">", X, ZERO)),), ZERO, True)
    assert "否则" in written(tree, Style(otherwise="否则"))
