"""Dots: `z_1 + z_2 + \\dots + z_C` is a sum, `p_1 p_2 \\cdots p_n` a product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from interview_drill.formula.ast import Big, Name, Node, Number, Range, Times, Tree
from interview_drill.formula.trees import fields, replaced, walk

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

DOTS = Name("…")
LETTERS = "ijklmnpqrstuvw"


def ahead(parser: Parser) -> bool:
    """Whether the next term is dots; steps over the sign and them."""
    if not parser.ahead().is_sign("dots") or not parser.ahead(2).is_sign("+", "-"):
        return False
    parser.at += 2
    return True


def between_factors(parser: Parser) -> bool:
    """Whether dots stand where the next factor would."""
    return parser.token.is_sign("dots")


def summed(parser: Parser, terms: list[Node]) -> list[Node]:
    """The terms with every run over dots gathered into a sum."""
    while DOTS in terms:
        at = terms.index(DOTS)
        if at in (0, len(terms) - 1):
            raise parser.error("dots-out-of-place")
        start, gathered = _gathered(parser, terms[:at], terms[at + 1], "sum")
        terms = [*terms[:start], gathered, *terms[at + 2 :]]
    return terms


def multiplied(parser: Parser, factors: list[Node]) -> Node:
    """Juxtaposed factors as a product."""
    return Times(tuple(factors))


def _gathered(parser: Parser, before: list[Node], last: Node, operator: str) -> tuple[int, Node]:
    """Where the run begins among the terms before the dots, and its sum."""
    for start in range(len(before)):
        found = _pattern(before[start], last, parser)
        if found is None:
            continue
        if not _steps(before[start:], *found):
            break
        letter, body, bounds = found
        return start, Big(operator, (letter,), (bounds,), None, body)
    raise parser.error("dots-unclear")


def _pattern(first: Node, last: Node, parser: Parser) -> tuple[str, Node, Range] | None:
    """The term with a letter where first and last differ, and from where to where it runs."""
    used = {part.name for tree in (first, last) for part in walk(tree) if isinstance(part, Name)}
    letter = next(one for one in LETTERS if one not in used and one not in parser.known.scope.symbols)
    ends: list[tuple[Node, Node]] = []
    body = _joined(first, last, Name(letter), ends)
    if body is None or not ends or any(pair != ends[0] for pair in ends) or not isinstance(ends[0][0], Number):
        return None
    return letter, body, Range(*ends[0])


def _joined(first: object, last: object, letter: Name, ends: list[tuple[Node, Node]]) -> object:
    """The tree with the letter at every place where the two differ, None where they differ in form."""
    if first == last:
        return first
    if isinstance(first, Number):
        ends.append((first, last))
        return letter
    if type(first) is not type(last):
        return None
    if isinstance(first, tuple):
        made = [_joined(one, other, letter, ends) for one, other in zip(first, last, strict=False)]
        return None if len(first) != len(last) or None in made else tuple(made)
    return _joined_node(first, last, letter, ends)


def _joined_node(first: object, last: object, letter: Name, ends: list[tuple[Node, Node]]) -> object:
    if not isinstance(first, Tree) or isinstance(first, Name):
        return None
    made = []
    for one, other in zip(fields(first), fields(last), strict=True):
        made.append(one if one == other else _joined(one, other, letter, ends))
        if made[-1] is None and one is not None:
            return None
    return type(first)(*made)


def _steps(terms: Sequence[Node], letter: str, body: Node, bounds: Range) -> bool:
    """Whether the terms before the dots count up by one from the first."""
    for place, term in enumerate(terms):
        at = Number(bounds.lower.value + place)
        if replaced(body, letter, at) != term:
            return False
    return True
