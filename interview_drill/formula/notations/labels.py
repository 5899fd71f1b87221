"""The left-hand side: a label that is not judged, or a declared symbol that may not be used for both.

A label is a name of the answer, or a name that nobody else has: neither the question nor the catalogue of well-known
quantities (naming.py). Of a name that means something else it is told that it does.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import derivatives, differentials, lefts, naming
from interview_drill.formula.notations.asserting import asserts, of_other_things
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.lefts import one_name
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Pattern, Vocabulary
from interview_drill.formula.scope import Symbol

EARLIER = ("old", "prev", "previous", "before", "in", "input")
"""Words that say of the answer's letter that it is what the answer is made of: `h_{prev}`."""

MEANING = ("sigma", "e", "pi", "inf")
"""Names that mean something wherever they stand: what is said of them is a claim."""

QUANTITIES = ("scalar", "array", "value")
"""Types of symbols that a mark makes another quantity of; P(B) and F(x) mean what they say."""


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
    if differentials.is_undeclared(first, known) or (_is_label(first, known) and not asserts(first, known)):
        _refuse_other_name(first, known, text)
        letters = lefts.letters(first)
        return Label(text[first[0].at : first[-1].end], letters, bool(letters) and letters == lefts.lowered(first))
    return None


def refuse_target(first: Sequence[Token], known: Vocabulary, text: str) -> None:
    """What an arrow assigns to claims nothing, unless its name belongs to something else. Raises AnswerError."""
    if _whole_spelling(first, known) is None:
        _refuse_another_step(first, known, text)
        _refuse_other_name(first, known, text)


def _refuse_other_name(first: Sequence[Token], known: Vocabulary, text: str) -> None:
    """A name of another quantity, or of another entry, is no free name."""
    other = lefts.one_name(first) == len(first) and naming.names_other(first, known.asked)
    if other or naming.is_other_entry(first, known.scope):
        raise AnswerError("left-names-other", first[0].at, first[-1].end, name=text[first[0].at : first[-1].end])


def free_letters(known: Vocabulary) -> frozenset[str]:
    """The letters of the declared free indices."""
    return frozenset(name for name, symbol in known.scope.symbols.items() if symbol.type == "index")


def left_letters(first: Sequence[Token], known: Vocabulary) -> frozenset[str]:
    """The letters that a first part which is a name of the answer gives to the free indices."""
    pattern = None if known.free else _whole_spelling(first[:-1], known) if len(first) > 1 else None
    return frozenset(lefts.letters(first[:-1])) if pattern is not None and pattern.symbol.answer else frozenset()


def declared_part(first: Sequence[Token], known: Vocabulary) -> Symbol | None:
    """The declared symbol that some tokens are, with its indices, and nothing else."""
    found = _whole_spelling(first, known)
    return found.symbol if found is not None else None


def _whole_spelling(first: Sequence[Token], known: Vocabulary) -> Pattern | None:
    """The declared symbol that a part is, with its indices, and nothing else."""
    candidates = [one for one in known.patterns.get(first[0].text, ()) if _fits(first, one)]
    return max(candidates, key=lambda one: (len(one.tokens), one.symbol.answer), default=None)


def _fits(first: Sequence[Token], pattern: Pattern) -> bool:
    if not first[0].same(pattern.tokens[0]):
        return False
    if len(pattern.tokens) == 1 and (pattern.symbol.shape or pattern.symbol.parameters):
        together = len(first) > 1 and first[1].run is not None and first[1].run == first[0].run
        return len(first) == 1 or (not together and one_name(first) == len(first) and not lefts.script(first, "^"))
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
    """`C_{t+1}` or `C_0` beside a declared `C_t` is no free name: it is that quantity at another step."""
    if _is_another_step(first, known):
        raise AnswerError("another-step", first[0].at, first[-1].end, name=text[first[0].at : first[-1].end])


def _is_another_step(first: Sequence[Token], known: Vocabulary) -> bool:
    earlier = any(lefts.word(inside) in EARLIER for sign in "_^" if (inside := lefts.script(first, sign)))
    if earlier and one_name(first) == len(first) and _is_a_letter_of_the_answer(first[0], known):
        return True
    typed = _step(first)
    if typed is None:
        return False
    declared = [(_step(one.tokens), one) for one in known.patterns.get(first[0].text, ())]
    declared += [(typed[:1], one) for one in known.patterns.get(f"{first[0].text}_{typed[0]}", ())]  # one token
    if typed[0].isdigit():
        declared += [((typed[0], "t"), one) for one in known.patterns.get(f"{first[0].text}_t", ())]
    if any(step == typed and known.asks_for(one.symbol) for step, one in declared):
        return False  # C^{(t)} is the C_t that is asked for
    if typed[0].isdigit():
        return any(known.asks_for(one.symbol) and step for step, one in declared)
    return any(step and step[0] == typed[0] and step != typed for step, _ in declared)


def _refuse_other_meaning(first: Sequence[Token], known: Vocabulary, text: str) -> None:
    """What a declared spelling gives a meaning to is no free name.

    `KL(q(x)||p(x))` where the answer is KL(P||Q); `L` where it is a derivative of L.
    """
    at, end = first[0].at, first[-1].end
    if any(_bears(one, first) or _is_slope_of(one, pattern, first, known) for one, pattern in known.quotients):
        raise AnswerError("name-for-both", at, end, name=text[at:end])
    spelled = known.patterns.get(first[0].text, ())
    bracket = next((place for place, token in enumerate(first) if token.is_sign("(", "[")), None)
    only_answers = all(one.symbol.answer for one in spelled)  # P(A,B) means what it says where P(A|B) is declared
    two = bracket and only_answers and any(_is_of_two(one.tokens, first, bracket) for one in spelled)
    if two or of_other_things(first, known) or _is_called_other(first, known):
        raise AnswerError("left-names-other", at, end, name=text[at:end])


def _bears(quotient: derivatives.Quotient, first: Sequence[Token]) -> bool:
    return len(first) == len(quotient.above) == 1 and quotient.above[0].same(first[0])


def _is_slope_of(quotient: derivatives.Quotient, pattern: Pattern, first: Sequence[Token], known: Vocabulary) -> bool:
    """Whether a part is a declared derivative in another writing: `L'(y)` is dL/dy."""
    if len(quotient.above) != 1 or known.asks_for(pattern.symbol):
        return False
    head, *rest = first
    wanted = [part.text for part in quotient.below]
    return head.text == f"{quotient.above[0].text}'" and [part.text for part in rest] == ["(", *wanted, ")"]


def _is_of_two(tokens: Sequence[Token], first: Sequence[Token], bracket: int) -> bool:
    """Whether a spelling begins like a part up to its bracket, and sets two things against each other in it."""
    alike = len(tokens) > bracket and all(a.same(b) for a, b in zip(tokens, first[:bracket], strict=False))
    return alike and any(token.is_sign("|", "||") for token in tokens[bracket:])


def _is_called_other(first: Sequence[Token], known: Vocabulary) -> bool:
    """`L_2(w)` where L_2 is not what is asked for."""
    at = next((place for place, token in enumerate(first) if token.is_sign("(")), 0)
    pattern = _whole_spelling(first[:at], known) if at > 1 and one_name(first) == len(first) else None
    return pattern is not None and pattern.symbol.answer and not known.asks_for(pattern.symbol)


def _step(tokens: Sequence[Token]) -> tuple[str, ...] | None:
    """One letter, and a number of steps, lowered or raised in brackets: `C_{t-1}` is at ("t", "-", "1")."""
    if len(tokens) < 5 or tokens[0].kind != "name" or group_end(tokens, 2) != len(tokens):
        return None
    inner = tokens[3:-1] if tokens[2].is_sign("{") else ()
    if tokens[1].is_sign("^"):
        inner = inner[1:-1] if inner and inner[0].is_sign("(", "[", "<") else ()
    elif not tokens[1].is_sign("_"):
        return None
    if len(inner) == 1 and inner[0].kind == "number":
        return (inner[0].text,)
    if not inner or inner[0].kind != "name" or len(inner[0].text) != 1:
        return None
    shifted = len(inner) == 3 and inner[1].is_sign("+", "-") and inner[2].kind == "number"
    return tuple(token.text for token in inner) if len(inner) == 1 or shifted else None


def _is_label(first: Sequence[Token], known: Vocabulary) -> bool:
    if one_name(first) != len(first) or not lefts.plain(first):
        return False
    if first[0].kind == "function" and lefts.word_end(first, 0) == 1:
        return naming.is_asked(first, known) or naming.is_slope(first)
    if _means(first) and not known.is_declared(first[0]):
        return False
    if not _declared_word(first, known):
        return not _is_of_a_function(first, known)
    return _lowered_anew(first, known) or _marked(first, known)


def _is_of_a_function(first: Sequence[Token], known: Vocabulary) -> bool:
    """`logx`, typed together, is no word but the logarithm of something declared; a cost is no cosine."""
    rest = first[1 : lefts.word_end(first, 0)]
    is_word = first[0].kind != "function" or lefts.word(first) in differentials.LOSSES
    return not is_word and all(map(known.is_declared, rest))


def _lowered_anew(first: Sequence[Token], known: Vocabulary) -> bool:
    return len(first) > 1 and first[1].is_sign("_") and _undeclared_subscript(first[0], known)


def _marked(first: Sequence[Token], known: Vocabulary) -> bool:
    """`w^{new}`, `L^*`, `L(w)`: the letter that the answer has as well, with something said of it."""
    if len(first) < 2 or not _is_a_letter_of_the_answer(first[0], known):
        return False
    above = lefts.script(first, "^")
    if above:
        return not any(token.is_sign("-", "top") or token.text == "T" for token in above)
    if not first[1].is_sign("(") or any(token.same(first[0]) for token in first[1:]):
        return False
    spelled = known.patterns.get(first[0].text, ())
    return not any(_is_argument(name, known) for one in spelled for name in one.symbol.parameters)


def _is_argument(name: str, known: Vocabulary) -> bool:
    """Whether a parameter is an argument, the x of f(x), and no index."""
    return name in known.scope.symbols and known.scope.symbols[name].type != "index"


def _is_a_letter_of_the_answer(token: Token, known: Vocabulary) -> bool:
    """Whether a quantity has its letter in common with a name of the answer: L with L', w with w_t."""
    spelled = [one.symbol for one in known.patterns.get(token.text, ()) if len(one.tokens) == 1]
    if not all(one.answer or one.type in QUANTITIES for one in spelled):
        return False
    heads = {one.tokens[0].text for found in known.patterns.values() for one in found if known.asks_for(one.symbol)}
    return token.text in heads | {head.rstrip("'").partition("_")[0] for head in heads}


def _means(first: Sequence[Token]) -> bool:
    """A constant or the sigmoid; `pi_k` is a name, and so is a gradient's delta, but not Kronecker's of two indices."""
    below = lefts.lowered(first)
    if first[0].text == "delta":
        return len(below) > 1
    return first[0].text in MEANING and not (below and first[0].text != "sigma")


def _declared_word(first: Sequence[Token], known: Vocabulary) -> bool:
    """Whether the name itself, all the letters typed together, is declared."""
    return lefts.word_end(first, 0) == 1 and known.is_declared(first[0])


def _undeclared_subscript(token: Token, known: Vocabulary) -> bool:
    """`L_{reg}` where L takes no index."""
    symbols = [one.symbol for one in known.patterns.get(token.text, ()) if len(one.tokens) == 1]
    return all(not symbol.shape and not symbol.parameters for symbol in symbols)
