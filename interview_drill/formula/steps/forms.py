"""The form of a tree up to order, signs and spelling: what "in the given form" means for goals and milestones.

Terms and factors are unordered, numbers multiply, equal factors count as powers, bound letters have no names. Nothing
else is computed: a product is not multiplied out, and no definition is put in but the learner's own names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import fields, free_names

Form = tuple
ONE = Fraction(1)


class Context(Struct, frozen=True):
    """`letters` renames index letters; `own` holds the trees of names that the learner made; `sizes` are size names.

    `taking` are the index letters that such a name takes: r_i = p_i/q_i.
    """

    letters: Mapping[str, str]
    own: Mapping[str, ast.Node]
    sizes: frozenset[str] = frozenset()
    taking: Mapping[str, tuple[str, ...]] = {}

    def bound(self, names: tuple[str, ...]) -> Context:
        """The same inside a big operator."""
        depth = 1 + max((int(name[1:]) for name in self.letters.values() if name.startswith("#")), default=-1)
        return self.where({name: f"#{depth + place}" for place, name in enumerate(names)})

    def where(self, inner: Mapping[str, str]) -> Context:
        """The same with further letters renamed."""
        return replace(self, letters={**self.letters, **inner})

    def stands_for(self, name: str) -> ast.Node | None:
        """What a learner's name stands for, if it is one."""
        return None if name in self.letters else self.own.get(name)


def form(tree: ast.Node, context: Context) -> Form:
    """The form of a tree: equal for trees that differ only in order, signs and letters of bound indices."""
    coefficient, powers = _factored(tree, context)
    return _product(coefficient, powers)


def _product(coefficient: Fraction, powers: Mapping[Form, Fraction]) -> Form:
    """A product; a number times one sum is that sum's terms times the number."""
    kept = {base: power for base, power in powers.items() if power != 0}
    if not kept:
        return ("num", coefficient)
    if len(kept) == 1 and coefficient != 1:
        ((base, power),) = kept.items()
        if base[0] == "+" and power == 1:
            return _sum([_scaled(term, coefficient) for term in base[1]])
    ordered = tuple(sorted(kept.items(), key=repr))
    if coefficient == 1 and len(ordered) == 1 and ordered[0][1] == 1:
        return ordered[0][0]
    return ("*", coefficient, ordered)


def _scaled(term: Form, coefficient: Fraction) -> Form:
    inner, powers = _parts(term)
    return _product(inner * coefficient, powers)


def _parts(one: Form) -> tuple[Fraction, dict[Form, Fraction]]:
    """A form as a number and powers."""
    if one[0] == "num":
        return one[1], {}
    if one[0] == "*":
        return one[1], dict(one[2])
    return ONE, {one: ONE}


def _sum(terms: list[Form]) -> Form:
    flat = [inner for term in terms for inner in (term[1] if term[0] == "+" else (term,))]
    flat = [term for term in flat if term != ("num", Fraction(0))]
    if not flat:
        return ("num", Fraction(0))
    return flat[0] if len(flat) == 1 else ("+", tuple(sorted(flat, key=repr)))


def _factored(tree: ast.Node, context: Context) -> tuple[Fraction, dict[Form, Fraction]]:
    if isinstance(tree, ast.Number):
        return tree.value, {}
    if isinstance(tree, ast.Minus):
        coefficient, powers = _factored(tree.operand, context)
        return -coefficient, powers
    if isinstance(tree, ast.Times):
        return _multiplied([_factored(factor, context) for factor in tree.factors])
    if isinstance(tree, ast.Over):
        below = _raised(_factored(tree.denominator, context), Fraction(-1))
        if below is not None:
            return _multiplied([_factored(tree.numerator, context), below])
    if isinstance(tree, ast.Power):
        return _power(tree, context)
    if isinstance(tree, ast.Plus):
        return _signed(_sum([form(term, context) for term in tree.terms]))
    return _atom(tree, context)


def _multiplied(factors: list[tuple[Fraction, dict[Form, Fraction]]]) -> tuple[Fraction, dict[Form, Fraction]]:
    """A product with equal factors gathered; one above and below is kept in both places: to put it in is a step."""
    coefficient, above, below = ONE, {}, {}
    for number, inner in factors:
        coefficient *= number
        for base, power in inner.items():
            side = above if power > 0 else below
            side[base] = side.get(base, Fraction(0)) + power
    opposite = {("opposite", base) if base in above else base: power for base, power in below.items()}
    return coefficient, above | opposite


def _raised(
    factored: tuple[Fraction, dict[Form, Fraction]], power: Fraction
) -> tuple[Fraction, dict[Form, Fraction]] | None:
    """A product to a whole power; None where a zero would be divided by or a root taken of a number."""
    coefficient, powers = factored
    if (coefficient == 0 and power < 0) or (power.denominator != 1 and coefficient != 1) or abs(power) > 64:
        return None
    number = coefficient ** int(power) if power.denominator == 1 else ONE
    return number, {base: inner * power for base, inner in powers.items()}


def _power(tree: ast.Power, context: Context) -> tuple[Fraction, dict[Form, Fraction]]:
    exponent = form(tree.exponent, context)
    if exponent[0] == "num" and exponent[1].denominator == 1:
        raised = _raised(_factored(tree.base, context), exponent[1])
        if raised is not None:
            return raised
    return ONE, {("^", form(tree.base, context), exponent): ONE}


def _signed(total: Form) -> tuple[Fraction, dict[Form, Fraction]]:
    """A sum with its first term positive, so that y - x and -(x - y) are one."""
    if total[0] != "+":
        return _parts(total)
    if _parts(_unsigned_first(total))[0] < 0:
        return Fraction(-1), {_sum([_scaled(term, Fraction(-1)) for term in total[1]]): ONE}
    return ONE, {total: ONE}


def _unsigned_first(total: Form) -> Form:
    """The term that comes first whatever its sign."""
    return min(total[1], key=lambda term: (repr(_parts(_scaled(term, 1 / (_parts(term)[0] or ONE)))), repr(term)))


def _atom(tree: ast.Node, context: Context) -> tuple[Fraction, dict[Form, Fraction]]:
    if isinstance(tree, ast.Big):
        return _big(tree, context)
    if isinstance(tree, ast.Name):
        meant = None if tree.name in context.taking else context.stands_for(tree.name)
        if meant is not None:
            return _factored(meant, context)
        return ONE, {("name", context.letters.get(tree.name, tree.name)): ONE}
    if isinstance(tree, ast.Entry) and isinstance(tree.base, ast.Name) and tree.base.name in context.taking:
        return _entry(tree, context)
    if isinstance(tree, ast.Apply) and tree.function == "sqrt":
        return ONE, {("^", form(tree.arguments[0], context), ("num", Fraction(1, 2))): ONE}
    return ONE, {_generic(tree, context): ONE}


def _entry(tree: ast.Entry, context: Context) -> tuple[Fraction, dict[Form, Fraction]]:
    """One of a learner's indexed names, r_j, as it stands for there; with more than a letter as index, as typed."""
    meant, letters = context.stands_for(tree.base.name), context.taking[tree.base.name]
    plain = len(letters) == len(tree.indices) and all(isinstance(one, ast.Name) for one in tree.indices)
    if meant is None or not plain:
        return ONE, {_generic(tree, context): ONE}
    given = [context.letters.get(one.name, one.name) for one in tree.indices]
    return _factored(meant, context.where(dict(zip(letters, given, strict=True))))


def _big(tree: ast.Big, context: Context) -> tuple[Fraction, dict[Form, Fraction]]:
    """A number before the body of a sum stands before the sum."""
    inner = context.bound(tree.indices)
    bounds = tuple(_bound(bound, context) for bound in tree.bounds)
    condition = None if tree.condition is None else form(tree.condition, inner)
    body = form(tree.body, inner)
    coefficient = ONE
    if tree.operator == "sum":
        coefficient, powers = _parts(body)
        body = _product(ONE, powers)
    return coefficient, {("big", tree.operator, len(tree.indices), bounds, condition, body): ONE}


def _bound(bound: object, context: Context) -> object:
    """Bounds that say no more than the array does are none."""
    if not isinstance(bound, ast.Range):
        return bound
    first = bound.lower == ast.Number(ONE)
    if first and (bound.upper is None or (isinstance(bound.upper, ast.Name) and bound.upper.name in context.sizes)):
        return None
    return form(bound.lower, context), None if bound.upper is None else form(bound.upper, context)


def _generic(tree: ast.Node, context: Context) -> Form:
    """Any other node: its type and its fields."""
    if isinstance(tree, ast.Expectation):
        context = context.bound((tree.variable,))
        return ("Expectation", tree.distribution, form(tree.body, context))
    return (type(tree).__name__, *(_field(value, context) for value in fields(tree)))


def _field(value: object, context: Context) -> object:
    if isinstance(value, tuple):
        return tuple(_field(one, context) for one in value)
    return form(value, context) if isinstance(value, ast.Tree) else value


def context(scope: Scope, letters: Mapping[str, str], own: Mapping[str, ast.Node] | None = None) -> Context:
    """How forms are made in a scope."""
    sizes = frozenset(name for name, symbol in scope.symbols.items() if symbol.type == "size")
    return Context(letters, own or {}, sizes, _taking(own or {}, scope))


def _taking(own: Mapping[str, ast.Node], scope: Scope) -> dict[str, tuple[str, ...]]:
    """The letters of a learner's names that were defined with an index; a whole vector's name stands for all of it."""
    made = {name: scope.symbols[name].parameters for name in own if name in scope.symbols}
    return {name: letters for name, letters in made.items() if letters and "#" not in letters[0]}


def index_letters(trees: Sequence[ast.Node], scope: Scope, extra: Mapping[str, str]) -> tuple[str, ...]:
    """The free index letters of some trees, declared or not, in order."""
    found = dict.fromkeys(name for tree in trees for name in free_names(tree))
    declared = {name for name, symbol in scope.symbols.items() if symbol.type == "index"}
    return tuple(name for name in found if name in declared or name in extra)


def renamings(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Every way to take some letters for others, the same ones first."""
    if len(mine) > len(theirs) or len(theirs) > 6:
        return
    yield from (dict(zip(chosen, mine, strict=True)) for chosen in permutations(theirs, len(mine)))


def contains(whole: Form, part: Form) -> bool:
    """Whether a form holds another: as some of its factors or terms, or inside of one."""
    if whole == part:
        return True
    if part[0] == "*" and whole[0] == "*" and _divides(part, whole):
        return True
    if part[0] == "+" and whole[0] == "+" and _within(list(part[1]), list(whole[1])):
        return True
    return any(contains(inner, part) for inner in _inner(whole))


def _divides(part: Form, whole: Form) -> bool:
    """Whether the powers of one product stand in another; a number of its own must be that other's number."""
    if abs(part[1]) not in (1, abs(whole[1])):
        return False
    powers = dict(whole[2])
    return all(power in (powers.get(base), powers.get(("opposite", base))) for base, power in part[2])


def _within(part: list[Form], whole: list[Form]) -> bool:
    opposite = [_scaled(term, Fraction(-1)) for term in part]
    return any(all(terms.count(one) <= whole.count(one) for one in terms) for terms in (part, opposite))


def _inner(one: object) -> Iterator[Form]:
    """The forms directly inside a form."""
    for part in one if isinstance(one, tuple) else ():
        if isinstance(part, tuple) and part and isinstance(part[0], str):
            yield part
        elif isinstance(part, tuple):
            yield from _inner(part)


def holds(tree: object, wanted: Callable[[object], bool]) -> bool:
    """Whether a node of a kind stands anywhere in a tree."""
    if wanted(tree):
        return True
    if isinstance(tree, tuple):
        return any(holds(one, wanted) for one in tree)
    if isinstance(tree, ast.Tree):
        return any(holds(value, wanted) for value in fields(tree))
    return False
