"""The spellings of a scope as token patterns, by their first token; made once for a scope."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import derivatives, quantities
from interview_drill.formula.notations.asked import Asked, asked
from interview_drill.formula.notations.lexicon import Lexicon, canonical, lexicon
from interview_drill.formula.notations.scanner import Scanner
from interview_drill.formula.notations.tidy import tidy
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.scope import Normal, Scope, Symbol


class Pattern(Struct, frozen=True):
    """One spelling of a symbol; `holes` are the names of its indices (or arguments) that stand in it.

    `hole_at` tells for each token which of them it stands for, None where it stands for itself.
    """

    symbol: Symbol
    tokens: tuple[Token, ...]
    holes: tuple[str, ...]
    hole_at: tuple[str | None, ...]


class Vocabulary(Struct):
    """What a parser knows of a scope."""

    scope: Scope
    lexicon: Lexicon
    patterns: dict[str, list[Pattern]] = {}
    quotients: list[tuple[derivatives.Quotient, Pattern]] = []
    asked: Asked = Asked()

    def of(self, symbol: Symbol) -> list[Pattern]:
        """The patterns of one symbol."""
        return [one for found in self.patterns.values() for one in found if one.symbol is symbol]

    def spelled_so(self, spelling: str, symbol: Symbol) -> list[Pattern]:
        """The patterns of a symbol that one of its spellings makes."""
        tokens = _spelling(spelling, self.lexicon)
        return [one for one in self.of(symbol) if one.tokens in (tokens, tokens[:1])]

    def asks_for(self, symbol: Symbol) -> bool:
        """Whether a symbol is a name of the answer itself; one with a value of its own is something else."""
        return symbol.name in self.scope.options.get("asked", ())

    def calls_asked(self, function: str) -> bool:
        """Whether a function's name is the usual one of what is asked for."""
        return bool(quantities.named(function) & self.asked.heads)

    def is_declared(self, token: Token) -> bool:
        """Whether a token alone is a declared name."""
        return any(len(one.tokens) == 1 for one in self.patterns.get(token.text, ()))

    @property
    def free(self) -> bool:
        """Whether any single letter may be used: formulas outside a question."""
        return bool(self.scope.options.get("free"))

    @property
    def derivatives(self) -> bool:
        """Whether derivatives are operators, and a left-hand side is a claim: lines of a derivation."""
        return bool(self.scope.options.get("derivatives"))

    @property
    def distributions(self) -> Mapping[str, Normal]:
        """The declared densities that expectations may be taken over."""
        return self.scope.options.get("distributions") or {}


MOST_KEPT = 128
_kept: OrderedDict[int, Vocabulary] = OrderedDict()


def vocabulary(scope: Scope) -> Vocabulary:
    """The vocabulary of a scope, kept for the next answer to the same question."""
    found = _kept.get(id(scope))
    if found is None or found.scope is not scope:
        found = _kept[id(scope)] = _twin(scope) or _made(scope)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(id(scope))
    return found


def _twin(scope: Scope) -> Vocabulary | None:
    """That of a scope with the very same symbols, which asks for the same and has other options."""
    for one in reversed(_kept.values()):
        if one.scope.symbols is scope.symbols and one.scope.options.get("asked") == scope.options.get("asked"):
            return replace(one, scope=scope)
    return None


@lru_cache(maxsize=8)
def tokenised(text: str, words: Lexicon) -> tuple[Token, ...]:
    """The tidy tokens of a text; those of the last few are kept for a question's other forms. Raises AnswerError."""
    return tuple(_joined(tidy(Scanner(text, words).scan()), words))


def _joined(tokens: list[Token], words: Lexicon) -> list[Token]:
    """The tokens with every declared name that has a subscript (`C_t`, `D_{KL}`) as one."""
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        name, length = _literal(tokens, place, words)
        if length:
            last = tokens[place + length - 1]
            out.append(replace(tokens[place], kind="name", text=name, end=last.end))
        else:
            out.append(tokens[place])
        place += length or 1
    return out


def _literal(tokens: list[Token], place: int, words: Lexicon) -> tuple[str, int]:
    for name, parts in words.joins.get(tokens[place].text, ()):
        if _stand(parts, tokens, place):
            return name, len(parts)
    return "", 0


def _stand(parts: Sequence[Token], tokens: Sequence[Token], place: int) -> bool:
    """Whether these very tokens stand at a place."""
    if place + len(parts) > len(tokens):
        return False
    return all(part.same(tokens[at]) for at, part in enumerate(parts, place))


def _joins(words: Lexicon) -> None:
    """How each declared name with a subscript reads token by token, by its first token, longest first."""
    if words.joins:
        return
    for typed, name in words.literals.items():
        parts = tuple(tidy(Scanner(typed, words).scan()))
        if len(parts) > 1:
            words.joins.setdefault(parts[0].text, []).append((name, parts))
    for found in words.joins.values():
        found.sort(key=lambda pair: -len(pair[1]))


def _made(scope: Scope) -> Vocabulary:
    made = Vocabulary(scope, lexicon(scope))
    _joins(made.lexicon)
    hidden = scope.options.get("hidden", ())
    for symbol in scope.symbols.values():
        for tokens in _spellings(symbol, made.lexicon)[symbol.name in hidden :]:
            holes = _holes(tokens, symbol)
            pattern = Pattern(symbol, tokens, holes, tuple(_hole(token, holes) for token in tokens))
            made.patterns.setdefault(tokens[0].text, []).append(pattern)
            if quotient := derivatives.quotient(tokens, 0):
                made.quotients.append((quotient, pattern))
    made.asked = asked(
        (one.tokens for found in made.patterns.values() for one in found if made.asks_for(one.symbol)),
        (quotient for quotient, one in made.quotients if made.asks_for(one.symbol)),
    )
    return made


def called(symbol: Symbol, words: Lexicon) -> str:
    """A declared name as its one token reads."""
    return words.literals.get(symbol.name, canonical(symbol.name))


def _spellings(symbol: Symbol, words: Lexicon) -> list[tuple[Token, ...]]:
    """First its canonical name, then the declared spellings; a derivative `F'(x)` may stand without its argument."""
    found = [(Token("name", called(symbol, words), 0, 0),)]
    for spelling in symbol.spellings:
        tokens = _spelling(spelling, words)
        if tokens and tokens not in found:
            found.append(tokens)
        if tokens and tokens[0].text.endswith("'") and (tokens[0],) not in found:
            found.append((tokens[0],))
    return found


def _hole(token: Token, holes: tuple[str, ...]) -> str | None:
    return next((name for name in holes if token.kind == "name" and canonical(name) == token.text), None)


@lru_cache(maxsize=4096)
def _spelling(spelling: str, words: Lexicon) -> tuple[Token, ...]:
    """The tokens of a declared spelling; none where it cannot be read."""
    try:
        return tokenised(spelling, words)
    except AnswerError:
        return ()


def _holes(tokens: tuple[Token, ...], symbol: Symbol) -> tuple[str, ...]:
    present = {token.text for token in tokens if token.kind == "name"}
    return tuple(name for name in symbol.parameters if canonical(name) in present and len(tokens) > 1)
