"""A tree as a line of NumPy, as an author of ours would write it. Indices run from 0 there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from interview_drill.formula import ast
from interview_drill.formula.notations.pythonic.shapes import rank
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import walk

NAMES = {"lambda": "lam", "k_h": "kh", "k_w": "kw"}


class Unwritable(Exception):
    """Python has no plain way to say this."""


@dataclass(frozen=True)
class Writer:
    """`bound` tells for every bound index how much the loop variable lies below it."""

    scope: Scope
    bound: Mapping[str, int]

    def __call__(self, tree: ast.Node) -> str:
        rule = RULES.get(type(tree))
        if rule is None:
            raise Unwritable(type(tree).__name__)
        return rule(tree, self)


def python(tree: ast.Node, scope: Scope) -> str:
    """The line. Raises Unwritable."""
    text = Writer(scope, {})(tree)
    return text[1:-1] if text.startswith("(") and _closes_at_end(text) else text


def _closes_at_end(text: str) -> bool:
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return at == len(text) - 1
    return False


def _number(tree: ast.Number, write: Writer) -> str:
    value = tree.value
    if value.denominator == 1:
        return str(value.numerator)
    return repr(float(value)) if 1000 % value.denominator == 0 else f"({value.numerator}/{value.denominator})"


def _identifier(name: str) -> str:
    plain = re.sub(r"'+$", "_prime", NAMES.get(name, name))
    if not plain.isidentifier():
        raise Unwritable(name)
    return plain


def _name(tree: ast.Name, write: Writer) -> str:
    symbol = write.scope.symbols.get(tree.name)
    if tree.name in write.bound:
        shift = write.bound[tree.name]
        return f"({_identifier(tree.name)} + {shift})" if shift else _identifier(tree.name)
    if symbol is not None and symbol.type == "size" and _array_of(symbol.name, write.scope):
        return _length(symbol.name, write)
    if symbol is not None and symbol.type in ("event", "set"):
        raise Unwritable(tree.name)
    return _identifier(tree.name)


def _array_of(size: str, scope: Scope) -> str | None:
    """A vector that has this length, where the size has no name that a stem offers in Python."""
    if size not in ("M", "n"):
        return None
    arrays = (one for one in scope.symbols.values() if one.shape == (size,))
    return next((one.name for one in arrays if one.type in ("array", "value")), None)


def _length(size: str, write: Writer) -> str:
    array = _array_of(size, write.scope)
    return f"len({_identifier(array)})" if array else _identifier(size)


def _entry(tree: ast.Entry, write: Writer) -> str:
    symbol = write.scope.symbols.get(getattr(tree.base, "name", ""))
    if symbol is None:
        raise Unwritable("an entry of something computed")
    places = ", ".join(_place(index, symbol.start, write) for index in tree.indices)
    return f"{_identifier(symbol.name)}[{places}]"


def _place(index: ast.Node, start: int, write: Writer) -> str:
    """A place counted from 0. A declared index stands as it is; a loop's variable lies `shift` below."""
    if isinstance(index, ast.Number):
        if index.value < start:
            raise Unwritable("a place before the first")  # Python would count from the end
        return str(index.value - start)
    if isinstance(index, ast.Name):
        return _identifier(index.name)
    if isinstance(index, ast.Plus):
        return " + ".join(_step(term, write) for term in index.terms).replace("+ -", "- ")
    raise Unwritable("an index of another kind")


def _step(term: ast.Node, write: Writer) -> str:
    if isinstance(term, ast.Minus):
        return f"-{_step(term.operand, write)}"
    if isinstance(term, ast.Plus):
        raise Unwritable("an index of another kind")
    return _identifier(term.name) if isinstance(term, ast.Name) else str(term.value)


PLAIN = {"exp", "log", "log2", "log10", "sqrt", "abs", "floor", "ceil", "tanh"}
TWO_SIDED = {"max": "np.maximum", "min": "np.minimum"}


def _apply(tree: ast.Apply, write: Writer) -> str:
    parts = [write(argument) for argument in tree.arguments]
    inside = ", ".join(map(_bare, parts))
    if tree.function in PLAIN:
        return f"np.{tree.function}({inside})"
    if tree.function in TWO_SIDED and len(parts) == 2:
        return f"{TWO_SIDED[tree.function]}({inside})"
    if tree.function == "delta":
        return f"(1 if {parts[0]} == {parts[1]} else 0)"
    if tree.function == "relu":
        return f"np.maximum(0, {inside})"
    if tree.function == "sigmoid" or write.scope.symbols.get(tree.function):
        return f"{tree.function}({inside})"
    raise Unwritable(tree.function)


def _bare(text: str) -> str:
    return text[1:-1] if text.startswith("(") and _closes_at_end(text) else text


def _plus(tree: ast.Plus, write: Writer) -> str:
    found = write(tree.terms[0])
    for term in tree.terms[1:]:
        minus = isinstance(term, ast.Minus)
        found += f" - {write(term.operand)}" if minus else f" + {write(term)}"
    return f"({found})"


def _times(tree: ast.Times, write: Writer) -> str:
    found, held = write(tree.factors[0]), rank(tree.factors[0], write.scope)
    for factor in tree.factors[1:]:
        mine = rank(factor, write.scope)
        inner = tree.sign in ("dot", "@") and held == mine == 1
        found += f" @ {write(factor)}" if inner or (held and mine and 2 in (held, mine)) else f" * {write(factor)}"
        held = 0 if inner else 1 if held and mine else max(held or 0, mine or 0)
    return f"({found})"


def _big(tree: ast.Big, write: Writer) -> str:
    if len(tree.indices) != 1 or tree.operator not in LOOPS:
        raise Unwritable(tree.operator)
    name, bound = tree.indices[0], tree.bounds[0]
    shift, run = _run(name, bound, tree, write)
    inside = Writer(write.scope, {**write.bound, name: shift})
    test = f" if {inside(tree.condition)}" if tree.condition is not None else ""
    body = _bare(inside(tree.body))
    return LOOPS[tree.operator].format(f"{body} for {_identifier(name)} in range({run}){test}")


LOOPS = {"sum": "sum({})", "max": "max({})", "min": "min({})", "prod": "np.prod([{}])"}


def _run(name: str, bound: object, tree: ast.Big, write: Writer) -> tuple[int, str]:
    if isinstance(bound, ast.Range):
        if not isinstance(bound.lower, ast.Number):
            raise Unwritable("a lower bound of another kind")
        start = _start(name, tree.body, write)
        upper = bound.upper if start == 1 else ast.Plus((bound.upper, ast.Number(Fraction(1))))
        lower = bound.lower.value - start
        return start, f"{lower}, {_bare(write(_tidy(upper)))}" if lower else _bare(write(_tidy(upper)))
    symbol = write.scope.symbols.get(bound) if isinstance(bound, str) else None
    if symbol is not None:
        return symbol.start, _length(symbol.shape[0], write)
    return _settled(name, tree.body, write)


def _tidy(tree: ast.Node) -> ast.Node:
    """n - 1 + 1 is n."""
    one = ast.Number(Fraction(1))
    if isinstance(tree, ast.Plus) and isinstance(tree.terms[0], ast.Plus) and tree.terms[1] == one:
        first, *others = tree.terms[0].terms
        return first if others == [ast.Minus(one)] else tree
    return tree


def _start(name: str, body: ast.Node, write: Writer) -> int:
    """The first index of the arrays that a bound index stands in."""
    entries = (node for node in walk(body) if isinstance(node, ast.Entry) and isinstance(node.base, ast.Name))
    mine = (one for one in entries if any(ast.Name(name) in walk(index) for index in one.indices))
    return next((write.scope.symbols[one.base.name].start for one in mine), 1)


def _settled(name: str, body: ast.Node, write: Writer) -> tuple[int, str]:
    for entry in walk(body):
        if isinstance(entry, ast.Entry) and isinstance(entry.base, ast.Name):
            symbol = write.scope.symbols[entry.base.name]
            for place, index in enumerate(entry.indices):
                if index == ast.Name(name) and place < len(symbol.shape):
                    return symbol.start, _length(symbol.shape[place], write)
    raise Unwritable("a sum without bounds")


def _cases(tree: ast.Cases, write: Writer) -> str:
    if len(tree.branches) != 2 or tree.otherwise is not None:
        raise Unwritable("cases")
    (first, condition), (second, other) = tree.branches
    if {condition.operator, other.operator} not in ({">", "<="}, {"<", ">="}):
        raise Unwritable("cases that leave something out")
    return f"np.where({_bare(write(condition))}, {write(first)}, {write(second)})"


def _compare(tree: ast.Compare, write: Writer) -> str:
    operator = "==" if tree.operator == "=" else tree.operator
    left, right = (_side(side, write) for side in (tree.left, tree.right))
    return f"({left} {operator} {right})"


def _side(tree: ast.Node, write: Writer) -> str:
    """A loop's variable beside a declared index counts as it does."""
    return _identifier(tree.name) if isinstance(tree, ast.Name) and tree.name in write.bound else write(tree)


def _probability(tree: ast.Probability, write: Writer) -> str:
    index = next((e.indices[0] for e in (tree.event, tree.given) if isinstance(e, ast.Entry)), None)
    event, given = (_event(one) for one in (tree.event, tree.given))
    name = f"P_{event}" + (f"_given_{given}" if given else "")
    if name == "P_not_A":
        return "(1 - P_A)"
    if name not in write.scope.symbols:
        raise Unwritable(name)
    return name if index is None else f"{name}[{_place(index, 1, write)}]"


def _event(tree: ast.Node | None) -> str | None:
    if isinstance(tree, ast.Entry):
        return tree.base.name
    if isinstance(tree, ast.Logic):
        return f"not_{_event(tree.operands[0])}"
    return tree.name if tree is not None else None


def _norm(tree: ast.Norm, write: Writer) -> str:
    order = {1: ", 1", 2: ""}[int(tree.order.value)]
    return f"np.linalg.norm({_bare(write(tree.operand))}{order})"


RULES: dict[type, Callable[..., str]] = {
    ast.Number: _number,
    ast.Name: _name,
    ast.Entry: _entry,
    ast.Apply: _apply,
    ast.Plus: _plus,
    ast.Minus: lambda tree, write: f"(-{write(tree.operand)})",
    ast.Times: _times,
    ast.Over: lambda tree, write: f"({write(tree.numerator)} / {write(tree.denominator)})",
    ast.Power: lambda tree, write: f"({write(tree.base)} ** {write(tree.exponent)})",
    ast.Big: _big,
    ast.Cases: _cases,
    ast.Compare: _compare,
    ast.Norm: _norm,
    ast.Probability: _probability,
    ast.Stack: lambda tree, write: f"np.concatenate([{', '.join(map(write, tree.parts))}])",
}
