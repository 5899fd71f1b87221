"""Names that are not declared: the error says which are, and suggests the nearest."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import characters
from interview_drill.formula.notations.lexicon import canonical
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.scope import Scope, Symbol

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser


def undeclared(parser: Parser, token: Token) -> AnswerError:
    """The error for a name that is not declared: it says which are, and suggests the nearest."""
    scope = parser.known.scope
    typed, place = _typed(parser, token)
    error = undeclared_error(typed, scope, *place)
    spare = _only_unused(parser) if "near" not in error.facts and len(typed) == 1 else None
    if spare is None:
        return error
    return AnswerError("name-undeclared-near", *place, name=typed, near=spare, declared=error.facts["declared"])


def _typed(parser: Parser, token: Token) -> tuple[str, tuple[int, int]]:
    """The name as typed: all the letters typed together, unless others of them are declared."""
    alone = token.text, (token.at, token.end)
    if token.run is None or token.run[1] - token.run[0] < 2:
        return alone
    typed = parser.known_text(token.run)
    together = [one for one in parser.tokens if one.run == token.run]
    strange = [one for one in together if one.kind == "name" and not _known(parser, one)]
    plain = {name.replace("_", "") for name in parser.known.scope.symbols}
    if typed in plain or len(strange) > 2 or strange == together:
        return typed, token.run
    return alone


def _known(parser: Parser, token: Token) -> bool:
    return token.text in parser.bound or token.text in parser.known.patterns


def _only_unused(parser: Parser) -> str | None:
    """The only declared quantity that the formula does not use: probably the one that was meant."""
    used = {token.text for token in parser.tokens}
    spare = [
        symbol.name
        for symbol in parser.known.scope.symbols.values()
        if not symbol.answer and symbol.type in ("scalar", "array", "value", "function")
        if not used & {pattern.tokens[0].text for pattern in parser.known.of(symbol)}
    ]
    return spare[0] if len(spare) == 1 else None


def undeclared_error(typed: str, scope: Scope, at: int | None, end: int | None) -> AnswerError:
    """The same for any notation."""
    known = sorted(map(_typeable, _offered(scope)))
    near = nearest(typed, scope)
    if near is None:
        return AnswerError("name-undeclared", at, end, name=typed, declared=known)
    return AnswerError("name-undeclared-near", at, end, name=typed, near=near, declared=known)


def _offered(scope: Scope) -> list[Symbol]:
    """The symbols that a learner is told of."""
    internal = scope.options.get("internal", ())
    return [symbol for name, symbol in scope.symbols.items() if not symbol.answer and name not in internal]


def _typeable(symbol: Symbol) -> str:
    """How a learner would type a declared name: a letter as it is, a name of the file's own by its spelling."""
    letter = re.sub("_hat$", "", symbol.name)
    if len(letter) == 1 or characters.ALIASES.get(letter, letter) in characters.LETTERS or not symbol.spellings:
        return symbol.name
    plain = [re.sub(r"\\(?:mathrm|text)\{(\w+)\}|\\(?=[A-Za-z])", r"\1", one) for one in symbol.spellings]
    return next((one for one in plain if "\\" not in one and "{" not in one), symbol.name)


def nearest(typed: str, scope: Scope) -> str | None:
    """The declared name that a typed one is most likely meant to be."""
    names = {symbol.name.lower(): symbol.name for symbol in _offered(scope)}
    names |= {short.replace("_", ""): name for short, name in names.items()}
    if canonical(typed).lower() in names:
        return names[canonical(typed).lower()]
    found = difflib.get_close_matches(typed.lower(), names, 1, 0.6)
    return names[found[0]] if found else None
