"""Scopes built by hand, after what formula questions of each kind declare."""

from interview_drill.formula.ast import Apply, Name
from interview_drill.formula.scope import Scope, Symbol


def scope(*symbols: Symbol, **options) -> Scope:
    return Scope({symbol.name: symbol for symbol in symbols}, **options)


def scalars(*names: str) -> list[Symbol]:
    return [Symbol(name, "scalar") for name in names]


def answer(name: str, *spellings: str, parameters: tuple[str, ...] = ()) -> Symbol:
    return Symbol(name, "value", spellings=spellings, parameters=parameters, value=Name("x"), answer=True)


SOFTMAX = scope(
    Symbol("z", "array", ("C",)),
    Symbol("C", "size"),
    Symbol("k", "index", ("C",)),
    answer("a", r"\mathrm{softmax}(z)_k", parameters=("k",)),
)
JACOBIAN = scope(
    Symbol("a", "array", ("C",)),
    Symbol("C", "size"),
    Symbol("i", "index", ("C",)),
    Symbol("j", "index", ("C",)),
    answer("da_dz", r"\frac{\partial a_i}{\partial z_j}", parameters=("i", "j")),
)
BCE = scope(*scalars("y", "y_hat"), Symbol("N", "size"))
SPREAD = scope(
    Symbol("x", "array", ("d",)),
    Symbol("g", "array", ("d",)),
    Symbol("d", "size"),
    Symbol("v", "value", value=Apply("mean", (Name("x"),))),
)
RENEWED = scope(Symbol("w", "scalar"), Symbol("w_t", "value", spellings=("w_new",), value=Name("w"), answer=True))
MARKED = scope(
    Symbol("s_pos", "scalar", spellings=("s_{+}", "s^{+}")),
    Symbol("w_best", "scalar", spellings=("w^{*}",)),
)
NORMALISED = scope(
    *scalars("mu", "sigma", "eps", "gamma", "beta"),
    Symbol("x", "scalar", spellings=("x_i",)),
    Symbol("mu_B", "scalar"),
)
CE = scope(Symbol("y", "array", ("C",)), Symbol("y_hat", "array", ("C",)), Symbol("C", "size"))
KL = scope(
    Symbol("P", "array", ("n",), parameters=("i",), spellings=("P(i)", "p")),
    Symbol("Q", "array", ("n",), parameters=("i",), spellings=("Q(i)", "q")),
    Symbol("X", "set", ("n",), spellings=(r"\mathcal{X}",)),
    Symbol("n", "size"),
    answer("D_KL", r"D_{KL}(P\|Q)", r"KL(P\|Q)"),
)
CRF = scope(
    *scalars("X"),
    Symbol("M", "size"),
    Symbol("Y_X", "set", ("M",)),
    Symbol("y", "index", ("M",)),
    Symbol("s", "array", ("M",), parameters=("y",), spellings=("s(X, y)",)),
    answer("posterior", "P(y|X)", parameters=("y",)),
)
BAYES = scope(
    Symbol("P", "probability", spellings=("p",)),
    Symbol("A", "event"),
    Symbol("B", "event"),
    answer("posterior", "P(A|B)"),
)
PARTITION = scope(
    Symbol("P", "probability"),
    Symbol("A", "event", ("n",)),
    Symbol("B", "event"),
    Symbol("n", "size"),
    Symbol("i", "index", ("n",)),
    answer("posterior", "P(A_i|B)", parameters=("i",)),
)
CONVOLUTION = scope(
    Symbol("I", "array", ("H", "W"), start=0, outside="zero", parameters=("i", "j"), spellings=("I(i, j)",)),
    Symbol("K", "array", ("k_h", "k_w"), start=0, outside="zero", parameters=("m", "n"), spellings=("K(m, n)",)),
    Symbol("k_h", "size", spellings=("kh",)),
    Symbol("k_w", "size", spellings=("kw",)),
    Symbol("i", "index", ("H",), start=0),
    Symbol("j", "index", ("W",), start=0),
    answer("S", "S(i,j)", "(I*K)(i,j)", parameters=("i", "j")),
)
OUTPUT_SIZE = scope(*(Symbol(name, "scalar", range={"low": 1, "high": 9, "integer": True}) for name in "npks"))
GATE = scope(
    Symbol("W_f", "array", ("H", "D")),
    Symbol("b_f", "array", ("H",)),
    Symbol("h_prev", "array", ("H",), spellings=("h_{t-1}",)),
    Symbol("h_t", "array", ("H",)),
    Symbol("x_t", "array", ("D",)),
    answer("f_t", "f_t"),
    elementwise=True,
)
CELL = scope(
    *(Symbol(name, "array", ("H",)) for name in ("f_t", "i_t", "o_t")),
    Symbol("C_prev", "array", ("H",), spellings=("C_{t-1}",)),
    Symbol("C_tilde", "array", ("H",), spellings=(r"\tilde{C}_t",)),
    answer("C_t", "C_t"),
    elementwise=True,
)
RESIDUAL = scope(*scalars("x"), Symbol("F", "function"))
CHAIN_RULE = scope(
    *scalars("x"),
    Symbol("dL_dy", "scalar", spellings=(r"\partial L/\partial y",)),
    Symbol("dF_dx", "scalar", spellings=(r"\frac{\partial F}{\partial x}", "F'(x)")),
    answer("dL_dx", r"\frac{\partial L}{\partial x}"),
)
PENALTY = scope(*scalars("L", "lambda"), Symbol("w", "array", ("n",)), Symbol("n", "size"))
PENALTY_GRADIENT = scope(
    *scalars("lambda"),
    Symbol("w", "array", ("n",)),
    Symbol("n", "size"),
    Symbol("i", "index", ("n",)),
    Symbol("dL_dw", "array", ("n",), parameters=("i",), spellings=(r"\frac{\partial L}{\partial w_i}",)),
)
REAL = scope(*scalars("x"))
SIGMOID = scope(*scalars("x"), answer("sigma", r"\sigma(x)", parameters=("x",)))
FREE = scope(options={"free": True})
