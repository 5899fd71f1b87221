"""Two tables of spellings: what reads the same, and what does not."""

import pytest

from tests.formula.notations import scopes as s
from tests.formula.notations.trees import last

EQUAL = [
    ("hats", s.BCE, [r"\hat{y}", r"\hat y", "ŷ", "y\u0302", "y_hat", "yhat", r"\widehat{y}", r"\hat{\mathbf{y}}"]),
    ("hat over the entry", s.CE, [r"\hat{y}_1", r"\hat{y_1}", "ŷ₁", "y_hat_1", "yhat_1"]),
    ("tilde over the subscript", s.CELL, [r"\tilde{C}_t", r"\tilde{C_t}", r"\tilde C_t", "C̃ₜ", "C_tilde"]),
    ("Greek", s.PENALTY, ["lambda", "lam", "λ", r"\lambda"]),
    ("epsilon", s.NORMALISED, ["eps", "epsilon", r"\epsilon", r"\varepsilon", "ε", "ϵ"]),
    ("batch subscripts", s.NORMALISED, [r"\mu_B", r"\mu_{B}", "μ_B", "mu_B", r"\mu_{\mathcal{B}}"]),
    ("assignments", s.PENALTY, [r"w_1 \leftarrow w_1 - \lambda w_1", "w_1 ← w_1 - λ w_1", "w_1 - lambda w_1"]),
    ("a sign before bars", s.REAL, ["e^-|x|", "e^{-|x|}", r"e^-\left|x\right|", "exp(-|x|)", "e^-abs(x)"]),
    ("a word below in LaTeX", s.RENEWED, [r"w_new = \frac{w}{2}", r"w_{new} = \frac{w}{2}", "w_t = w/2"]),
    ("signs as marks", s.MARKED, ["s_+ + 1", "s_{+} + 1", "s^+ + 1", "s^{+}+1", "s₊ + 1", r"s_+ +1", "s_pos + 1"]),
    ("a star as a mark", s.MARKED, ["w^*/2", "w^{*}/2", r"\frac{w^*}{2}", "w_best/2"]),
    ("fractions", s.REAL, [r"\frac12 x", r"\frac{1}{2}x", r"\dfrac{1}{2}x", r"\tfrac 1 2 x", "1/2 x", "½x", "(1/2)*x"]),
    ("sizes", s.REAL, [r"\left(x+1\right)x", r"\big(x+1\big)x", r"\Bigl(x+1\Bigr)x", "(x+1)x", "（x＋１）x"]),
    ("slash with a size", s.REAL, [r"1 \Big/ x", "1/x", "1 ⁄ x", "1 ÷ x", "1／x"]),
    ("spaces", s.REAL, [r"2\,x", r"2\;x", r"2\quad x", r"2~x\!", "2x", "2 x", r"2 \cdot x", r"2\times x", "2*x"]),
    ("wrappers", s.REAL, ["$x+1$", r"\[x+1\]", r"\begin{equation}x+1\end{equation}", "$$x+1$$", "x+1.", "x + 1"]),
    ("styles", s.PENALTY, [r"\mathbf{w}_1", r"\boldsymbol w_1", r"\vec{w}_1", r"\mathrm{w}_1", "w_1", "w₁"]),
    (
        "exponentials",
        s.REAL,
        ["e^{-x}", "e^-x", "e^(-x)", "e⁻ˣ", "exp(-x)", r"\exp(-x)", r"\mathrm{e}^{-x}", "e**(-x)"],
    ),
    ("roots", s.REAL, [r"\sqrt{x}", r"\sqrt x", "√x", "√(x)", "sqrt(x)", r"\operatorname{sqrt}(x)"]),
    ("logarithms", s.REAL, [r"\log x", r"\ln x", "log(x)", "ln(x)", "logx", r"\log_e x", r"\log{x}"]),
    ("common logarithms", s.REAL, [r"\log_{10} x", r"\log_10 x", "log_10 (x)", "log_10(x)", "log10(x)", "lg x"]),
    ("natural logarithms of two", s.REAL, ["ln2 - x", "log2 - x", "ln2-x", "log(2) - x", r"\ln 2 - x"]),
    ("other bases", s.REAL, [r"\log_2 x", r"\log_{2}(x)", "log2(x)", "log2 x", "log₂x"]),
    ("powers of functions", s.REAL, [r"\tanh^2 x", r"(\tanh x)^2", "tanh(x)²", "tanh^2(x)"]),
    ("moduli", s.REAL, ["|x|", r"\lvert x\rvert", r"\left|x\right|", r"\vert x\vert", "abs(x)", "∣x∣", "｜x｜"]),
    ("norms", s.PENALTY, [r"\|w\|_2^2", r"\lVert w\rVert^2", "||w||²", "‖w‖₂²", r"\left\|w\right\|^2", "∥w∥^2_2"]),
    ("a full-width bar in a command", s.PENALTY, [r"\|w\|^2", r"\｜w\｜^2"]),
    ("transposes", s.PENALTY, ["w^T w", r"w^\top w", r"w^{T}w", "wᵀw", r"w^{\intercal} w", r"w^\top\cdot w"]),
    ("entries", s.CE, ["y_1", "y_{1}", "y₁", "y_(1)"]),
    ("power and subscript", s.PENALTY, ["w_1^2", "w^2_1", "w_{1}^{2}", "{w_1}^2", "w₁²", "(w_1)^2"]),
    (
        "sums",
        s.CE,
        [
            r"\sum_{i=1}^{C} y_i",
            "∑_{i=1}^C y_i",
            "sum_{i=1}^C y_i",
            "sum_i=1^C y_i",
            r"\sum^C_{i=1} y_i",
            "sum(y_i, (i, 1, C))",
            "sum(y_i, i, 1, C)",
            r"\sum\limits_{1\le i\le C} y_i",
            "Σ_{i∈{1,…,C}} y_i",
            "sum_(i=1)^C y_i",
            "y_1 + y_2 + … + y_C",
            r"y_1+\dots+y_C",
        ],
    ),
    ("sums without bounds", s.CE, [r"\sum_i y_i", "Σᵢ yᵢ", "sum_i y_i", r"\sum y_i", "sum(y_i)", "sum(y_i, i)"]),
    (
        "sums over a set",
        s.KL,
        [r"\sum_{x\in X} P(x)", "sum_{x in X} P(x)", "Σ_{x∈X} P（x）", r"\sum_{x \in \mathcal X} P(x)"],
    ),
    ("primes", s.CRF, [r"\sum_{y'} s(X,y')", r"\sum_{y^\prime} s(X,y^\prime)", "Σ_{y′} s(X, y′)"]),
    (
        "expectations",
        s.KL,
        [
            r"\mathbb{E}_{x\sim P}[\log P(x)]",
            r"E_{x\sim P}(\log P(x))",
            "E_{x~P}[log P(x)]",
            r"\mathbb{E}_P\left[\log P(x)\right]",
            "𝔼_{x∼P}[log P(x)]",
        ],
    ),
    ("conditional bars", s.BAYES, ["P(B|A)", r"P(B\mid A)", r"P(B\vert A)", "P（B｜A）", "p(B ∣ A)", r"\Pr(B|A)"]),
    (
        "complements",
        s.BAYES,
        [r"P(\neg A)", r"P(\bar{A})", r"P(\overline A)", "P(A^c)", r"P(A^{\complement})", "P(¬A)", "P(not A)", "P(Ā)"],
    ),
    ("intersections", s.BAYES, [r"P(A\cap B)", "P(A,B)", "P(A ∩ B)", "P(A and B)", r"P(A\wedge B)"]),
    ("calls as declared", s.CONVOLUTION, ["I(i+1, j)", "I_{i+1,j}", "I[i+1, j]", "I（i+1，j）"]),
    ("letters side by side", s.CONVOLUTION, ["K_{ij}", "K_{i,j}", "K(i,j)", "Kᵢⱼ", "K_ij"]),
    (
        "concatenation",
        s.GATE,
        [
            "[h_{t-1}, x_t]",
            "[h_{t-1}; x_t]",
            "[hₜ₋₁, xₜ]",
            r"\begin{bmatrix}h_{t-1}\\x_t\end{bmatrix}",
            "[h_prev, x_t]",
        ],
    ),
    (
        "elementwise products",
        s.CELL,
        [r"f_t\odot C_{t-1}", "f_t C_{t-1}", "fₜ⊙Cₜ₋₁", r"f_t\circ C_{t-1}", "f_t*C_prev"],
    ),
    ("function weights", s.RESIDUAL, ["F(x)", r"\mathcal{F}(x)", r"\mathcal{F}(x, \{W_i\})", "F(x, {W_i})", "F x"]),
    ("floors", s.OUTPUT_SIZE, [r"\lfloor n/s\rfloor", r"\left\lfloor\frac{n}{s}\right\rfloor", "⌊n/s⌋", "floor(n/s)"]),
    (
        "derivatives",
        s.CHAIN_RULE,
        [
            r"\frac{\partial F}{\partial x}",
            r"\partial F/\partial x",
            "dF/dx",
            "∂F/∂x",
            r"\frac{dF}{dx}",
            r"\frac{\partial F(x)}{\partial x}",
            r"\frac{d}{dx}F(x)",
            "F'(x)",
            "F'",
        ],
    ),
    ("gradient entries", s.PENALTY_GRADIENT, [r"\frac{\partial L}{\partial w_i}", "dL/dw_i", "∂L/∂wᵢ", "dL/dw_{i}"]),
    ("whole gradients", s.PENALTY_GRADIENT, [r"\nabla_w L", "dL/dw", r"\frac{\partial L}{\partial w}", "∇_w L"]),
    (
        "indicators",
        s.REAL,
        [
            r"\mathbb{1}[x>0]",
            r"\mathbb 1(x > 0)",
            "𝟙(x>0)",
            "1[x>0]",
            "1_{x>0}",
            "I(x>0)",
            "[x>0]",
            r"\mathbf{1}\{x>0\}",
            "1{x>0}",
            r"\mathbb{1}_{x>0}",
            "𝟙{x＞0}",
            r"\mathbb{1}_{\{x>0\}}",
            r"1_{\left\{x>0\right\}}",
            "𝟙_{(x>0)}",
        ],
    ),
    ("deltas", s.JACOBIAN, [r"\delta_{ij}", r"\delta_{i,j}", "δᵢⱼ", "delta_ij", r"\delta(i,j)", r"\delta_ij"]),
    (
        "cases",
        s.REAL,
        [
            r"\begin{cases} x & x>0 \\ 0 & x\le 0 \end{cases}",
            r"\begin{cases} x, & \text{if } x>0 \\ 0, & \text{if } x\le 0. \end{cases}",
            r"\left\{\begin{array}{ll} x & x>0 \\ 0 & x\le 0\end{array}\right.",
            r"\{x, x>0; 0, x\le 0\}",
        ],
    ),
    (
        "first cases",
        s.REAL,
        [
            r"\begin{cases} x & x>0 \\ 0 & \text{otherwise} \end{cases}",
            "{x if x>0; 0 otherwise}",
            "Piecewise((x, x > 0), (0, True))",
            "x if x>0, 0 otherwise",
            "x if x > 0 else 0",
            r"\begin{cases} x & 若 x>0 \\ 0 & 否则 \end{cases}",
        ],
    ),
    (
        "maxima",
        s.REAL,
        ["max(0,x)", r"\max(0, x)", r"\max\{0,x\}", r"\max\left(0,x\right)", "max[0, x]", "max{0, x}", "max（0，x）"],
    ),
    (
        "inequalities under the sum",
        s.SOFTMAX,
        [r"\sum_{i\ne k} e^{z_i}", r"\sum_{i \neq k} e^{z_i}", "Σ_{i≠k} e^{z_i}"],
    ),
    ("two indices", s.CONVOLUTION, [r"\sum_{m,n} K(m,n)", r"\sum_{m, n} K_{mn}", r"\sum_{\substack{m,n}} K_{m,n}"]),
    ("TeX's fractions", s.REAL, [r"\frac{1}{1+e^{-x}}", r"{1 \over 1+e^{-x}}", r"1 \over {1+e^{-x}}"]),
    ("floored quotients", s.OUTPUT_SIZE, [r"\lfloor (n+2p-k)/s \rfloor + 1", "(n+2p-k)//s+1"]),
    ("primes behind a derivative", s.CHAIN_RULE, ["dL/dy F'(x)", "(dL/dy) F'(x)", r"\frac{dL}{dy}F'(x)"]),
    ("accents behind a subscript", s.CELL, ["i_tC̃_t", "i_t C̃_t", r"i_t\tilde{C}_t"]),
    ("remarks", s.SOFTMAX, ["e^{z_k}", "e^{z_k}, k=1,…,C", r"e^{z_k} \quad (1 \le k \le C)"]),
    ("implicit products", s.FREE, ["ab", "a b", "a*b", r"a \cdot b", "a·b", r"a\times b"]),
]

DIFFERENT = [
    ("a bare function takes the factors that follow", s.FREE, r"\log a b", r"(\log a) b"),
    ("brackets end an argument", s.FREE, r"\log(a) b", r"\log(ab)"),
    ("a product of two functions", s.FREE, "sin x cos x", "sin(x cos x)"),
    ("from left to right", s.FREE, "a/bc", "a/(bc)"),
    ("the sign before a power", s.FREE, "-x^2", "(-x)^2"),
    ("logarithms have a base", s.REAL, r"\log_2 x", r"\log x"),
    ("the sum stops without its index", s.CE, r"\sum_i y_i + 1", r"\sum_i (y_i + 1)"),
    ("the index shifts", s.CONVOLUTION, "I(i+1,j)", "I(i,j+1)"),
    ("order of concatenation", s.GATE, "[h_{t-1}, x_t]", "[x_t, h_{t-1}]"),
    ("modulus and norm", s.PENALTY, "|w|", "||w||"),
    ("norms have an order", s.PENALTY, r"\|w\|_1", r"\|w\|"),
    ("bar and comma", s.BAYES, "P(B|A)", "P(B,A)"),
    ("time steps", s.GATE, "h_t", "h_{t-1}"),
    ("floor and ceiling", s.OUTPUT_SIZE, r"\lfloor n/s \rfloor", r"\lceil n/s \rceil"),
    ("strict and not", s.REAL, "[x > 0]", r"[x \ge 0]"),
    ("a floor and a quotient", s.OUTPUT_SIZE, "n//s", "n/s"),
    ("what a floor holds", s.OUTPUT_SIZE, "n//s+1", "(n+s)//s"),
    ("over takes all of its group", s.REAL, r"{1+x \over 2}", r"1+{x \over 2}"),
    ("a hole is no value", s.REAL, r"\{1, x>0; undefined, x<0\}", r"\{1, x>0; 0, x<0\}"),
    ("a tower", s.FREE, "x^{y^2}", "(x^y)^2"),
]


@pytest.mark.parametrize(("scope", "spellings"), [row[1:] for row in EQUAL], ids=[row[0] for row in EQUAL])
def test_equal(scope, spellings):
    """Every spelling of a line reads as the same tree, product signs aside."""
    first, *others = spellings
    differing = [other for other in others if last(other, scope) != last(first, scope)]
    assert not differing


@pytest.mark.parametrize(("scope", "one", "other"), [row[1:] for row in DIFFERENT], ids=[row[0] for row in DIFFERENT])
def test_different(scope, one, other):
    """The two read as different trees."""
    assert last(one, scope) != last(other, scope)
