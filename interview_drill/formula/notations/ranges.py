"""A remark behind the formula, `..., k = 1, \\dots, C` or `\\forall k`: the declared range of an index, nothing new."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.formula.notations.reading import Note
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Vocabulary
from interview_drill.formula.scope import Symbol

Tokens = list[Token]

TELLING = frozenset({"dots", "<=", "forall"})
"""Without one of these signs no range is told."""
LONGEST = 16
"""More tokens than such a remark has, with its comma and brackets."""


def without_range(tokens: Tokens, known: Vocabulary, text: str) -> tuple[Tokens, tuple[Note, ...]]:
    """The formula without such a remark, and a note of it; a range that was not declared is left where it is."""
    if known.free or known.derivatives or TELLING.isdisjoint([token.text for token in tokens]):
        return tokens, ()
    for place in range(len(tokens) - 1, max(0, len(tokens) - LONGEST), -1):
        remark = _unwrapped(tokens[place:])
        if remark and (_declared(remark, tokens[:place], known) or _for_all(tokens[place:], known)):
            while place > 1 and _leads(tokens[place - 1]):
                place -= 1
            return tokens[:place], (Note("note-range", {"text": text[remark[0].at : remark[-1].end].strip()}),)
    return tokens, ()


def _unwrapped(tokens: Tokens) -> Tokens:
    """The tokens behind a comma or `for`, or in round brackets; nothing where they do not begin so."""
    apart = _leads(tokens[0])
    while tokens and _leads(tokens[0]):
        tokens = tokens[1:]
    if tokens and tokens[0].is_sign("(") and tokens[-1].is_sign(")"):
        return tokens[1:-1]
    return tokens if apart else []


def _leads(token: Token) -> bool:
    return token.is_sign(",", ";", "forall") or token.is_word("for")


def _declared(remark: Tokens, formula: Sequence[Token], known: Vocabulary) -> bool:
    """Whether the remark lets a letter of the formula run just as an index was declared to."""
    found = _bounds(remark)
    if found is None or not any(token.same(found[0]) for token in formula):
        return False
    letter, first, last = (token.text for token in found)
    return any(str(one.start) == first and _ends(one, last, known) for one in _indices(letter, known))


def _for_all(tokens: Sequence[Token], known: Vocabulary) -> bool:
    """`\\forall k`, which leaves the range to the declaration."""
    *_, quantifier, letter = tokens
    return quantifier.is_sign("forall") and bool(_indices(letter.text, known))


def _bounds(remark: Tokens) -> tuple[Token, Token, Token] | None:
    """The letter, the first and the last value of `k = 1, ..., C`, `k \\in \\{1, ..., C\\}` or `1 \\le k \\le C`."""
    plain = [token for token in remark if not token.is_sign(",", "\\{", "\\}")]
    texts = [token.text for token in plain]
    if len(plain) == 5 and texts[1] in ("=", "in") and texts[3] == "dots":
        return plain[0], plain[2], plain[4]
    if len(plain) == 6 and texts[1] in ("=", "in") and texts[4] == "dots" and texts[2:4] in (["0", "1"], ["1", "2"]):
        return plain[0], plain[2], plain[5]
    if len(plain) == 5 and texts[1] == texts[3] == "<=":
        return plain[2], plain[0], plain[4]
    return None


def _indices(letter: str, known: Vocabulary) -> list[Symbol]:
    """The index that a letter is declared as, or all of them for a letter that is not declared: it may be any."""
    symbol = known.scope.symbols.get(letter)
    if symbol is None and letter not in known.patterns and len(letter) == 1:
        return [one for one in known.scope.symbols.values() if one.type == "index"]
    return [symbol] if symbol is not None and symbol.type == "index" else []


def _ends(index: Symbol, last: str, known: Vocabulary) -> bool:
    size = known.scope.symbols.get(index.shape[0])
    return index.start == 1 and size is not None and any(one.tokens[0].text == last for one in known.of(size))
