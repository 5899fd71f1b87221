"""What is refused, where, and in words."""

import pytest

from interview_drill.errors import AnswerError
from interview_drill.feedback.messages import LANGUAGES, phrase
from interview_drill.formula.notations import read
from tests.formula.notations import scopes as s

REFUSED = [
    (s.REAL, "", "answer-empty", ""),
    (s.REAL, "x +", "operand-missing", "+"),
    (s.REAL, "(1 + np.exp(-x))^-1", "python-caret", "(1 + np.exp(-x))^-1"),
    (s.REAL, "1/(1 + np.exp(-ξ))", "name-undeclared", "ξ"),
    (s.REAL, "max(0, x, key=abs)", "python-arguments", "max(0, x, key=abs)"),
    (s.REAL, r"\frac{x}{2**", "bracket-never-closed", "{"),
    (s.REAL, "x *= 2; x + u", "name-undeclared", "u"),
    (s.SOFTMAX, "e = np.exp(z); e[k]/e.cumsum()[-1]", "unknown-function", "e.cumsum"),
    (s.REAL, "x/", "operand-missing", "/"),
    (s.REAL, "(x + 1", "bracket-never-closed", "("),
    (s.REAL, "x + 1)", "bracket-never-opened", ")"),
    (s.REAL, "(x + 1]", "bracket-never-closed", "("),
    (s.REAL, "((", "bracket-never-closed", "("),
    (s.REAL, "|x + 1", "bar-never-closed", "|"),
    (s.REAL, r"\left(x", "left-without-right", r"\left("),
    (s.REAL, r"x\right)", "right-without-left", r"\right)"),
    (s.REAL, r"\frac{x}{", "bracket-never-closed", "{"),
    (s.REAL, r"\frac{x}", "fraction-incomplete", r"\frac{x}"),
    (s.REAL, r"\sqrt{}", "root-empty", r"\sqrt{}"),
    (s.REAL, r"\hat{}", "accent-without-letter", r"\hat{}"),
    (s.REAL, r"\foo x", "command-unknown", r"\foo"),
    (s.REAL, r"\begin{cases} 1 & x>0", "environment-never-closed", r"\begin{cases}"),
    (s.REAL, r"\begin{cases} 1 \end{cases}", "cases-without-condition", r"\end{cases}"),
    (s.REAL, r"\begin{cases} undefined & x>0 \end{cases}", "cases-without-condition", r"\begin{cases}"),
    (s.REAL, "undefined", "word-out-of-place", "undefined"),
    (s.REAL, r"{\over x}", "fraction-incomplete", r"\over"),
    (s.REAL, r"{x \over x \over 2}", "sign-out-of-place", r"\over"),
    (s.REAL, r"(x \over 2)", "sign-out-of-place", r"\over"),
    (s.OUTPUT_SIZE, r"2\cdot p//", "operand-missing", "//"),
    (s.SOFTMAX, "e^{z_k}, k=0,…,C", "sign-out-of-place", ","),
    (s.REAL, r"\max(0,)", "argument-missing", ","),
    (s.REAL, "max 0, x", "function-needs-brackets", "max"),
    (s.REAL, r"x \log", "function-without-argument", r"\log"),
    (s.REAL, "tanh(x, x)", "arguments-wrong", "tanh"),
    (s.REAL, "x2", "number-after-factor", "2"),
    (s.REAL, "e^-2x", "exponent-needs-braces", "2"),
    (s.REAL, "e^", "exponent-missing", "^"),
    (s.REAL, r"\sigma^{-1}(x)", "inverse-function", r"\sigma"),
    (s.REAL, "x!", "factorial", "!"),
    (s.REAL, "9^9^9^9", "exponent-too-large", "^"),
    (s.REAL, "1e-6 + x", "number-with-e", "1"),
    (s.REAL, "x + у", "look-alike", "у"),
    (s.REAL, "x + ο", "look-alike", "ο"),
    (s.REAL, "x + \u202e1", "sign-not-shown", "\u202e"),
    (s.REAL, "x\x00", "sign-not-shown", "\x00"),
    (s.REAL, "x ∮ 1", "sign-unknown", "∮"),
    (s.REAL, "x = ", "side-empty", "="),
    (s.REAL, "=", "side-empty", "="),
    (s.REAL, "x(1 - t)", "name-undeclared", "t"),
    (s.REAL, "x if x > 0", "if-without-else", ""),
    (s.REAL, "the larger one", "name-undeclared", "the"),
    (s.BCE, "y log p", "name-undeclared-near", "p"),
    (s.PENALTY, "L = L + 1", "name-for-both", "L"),
    (s.PENALTY, "w_i = 2", "name-for-both", "w_i"),
    (s.PENALTY, "L_i + 1", "subscript-undeclared", "L"),
    (s.SPREAD, "sqrt(v(g))", "value-called", "v"),
    (s.REAL, "x - 1 ← x", "sign-out-of-place", "←"),
    (s.MARKED, "s_+1", "subscript-missing", "_"),
    (s.PENALTY, "L + lambda * sum", "big-without-body", "sum"),
    (s.CE, "ŷ[1]", "index-in-brackets", "ŷ"),
    (s.CE, r"\mathrm{softmax}(y)[1]", "index-in-brackets", r"\mathrm{softmax}"),
    (s.CE, r"\sum_{i=1}^{C}", "big-without-body", r"\sum"),
    (s.CE, r"\sum y_i \hat{y}_j", "big-binds-which", r"\sum"),
    (s.CE, r"\sum_i y_i \log \hat{y}_j", "index-unbound", "j"),
    (s.CE, "y_1 + … + 2", "dots-unclear", ""),
    (s.KL, r"\sum_{x \in Z} P(x)", "set-undeclared", "Z"),
    (s.KL, "X + 1", "set-as-value", "X"),
    (s.KL, r"D_{KL}(P\|Q)", "restates-the-question", r"D_{KL}(P\|Q)"),
    (s.BAYES, "A + 1", "event-outside-probability", "A"),
    (s.BAYES, "P + 1", "probability-without-event", "P"),
    (s.BAYES, "P(B|A)P(A", "bracket-never-closed", "("),
    (s.BAYES, "P(B|C)", "name-undeclared", "C"),
    (s.OUTPUT_SIZE, "[(n+2p-k)/s]+1", "gauss-brackets", "["),
    (s.SOFTMAX, "a_i = e^{z_k}/sum_j e^{z_j}", "index-left-beside", "k"),
    (s.JACOBIAN, "a_m(1 - a_l)", "index-which", "m"),
    (s.JACOBIAN, r"\delta_i", "delta-needs-two", r"\delta"),
    (s.CHAIN_RULE, r"\frac{\partial L}{\partial z}", "derivative-undeclared", r"\frac{\partial L}{\partial z}"),
    (s.SIGMOID, r"\sigma(x)", "restates-the-question", r"\sigma(x)"),
]


@pytest.mark.parametrize(("scope", "text", "message", "place"), REFUSED, ids=[row[1] or "empty" for row in REFUSED])
def test_refused(scope, text, message, place):
    """It cannot be read; the error names the place in the text as typed, and has a sentence in every language."""
    with pytest.raises(AnswerError) as caught:
        read(text, scope)
    error = caught.value
    assert error.message == message
    assert text[error.at : error.end] == place
    assert all(phrase(error.message, language, **error.facts) for language in LANGUAGES)
