"""Paper notations (LaTeX, ASCII, Unicode): one tokenizer, one parser, every possible reading.

Where the rules say that both readings are tried, the parser asks `choose`; here it is run along every path of choices.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview_drill.errors import AnswerError
from interview_drill.formula import trees
from interview_drill.formula.ast import Apply, Node
from interview_drill.formula.notations import asserting, assignment, cases, labels, remarks
from interview_drill.formula.notations.grammar import Parser
from interview_drill.formula.notations.indices import names_answer
from interview_drill.formula.notations.reading import Chain, Note, Part
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Vocabulary, tokenised, vocabulary
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import is_of_names

MOST_PATHS = 64
MOST_CHOICES = 12
"""Beyond so many places where both readings are possible, brackets are asked for."""


def chains(text: str, scope: Scope) -> tuple[Chain, ...]:
    """Every way to read a text, the most usual first. Raises AnswerError where there is none."""
    known = vocabulary(scope)
    tokens = tokenised(text, known.lexicon)
    if not tokens:
        raise AnswerError("answer-empty", 0, len(text))
    tokens, said = remarks.without_remarks(tokens, known, text)
    tokens = assignment.without_target(tokens, known, text)
    sides = _without_blank(list(_sides(tokens)))
    for at, side in enumerate(sides):
        _not_empty(side, tokens, sides, at)
    if len(sides) > 1 and not known.free and not known.derivatives:
        sides[0] = asserting.respelled(sides[0], known)
    found, first = [], None
    for path in Paths():
        try:
            found.append(_said(path.run(text, known, sides, said), known))
        except AnswerError as error:
            first = first or error
        if len(path.choices) > MOST_CHOICES:
            raise first or AnswerError("too-many-readings", sides[0][0].at, sides[-1][-1].end)
    if not found:
        raise first
    return tuple(found)


def _said(chain: Chain, known: Vocabulary) -> Chain:
    """The chain. Raises AnswerError where all that it says is the name of what was asked for: `softmax(z)`."""
    trees = [part.tree for part in chain.parts]
    rest = [tree for tree in trees if not _calls_asked(tree, known)]
    if len(rest) < len(trees) and all(names_answer(tree, known.scope) for tree in rest):
        raise AnswerError("restates-the-question", chain.parts[0].at, chain.parts[-1].end)
    return chain


def _calls_asked(tree: Node, known: Vocabulary) -> bool:
    return isinstance(tree, Apply) and is_of_names(tree) and known.calls_asked(tree.function)


class Paths:
    """All paths of choices, depth first, at most MOST_PATHS: each run tells which choices there were."""

    def __iter__(self) -> Iterator[Path]:
        pending: list[tuple[int, ...]] = [()]
        for _ in range(MOST_PATHS):
            if not pending:
                return
            path = Path(pending.pop())
            yield path
            pending += reversed(list(path.others()))


class Path:
    """One path: which reading to take at each choice."""

    def __init__(self, taken: tuple[int, ...]) -> None:
        self.taken = taken
        self.choices: list[int] = []

    def others(self) -> Iterator[tuple[int, ...]]:
        """The paths that leave this one at a choice behind its own."""
        for place in range(len(self.taken), len(self.choices)):
            for other in range(1, self.choices[place]):
                yield (*self.taken, *(0,) * (place - len(self.taken)), other)

    def run(self, text: str, known: Vocabulary, sides: Sequence[Sequence[Token]], said: Sequence[Note] = ()) -> Chain:
        """The chain along this path, with the notes of what was dropped before."""
        label = labels.label(sides, known, text)
        named = label.letters if label else ()
        left = labels.left_letters(sides[0], known) if len(sides) > 1 else frozenset()
        parts, notes = [], [*said]
        for side in sides[bool(label) :]:
            parser = Parser(side, known, self.taken[len(self.choices) :])
            parser.text = text
            parser.shadowing = frozenset(named) | labels.free_letters(known) | left
            try:
                parts.append(_part(parser, side))
            finally:
                self.choices += parser.choices
            notes += [note for note in parser.notes if note not in notes]
        lowered = bool(label) and label.lowered
        return Chain(tuple(parts), label.text if label else None, tuple(notes), {}, named, lowered)


def _part(parser: Parser, side: Sequence[Token]) -> Part:
    tree = _whole(parser)
    if trees.depth(tree) > trees.DEEPEST:
        raise AnswerError("brackets-too-deep", side[0].at, side[-1].end, limit=trees.DEEPEST)
    return Part(tree, side[0].at, side[-2].end)


def _whole(parser: Parser) -> Node:
    try:
        tree = cases.whole(parser)
    except RecursionError:
        raise parser.error("answer-too-tangled") from None
    if not parser.ends():
        raise parser.unexpected()
    return tree


def _sides(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The sides of a chain of `=`, each with its end: only a sign outside of all brackets parts them."""
    depth, side, condition = 0, [], False
    for token in tokens:
        depth += token.nesting
        if token.kind == "word":
            condition = (condition or token.text in ("if", "for")) and token.text not in ("else", "otherwise")
        if token.text == "=" and depth == 0 and token.kind == "sign" and not condition:
            yield [*side, Token("end", "", token.at, token.end)]
            side = []
        else:
            side.append(token)
    end = tokens[-1].end
    yield [*side, Token("end", "", end, end)]


def _without_blank(sides: list[list[Token]]) -> list[list[Token]]:
    """`= 1/x` goes on from a left-hand side that the question has already written."""
    return sides[1:] if len(sides) == 2 and len(sides[0]) == 1 < len(sides[1]) else sides


def _not_empty(side: Sequence[Token], tokens: Sequence[Token], sides: Sequence, at: int) -> None:
    if len(side) == 1 and len(sides) > 1:
        place = side[0] if at < len(sides) - 1 else tokens[-1]
        raise AnswerError("side-empty", place.at, place.end)
