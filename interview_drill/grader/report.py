"""What came of running a program: replies, traces, findings, and the report that gathers them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from interview_drill.grader.printing import NOTHING, Printed
from interview_drill.grader.recipes import Vector

HARMLESS = ("warned", "forbidden-warning")


class Shared(Struct, frozen=True):
    """What failing vectors have in common.

    `recipes` are those that they come from, `names` the same in words where the recipe has them; of `total` vectors
    `failed` fail; `whole` says that no vector of these recipes passes; `tags` are on every failing vector and on no
    other.
    """

    recipes: tuple[str, ...]
    names: tuple[object, ...]
    tags: tuple[str, ...]
    failed: int
    total: int
    whole: bool


class Reply(Struct, frozen=True):
    """What one call gave.

    `status` is returned, raised, died, timed-out or garbled (at loading also unreadable, no-entry). `value` is a plain
    Python value, an array, a list of these, or an `Alien`; `changed` the positions of inputs that came back changed;
    `warnings` pairs (category, text).
    """

    status: str
    value: Any = None
    changed: tuple[int, ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()
    error: str = ""
    text: str = ""
    line: int | None = None
    overwrote: bool = False
    seconds: float = 0.0

    @property
    def returned(self) -> bool:
        return self.status == "returned"

    @property
    def last(self) -> bool:
        """Whether there is no child any more to ask."""
        return self.status in ("died", "timed-out", "garbled")


class Alien(Struct, frozen=True):
    """A returned value that is not plain numbers: only the name of its type and why it was refused."""

    name: str
    reason: str = "type"

    def __repr__(self) -> str:
        return self.name


class Probes(Struct, frozen=True):
    """What calls around a vector gave, for the checks that a question declares; None where nothing was asked.

    `slopes` are finite differences of the candidate's own loss, an array of the argument's shape for each argument;
    `moved` is the reply when a constant was added to arguments that must not notice.
    """

    slopes: tuple[Any, ...] | None = None
    moved: Reply | None = None


class Trace(Struct, frozen=True):
    """One vector: what the oracle wants, what the candidate gave, and what it gave when asked again (or None).

    `measured` is the quality of both, (wanted, got), where the question measures answers; None for got means that it
    cannot be measured.
    """

    vector: Vector
    wanted: Reply
    got: Reply
    again: Reply | None = None
    measured: tuple[float, float | None] | None = None
    probes: Probes = Probes()


class Finding(Struct, frozen=True):
    """Something a check found; `message` is an id, `vector` the vector's position in the run (None: at loading)."""

    message: str
    vector: int | None = None
    facts: Mapping[str, object] = {}

    @property
    def harmless(self) -> bool:
        """Whether the numbers are right all the same."""
        return self.message in HARMLESS


class Report(Struct, frozen=True):
    """All findings of one program, the decisive one first, with its traces and the isolation it ran in."""

    findings: tuple[Finding, ...]
    traces: tuple[Trace, ...]
    level: str
    seed: int
    printed: Printed = NOTHING
    shared: Shared | None = None

    @property
    def unwritten(self) -> bool:
        """Whether the program is a starter that nobody has filled in: it says so on every vector."""
        return self.complete and all(trace.got.error == "NotImplementedError" for trace in self.traces)

    @property
    def complete(self) -> bool:
        """Whether the program lived to answer every vector."""
        return bool(self.traces) and self.traces[-1].got.status in ("returned", "raised")
