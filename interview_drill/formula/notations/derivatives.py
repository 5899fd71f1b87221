"""Derivatives as they are written: which function, by which variable, whatever the way of writing the quotient."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from interview_drill.formula.notations.tokens import OPENING, Token


class Quotient(Struct, frozen=True):
    """`above` and `below` without their d, the place behind; `open` where the function still follows (d/dx)."""

    above: tuple[Token, ...]
    below: tuple[Token, ...]
    end: int

    @property
    def open(self) -> bool:
        return not self.above


def quotient(tokens: Sequence[Token], at: int) -> Quotient | None:
    """The derivative that begins at a place, else None."""
    return _stacked(tokens, at) or _slashed(tokens, at) or _nabla(tokens, at)


def _is_d(token: Token) -> bool:
    return token.is_sign("partial") or (token.kind == "name" and token.text == "d")


def _stacked(tokens: Sequence[Token], at: int) -> Quotient | None:
    """`\\frac{\\partial F}{\\partial x}`."""
    if not tokens[at].is_sign("frac"):
        return None
    middle = group_end(tokens, at + 1)
    end = group_end(tokens, middle) if middle < len(tokens) else middle
    above, below = tokens[at + 2 : middle - 1], tokens[middle + 1 : end - 1]
    if not above or not below or not _is_d(above[0]) or not _is_d(below[0]) or len(below) < 2:
        return None
    return Quotient(tuple(above[1:]), tuple(below[1:]), end)


def _slashed(tokens: Sequence[Token], at: int) -> Quotient | None:
    """`dF/dx`, `d/dx`."""
    if not _is_d(tokens[at]):
        return None
    middle = atom_end(tokens, at + 1)
    if middle + 1 >= len(tokens) or not tokens[middle].is_sign("/") or not _is_d(tokens[middle + 1]):
        return None
    end = atom_end(tokens, middle + 2, arguments=False)
    if end == middle + 2:
        return None
    return Quotient(tuple(tokens[at + 1 : middle]), tuple(tokens[middle + 2 : end]), end)


def _nabla(tokens: Sequence[Token], at: int) -> Quotient | None:
    """`\\nabla_z L`."""
    if not tokens[at].is_sign("nabla") or at + 1 >= len(tokens) or not tokens[at + 1].is_sign("_"):
        return None
    middle = group_end(tokens, at + 2)
    end = atom_end(tokens, middle, arguments=False)
    if end == middle:
        return None
    return Quotient(tuple(tokens[middle:end]), tuple(tokens[at + 3 : middle - 1]), end)


def atom_end(tokens: Sequence[Token], at: int, arguments: bool = True) -> int:
    """Behind a name with its subscripts and, where wanted, its arguments in round brackets."""
    if at >= len(tokens) or tokens[at].kind not in ("name", "function"):
        return at
    at += 1
    while at + 1 < len(tokens) and tokens[at].is_sign("_"):
        at = group_end(tokens, at + 1)
    if arguments and at < len(tokens) and tokens[at].is_sign("("):
        at = group_end(tokens, at)
    return at


def group_end(tokens: Sequence[Token], at: int) -> int:
    """Behind the bracket that closes the one at a place."""
    if at >= len(tokens) or tokens[at].nesting != 1:
        return at
    opener, closer, depth = tokens[at].text, OPENING[tokens[at].text], 0
    for place in range(at, len(tokens)):
        nesting = tokens[place].nesting
        if nesting and tokens[place].text in (opener, closer):
            depth += nesting
            if depth == 0:
                return place + 1
    return len(tokens)


def without_argument(above: Sequence[Token], below: Sequence[Token]) -> tuple[Token, ...]:
    """`F` of `F(x)`, where the argument is the variable itself."""
    bare = atom_end(above, 0, arguments=False)
    inner = above[bare + 1 : -1]
    shown = bare < len(above) and above[bare].is_sign("(") and group_end(above, bare) == len(above)
    if shown and len(inner) == 1 and below and inner[0].same(below[0]):
        return tuple(above[:bare])
    return tuple(above)
