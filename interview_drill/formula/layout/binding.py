"""What binds an index or asks a condition: sums, cases, comparisons, probabilities, derivatives -> shapes."""

from __future__ import annotations

from interview_drill.formula import ast
from interview_drill.formula.layout.naming import named
from interview_drill.formula.layout.precedence import Level, is_reduction
from interview_drill.formula.layout.setter import Setter, listed
from interview_drill.formula.layout.shapes import Accent, Fence, Fraction, Grid, Limits, Script, Shape, Sign, row

BIG = {"sum": Sign("∑", "big"), "prod": Sign("∏", "big")}
RELATIONS = {"<=": "≤", ">=": "≥", "!=": "≠", "in": "∈"}
JOINTS = {"and": "∧", "or": "∨"}
EVENT_JOINTS = {"and": "∩", "or": "∪"}


def big(setter: Setter, tree: ast.Big) -> Shape:
    """Σ with its bounds, one sign an index where bounds have an upper end; a vector is listed in brackets."""
    if tree.operator == "vector":
        return _vector(setter, tree)
    if is_reduction(tree):
        return row(Sign(tree.operator, "op"), Fence("(", setter.set(tree.body), ")"))
    body = setter.operand(tree.body, Level.FACTOR if isinstance(tree.body, ast.Minus) else Level.PRODUCT)
    return row(*_signs(setter, tree), body)


def _signs(setter: Setter, tree: ast.Big) -> list[Shape]:
    sign = BIG.get(tree.operator, Sign(tree.operator, "op"))
    if not tree.indices:
        return [sign]
    bounds = [_bounds(setter, name, bound) for name, bound in zip(tree.indices, tree.bounds, strict=True)]
    if tree.condition is not None:
        bounds[-1] = (_conditioned(setter, tree, bounds[-1][0]), bounds[-1][1])
    return [Limits(sign, under, over) for under, over in bounds]


def _bounds(setter: Setter, index: str, bound: ast.Range | str | None) -> tuple[Shape, Shape | None]:
    if bound is None:
        return named(index), None
    if isinstance(bound, str):
        return row(named(index), Sign("∈", "rel"), named(bound)), None
    under = row(named(index), Sign("=", "rel"), setter.little(bound.lower))
    return under, None if bound.upper is None else setter.little(bound.upper)


def _conditioned(setter: Setter, tree: ast.Big, under: Shape) -> Shape:
    """i ≠ k alone says which index runs; else the condition follows a comma."""
    condition = setter.little(tree.condition)
    starts = isinstance(tree.condition, ast.Compare) and tree.condition.left == ast.Name(tree.indices[-1])
    return condition if starts and tree.bounds[-1] is None else listed([under, condition])


def _vector(setter: Setter, tree: ast.Big) -> Shape:
    bounds = [_bounds(setter, name, bound) for name, bound in zip(tree.indices, tree.bounds, strict=True)]
    over = next((over for _, over in bounds if over), None)
    return Script(Fence("[", setter.set(tree.body), "]"), listed([under for under, _ in bounds]), over)


def cases(setter: Setter, tree: ast.Cases) -> Shape:
    lines = [(setter.set(value), setter.set(condition)) for value, condition in tree.branches]
    if tree.otherwise is not None:
        lines.append((setter.set(tree.otherwise), Sign(setter.otherwise, "text")))
    return Fence("{", Grid(tuple(lines), "l"), "")


def compare(setter: Setter, tree: ast.Compare) -> Shape:
    sign = Sign(RELATIONS.get(tree.operator, tree.operator), "rel")
    return row(setter.operand(tree.left, Level.SUM), sign, setter.operand(tree.right, Level.SUM))


def logic(setter: Setter, tree: ast.Logic) -> Shape:
    return _logic(setter, tree, JOINTS)


def _logic(setter: Setter, tree: ast.Logic, joints: dict[str, str]) -> Shape:
    shapes = [_joined(setter, operand) for operand in tree.operands]
    if tree.operator == "not":
        return row(Sign("¬"), _negated(setter, tree.operands[0]))
    parts = [part for shape in shapes for part in (Sign(joints[tree.operator], "bin"), shape)]
    return row(*parts[1:])


def _negated(setter: Setter, tree: ast.Node) -> Shape:
    return setter.set(tree) if isinstance(tree, ast.Name | ast.Entry) else setter.closed(tree)


def _joined(setter: Setter, tree: ast.Node) -> Shape:
    return setter.set(tree) if isinstance(tree, ast.Name | ast.Entry | ast.Compare) else setter.closed(tree)


def probability(setter: Setter, tree: ast.Probability) -> Shape:
    given = [] if tree.given is None else [Sign("|", "mid"), _event(setter, tree.given)]
    return row(Sign("P"), Fence("(", row(_event(setter, tree.event), *given), ")"))


def _event(setter: Setter, tree: ast.Node) -> Shape:
    return _logic(setter, tree, EVENT_JOINTS) if isinstance(tree, ast.Logic) else setter.set(tree)


def expectation(setter: Setter, tree: ast.Expectation) -> Shape:
    drawn = row(named(tree.variable), Sign("∼", "rel"), named(tree.distribution))
    return row(Script(Sign("𝔼"), drawn), Fence("[", setter.set(tree.body), "]"))


def derivative(setter: Setter, tree: ast.Derivative) -> Shape:
    under = row(Sign("∂"), setter.operand(tree.variable, Level.BASE))
    body = setter.set(tree.body)
    if isinstance(body, Sign | Script | Accent):
        return Fraction(row(Sign("∂"), body), under)
    return row(Fraction(Sign("∂"), under), Fence("(", body, ")"))
