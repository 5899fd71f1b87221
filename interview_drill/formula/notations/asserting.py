"""Left-hand sides that look like a label and yet say something: `f(x)^2 = ...`, `f(2x) = ...`, `KL[Q||P] = ...`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from interview_drill.formula.notations import lefts, naming, quantities
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Pattern, Vocabulary
from interview_drill.formula.notations.words import FUNCTIONS

SEPARATORS = (",", ";", ":", "|", "||")
PROBABILITIES = ("p", "pr", "prob")
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
    if inside and inside[0].kind == "name" and 1 < lefts.word_end(inside, 0) == len(inside):
        return False  # a word, `^{new}`, whatever its letters are
    spelled = (one.symbol for token in inside for one in known.patterns.get(token.text, ()) if len(one.tokens) == 1)
    numbering = ("index", "size") if inside and inside[0].is_sign("(", "[", "<") else ("index",)
    return any(symbol.type not in numbering and not known.asks_for(symbol) for symbol in spelled)


def _is_number(group: Sequence[Token]) -> bool:
    return any(token.kind == "number" for token in group) and all(
        token.kind == "number" or token.is_sign("{", "}", "-", "/") for token in group
    )


def _other_slope(first: Sequence[Token], known: Vocabulary) -> bool:
    """`f'(x)` where the answer is f(x), `f(x)` where it is f'(x), the slope of a function of the table."""
    if naming.is_slope(first):
        return False
    head = first[0]
    plain = head.text.rstrip("'")
    if head.text != plain and (plain == "sigma" or plain in FUNCTIONS):
        return True
    return any(
        found.rstrip("'") == plain and found != head.text and any(map(_takes_arguments, _answers(known, found)))
        for found in known.patterns
    )


def _takes_arguments(pattern: Pattern) -> bool:
    return len(pattern.tokens) > 1 and pattern.tokens[1].is_sign("(", "[")


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


def of_other_things(first: Sequence[Token], known: Vocabulary) -> bool:
    """`BN(\\mu)`, `Attention(Q, K)` where the question says of which declared things the answer is; `f(t)` for f(x)."""
    arguments = _arguments(first)
    if lefts.one_name(first) != len(first) or not arguments or any(len(one) != 1 for one in arguments):
        return False
    typed = [_symbol(one[0], known) for one in arguments]
    heads = [one for one in known.patterns.get(first[0].text, ()) if known.asks_for(one.symbol)]
    if not all(known.is_declared(one[0]) for one in arguments):
        heads = [one for one in heads if one.holes and len(_arguments(one.tokens)) == len(typed) == 1]
    wanted = [[_symbol(part[0], known) for part in _arguments(one.tokens) if part] for one in heads]
    return any(wanted) and not any(one and typed[: len(one)] == one for one in wanted)


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
    if not all(one.symbol.answer for one in known.patterns.get(side[0].text, ())):
        return side
    for said in (_names, _outcome):
        typed = said(side[:-1], known)
        same = (one for one in _spelled(known) if typed and said(one.tokens, known) == typed)
        if (found := next(same, None)) is not None:
            at, end = side[0].at, side[-2].end
            return [*(replace(token, at=at, end=end) for token in found.tokens), side[-1]]
    return side


def _spelled(known: Vocabulary) -> Iterator[Pattern]:
    """The spellings of answers without indices."""
    return (one for patterns in known.patterns.values() for one in patterns if one.symbol.answer and not one.holes)


def _names(tokens: Sequence[Token], known: Vocabulary) -> tuple[str, ...]:
    """A name and the names below it or in its brackets, each as the symbol that it spells; nothing for anything else.

    `p(x)` in there is what `p` is; `KL_{P||Q}` is KL(P||Q), and `H_y(p)` is H(y, p).
    """
    inside: list[Token] = []
    place = lefts.word_end(tokens, 0)
    while place < len(tokens) and tokens[place].is_sign("(", "[", "_"):
        at = place + tokens[place].is_sign("_")
        end = group_end(tokens, at)
        inside += tokens[at + 1 : end - 1]
        place = end
    if place != len(tokens):
        return ()
    inside = _without_arguments(inside)
    if any(token.kind != "name" and not token.is_sign(*SEPARATORS) for token in inside):
        return ()
    found = tuple(_symbol(token, known) for token in inside if token.kind == "name")
    return (_head(tokens, known), *found) if len(found) > 1 else ()


def _head(tokens: Sequence[Token], known: Vocabulary) -> str:
    """The name before the brackets; all the usual names of what is asked for are one."""
    head = lefts.word(tokens)
    return "asked" if quantities.named(head) & known.asked.heads else head


def _outcome(tokens: Sequence[Token], known: Vocabulary) -> tuple[str, ...]:
    """A probability of an outcome by its number, given declared names: `P(Y=1|X=x; w)` and `p(t=1|x)` are alike."""
    head = lefts.word(tokens)
    at = lefts.word_end(tokens, 0)
    if head.lower() not in PROBABILITIES or at >= len(tokens) or group_end(tokens, at) != len(tokens):
        return ()
    inside = tokens[at + 1 : -1]
    bar = next((place for place, token in enumerate(inside) if token.is_sign("|")), 0)
    outcome = inside[:bar]
    named = len(outcome) == 3 and outcome[0].kind == "name" and outcome[1].is_sign("=")
    if not (named or len(outcome) == 1) or outcome[-1].kind != "number":
        return ()
    return (outcome[-1].text, *_given(inside[bar + 1 :], known))


def _given(tokens: Sequence[Token], known: Vocabulary) -> tuple[str, ...]:
    """The declared names behind a bar, each once; parameters that nobody declares say nothing."""
    if any(token.kind != "name" and not token.is_sign(",", ";", "=") for token in tokens):
        return ("?",)
    small = (token.text.lower() if token.text.lower() in known.patterns else token.text for token in tokens)
    return tuple(dict.fromkeys(text for text in small if text in known.patterns))


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
