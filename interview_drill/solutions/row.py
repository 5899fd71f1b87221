"""One answer of a solution file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.bank import Bank
from interview_drill.question import Answer

NOTHING = Answer("")


class Row(Struct, frozen=True):
    """An answer and where it stands.

    `line` counts from 1, `cell` (notebooks) from 0. A row names a `question`, or carries `expected` (and `symbols`) to
    compare two free formulas; `id` is the submitter's own. `fault` is a message id with facts where nothing can be
    graded; `helper` a function that is left out because others in the file call it, `heading` one that names no
    question. `number` is the row's place in the whole input, from 1.
    """

    file: str
    line: int | None = None
    cell: int | None = None
    id: object = None
    question: str | None = None
    answer: Answer = NOTHING
    expected: str | None = None
    symbols: Mapping[str, object] | None = None
    fault: tuple[str, Mapping[str, object]] | None = None
    helper: str | None = None
    heading: str | None = None
    number: int = 0

    @property
    def aside(self) -> bool:
        """Whether this is only to be mentioned: it is no answer, and is not graded."""
        return self.helper is not None or self.heading is not None

    def numbered(self, number: int) -> Row:
        """The row with its place in the input."""
        return replace(self, number=number)


class Writing(Struct, frozen=True):
    """A solution file as its format's reader gets it: the name to show, the text, the bank, and --question."""

    file: str
    text: str
    bank: Bank
    question: str | None = None

    @property
    def suffix(self) -> str:
        """The file's suffix, in small letters."""
        return Path(self.file).suffix.lower()

    def row(self, **fields: object) -> Row:
        """A row of this file."""
        return Row(self.file, **fields)

    def faulty(self, message: str, line: int | None = None, **facts: object) -> Row:
        """A row for something in this file that cannot be graded."""
        return Row(self.file, line, fault=(message, {"file": self.file, **facts}))

    def kind(self, question: str) -> str | None:
        """The kind of a question of the bank; None for an unknown one."""
        return self.bank.question(question).kind if question in self.bank else None
