"""Definitions beside an answer that say what a quantity of the question is: `..., \\mu = \\frac1d\\sum_j x_j`.

A name of the stem keeps its meaning. So each is a claim, a small question of its own whose key is the name: where the
claim is true it is a remark, and where it is not, the answer stays unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import lefts
from interview_drill.formula.notations.defining import BETWEEN, DRESS, MOST_STATEMENTS, parts_of
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.detect import likely
from interview_drill.formula.notations.labels import declared_part
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Vocabulary, tokenised, vocabulary
from interview_drill.formula.scope import Declaration, Form, Scope, Symbol

DEFINED = ("array", "value")
"""Types of what the question says or leaves open what it is made of."""


class Stated(Struct, frozen=True):
    """One `name = formula` about a quantity of the question, with the letters of its indices: offsets of its text."""

    left: str
    body: str
    letters: tuple[tuple[str, str, int], ...]
    at: int
    end: int


def parted(text: str, scope: Scope, notation: str | None) -> tuple[str, tuple[Stated, ...]]:
    """The text with such statements blank, so that every place stays what it was, and the statements."""
    if "python" in likely(text, notation)[:1]:
        return text, ()
    bare = DRESS.sub(lambda found: " " * len(found.group()), text)
    places = list(parts_of(bare))
    if not 1 < len(places) <= MOST_STATEMENTS:
        return text, ()
    known = vocabulary(scope)
    found = [one for at, end in places if (one := _stated(bare, at, end, known))]
    if not found or len(found) == len(places):
        return text, ()
    for one in found:
        begin, end = _with_separators(bare, one)
        bare = bare[:begin] + " " * (end - begin) + bare[end:]
    return bare, tuple(found)


def _with_separators(text: str, one: Stated) -> tuple[int, int]:
    """A statement with what parts it from the next, or from the one before where it is the last."""
    if behind := BETWEEN.match(text, one.end):
        return one.at, behind.end()
    before = max((at for at, end in _gaps(text) if end <= one.at), default=one.at)
    return before, one.end


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """What parts the statements of a text."""
    places = list(parts_of(text))
    return ((left[1], right[0]) for left, right in pairwise(places))


def _stated(text: str, at: int, end: int, known: Vocabulary) -> Stated | None:
    left, sign, body = text[at:end].partition("=")
    if not sign or not body.strip() or left.endswith((":", "<", ">", "!")):
        return None
    try:
        tokens = tokenised(left, known.lexicon)
    except AnswerError:
        return None
    letters = _letters(tokens, known) if tokens else None
    return None if letters is None else Stated(left.strip(), body, letters, at, end)


def _letters(tokens: tuple[Token, ...], known: Vocabulary) -> tuple[tuple[str, str, int], ...] | None:
    """The new index letters of a name of the question, with their sizes and first values; None for any other name."""
    symbol = declared_part(_without_power(tokens), known)
    if symbol is None:
        return () if _is_probability(tokens, known) else None
    if symbol.answer or symbol.type not in DEFINED:
        return None
    letters = [letter for letter in lefts.letters(tokens) if letter not in known.scope.symbols]
    return _sized(symbol, letters)


def _without_power(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The name in `\\sigma^2`."""
    at = next((at for at, token in enumerate(tokens) if at and token.is_sign("^")), len(tokens))
    raised = [token.kind for token in tokens[at + 1 :] if not token.is_sign("{", "}")]
    return tokens[:at] if raised == ["number"] else tokens


def _sized(symbol: Symbol, letters: list[str]) -> tuple[tuple[str, str, int], ...] | None:
    if len(letters) > len(symbol.shape):
        return None
    return tuple((letter, size, symbol.start) for letter, size in zip(letters, symbol.shape, strict=False))


def _is_probability(tokens: tuple[Token, ...], known: Vocabulary) -> bool:
    """`P(B)`: what no answer is called."""
    head = known.patterns.get(tokens[0].text, ())
    whole = len(tokens) > 1 and tokens[1].is_sign("(") and group_end(tokens, 1) == len(tokens)
    return whole and any(one.symbol.type == "probability" for one in head)


@lru_cache(maxsize=64)
def claim(form: Form, left: str, letters: tuple[tuple[str, str, int], ...]) -> Form:
    """The small question of what a name of a form is."""
    indices = {letter: Declaration(type="index", shape=(size,), start=start) for letter, size, start in letters}
    plain = Form(key=left, symbols={**form.symbols, **indices})
    return replace(plain, conditions=form.conditions, elementwise=form.elementwise)
