"""What can go wrong, by who reads it.

    DrillError
    ├── AnswerError    the learner reads it: the answer cannot be read (becomes UNREADABLE)
    ├── BankError      the author reads it: every fault of a bank at once, as file:line:col
    ├── SandboxError   we read it: the machine failed, not the answer (becomes UNDECIDED)
    └── UsageError     whoever typed the command reads it (exit code 2)

Errors carry a message id and facts; `feedback` makes the words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct


class DrillError(Exception):
    """The root: catching it catches everything this program raises on purpose."""

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.message}({facts})"


class AnswerError(DrillError):
    """An answer that cannot be read.

    `at` and `end` are offsets into the answer as typed (end exclusive, `at <= len(text)`), so that a caret can be
    drawn under the place; None where no single place is to blame.
    """

    def __init__(self, message: str, at: int | None = None, end: int | None = None, **facts: object) -> None:
        super().__init__(message, **facts)
        self.at = at
        self.end = end if end is not None or at is None else at + 1


class Fault(Struct, frozen=True):
    """One mistake of an author: where it stands (line and column from 1), and a message id with its facts."""

    file: str
    line: int
    column: int
    message: str
    question: str | None = None
    check: str = "read"
    facts: Mapping[str, object] = {}

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.file}:{self.line}:{self.column}: {self.message}({facts})"


class BankError(DrillError):
    """All mistakes found in a bank, never only the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("bank-invalid", count=len(faults))
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class SandboxError(DrillError):
    """The machine could not run a worker or a prover; the answer is not to blame."""


class UsageError(DrillError):
    """A command that cannot be carried out as typed: unknown question, unreadable file, nothing to grade."""
