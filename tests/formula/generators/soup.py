"""Text that nobody means: characters and tokens at random, ruins of formulas, and what is built to hang a reader."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

CHARACTERS = (
    "abcxyzkijnCLPWNXe0123456789+-*/^_=<>!|,.;:()[]{}\\ &%$#@~'\"`\n\t"
    "αβγλσμεπΣ∑∏∫√∞∂∇·×⊙÷−–≤≥≠∈⌊⌋‖∣ŷŵx̂₀₁₂ᵢⱼₖₜ₋²³⁻ˣ（）［］｛｝＋－＝，｜／０１２ａｚ。、"
    "\0\a\b\x1b\x7f\r\u200b\u200e\u200f\u202e\u2066\ufeff\u0302\u0303\u0301еоасхο\ud800\udfff\U0001d465\U0001f600中文"
)
TOKENS = r"""
    \frac \dfrac \frac12 \sqrt \sqrt[3] \sum \sum_{i=1}^{C} \sum_i \prod \int \max \min \log \log_2 \ln \exp \sin
    \sigma \hat{y} \hat \tilde{C} \bar{A} \left( \right) \left| \right| \bigl( \| \mid \cdot \times \odot
    \begin{cases} \end{cases} \begin{aligned} \end{aligned} \\ & \mathbb{1} \mathbb{E}_{x\sim P}
    \operatorname{softmax} \mathrm{e} \partial \partial/\partial \nabla \delta_{ij} \infty \dots \ldots \text{if} \le
    \ge \ne \in \sim \lfloor \rfloor \prime \top ^T ^{-1} _{i} ^{2} _{t-1} { } ( ) [ ] | || + - * / ** // % @ = ==
    <= != , ; : ' ! . .. ... e^ e^{ exp( log( log sum( sum_{i=1}^C sum_i max( abs( sqrt( floor( Piecewise( where( np.
    np.exp( np.log( np.sum( np.where( np.dot( np.max( np.eye( np.outer( np.concatenate([ torch. math. lambda lambda:
    return for in if else range( zip( len( enumerate( not and or is None True import __import__ print( eval( [0] [k] [:]
    [::-1] [...,None] .sum() .T .max(axis=0) .shape[0] z z_k z_i z_1 a_i a_j y y_hat ŷ p_A(v_i) P(A|B) P(B|A) P(A) P(i)
    Q(i) I(i+m,j+n) K(m,n) W_f h_{t-1} x_t b_f C_t f_t s(X,y) y' Y_X L lambda λ w w_i x mu sigma eps gamma beta F(x)
    F'(x) dL/dy n p k s 0 1 2 10 0.5 1e9 1e400 3.14 1e-400 99999999999 C C-1 n-1 pi e inf i j m π Σ Σᵢ √ ⊙ ∂ 。 （ ） ，
""".split()  # noqa: SIM905
PYTHON_WORDS = r"""f"{x}" b'x' := *args **kw yield await class del ; # 0x 1j ~ <<""".split()  # noqa: SIM905


def characters(rng: random.Random, answers: Sequence[str]) -> str:
    return "".join(rng.choices(CHARACTERS, k=rng.randint(0, 60)))


def tokens(rng: random.Random, answers: Sequence[str]) -> str:
    return rng.choice(("", " ")).join(rng.choices(TOKENS, k=rng.randint(1, 18)))


def python_tokens(rng: random.Random, answers: Sequence[str]) -> str:
    return rng.choice(("", " ")).join(rng.choices((*TOKENS, *PYTHON_WORDS), k=rng.randint(1, 14)))


def cut(rng: random.Random, answers: Sequence[str]) -> str:
    text = rng.choice(answers)
    start, end = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
    return rng.choice((text[start:end], text[:end], text[start:], text[:start] + text[end:]))


def repeated(rng: random.Random, answers: Sequence[str]) -> str:
    """A piece of an answer again and again, in the place where it stood."""
    text = rng.choice(answers)
    start, end = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
    return text[:start] + text[start:end] * rng.choice((2, 2, 3, 5, 30)) + text[end:]


def crossed(rng: random.Random, answers: Sequence[str]) -> str:
    one, other = rng.choice(answers), rng.choice(answers)
    return one[: rng.randint(0, len(one))] + rng.choice(("", " ", "+", "=", "/")) + other[rng.randint(0, len(other)) :]


def sprinkled(rng: random.Random, answers: Sequence[str]) -> str:
    """An answer with a few characters replaced, put in or taken out."""
    letters = list(rng.choice(answers))
    for _ in range(rng.randint(1, 4)):
        at = rng.randint(0, len(letters))
        letters[at : at + rng.randint(0, 2)] = rng.choice((rng.choice(CHARACTERS), rng.choice(TOKENS), ""))
    return "".join(letters)


def nested(rng: random.Random, answers: Sequence[str]) -> str:
    """Deep, or nearly so; the middle is an answer."""
    opening, closing = rng.choice(PAIRS)
    depth = rng.choice((2, 5, 20, 60, 200))
    return opening * depth + rng.choice((rng.choice(answers), "x", "")) + closing * rng.choice((depth, depth - 1))


PAIRS = (
    ("(", ")"), ("{", "}"), ("[", "]"), ("|", "|"), ("\\left(", "\\right)"), ("\\frac{1}{", "}"), ("\\sqrt{", "}"),
    ("e^{", "}"), ("-", ""), ("\\log ", ""), ("\\sum_i ", ""), ("x^", ""), ("x_{", "}"), ("np.exp(", ")"),
    ("max(0, ", ")"), ("\\hat{", "}"), ("not ", ""), ("lambda: ", ""), ("(1+", ")"), ("1/", ""), ("2^{", "}"),
    ("\\left|", "\\right|"), ("\\|", "\\|"), ("z[", "]"), ("f(", ")"), ("\\begin{cases}", "\\end{cases}"), ("（", "）"),
)  # fmt: skip


def combined(rng: random.Random, answers: Sequence[str]) -> str:
    """Answers put together so that they can still be read: sums, quotients, powers and functions of them."""
    text = rng.choice(answers)
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(COMBINATIONS).replace("A", text).replace("B", rng.choice(answers))
    return text


COMBINATIONS = (
    "A + B", "A - B", "(A) (B)", "(A)*(B)", "(A)/(B)", "(A)^2", "(A)**2", "(A)^{-1}", "2 (A)", "-(A)", "exp(A)",
    "e^{A}",
    "\\log(A)", "np.log(A)", "\\frac{A}{B}", "|A|", "max(A, B)", "\\sqrt{A}", "A = B", "(A)^{B}", "(A)!", "\\sum_i (A)",
    "\\sum_{j=1}^{50} (A)", "sum(A for j in range(40))", "A if B > 0 else 0", "\\tanh(A)", "e^{e^{A}}", "(A)^{100}",
)  # fmt: skip


def monsters(rng: random.Random, answers: Sequence[str]) -> str:
    """What is small to type and large to work out."""
    number = rng.choice(("9", "99", "999999999", "10^9", "1000000000", "1e9", "9" * 400))
    return rng.choice(MONSTERS).replace("N", number).replace("A", rng.choice(answers))


MONSTERS = (
    "9^9^9^9^9", "9**9**9**9", "2^{N}", "2**N", "N^N^N", "N!", "N!!", "((N!)!)!", "x^{N}", "(x+1)^{N}", "(1+x)**N",
    "\\sum_{i=1}^{N} 1", "\\sum_{i=1}^{N} z_i", "\\sum_{i=1}^{N}\\sum_{j=1}^{N} i j", "sum_{i=1}^{N} e^(i)",
    "\\prod_{i=1}^{N} x", "sum(1 for i in range(N))", "sum(i*j for i in range(N) for j in range(N))",
    "sum(x for i in range(10**9))", "np.sum(np.ones(N))", "np.zeros(N)", "np.eye(N)", "np.arange(N).sum()",
    "'a'*N", "[0]*N", "(0,)*N", "\"x\"*10**10", "1e9999999", "1" * 5000, "0." + "1" * 5000, "x" * 5000, "z_{" * 300,
    "(" * 10_000, ")" * 10_000, "(" * 10_000 + ")" * 10_000, "\\left(" * 10_000, "[" * 10_000 + "]" * 10_000,
    "-" * 10_000 + "x", "+".join("x" * 3000), "x+" * 300 + "x", "x*" * 200 + "x", "/".join("x" * 200),
    "=".join("x" * 100),
    "|" * 100, "|x" * 60, "||x" * 40, "\\frac" * 500, "\\frac12" * 100, "\\begin{cases}" * 100, "e^" * 500 + "x",
    "\\log " * 100 + "x", "log " * 30 + "x * y / 2", "log x * y / 2 * log y * x / log x * 2", "\\sum_i " * 20 + "z_i",
    "\\sum_i z_i / 2 + z_i / 2 + \\sum_i z_i / 2 * 3 / 4 + z_i", "A" * 20, "A = " * 12 + "A", "(A)" * 12,
    "A + " * 15 + "A",
    "\\sum_{i_1}\\sum_{i_2}\\sum_{i_3}\\sum_{i_4}\\sum_{i_5} 1",
    "".join(f"\\sum_{{{c}=1}}^{{50}}" for c in "abcdfg") + "1",
    "x\0y", "\0", "\u202e" + "x)(" , "\ufeffA", "A\u200f", "е^х", "А", "exp(N)", "e^{e^{e^{e^{x}}}}",
    "log(log(log(0)))",
    "x/0", "0/0", "1/(x-x)", "0^0", "0^{-1}", "(-1)^{1/2}", "sqrt(-1)", "\\sqrt[N]{x}", "log_0(x)", "\\log_{1} x",
    "\\infty", "\\infty - \\infty", "nan", "1e308*1e308", "__import__('os').system('true')", "eval('1')", "exec('')",
    "open('/etc/passwd')", "().__class__.__bases__", "np.load('x')", "np.fromfile('x')", "x.__class__", "lambda x: x",
    "[x for x in iter(int, 1)]", "x if x else x if x else x", "f'{x}'", "print(x)", "exit()", "while True: pass",
    "\\input{/etc/passwd}", "\\def\\a{\\a}\\a", "\\newcommand", "\\loop", "\\verb|x|", "%" * 50, "$" * 50,
    "\\" * 501, "&" * 90,
    "\u0302" * 500, "ŷ" * 200, "x" + "\u0302" * 2000, "²" * 300, "x" + "²" * 300, "ₜ₋₁" * 100, "\ud800", "z[\ud800]",
    "'\ud800'",
    "max(0, " * 30 + "x" + ")" * 30, "softplus(" * 30 + "x" + ")" * 30, "sin(" * 30 + "x" + ")" * 30,
    "np.exp(" * 19 + "x" + ")" * 19, "e^{" * 19 + "x" + "}" * 19,
    "{" * 3000 + "}" * 3000, "x^{" * 400 + "}" * 400, "x_" * 800, "^" * 800, "max(" + ",".join("x" * 900) + ")",
    "z_{N}", "z[N]", "z[-N]", "z[N:N:N]", "\\delta_{" + "i" * 400 + "}", "y" + "'" * 500, "\\mathbb{E}" * 60,
    "a_k=" * 200,
)  # fmt: skip

KINDS: tuple[Callable[[random.Random, Sequence[str]], str], ...] = (
    characters, tokens, python_tokens, cut, repeated, crossed, sprinkled, sprinkled, nested, combined, combined,
    monsters,
)  # fmt: skip
