"""Left-hand sides that look like a label and yet say something: `f(x)^2 = ...`, `f(2x) = ...`, `KL[Q||P] = ...`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import CLOSING, OPENING, Token
from interview_drill.formula.notations.vocabulary import Pattern, Vocabulary
from interview_drill.formula.notations.words import FUNCTIONS

SEPARATORS = (",", ";", ":", "|", "||")
ARITHMETIC = ("+", "-", "*", "^", "/", "|", "{", "}", "(", ")")


def asserts(first: Sequence[Token], known: Vocabulary) -> bool:
    """Whether a name with its arguments claims more than that it is the answer."""
    return any(claims(first, known) for claims in (_to_a_power, _other_slope, _other_argument, _other_order))


def _to_a_power(first: Sequence[Token], known: Vocabulary) -> bool:
    """`y^2`, `f(x)^{-1}`, `y^x`; what is raised in brackets, or a letter of its own, numbers a layer or a step."""
    raised = [place + 1 for place, token in enumerate(first) if token.is_sign("^")]
    groups = [first[at : max(group_end(first, at), at + 1)] for at in raised]
    return any(_is_number(group) or _is_of_the_stem(group, known) for group in groups)


def _is_of_the_stem(group: Sequence[Token], known: Vocabulary) -> bool:
    """Whether an exponent is made of a quantity of the question, or begins with a minus."""
    inside = group[1:-1] if group and group[0].is_sign("{") else group
    if inside and inside[0].is_sign("-"):
        return True
    spelled = (one.symbol for token in inside for one in known.patterns.get(token.text, ()) if len(one.tokens) == 1)
    return any(symbol.type not in ("index", "size") for symbol in spelled)


def _is_number(group: Sequence[Token]) -> bool:
    return any(token.kind == "number" for token in group) and all(
        token.kind == "number" or token.is_sign("{", "}", "-", "/") for token in group
    )


def _other_slope(first: Sequence[Token], known: Vocabulary) -> bool:
    """`f'(x)` where the answer is f(x), `f(x)` where it is f'(x), the slope of a function of the table."""
    head = first[0]
    plain = head.text.rstrip("'")
    if head.text != plain and (plain == "sigma" or plain in FUNCTIONS):
        return True
    return any(
        found.rstrip("'") == plain and found != head.text and any(len(one.tokens) > 1 for one in _answers(known, found))
        for found in known.patterns
    )


def _answers(known: Vocabulary, head: str) -> Iterator[Pattern]:
    return (one for one in known.patterns.get(head, ()) if one.symbol.answer)


def _other_argument(first: Sequence[Token], known: Vocabulary) -> bool:
    """`f(2x)`, `f(x+1)`, `f(|x|)` where the answer is f(x)."""
    if len(first) < 4 or not first[1].is_sign("("):
        return False
    typed = _arguments(first)
    for pattern in _answers(known, first[0].text):
        wanted = _arguments(pattern.tokens)
        if len(wanted) == len(typed) and any(map(_worked_on, typed, wanted)):
            return True
    return False


def _worked_on(typed: Sequence[Token], wanted: Sequence[Token]) -> bool:
    """Whether an argument does arithmetic with the very name that the answer's spelling has there."""
    if len(wanted) != 1 or len(typed) < 2 or not any(token.same(wanted[0]) for token in typed):
        return False
    return all(token.same(wanted[0]) or token.kind == "number" or token.is_sign(*ARITHMETIC) for token in typed)


def _other_order(first: Sequence[Token], known: Vocabulary) -> bool:
    """`P_{B|A}` where the answer is P(A|B)."""
    typed = [token.text for token in first if token.kind == "name"]
    answers = ([token.text for token in one.tokens if token.kind == "name"] for one in _answers(known, first[0].text))
    return any(sorted(typed) == sorted(wanted) and typed != wanted for wanted in answers)


def _arguments(first: Sequence[Token]) -> list[list[Token]]:
    """What stands in the first brackets, parted at commas."""
    if len(first) < 2 or not first[1].is_sign("("):
        return []
    found: list[list[Token]] = [[]]
    for token in first[2 : group_end(first, 1) - 1]:
        if token.is_sign(",", ";"):
            found.append([])
        else:
            found[-1].append(token)
    return found


def respelled(side: Sequence[Token], known: Vocabulary) -> Sequence[Token]:
    """The side as the question spells it, where it names an answer in other brackets or with other separators.

    What begins like a declared quantity means what it says: P(A,B) is not P(A|B).
    """
    names = _names(side[:-1], known)
    if len(names) < 3 or not all(one.symbol.answer for one in known.patterns.get(side[0].text, ())):
        return side
    for patterns in known.patterns.values():
        for one in patterns:
            if one.symbol.answer and not one.holes and _names(one.tokens, known) == names:
                at, end = side[0].at, side[-2].end
                return [*(replace(token, at=at, end=end) for token in one.tokens), side[-1]]
    return side


def _names(tokens: Sequence[Token], known: Vocabulary) -> tuple[str, ...]:
    """A name and the names in its brackets, each as the symbol that it spells; nothing where there is more to it.

    `p(x)` in there is what `p` is.
    """
    if len(tokens) < 4 or not tokens[1].is_sign("(", "[") or not tokens[-1].is_sign(")", "]"):
        return ()
    inside = _without_arguments(tokens[2:-1])
    if any(token.is_sign(*OPENING, *CLOSING) for token in inside):
        return ()
    if any(token.kind != "name" and not token.is_sign(*SEPARATORS) for token in inside):
        return ()
    return tokens[0].text, *(_symbol(token, known) for token in inside if token.kind == "name")


def _without_arguments(tokens: Sequence[Token]) -> list[Token]:
    """Names without the one letter in brackets behind them."""
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        three = tokens[place : place + 3]
        called = len(three) == 3 and three[0].is_sign("(") and three[1].kind == "name" and three[2].is_sign(")")
        if called and out and out[-1].kind == "name":
            place += 3
        else:
            out.append(tokens[place])
            place += 1
    return out


def _symbol(token: Token, known: Vocabulary) -> str:
    alone = (one.symbol.name for one in known.patterns.get(token.text, ()) if len(one.tokens) == 1)
    return next(alone, token.text)
