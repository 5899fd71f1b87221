"""A learner's own name in a scope: whatever the question spells like it means the learner's own from there on."""

from __future__ import annotations

from msgspec.structs import replace

from interview_drill.formula.notations.vocabulary import Pattern, Vocabulary, called, vocabulary
from interview_drill.formula.scope import Scope, Symbol


def is_taken(name: str, scope: Scope) -> bool:
    """Whether a name is a quantity of the question, by the question's own name for it; one of the answer's is not."""
    known = vocabulary(scope)
    spelled = (one.symbol for one in known.patterns.get(name, ()) if len(one.tokens) == 1)
    return any(not symbol.answer and called(symbol, known.lexicon) == name for symbol in spelled)


def shadowed(scope: Scope, own: Symbol) -> Scope:
    """The scope with an abbreviation of the learner's, and without the spellings that would hide it.

    A name that the question only spells so as well (`z` for `x`) would be read as the question's, half of the time.
    """
    made = frozenset({*scope.options.get("made", ()), own.name})
    scope = replace(scope, symbols={**scope.symbols, own.name: own}, options={**scope.options, "made": made})
    known = vocabulary(scope)
    rivals = {one.symbol.name for found in known.patterns.values() for one in found if _hides(one, own, known)}
    symbols = {name: _without(one, own, known) if name in rivals else one for name, one in scope.symbols.items()}
    return replace(scope, symbols=symbols) if rivals else scope


def _hides(pattern: Pattern, own: Symbol, known: Vocabulary) -> bool:
    """Whether a spelling of something else holds the own name, and not as part of a longer one as `h_{t-1}` holds h."""
    if pattern.symbol is own:
        return False
    name = called(own, known.lexicon)
    places = [at for at, token in enumerate(pattern.tokens) if token.kind == "name" and token.text == name]
    return any(pattern.hole_at[at] is None and not _goes_on(pattern, at) for at in places)


def _goes_on(pattern: Pattern, at: int) -> bool:
    """Whether a subscript without an index follows, which makes another name of it."""
    behind = pattern.tokens[at + 1 : at + 4]
    return len(behind) == 3 and behind[0].is_sign("_") and not any(pattern.hole_at[at + 1 : at + 4])


def _without(symbol: Symbol, own: Symbol, known: Vocabulary) -> Symbol:
    kept = tuple(
        spelling
        for spelling in symbol.spellings
        if not any(_hides(one, own, known) for one in known.spelled_so(spelling, symbol))
    )
    return replace(symbol, spellings=kept)
