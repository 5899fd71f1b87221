"""Where the parser stands: tokens, bound letters, choices, notes, and the errors that name a place."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.errors import AnswerError
from interview_drill.formula.notations.reading import Note
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Vocabulary

DEEPEST = 40
MOST_STEPS = 20_000


class Inside:
    """One thing that a cursor knows changed while a block runs, and put back behind it, however it ends."""

    __slots__ = ("before", "cursor", "name", "now")

    def __init__(self, cursor: Cursor, name: str, now: object) -> None:
        self.cursor, self.name, self.now = cursor, name, now

    def __enter__(self) -> None:
        self.before = getattr(self.cursor, self.name)
        setattr(self.cursor, self.name, self.now)

    def __exit__(self, *error: object) -> None:
        setattr(self.cursor, self.name, self.before)


class Cursor:
    """A place among the tokens of one part.

    `path` says which reading to take at each choice; beyond its end the first is taken. `choices` records how many
    there were. `bound` holds the letters of the sums around, `index` is positive inside subscripts and other places
    where an undeclared letter is an index. `around` holds `fences`, what a bar means here ("|" closes a modulus,
    "||" a norm, "given" is the conditional bar), and `tight`: "/" in a denominator, "function" in an argument without
    brackets.
    """

    def __init__(self, tokens: Sequence[Token], known: Vocabulary, path: Sequence[int] = ()) -> None:
        self.tokens = tokens
        self.known = known
        self.path = path
        self.at = 0
        self.choices: list[int] = []
        self.notes: list[Note] = []
        self.bound: list[str] = []
        self.around: tuple[tuple[str, ...], str] = ((), "")
        self.index = 0
        self.shadowing: frozenset[str] = frozenset()
        self.depth = 0
        self.steps = 0

    @property
    def fences(self) -> tuple[str, ...]:
        return self.around[0]

    @property
    def tight(self) -> str:
        return self.around[1]

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def ahead(self, count: int = 1) -> Token:
        place = self.at + count
        return self.tokens[place] if place < len(self.tokens) else self.tokens[-1]

    def ends(self) -> bool:
        return self.token.kind == "end"

    def advance(self) -> Token:
        token = self.token
        self.at += token.kind != "end"
        return token

    def take(self, *signs: str) -> Token | None:
        """The token if it is one of these signs, and step over it."""
        token = self.tokens[self.at]
        if token.kind != "sign" or token.text not in signs:
            return None
        self.at += 1
        return token

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

    def deeper(self) -> Inside:
        """One level of nesting. Raises AnswerError beyond the deepest, or where the answer takes too long to read."""
        self.steps += 1
        if self.depth >= DEEPEST:
            raise self.error("brackets-too-deep", limit=DEEPEST)
        if self.steps > MOST_STEPS:
            raise self.error("answer-too-tangled")
        return Inside(self, "depth", self.depth + 1)

    def fenced(self, fence: str = "") -> Inside:
        """Inside brackets: bars and denominators outside do not matter."""
        return Inside(self, "around", ((*self.fences, fence), ""))

    def indexing(self) -> Inside:
        """Where an undeclared letter is an index."""
        return Inside(self, "index", self.index + 1)

    def binding(self, letters: Sequence[str]) -> Inside:
        """Inside the body of a sum over these letters."""
        return Inside(self, "bound", [*self.bound, *letters])

    def tightly(self, how: str) -> Inside:
        return Inside(self, "around", (self.fences, how))

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
