"""Entrywise functions of NumPy, math, SciPy, SymPy and PyTorch, by their names."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable
from fractions import Fraction

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.arguments import FLOATS, WHOLE, Arguments, several
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import (
    ONE,
    ZERO,
    Lazy,
    as_condition,
    as_number,
    compared,
    number,
    plus,
    times,
)

STANDARD = {
    **{name: name for name in ["exp", "log2", "log10", "sqrt", "abs", "sign", "floor", "ceil"]},
    **{name: name for name in ["sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh"]},
    "fabs": "abs", "absolute": "abs", "Abs": "abs", "sgn": "sign", "ceiling": "ceil", "arcsin": "asin",
    "arccos": "acos", "arctan": "atan", "sigmoid": "sigmoid", "sigma": "sigmoid", "expit": "sigmoid",
    "relu": "relu", "softplus": "softplus",
}  # fmt: skip


def apply(function: str, *arguments: Node) -> ast.Apply:
    return ast.Apply(function, arguments)


def difference(left: Node, right: Node) -> ast.Plus:
    return plus(left, ast.Minus(right))


def power(base: Node, exponent: Node) -> Node:
    return apply("exp", exponent) if base == ast.Name("e") else ast.Power(base, exponent)


def floor_quotient(left: Node, right: Node) -> Node:
    return apply("floor", ast.Over(left, right))


def remainder(left: Node, right: Node) -> Node:
    """Python's %: it has the sign of the divisor."""
    return difference(left, times(right, floor_quotient(left, right)))


def truncated(x: Node) -> Node:
    """int(x): towards zero; what is whole already stays."""
    if isinstance(x, ast.Apply) and x.function in ("floor", "ceil", "indicator"):
        return x
    if isinstance(x, ast.Number) and x.value.denominator == 1:
        return x
    return ast.Cases(((apply("floor", x), compared(">=", x, ZERO)),), apply("ceil", x), True)


def _joined(operator: str) -> Callable[[Node, Node], Node]:
    return lambda left, right: ast.Logic(operator, (as_condition(left), as_condition(right)))


ONE_ARGUMENT: dict[str, Callable[[Node], Node]] = {
    **{name: (lambda x, function=function: apply(function, x)) for name, function in STANDARD.items()},
    "log1p": lambda x: apply("log", plus(ONE, x)),
    "expm1": lambda x: difference(apply("exp", x), ONE),
    "exp2": lambda x: ast.Power(number(2), x),
    "square": lambda x: ast.Power(x, number(2)),
    "reciprocal": lambda x: ast.Over(ONE, x),
    "rsqrt": lambda x: ast.Over(ONE, apply("sqrt", x)),
    "negative": ast.Minus,
    "neg": ast.Minus,
    "positive": lambda x: x,
    "logit": lambda x: apply("log", ast.Over(x, difference(ONE, x))),
    "logsigmoid": lambda x: apply("log", apply("sigmoid", x)),
    "log_expit": lambda x: apply("log", apply("sigmoid", x)),
    "silu": lambda x: times(x, apply("sigmoid", x)),
    "int": truncated,
    "trunc": truncated,
    "fix": truncated,
    "Integer": truncated,
    "zeros_like": lambda x: times(ZERO, x),
    "ones_like": lambda x: plus(times(ZERO, x), ONE),
    "logical_not": lambda x: ast.Logic("not", (as_condition(x),)),
    **dict.fromkeys(["float", "float64", "float32", "double", "asarray", "tensor", "as_tensor"], lambda x: x),
    **dict.fromkeys(["S", "sympify", "simplify", "expand", "Float", "N", "item", "detach"], lambda x: x),
    **dict.fromkeys(["copy", "clone"], lambda x: x),
}
TWO_ARGUMENTS: dict[str, Callable[[Node, Node], Node]] = {
    "add": plus,
    "subtract": difference,
    "sub": difference,
    "multiply": times,
    "mul": times,
    **dict.fromkeys(["divide", "true_divide", "div"], ast.Over),
    "floor_divide": floor_quotient,
    "mod": remainder,
    **dict.fromkeys(["power", "pow", "float_power"], power),
    "logaddexp": lambda x, y: apply("log", plus(apply("exp", x), apply("exp", y))),
    "xlogy": lambda x, y: times(x, apply("log", y)),
    "xlog1py": lambda x, y: times(x, apply("log", plus(ONE, y))),
    "rel_entr": lambda p, q: times(p, apply("log", ast.Over(p, q))),
    "hypot": lambda x, y: apply("sqrt", plus(ast.Power(x, number(2)), ast.Power(y, number(2)))),
    **{name: (lambda a, b, sign=sign: compared(sign, a, b)) for name, sign in {
        "greater": ">", "greater_equal": ">=", "less": "<", "less_equal": "<=", "equal": "=", "not_equal": "!=",
        "Gt": ">", "Ge": ">=", "Lt": "<", "Le": "<=", "Eq": "=", "Ne": "!=",
        "gt": ">", "ge": ">=", "lt": "<", "le": "<=", "eq": "=", "ne": "!=",
    }.items()},
    "logical_and": _joined("and"),
    "logical_or": _joined("or"),
}  # fmt: skip


def _extreme(function: str) -> Callable[[Arguments], Node | Lazy]:
    """np.maximum(a, b), Max(a, b, c)"""

    def read(arguments: Arguments) -> Node | Lazy:
        operands = [arguments.here.entries(part) for part in several(arguments)]
        if len(operands) < 2:
            raise arguments.fail("python-arguments", name=arguments.name, count=2)
        return entrywise(lambda *trees: apply(function, *map(as_number, trees)), operands, arguments.here)

    return read


def _log(arguments: Arguments) -> Node | Lazy:
    """log(x), or log(x, base), which only math's and SymPy's take: NumPy's second argument is where to write to."""
    if len(arguments.places) < 2 or not {"", "math", "sympy"} & {arguments.library}:
        return arguments.each(lambda x: apply("log", x), "x")
    return arguments.each(lambda x, base: ast.Over(apply("log", x), apply("log", base)), "x", "base")


def _remainder(arguments: Arguments) -> Node | Lazy:
    """The remainder of x // y; math's is another one, of the nearest whole quotient."""
    if arguments.library == "math":
        raise arguments.fail("unknown-function", name="math.remainder")
    return arguments.each(remainder, "x", "y")


def _heaviside(arguments: Arguments) -> Node | Lazy:
    """NumPy's takes its value at 0; SymPy's has a half there."""
    if len(arguments.places) + len(arguments.keywords) < 2:
        return arguments.each(lambda x: apply("step", x), "x")
    return arguments.each(lambda x, at_zero: apply("heaviside", x, at_zero), "x", "at_zero")


def _clip(arguments: Arguments) -> Node | Lazy:
    """clip(x, low, high): either bound may be None or left out."""
    names = {"a": "x", "input": "x", "a_min": "low", "min": "low", "a_max": "high", "max": "high"}
    keywords = {names.get(str(name), name): node for name, node in arguments.keywords.items()}
    given = Arguments(arguments.here, arguments.node, arguments.name, arguments.places, keywords).only(
        "x", "low", "high", least=1
    )
    found = arguments.here.entries(given["x"])
    for name, function in (("low", "max"), ("high", "min")):
        node = given.get(name)
        if node is not None and not _is_open(arguments, name, node):
            bound = arguments.here.entries(node)
            found = entrywise(lambda x, y, f=function: apply(f, as_number(x), y), [found, bound], arguments.here)
    return found


def _is_open(arguments: Arguments, name: str, node: syntax.expr) -> bool:
    """Whether a bound lets everything through: np.inf above, -np.inf below."""
    infinity = ast.Name("inf") if name == "high" else ast.Minus(ast.Name("inf"))
    return _is_none(node) or arguments.here.entries(node) == infinity


def _is_none(node: syntax.expr) -> bool:
    return isinstance(node, syntax.Constant) and node.value is None


def _rational(arguments: Arguments) -> Node:
    """Rational(1, 2)"""
    whole = [literal(part) for part in several(arguments)]
    if not all(isinstance(part, int) for part in whole) or len(whole) > 2 or whole[1:] == [0]:
        raise arguments.fail("python-arguments", name=arguments.name, count=2)
    value = Fraction(*whole)
    return number(value) if value >= 0 else ast.Minus(number(-value))


def _cast(arguments: Arguments) -> Node | Lazy:
    """x.astype(float) changes nothing, x.astype(int) cuts off what is behind the point; a condition becomes 0 or 1."""
    given = arguments.only("x", "type", "dtype", least=2 if arguments.keywords.keys().isdisjoint({"dtype"}) else 1)
    found = arguments.here.entries(given["x"])
    kind = arguments.type_of(given.get("type", given.get("dtype")))
    if kind in FLOATS:
        return entrywise(as_number, [found], arguments.here)
    if kind in WHOLE:
        return entrywise(lambda value: truncated(as_number(value)), [found], arguments.here)
    raise arguments.fail("python-type", name=str(kind))


KNOWN: dict[str, Callable[[Arguments], Node | Lazy]] = {
    **{name: (lambda given, build=build: given.each(build, "x")) for name, build in ONE_ARGUMENT.items()},
    **{name: (lambda given, build=build: given.each(build, "x", "y")) for name, build in TWO_ARGUMENTS.items()},
    **{name: _extreme("max") for name in ["maximum", "fmax", "Max"]},
    **{name: _extreme("min") for name in ["minimum", "fmin", "Min"]},
    "log": _log,
    "ln": _log,
    "remainder": _remainder,
    "heaviside": _heaviside,
    "Heaviside": _heaviside,
    **dict.fromkeys(["clip", "clamp"], _clip),
    "Rational": _rational,
    **dict.fromkeys(["astype", "type", "to"], _cast),
}
