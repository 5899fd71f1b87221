"""Names, entries, function calls and what encloses: roots, bars, norms, joined vectors -> shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.layout.arithmetic import raised
from interview_drill.formula.layout.naming import called, declared, named
from interview_drill.formula.layout.precedence import BARE, Level, is_bare
from interview_drill.formula.layout.setter import Setter, listed
from interview_drill.formula.layout.shapes import Fence, Fraction, Grid, Limits, Root, Row, Script, Shape, Sign, row

FENCES = {"abs": "||", "floor": "⌊⌋", "ceil": "⌈⌉"}
BASES = {"log2": "2", "log10": "10"}
ARCS = {"asin": "arcsin", "acos": "arccos", "atan": "arctan"}
WORDS = {"relu": "ReLU", "step": "H", "heaviside": "H"}


def name(setter: Setter, tree: ast.Name) -> Shape:
    return setter.holes.get(tree.name) or _probability(setter, tree.name, []) or declared(tree.name, setter.scope)


def entry(setter: Setter, tree: ast.Entry) -> Shape:
    """z_k, P(i), or an entry of something computed: (Wh)_i."""
    indices = [setter.little(index) for index in tree.indices]
    if isinstance(tree.base, ast.Name):
        spelled = _probability(setter, tree.base.name, indices) or called(tree.base.name, indices, setter.scope)
        if spelled is not None:
            return spelled
    base = setter.set(tree.base)
    below = row(*indices) if all(isinstance(index, Sign) for index in indices) else listed(indices)
    return subscripted(base if isinstance(tree.base, ast.Name) else Fence("(", base, ")"), below)


def _probability(setter: Setter, text: str, indices: Sequence[Shape]) -> Shape | None:
    """A name that abbreviates a probability, as that: P_B_given_A is P(B|A). None where it abbreviates nothing such."""
    symbol = setter.scope.symbols.get(text) if setter.scope else None
    if symbol is None or not isinstance(symbol.value, ast.Probability) or len(symbol.parameters) != len(indices):
        return None
    return replace(setter, holes=dict(zip(symbol.parameters, indices, strict=True))).set(symbol.value)


def subscripted(base: Shape, below: Shape) -> Shape:
    """A base with an index; behind the subscript that it may have already."""
    if isinstance(base, Script) and base.sup is None and not isinstance(base.base, Row):
        return Script(base.base, listed([part for part in (base.sub, below) if part]), None)
    if isinstance(base, Row | Fraction | Script):
        base = Fence("(", base, ")")
    return Script(base, below)


def apply(setter: Setter, tree: ast.Apply) -> Shape:
    """A call, in the form that paper has for it."""
    special = SPECIAL.get(tree.function)
    counted = special and len(tree.arguments) == special[0]
    return special[1](setter, *tree.arguments) if counted else _call(setter, tree)


def function(setter: Setter, text: str) -> Shape:
    """The sign or word of a function."""
    if text in BASES:
        return Script(Sign("log", "op"), Sign(BASES[text]))
    if text == "sigmoid":
        return Sign("σ")
    if text in BARE | {"max", "min", "exp"}:
        return Sign(ARCS.get(text, text), "op")
    return Sign(WORDS[text], "word") if text in WORDS else named(text)


def _call(setter: Setter, tree: ast.Apply) -> Shape:
    arguments = [setter.set(argument) for argument in tree.arguments]  # once: twice at each level would never end
    spelled = called(tree.function, arguments, setter.scope)
    if spelled is not None:
        return spelled
    head = _declared_function(setter, tree.function) or function(setter, tree.function)
    if is_bare(tree):
        return row(head, arguments[0])
    return row(head, Fence("(", listed(arguments), ")"))


def _declared_function(setter: Setter, text: str) -> Shape | None:
    symbol = setter.scope.symbols.get(text) if setter.scope else None
    return named(text) if symbol else None


def _exp(setter: Setter, argument: ast.Node) -> Shape:
    """e with an exponent; exp(...) where the exponent is too tall to be raised."""
    small = setter.little(argument)
    if _is_tall(small):  # inside an exponent it is set already: setting it twice at each level would never end
        inside = small if setter.small else setter.set(argument)
        return row(Sign("exp", "op"), Fence("(", inside, ")"))
    return Script(Sign("e"), sup=small)


def _is_tall(shape: Shape) -> bool:
    if isinstance(shape, Fraction | Grid | Limits | Root):
        return True
    if isinstance(shape, Row):
        return any(map(_is_tall, shape.parts))
    if isinstance(shape, Script):
        return shape.sup is not None or _is_tall(shape.base)
    return isinstance(shape, Fence) and _is_tall(shape.body)


def _fence(sides: str) -> Callable[..., Shape]:
    return lambda setter, argument: Fence(sides[0], setter.set(argument), sides[1])


def _root(setter: Setter, argument: ast.Node) -> Shape:
    return Root(setter.set(argument))


def _delta(setter: Setter, left: ast.Node, right: ast.Node) -> Shape:
    indices = [setter.little(left), setter.little(right)]
    plain = all(isinstance(index, Sign) and len(index.text) == 1 for index in indices)
    return Script(Sign("δ"), row(*indices) if plain else listed(indices))


def _indicator(setter: Setter, condition: ast.Node) -> Shape:
    return row(Sign("𝟙"), Fence("[", setter.set(condition), "]"))


def _outer(setter: Setter, left: ast.Node, right: ast.Node) -> Shape:
    factors = setter.operand(left, Level.FACTOR), raised(setter.operand(right, Level.BASE), Sign("⊤"))
    return row(*factors)


def _sized(sign: Sign) -> Callable[..., Shape]:
    return lambda setter, size: Script(sign, setter.little(size))


def _new_axis(setter: Setter, array: ast.Node, axis: ast.Node) -> Shape:
    """A vector made a row (before its axis) or a column (behind it)."""
    before = axis == ast.Number(0)
    return raised(setter.operand(array, Level.BASE), Sign("⊤")) if before else setter.operand(array, Level.BASE)


def _sum_along(setter: Setter, array: ast.Node, axis: ast.Node, keep: ast.Node) -> Shape:
    along = row(Sign("axis", "word"), Sign(" ", "space"), setter.little(axis))
    return row(Limits(Sign("∑", "big"), along), setter.operand(array, Level.FACTOR))


SPECIAL: dict[str, tuple[int, Callable[..., Shape]]] = {
    "exp": (1, _exp), "sqrt": (1, _root), "delta": (2, _delta), "indicator": (1, _indicator), "outer": (2, _outer),
    "eye": (1, _sized(Sign("I"))), "zeros": (1, _sized(Sign("0"))), "ones": (1, _sized(Sign("1"))),
    "newaxis": (2, _new_axis), "sum_axis": (3, _sum_along),
    **{function: (1, _fence(sides)) for function, sides in FENCES.items()},
}  # fmt: skip


def norm(setter: Setter, tree: ast.Norm) -> Shape:
    infinite = tree.order == ast.Name("inf")
    return Script(Fence("‖", setter.set(tree.operand), "‖"), Sign("∞") if infinite else setter.little(tree.order))


def transpose(setter: Setter, tree: ast.Transpose) -> Shape:
    return raised(setter.operand(tree.operand, Level.BASE), Sign("⊤"))


def stack(setter: Setter, tree: ast.Stack) -> Shape:
    return Fence("[", setter.listed(tree.parts), "]")
