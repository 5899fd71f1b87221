"""Derivatives on the left that the question does not spell: the same slope of the same thing under another name."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.formula.notations import derivatives, lefts, naming, quantities
from interview_drill.formula.notations.asked import Asked
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Pattern, Vocabulary

LOSSES = frozenset({"L", "J", "E", "C", "l", "loss", "cost", "Loss", "Cost", "NLL"})
"""What is usually the function that is made small."""
SIGNALS = frozenset(
    {"x", "z", "y", "a", "h", "o", "p", "s", "u", "w", "W", "b", "P", "theta", "sigma", "pi", "softmax"}
)
"""What usually goes through a net, or is learned by it: never a loss."""
GIVEN = frozenset({"x", "z", "w", "W", "b", "theta"})
"""What usually goes into a function: never the function."""


def is_undeclared(first: Sequence[Token], known: Vocabulary) -> bool:
    """`\\partial J/\\partial z_i` where the stem says L: another name for the loss, by the same variable."""
    found = derivatives.quotient([*first, Token("end", "", 0, 0)], 0)
    if found is None or found.open or found.end != len(first) or _known_above(found.above, known):
        return False
    if naming.names_other(found.above, _of_derivatives(known)):
        return False
    return any(
        _is_wanted(wanted, known)
        and _same_variable(found.below, wanted.below, pattern)
        and _same_form(found.above, wanted.above)
        and _same_kind(found.above, wanted.above)
        and not set(lefts.letters(found.above)) & set(lefts.letters(found.below))
        for wanted, pattern in known.quotients
    )


def _is_wanted(quotient: derivatives.Quotient, known: Vocabulary) -> bool:
    """Whether a declared derivative is of what is asked for; one of something else is declared to be told."""
    return any(
        known.asks_for(pattern.symbol) and _letter(one.above) == _letter(quotient.above)
        for one, pattern in known.quotients
        if one.above and quotient.above
    )


def _of_derivatives(known: Vocabulary) -> Asked:
    """What a derivative may be of: a quantity that is asked for may be named by its slope as well."""
    every = known.asked.all
    return Asked(every, every, every)


def _same_kind(typed: Sequence[Token], wanted: Sequence[Token]) -> bool:
    """A loss for a loss, and anything that a net computes for what it computes."""
    head = _letter(typed)
    if _letter(wanted) in LOSSES or quantities.is_loss(lefts.word(wanted)):
        return head not in SIGNALS
    return head not in LOSSES | GIVEN


def _letter(above: Sequence[Token]) -> str:
    """The letter that a derivative is of, without its accents and strokes."""
    return lefts.word(above).rstrip("'").partition("_")[0]


def _same_form(typed: Sequence[Token], wanted: Sequence[Token]) -> bool:
    """Another name for the loss is a name (NLL, L_{CE}, J(w, b)): no power of it, no sum, no multiple."""
    if len(wanted) == 1 and not any(token.is_sign("^", "|", "||") for token in typed):
        return lefts.one_name(typed) == len(typed) and lefts.plain(typed) and not lefts.lowered(typed)
    if len(typed) != len(wanted):
        return False
    pairs = list(zip(typed, wanted, strict=True))
    return pairs[0][0].kind == "name" and all(a.same(b) or (a.kind == b.kind == "name") for a, b in pairs)


def _known_above(above: Sequence[Token], known: Vocabulary) -> bool:
    """Whether a derivative is of something that means something here; L_{CE} and J(w, b) are names of their own."""
    token = above[0]
    if len(above) > 1 and not lefts.lowered(above) and token.kind == "name" and token.text != "sigma":
        return False
    if lefts.word_end(above, 0) > 1:
        return False  # a word, `cost`, whatever its letters are
    if token.kind == "function" or token.text == "sigma" or known.is_declared(token):
        return True
    named = (part[0] for wanted, _ in known.quotients for part in (wanted.above, wanted.below) if part)
    return any(other.same(token) for other in named)


def _same_variable(typed: Sequence[Token], wanted: Sequence[Token], pattern: Pattern) -> bool:
    if not pattern.symbol.answer or len(typed) != len(wanted):
        return False
    return all(a.same(b) or (b.text in pattern.holes and a.kind == "name") for a, b in zip(typed, wanted, strict=True))
