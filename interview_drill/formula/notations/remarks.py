"""A remark behind the formula that says again what was declared: `..., P(B) > 0`, `x \\in \\mathbb{R}`, `0 < p < 1`.

Only what holds wherever the formula is asked for is a remark: `x, x > 0` is half of an answer, and left to be refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from interview_drill.formula.ast import Compare, Name
from interview_drill.formula.notations import labels, ranges
from interview_drill.formula.notations.bounds import compares
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.reading import Note
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Vocabulary
from interview_drill.formula.scope import Symbol

Tokens = Sequence[Token]

COMPARING = frozenset({"<", "<=", ">", ">=", "!=", "in"})
"""Without one of these signs nothing is said of a quantity."""
TELLING = COMPARING | ranges.TELLING
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
LONGEST = 16
"""More tokens than such a remark has, with its comma."""


def without_remarks(tokens: Tokens, known: Vocabulary, text: str) -> tuple[Tokens, tuple[Note, ...]]:
    """The formula without such remarks and without ranges of an index, in any order, and a note of each."""
    if known.free or known.derivatives or TELLING.isdisjoint([token.text for token in tokens]):
        return tokens, ()
    tokens, notes = ranges.without_range(tokens, known, text)
    while (place := _lead(tokens)) and _is_declared(_said(tokens[place + 1 :]), known):
        said = text[tokens[place].at : tokens[-1].end].lstrip(",;，；、 ")
        place -= place > 1 and tokens[place - 1].is_sign(",", ";")
        tokens, ranged = ranges.without_range(tokens[:place], known, text)
        notes = (*ranged, Note("note-declared", {"text": said}), *notes)
    return tokens, notes


def _said(remark: Tokens) -> Tokens:
    """A remark without the words before it: `where`, `for all`."""
    begins = next((at for at, one in enumerate(remark) if not (one.is_word("if", "for") or one.is_sign("forall"))), 0)
    return remark[begins:]


def _lead(tokens: Tokens) -> int:
    """The place of the last comma, or "for all", outside of all brackets; 0 where none is near the end."""
    depth = 0
    for place in range(len(tokens) - 1, max(0, len(tokens) - LONGEST), -1):
        depth += tokens[place].nesting
        if depth == 0 and tokens[place].is_sign(",", ";", "forall"):
            return place
    return 0


def _is_declared(remark: Tokens, known: Vocabulary) -> bool:
    """Whether a remark is true by declaration."""
    signs = [at for at, token in enumerate(remark) if token.kind in ("sign", "word") and token.text in COMPARING]
    if len(signs) == 2 and remark[signs[0]].text in MIRRORED:
        middle = remark[signs[0] + 1 : signs[1]]
        mirrored = MIRRORED[remark[signs[0]].text]
        return _holds(middle, mirrored, remark[: signs[0]], known) and _holds(
            middle, remark[signs[1]].text, remark[signs[1] + 1 :], known
        )
    if len(signs) != 1:
        return False
    if _is_condition(remark, signs[0], known):
        return True
    return _holds(remark[: signs[0]], remark[signs[0]].text, remark[signs[0] + 1 :], known)


def _is_condition(remark: Tokens, sign: int, known: Vocabulary) -> bool:
    """`n \\ge k` where the question says so."""
    if not 0 < sign < len(remark) - 1:
        return False
    left, right = (labels.declared_part(side, known) for side in (remark[:sign], remark[sign + 1 :]))
    if left is None or right is None or remark[sign].text not in MIRRORED:
        return False
    said = (
        Compare(remark[sign].text, Name(left.name), Name(right.name)),
        Compare(MIRRORED[remark[sign].text], Name(right.name), Name(left.name)),
    )
    return any(one in said for one in known.scope.conditions)


def _holds(quantity: Tokens, sign: str, other: Tokens, known: Vocabulary) -> bool:
    """Whether a quantity is declared to compare so with a number, or to be in a set."""
    if not quantity or not other:
        return False
    if _is_probability(quantity, known):
        return sign in (">", "!=") and _number(other) == 0
    symbol = labels.declared_part(quantity, known)
    if symbol is None or symbol.answer or symbol.type not in ("scalar", "array", "size"):
        return False
    return _is_in(symbol, quantity, other, known) if sign == "in" else compares(symbol, sign, _number(other))


def _is_probability(quantity: Tokens, known: Vocabulary) -> bool:
    """`P(B)` of an event by its own name: an event that something is given may happen, as the question says."""
    head = known.patterns.get(quantity[0].text, ())
    if not any(one.symbol.type == "probability" for one in head) or len(quantity) < 4:
        return False
    inside = quantity[2:-1]
    events = (one.symbol for one in known.patterns.get(inside[0].text, ()))
    alone = len(inside) == 1 or (inside[1].is_sign("_") and group_end(inside, 2) == len(inside))
    return group_end(quantity, 1) == len(quantity) and alone and any(one.type == "event" for one in events)


def _number(tokens: Tokens) -> Fraction | None:
    negative = len(tokens) == 2 and tokens[0].is_sign("-")
    last = tokens[-1]
    if last.kind != "number" or len(tokens) != 1 + negative:
        return None
    return Fraction(last.text) * (-1 if negative else 1)


def _is_in(symbol: Symbol, quantity: Tokens, other: Tokens, known: Vocabulary) -> bool:
    """Whether it is declared to be in an interval, in the real numbers, or in a space of its own sizes."""
    if other[0].is_sign("(", "["):
        comma = next((at for at, token in enumerate(other) if token.is_sign(",")), 0)
        if not comma or group_end(other, 0) != len(other):
            return False
        strict = "" if other[0].is_sign("(") else "="
        ends = ((f">{strict}", other[1:comma]), (f"<{strict}", other[comma + 1 : -1]))
        return all(bool(end) and compares(symbol, sign, _number(end)) for sign, end in ends)
    if other[0].text != "R" or known.is_declared(other[0]):
        return False
    return _is_space(other[1:], symbol.shape[len(_indices(quantity)) :], known)


def _indices(quantity: Tokens) -> Tokens:
    return [token for token in quantity[1:] if token.kind in ("name", "number")]


def _is_space(power: Tokens, shape: Sequence[str], known: Vocabulary) -> bool:
    """Whether an exponent names these sizes: `n`, `{n \\times m}`; none for a number."""
    if not power or not power[0].is_sign("^"):
        return not power and not shape
    named = [labels.declared_part([token], known) for token in power[1:] if not token.is_sign("{", "}", "cross")]
    return [one.name for one in named if one] == list(shape) and len(named) == len(shape)
