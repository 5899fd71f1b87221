"""The words that a scope adds to the standard ones, and how letters typed together are split into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from interview_drill.formula.notations import characters, words
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.scope import OWN, Scope, Symbol

ACCENTED = ("hat", "tilde", "bar", "prime")
STANDARD: dict[str, tuple[str, str]] = {
    **{word: ("name", word) for word in characters.LETTERS},
    **{word: ("name", letter) for word, letter in characters.ALIASES.items() if word != "ell"},
    **{word: ("function", name) for word, name in words.FUNCTIONS.items()},
    **{word: ("big", name) for word, name in words.BIG.items()},
    **dict.fromkeys(("inf", "infty", "infinity", "oo"), ("name", "inf")),
}
SHORTEST_INSIDE = 3
"""Standard words of two letters (pi, mu, ln) stand only alone: `pi` inside `pin` is p, i, n."""
INSIDE_ANYWAY = frozenset({"ln"})
ALPHANUMERIC = re.compile(r"[A-Za-z0-9]")
LONG_SUBSCRIPT = re.compile(r"[A-Za-z]+_[A-Za-z]{2,}")
"""A spelling such as `h_new`, which LaTeX by itself would read as h_n e w."""


class Lexicon(Struct, frozen=True, eq=False):
    """`words` maps letters typed together to (kind, canonical text); `literals` are declared names with `_` or digits.

    `begins` holds these by their first letter, the longest first. `joins` tells how each of them reads token by token,
    by its first token. Scopes with the same words have one and the same lexicon.
    """

    words: dict[str, tuple[str, str]]
    literals: dict[str, str]
    longest: int
    begins: dict[str, list[str]]
    joins: dict[str, list[tuple[str, tuple[Token, ...]]]] = {}

    def literal_at(self, text: str, at: int) -> str | None:
        """The longest declared name with `_` or digits that stands here."""
        for typed in self.begins.get(text[at], ()):
            if text.startswith(typed, at) and not ALPHANUMERIC.match(text, at + len(typed)):
                return typed
        return None

    def split(self, run: str) -> Iterator[tuple[str, str, int, int]]:
        """(kind, canonical text, start, end) of the longest words in letters typed together, and of single letters."""
        if run in words.WORDS and run not in self.words:
            yield "word", words.WORDS[run], 0, len(run)
            return
        at = 0
        while at < len(run):
            kind, text, length = self._longest(run, at)
            yield kind, text, at, at + length
            at += length

    def _longest(self, run: str, at: int) -> tuple[str, str, int]:
        for length in range(min(self.longest, len(run) - at), 1, -1):
            word = run[at : at + length]
            if word in self.words and self._may_stand(word, run):
                return *self.words[word], length
        return "name", run[at], 1

    def _may_stand(self, word: str, run: str) -> bool:
        standard = STANDARD.get(word) == self.words[word]
        return not standard or len(word) >= SHORTEST_INSIDE or word == run or word in INSIDE_ANYWAY


def lexicon(scope: Scope) -> Lexicon:
    """The words of a scope: its names, the words in its spellings, and the standard ones that it does not override."""
    own: dict[str, tuple[str, str]] = {}
    literals: dict[str, str] = {}
    for symbol in scope.symbols.values():
        own.update(_words(symbol))
        for name in (symbol.name, *filter(LONG_SUBSCRIPT.fullmatch, symbol.spellings)):
            literals.update(_literals(name))
    return _lexicon(frozenset(own.items()), tuple(sorted(literals.items(), key=lambda pair: -len(pair[0]))))


@lru_cache(maxsize=128)
def _lexicon(own: frozenset[tuple[str, tuple[str, str]]], literals: tuple[tuple[str, str], ...]) -> Lexicon:
    words = {**STANDARD, **dict(own)}
    begins: dict[str, list[str]] = {}
    for typed, _ in literals:
        begins.setdefault(typed[0], []).append(typed)
    return Lexicon(words, dict(literals), max(map(len, words)), begins)


def canonical(name: str) -> str:
    """A declared name as its token reads: `lam` is `lambda`."""
    return characters.ALIASES.get(name, name)


def _literals(name: str) -> dict[str, str]:
    if re.fullmatch(r"[A-Za-z]+", name) or name.endswith(OWN):
        return {}
    head, _, tail = name.partition("_")
    if tail in ACCENTED:
        return {name: f"{canonical(head)}_{tail}"}
    return {name: name}


def _words(symbol: Symbol) -> dict[str, tuple[str, str]]:
    found = {}
    head, _, tail = symbol.name.partition("_")
    if tail in ACCENTED and head.isalpha():
        found[head + tail] = ("name", f"{canonical(head)}_{tail}")
    if len(symbol.name) > 1 and symbol.name.isalpha():
        found[symbol.name] = ("name", canonical(symbol.name))
    for spelling in symbol.spellings:
        words = _spelled(spelling, symbol.parameters)
        found.update({word: ("name", canonical(word)) for word in words if word not in STANDARD})
    return found


@lru_cache(maxsize=4096)
def _spelled(spelling: str, parameters: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a spelling that are no command, no derivative and no letters side by side."""
    bare = re.sub(r"\\[A-Za-z]+", " ", spelling)
    runs = re.findall(r"(?<![A-Za-z])[A-Za-z]{2,}(?![A-Za-z])", bare)
    derivative = re.search(r"/|\\.?frac|\\partial", spelling)
    return tuple(run for run in runs if not set(run) <= set(parameters) and not (derivative and run[0] == "d"))
