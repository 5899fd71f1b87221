"""Names on the left that belong to something else: another well-known quantity, another entry than the general one."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.formula.notations import lefts, quantities
from interview_drill.formula.notations.asked import Asked
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Vocabulary, vocabulary
from interview_drill.formula.scope import Scope, Symbol

SLOPE = ("grad", "gradient", "derivative", "deriv", "prime", "jac", "jacobian", "backward")
"""Words that make another name of one: `sigmoid_grad` is no sigmoid."""


def names_other(first: Sequence[Token], wanted: Asked) -> bool:
    """Whether a name, or a word below or above it, is another quantity's: `MSE`, `L_{MSE}`, `W_2`.

    The catalogue speaks only where it knows what is asked for: of anything else it cannot say that a name is another.
    """
    if not wanted.all:
        return False
    scripts = [_word(lefts.script(first, sign)) for sign in ("_", "^")]
    if is_slope(first):
        return False
    head = lefts.word(first)
    return _is_other(head, scripts[0], wanted) or any(_says_other(one, wanted) for one in scripts)


def is_slope(first: Sequence[Token]) -> bool:
    """Whether a word below makes another name of it: `relu_grad`."""
    return _word(lefts.script(first, "_")) in SLOPE


def _is_other(head: str, below: str, wanted: Asked) -> bool:
    bare = head.rstrip("'")
    found = quantities.named(bare) or _by_letter(bare, below, wanted)
    return bool(found) and not found & (wanted.heads if head == bare else wanted.slopes)


def _by_letter(head: str, below: str, wanted: Asked) -> frozenset[int]:
    """The quantities that a letter means here, with its subscript or alone: W_2, H."""
    lowered = quantities.meant(f"{head}_{below}", wanted.all) if below else frozenset()
    return lowered or quantities.meant(head, wanted.all)


def _says_other(below: str, wanted: Asked) -> bool:
    """Whether a word below or above a name is another quantity's: `L_{MSE}`, `D_{JS}`."""
    found = quantities.named(below) if len(below) > 1 else frozenset()
    return bool(found - quantities.SETTINGS) and not found & wanted.all


def _word(inside: Sequence[Token]) -> str:
    """The one word or number that stands there."""
    return lefts.word(inside) if inside and lefts.word_end(inside, 0) == len(inside) else ""


def is_asked(first: Sequence[Token], known: Vocabulary) -> bool:
    """Whether the name is the usual one of what is asked for: `softmax(z)_k`, `SiLU`."""
    return known.calls_asked(lefts.word(first))


def is_other_entry(first: Sequence[Token], scope: Scope) -> bool:
    """Whether `p_1`, `a_{k+1}`, `J_{11}` stands where the general entry is asked for."""
    places = _places(first)
    return len(places) in ranks(scope) and not all(map(_is_letter, places))


def ranks(scope: Scope) -> frozenset[int]:
    """How many indices the names of the answer take; one without indices counts for nothing."""
    found = (sum(scope.symbols[name].type == "index" for name in one.parameters) for one in _indexed(scope))
    return frozenset(found) - {0}


def _indexed(scope: Scope) -> list[Symbol]:
    """The names of the answer whose parameters are declared."""
    answers = (symbol for name, symbol in scope.symbols.items() if name in scope.options.get("asked", ()))
    return [symbol for symbol in answers if all(name in scope.symbols for name in symbol.parameters)]


def _places(first: Sequence[Token]) -> list[Sequence[Token]]:
    """What stands at each index of a name: between commas, or letter by letter; a word stands at one."""
    inside = lefts.script(first, "_") or _bracketed(first)
    if not inside:
        return []
    if any(token.is_sign(",") for token in inside):
        return _parted(inside)
    if all(token.kind in ("name", "number") for token in inside) and lefts.word_end(inside, 0) == len(inside) < 3:
        return [[token] for token in _digits(inside)]
    return [inside]


def _digits(inside: Sequence[Token]) -> list[Token]:
    """`_{11}` holds two numbers."""
    return [Token(token.kind, one, token.at, token.end) for token in inside for one in _signs(token)]


def _signs(token: Token) -> Sequence[str]:
    return token.text if token.kind == "number" else [token.text]


def _bracketed(first: Sequence[Token]) -> Sequence[Token]:
    at = lefts.word_end(first, 0)
    return first[at + 1 : group_end(first, at) - 1] if at < len(first) and first[at].is_sign("[") else ()


def _parted(inside: Sequence[Token]) -> list[Sequence[Token]]:
    found: list[list[Token]] = [[]]
    for token in inside:
        if token.is_sign(","):
            found.append([])
        else:
            found[-1].append(token)
    return found


def _is_letter(place: Sequence[Token]) -> bool:
    return not any(token.kind == "number" or token.is_sign("+", "-", "*") for token in place)


def names_other_thing(identifier: str, scope: Scope) -> bool:
    """The same for a name in Python: `mse_loss`, `loss_mse`."""
    parts = [part for part in identifier.split("_") if part]
    wanted = vocabulary(scope).asked
    if scope.options.get("free") or not parts or not wanted.all or any(part in SLOPE for part in parts):
        return False
    generic = len(parts) > 1 and parts[0].lower() in ("loss", "l", "j", "cost")
    return _is_other("_".join(parts[generic:]), "", wanted)
