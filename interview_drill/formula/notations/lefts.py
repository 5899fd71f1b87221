"""The shape of a left-hand side: one name with what is lowered, raised and in brackets behind it."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token

PLAIN_ARGUMENT = (",", ";", "|", "||", "(", ")", "[", "]", "{", "}", "\\{", "\\}", "_", "^", "+", "-", "dots", ":", "=")
MARKS = ("*", "+", "-", "<", ">")
"""Signs that may stand alone above a name: `L^*`, `w^+`, `c^{<t>}`."""


def word_end(tokens: Sequence[Token], at: int) -> int:
    """Behind the letters typed together with the one at a place."""
    run = tokens[at].run
    at += 1
    while at < len(tokens) and run is not None and tokens[at].run == run:
        at += 1
    return at


def word(tokens: Sequence[Token], at: int = 0) -> str:
    """The letters typed together at a place, as one word."""
    return "".join(token.text for token in tokens[at : word_end(tokens, at)])


def one_name(first: Sequence[Token]) -> int:
    """Behind one name with its subscripts, powers and arguments; a word of letters typed together is one name."""
    if first[0].kind not in ("name", "function"):
        return 0
    at = word_end(first, 0)
    while at < len(first) and first[at].is_sign("_", "^", "(", "[", "\\{"):
        if first[at].is_sign("^") and not (at + 1 < len(first) and first[at + 1].is_sign("{", "(")):
            at += 2
        else:
            at = group_end(first, at + first[at].is_sign("_", "^"))
    return at


def script(first: Sequence[Token], sign: str) -> Sequence[Token]:
    """What stands below ("_") or above ("^") a name, without its braces; nothing where nothing does."""
    at = word_end(first, 0)
    while at + 1 < len(first) and first[at].is_sign("_", "^"):
        end = max(group_end(first, at + 1), at + 2)
        if first[at].is_sign(sign):
            return first[at + 2 : end - 1] if first[at + 1].is_sign("{") else first[at + 1 : end]
        at = end
    return ()


def lowered(first: Sequence[Token]) -> tuple[str, ...]:
    """The small letters in the subscript of a name."""
    if len(first) < 4 or not first[1].is_sign("_"):
        return ()
    return tuple(text for text in letters(first[: group_end(first, 2)]) if text.islower())


def letters(first: Sequence[Token]) -> tuple[str, ...]:
    """The single letters lowered or in its brackets, in order."""
    found = [token.text for token in first[1:] if token.kind == "name" and len(token.text) == 1 and _few(token)]
    return tuple(dict.fromkeys(found))


def _few(token: Token) -> bool:
    """Whether it stands alone or beside one other letter: `_{ij}` holds indices, `_{reg}` is a word."""
    return token.run is None or token.run[1] - token.run[0] <= 2


def plain(first: Sequence[Token]) -> bool:
    """Whether its arguments are names: `f(-x)` would be a claim."""
    bare = _without_marks(first)
    readable = all(
        token.kind in ("name", "function", "word", "number") or token.is_sign(*PLAIN_ARGUMENT) for token in bare
    )
    return readable and not any(_is_worked_out(bare, at) for at, token in enumerate(bare) if token.is_sign("(", "["))


def _without_marks(first: Sequence[Token]) -> list[Token]:
    """The tokens without a sign that stands alone above the name, and without the brackets of `^{<t>}`."""
    out = list(first)
    inside = script(first, "^")
    texts = [token.text for token in inside]
    if (len(inside) == 1 and inside[0].is_sign("*", "+", "-")) or (texts[:1], texts[-1:]) == (["<"], [">"]):
        return [token for token in out if not any(token is mark and mark.is_sign(*MARKS) for mark in inside)]
    return out


def _is_worked_out(first: Sequence[Token], at: int) -> bool:
    """Whether an argument in these brackets is arithmetic or a number: `f(2x)`, `f(0)`; `P(y = 1)` names a case."""
    if at and first[at - 1].is_sign("{", "^"):
        return False  # a layer or a step, x^{(1)}
    inside = _outside_of_scripts(first[at + 1 : group_end(first, at) - 1])
    numbers = [place for place, token in enumerate(inside) if token.kind == "number"]
    named = all(place and inside[place - 1].is_sign("=") for place in numbers)
    return not named or any(token.is_sign("+", "-") for token in inside)


def _outside_of_scripts(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that are not raised or lowered."""
    out, place = [], 0
    while place < len(tokens):
        if tokens[place].is_sign("_", "^") and place + 1 < len(tokens):
            braced = tokens[place + 1].is_sign("{", "(", "[")
            place = group_end(tokens, place + 1) if braced else place + 2
        else:
            out.append(tokens[place])
            place += 1
    return out
