"""A learner's own name in a scope: whatever the question spells like it means the learner's own from there on."""

from __future__ import annotations

from msgspec.structs import replace

from interview_drill.formula.notations.vocabulary import Pattern, Vocabulary, called, vocabulary
from interview_drill.formula.scope import Scope, Symbol


def gives_way(name: str, scope: Scope) -> bool:
    """Whether a name is only the file's: no stem speaks of it, and the first to define it has it."""
    words = vocabulary(scope).lexicon
    yielding = scope.options.get("yielding", frozenset()) - scope.options.get("hidden", frozenset())
    return any(called(scope.symbols[one], words) == name for one in yielding)


def given_way(scope: Scope, own: Symbol, name: str) -> Scope:
    """The scope with an abbreviation of the learner's, and without the name of the file's that is spelled so."""
    words = vocabulary(scope).lexicon
    gone = {one for one in scope.options["yielding"] if called(scope.symbols[one], words) == name}
    hidden = frozenset({*scope.options.get("hidden", ()), *gone})
    symbols = {**scope.symbols, own.name: replace(own, spellings=(name,))}
    return replace(scope, symbols=symbols, options={**scope.options, "hidden": hidden})


def is_taken(name: str, scope: Scope) -> bool:
    """Whether a name is a quantity of the question, by the question's own name for it; one of the answer's is not."""
    known = vocabulary(scope)
    spelled = (one.symbol for one in known.patterns.get(name, ()) if len(one.tokens) == 1)
    return any(not symbol.answer and called(symbol, known.lexicon) == name for symbol in spelled)


def shadowed(scope: Scope, own: Symbol) -> Scope:
    """The scope with an abbreviation of the learner's, and without the spellings that would hide it.

    A name that the question only spells so as well (`z` for `x`) would be read as the question's, half of the time.
    """
    known = vocabulary(scope)
    made = frozenset({*scope.options.get("made", ()), own.name})
    added = replace(scope, symbols={**scope.symbols, own.name: own}, options={**scope.options, "made": made})
    if _reads_anew(own.name):
        known = vocabulary(added)
    name = called(own, known.lexicon)
    rivals = {one.symbol.name for found in known.patterns.values() for one in found if _hides(one, name)} - {own.name}
    if not rivals:
        return added
    symbols = {key: _without(one, name, known) if key in rivals else one for key, one in added.symbols.items()}
    return replace(added, symbols=symbols)


def _reads_anew(name: str) -> bool:
    """Whether a name of several letters makes a text read in other tokens than before: `r_w`, `kx`."""
    return len(name) > 1


def _hides(pattern: Pattern, name: str) -> bool:
    """Whether a spelling holds a name, and not as part of a longer one, as `h_{t-1}` holds h."""
    places = [at for at, token in enumerate(pattern.tokens) if token.text == name and token.kind == "name"]
    return any(pattern.hole_at[at] is None and not _goes_on(pattern, at) for at in places)


def _goes_on(pattern: Pattern, at: int) -> bool:
    """Whether a subscript without an index follows, which makes another name of it."""
    behind = pattern.tokens[at + 1 : at + 4]
    return len(behind) == 3 and behind[0].is_sign("_") and not any(pattern.hole_at[at + 1 : at + 4])


def _without(symbol: Symbol, name: str, known: Vocabulary) -> Symbol:
    kept = tuple(
        spelling
        for spelling in symbol.spellings
        if not any(_hides(one, name) for one in known.spelled_so(spelling, symbol))
    )
    return replace(symbol, spellings=kept)
