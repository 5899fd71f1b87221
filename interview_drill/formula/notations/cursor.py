"""Where the parser stands: tokens, bound letters, choices, notes, and the errors that name a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from interview_drill.errors import AnswerError
from interview_drill.formula.notations.reading import Note
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Vocabulary

DEEPEST = 40
MOST_STEPS = 20_000


class Cursor:
    """A place among the tokens of one part.

    `path` says which reading to take at each choice; beyond its end the first is taken. `choices` records how many
    there were. `bound` holds the letters of the sums around, `index` is positive inside subscripts and other places
    where an undeclared letter is an index. `fences` is what a bar means here: "|" closes a modulus, "||" a norm,
    "given" is the conditional bar. `tight` is "/" in a denominator, "function" in an argument without brackets.
    """

    def __init__(self, tokens: Sequence[Token], known: Vocabulary, path: Sequence[int] = ()) -> None:
        self.tokens = tokens
        self.known = known
        self.path = path
        self.at = 0
        self.choices: list[int] = []
        self.notes: list[Note] = []
        self.bound: list[str] = []
        self.fences: list[str] = []
        self.index = 0
        self.tight = ""
        self.shadowing: frozenset[str] = frozenset()
        self.depth = 0
        self.steps = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def ahead(self, count: int = 1) -> Token:
        return self.tokens[min(self.at + count, len(self.tokens) - 1)]

    def ends(self) -> bool:
        return self.token.kind == "end"

    def advance(self) -> Token:
        token = self.token
        self.at += token.kind != "end"
        return token

    def take(self, *signs: str) -> Token | None:
        """The token if it is one of these signs, and step over it."""
        return self.advance() if self.token.is_sign(*signs) else None

    def expect(self, sign: str) -> Token:
        if found := self.take(sign):
            return found
        raise self.unexpected()

    def unexpected(self) -> AnswerError:
        """The error for a token that cannot stand here."""
        token = self.token
        if token.kind == "end":
            return AnswerError("formula-breaks-off", token.at, token.end)
        return AnswerError("sign-out-of-place", token.at, token.end, sign=printed(token))

    def error(self, message: str, token: Token | None = None, **facts: object) -> AnswerError:
        token = token or self.token
        return AnswerError(message, token.at, max(token.end, token.at), **facts)

    def choose(self, count: int) -> int:
        """Which of `count` readings to take here; the first is the more usual."""
        place = len(self.choices)
        self.choices.append(count)
        return self.path[place] if place < len(self.path) else 0

    def note(self, message: str, **facts: str) -> None:
        added = Note(message, facts)
        if added not in self.notes:
            self.notes.append(added)

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """One level of nesting. Raises AnswerError beyond the deepest, or where the answer takes too long to read."""
        self.depth += 1
        self.steps += 1
        if self.depth > DEEPEST:
            raise self.error("brackets-too-deep", limit=DEEPEST)
        if self.steps > MOST_STEPS:
            raise self.error("answer-too-tangled")
        yield
        self.depth -= 1

    @contextmanager
    def fenced(self, fence: str = "") -> Iterator[None]:
        """Inside brackets: bars and denominators outside do not matter."""
        tight, self.tight = self.tight, ""
        self.fences.append(fence)
        yield
        self.fences.pop()
        self.tight = tight

    @contextmanager
    def indexing(self) -> Iterator[None]:
        """Where an undeclared letter is an index."""
        self.index += 1
        yield
        self.index -= 1

    @contextmanager
    def binding(self, letters: Sequence[str]) -> Iterator[None]:
        """Inside the body of a sum over these letters."""
        self.bound.extend(letters)
        yield
        del self.bound[len(self.bound) - len(letters) :]

    @contextmanager
    def tightly(self, how: str) -> Iterator[None]:
        before, self.tight = self.tight, how
        yield
        self.tight = before

    def mark(self) -> tuple[int, int, int, int, int]:
        return self.at, len(self.choices), self.depth, self.index, len(self.bound)

    def back_to(self, mark: tuple[int, int, int, int, int]) -> None:
        """Forget what was read since a mark, after an attempt that failed."""
        self.at, choices, self.depth, self.index, bound = mark
        del self.choices[choices:]
        del self.bound[bound:]


SHOWN = {"dot": "·", "cross": "×", "odot": "⊙", "partial": "∂", "nabla": "∇", "dots": "…", "frac": "\\frac",
         "sqrt": "√", "\\{": "{", "\\}": "}", "\\\\": "\\\\", "neg": "¬", "top": "⊤", "sim": "~", "in": "∈",
         "<=": "≤", ">=": "≥", "!=": "≠", "/cases": "\\end{cases}", "cases": "\\begin{cases}",
         "matrix": "\\begin{matrix}", "/matrix": "\\end{matrix}"}  # fmt: skip


def printed(token: Token) -> str:
    """A token as the learner knows it."""
    return SHOWN.get(token.text, token.text)
