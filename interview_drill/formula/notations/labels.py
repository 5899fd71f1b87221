"""The left-hand side: a label that is not judged, or a declared symbol that may not be used for both."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import derivatives
from interview_drill.formula.notations.asserting import asserts
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Pattern, Vocabulary

PLAIN_ARGUMENT = (",", ";", "|", "||", "(", ")", "[", "]", "{", "}", "\\{", "\\}", "_", "^", "+", "-", "dots", ":", "=")


MEANING = ("sigma", "e", "pi", "inf")
"""Names that mean something wherever they stand: what is said of them is a claim."""


class Label(Struct, frozen=True):
    """A first part that only names what follows, and the index letters in its subscripts and arguments.

    `lowered` says that they are small letters of its subscript, and nothing else.
    """

    text: str
    letters: tuple[str, ...]
    lowered: bool = False


def label(sides: Sequence[Sequence[Token]], known: Vocabulary, text: str) -> Label | None:
    """The label of a chain. Raises AnswerError where its first part is one declared symbol, used for both."""
    if len(sides) < 2 or known.free or known.derivatives:
        return None
    first = sides[0][:-1]
    pattern = _whole_spelling(first, known)
    if pattern is not None:
        return _answer_or_both(pattern, first, known, text)
    _refuse_another_step(first, known, text)
    _refuse_other_meaning(first, known, text)
    if _is_undeclared_derivative(first, known) or (_is_label(first, known) and not asserts(first, known)):
        letters = _letters(first)
        return Label(text[first[0].at : first[-1].end], letters, bool(letters) and letters == _lowered(first))
    return None


def free_letters(known: Vocabulary) -> frozenset[str]:
    """The letters of the declared free indices."""
    return frozenset(name for name, symbol in known.scope.symbols.items() if symbol.type == "index")


def left_letters(first: Sequence[Token], known: Vocabulary) -> frozenset[str]:
    """The letters that a first part which is a name of the answer gives to the free indices."""
    pattern = None if known.free else _whole_spelling(first[:-1], known) if len(first) > 1 else None
    return frozenset(_letters(first[:-1])) if pattern is not None and pattern.symbol.answer else frozenset()


def _whole_spelling(first: Sequence[Token], known: Vocabulary) -> Pattern | None:
    """The declared symbol that a part is, with its indices, and nothing else."""
    candidates = [one for one in known.patterns.get(first[0].text, ()) if _fits(first, one)]
    return max(candidates, key=lambda one: (len(one.tokens), one.symbol.answer), default=None)


def _fits(first: Sequence[Token], pattern: Pattern) -> bool:
    if not first[0].same(pattern.tokens[0]):
        return False
    if len(pattern.tokens) == 1 and (pattern.symbol.shape or pattern.symbol.parameters):
        together = len(first) > 1 and first[1].run is not None and first[1].run == first[0].run
        return len(first) == 1 or (not together and one_name(first) == len(first))
    if len(first) != len(pattern.tokens):
        return False
    return all(
        a.same(b) or (b.kind == "name" and b.text in pattern.holes and a.kind in ("name", "number"))
        for a, b in zip(first, pattern.tokens, strict=True)
    )


def _answer_or_both(pattern: Pattern, first: Sequence[Token], known: Vocabulary, text: str) -> None:
    """Refuses a declared symbol that is no answer; another quantity's name is not said to be declared."""
    at, end = first[0].at, first[-1].end
    if pattern.symbol.name in known.scope.options.get("internal", ()):
        raise AnswerError("left-names-other", at, end, name=text[at:end])
    if not pattern.symbol.answer:
        raise AnswerError("name-for-both", at, end, name=pattern.symbol.name)


def _refuse_another_step(first: Sequence[Token], known: Vocabulary, text: str) -> None:
    """`C_{t+1}` beside a declared `C_t` is no free name: it is that quantity at another step."""
    typed = _step(first)
    if typed is None:
        return
    declared = [_step(one.tokens) for one in known.patterns.get(first[0].text, ())]
    declared += [typed[:1]] if f"{first[0].text}_{typed[0]}" in known.patterns else []  # a name with `_` is one token
    if any(step and step[0] == typed[0] and step != typed for step in declared):
        at, end = first[0].at, first[-1].end
        raise AnswerError("another-step", at, end, name=text[at:end])


def _refuse_other_meaning(first: Sequence[Token], known: Vocabulary, text: str) -> None:
    """What a declared spelling gives a meaning to is no free name.

    `KL(q(x)||p(x))` where the answer is KL(P||Q); `L` where it is a derivative of L.
    """
    at, end = first[0].at, first[-1].end
    if len(first) == 1 and any(_bears(one, first[0]) for one, _ in known.quotients):
        raise AnswerError("name-for-both", at, end, name=text[at:end])
    spelled = known.patterns.get(first[0].text, ())
    bracket = next((place for place, token in enumerate(first) if token.is_sign("(", "[")), None)
    only_answers = all(one.symbol.answer for one in spelled)  # P(A,B) means what it says where P(A|B) is declared
    if bracket and only_answers and any(_is_of_two(one.tokens, first, bracket) for one in spelled):
        raise AnswerError("left-names-other", at, end, name=text[at:end])


def _bears(quotient: derivatives.Quotient, token: Token) -> bool:
    return len(quotient.above) == 1 and quotient.above[0].same(token)


def _is_of_two(tokens: Sequence[Token], first: Sequence[Token], bracket: int) -> bool:
    """Whether a spelling begins like a part up to its bracket, and sets two things against each other in it."""
    alike = len(tokens) > bracket and all(a.same(b) for a, b in zip(tokens, first[:bracket], strict=False))
    return alike and any(token.is_sign("|", "||") for token in tokens[bracket:])


def _step(tokens: Sequence[Token]) -> tuple[str, ...] | None:
    """The subscript of a name that is lowered by one letter, and by a number of steps: ("t", "-", "1"), ("t",)."""
    inner = tokens[3:-1]
    whole = len(tokens) > 4 and tokens[1].is_sign("_") and tokens[2].is_sign("{") and tokens[-1].is_sign("}")
    if not whole or inner[0].kind != "name" or len(inner[0].text) != 1:
        return None
    shifted = len(inner) == 3 and inner[1].is_sign("+", "-") and inner[2].kind == "number"
    return tuple(token.text for token in inner) if len(inner) == 1 or shifted else None


def one_name(first: Sequence[Token]) -> int:
    """Behind one name with its subscripts, powers and arguments; a word of letters typed together is one name."""
    if first[0].kind not in ("name", "function"):
        return 0
    at = 1
    while at < len(first) and first[at].run is not None and first[at].run == first[0].run:
        at += 1
    while at < len(first) and first[at].is_sign("_", "^", "(", "[", "\\{"):
        if first[at].is_sign("^") and not (at + 1 < len(first) and first[at + 1].is_sign("{", "(")):
            at += 2
        else:
            at = group_end(first, at + first[at].is_sign("_", "^"))
    return at


def _is_label(first: Sequence[Token], known: Vocabulary) -> bool:
    if one_name(first) != len(first) or not _plain(first):
        return False
    if first[0].kind == "function" or (_means(first) and not _declared(first[0], known)):
        return False
    if not _declared_word(first, known):
        return True
    return len(first) > 1 and first[1].is_sign("_") and _undeclared_subscript(first[0], known)


def _means(first: Sequence[Token]) -> bool:
    """A constant or the sigmoid; `pi_k` is a name, and so is a gradient's delta, but not Kronecker's of two indices."""
    below = _lowered(first)
    if first[0].text == "delta":
        return len(below) > 1
    return first[0].text in MEANING and not (below and first[0].text != "sigma")


def _lowered(first: Sequence[Token]) -> tuple[str, ...]:
    """The small letters in the subscript of a name."""
    if len(first) < 4 or not first[1].is_sign("_"):
        return ()
    return tuple(text for text in _letters(first[: group_end(first, 2)]) if text.islower())


def _plain(first: Sequence[Token]) -> bool:
    """Whether its arguments are names: `f(-x)` would be a claim."""
    readable = all(
        token.kind in ("name", "function", "word", "number") or token.is_sign(*PLAIN_ARGUMENT) for token in first
    )
    return readable and not any(_is_worked_out(first, at) for at, token in enumerate(first) if token.is_sign("(", "["))


def _is_worked_out(first: Sequence[Token], at: int) -> bool:
    """Whether an argument in these brackets is arithmetic or a number: `f(2x)`, `f(0)`; `P(y = 1)` names a case."""
    if at and first[at - 1].is_sign("{", "^"):
        return False  # a layer or a step, x^{(1)}
    inside = _outside_of_scripts(first[at + 1 : group_end(first, at) - 1])
    numbers = [place for place, token in enumerate(inside) if token.kind == "number"]
    named = all(place and inside[place - 1].is_sign("=") for place in numbers)
    return not named or any(token.is_sign("+", "-") for token in inside)


def _outside_of_scripts(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that are not raised or lowered."""
    out, place = [], 0
    while place < len(tokens):
        if tokens[place].is_sign("_", "^") and place + 1 < len(tokens):
            braced = tokens[place + 1].is_sign("{", "(", "[")
            place = group_end(tokens, place + 1) if braced else place + 2
        else:
            out.append(tokens[place])
            place += 1
    return out


def _declared(token: Token, known: Vocabulary) -> bool:
    return any(len(one.tokens) == 1 for one in known.patterns.get(token.text, ()))


def _declared_word(first: Sequence[Token], known: Vocabulary) -> bool:
    """Whether the name itself, all the letters typed together, is declared."""
    together = len(first) > 1 and first[1].run is not None and first[1].run == first[0].run
    return not together and _declared(first[0], known)


def _undeclared_subscript(token: Token, known: Vocabulary) -> bool:
    """`L_{reg}` where L takes no index."""
    symbols = [one.symbol for one in known.patterns.get(token.text, ()) if len(one.tokens) == 1]
    return all(not symbol.shape and not symbol.parameters for symbol in symbols)


def _is_undeclared_derivative(first: Sequence[Token], known: Vocabulary) -> bool:
    """`\\partial J/\\partial z_i` where the stem says L: another name for the loss, by the same variable."""
    found = derivatives.quotient([*first, Token("end", "", 0, 0)], 0)
    if found is None or found.open or found.end != len(first) or _known_above(found.above, known):
        return False
    return any(
        _same_variable(found.below, wanted.below, pattern)
        and _same_form(found.above, wanted.above)
        and not set(_letters(found.above)) & set(_letters(found.below))
        for wanted, pattern in known.quotients
    )


def _same_form(typed: Sequence[Token], wanted: Sequence[Token]) -> bool:
    """Another name for the loss is a name (NLL, L_{CE}, J(w, b)): no power of it, no sum, no multiple."""
    if len(wanted) == 1 and not any(token.is_sign("^", "|", "||") for token in typed):
        return one_name(typed) == len(typed) and _plain(typed) and not _lowered(typed)
    if len(typed) != len(wanted):
        return False
    pairs = list(zip(typed, wanted, strict=True))
    return pairs[0][0].kind == "name" and all(a.same(b) or (a.kind == b.kind == "name") for a, b in pairs)


def _known_above(above: Sequence[Token], known: Vocabulary) -> bool:
    """Whether a derivative is of something that means something here; L_{CE} and J(w, b) are names of their own."""
    token = above[0]
    if len(above) > 1 and not _lowered(above) and token.kind == "name" and token.text != "sigma":
        return False
    if token.kind == "function" or token.text == "sigma" or _declared(token, known):
        return True
    named = (part[0] for wanted, _ in known.quotients for part in (wanted.above, wanted.below) if part)
    return any(other.same(token) for other in named)


def _same_variable(typed: Sequence[Token], wanted: Sequence[Token], pattern: Pattern) -> bool:
    if not pattern.symbol.answer or len(typed) != len(wanted):
        return False
    return all(a.same(b) or (b.text in pattern.holes and a.kind == "name") for a, b in zip(typed, wanted, strict=True))


def _letters(first: Sequence[Token]) -> tuple[str, ...]:
    """The single letters lowered or in its brackets, in order."""
    found = [token.text for token in first[1:] if token.kind == "name" and len(token.text) == 1 and _few(token)]
    return tuple(dict.fromkeys(found))


def _few(token: Token) -> bool:
    """Whether it stands alone or beside one other letter: `_{ij}` holds indices, `_{reg}` is a word."""
    return token.run is None or token.run[1] - token.run[0] <= 2
