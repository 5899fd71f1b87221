"""What a derivation is judged by, how far it came, and what is reported of it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.steps.claims import Claim, Side
from interview_drill.formula.steps.statements import Chain, Sighting, Statement
from interview_drill.formula.steps.truth import Constant, Head, Truth


class Assumed(Struct, frozen=True):
    """What an assumption makes of some symbols, and conditions that hold under it."""

    symbols: Mapping[str, Symbol]
    conditions: tuple[ast.Node, ...] = ()


class Derivation(Struct, frozen=True, eq=False):
    """What a question declares, made ready; `premises` may be stated without being true of every instance.

    `assumptions` are not granted: a line that needs one does not follow, and is told so. Told apart by identity.
    """

    scope: Scope
    goals: tuple[tuple[Statement, ...], ...]
    milestones: Mapping[str, Sighting]
    routes: tuple[tuple[str, ...], ...]
    leap: int
    premises: tuple[Statement, ...] = ()
    constant: Constant | None = None
    assumptions: Mapping[str, Assumed] = {}

    @property
    def stated_goals(self) -> tuple[Statement, ...]:
        return tuple(one for goal in self.goals for one in goal)


class Mismatch(Struct, frozen=True):
    """Two sides that differ: the chain's head and the side that is not its equal, with the numbers that tell."""

    claim: Claim
    head: Side
    side: Side
    truth: Truth


class LineResult(Struct, frozen=True, eq=False):
    """What became of one line: whether it holds (None: undecided), what it shows, which goals it states.

    `unseen` says that it is undecided because it holds what no point tests, and is not proved. `equal` are the pairs
    that were found equal: the chain's head, and a side; so many of them as `ahead` tells stand before its first goal.
    Told apart by identity.
    """

    number: int
    follows: bool | None
    milestones: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    defined: str | None = None
    equal: tuple[tuple[Head, Side], ...] = ()
    unseen: bool = False
    ahead: int = 0


class Report(Struct, frozen=True):
    """`outcome` is right, false, undecided, circular, leap or goal; `line` the line that it is about, if any.

    `milestone` is the next one to show (behind a false line, where any was shown), `goal` the place of the first goal
    that is missing.
    """

    outcome: str
    lines: tuple[LineResult, ...]
    line: int | None = None
    mismatch: Mismatch | None = None
    milestone: str | None = None
    goal: int | None = None


class Journey(Struct):
    """What was shown so far, each with the place (a running number of sides) where it first was.

    `idle` says that the head of the chain at hand holds what no point tests.
    """

    derivation: Derivation
    own: dict[str, ast.Node] = {}
    aliases: dict[str, ast.Node] = {}
    chain: Chain | None = None
    head: Head | None = None
    proportional: bool = False
    idle: bool = False
    place: int = 0
    shown: dict[str, int] = {}
    goals: dict[int, int] = {}
    results: list[LineResult] = []

    def copied(self) -> Journey:
        """The same way, to go on from: what is shown later is not shown here."""
        parts = {name: copy(getattr(self, name)) for name in ("own", "aliases", "shown", "goals", "results")}
        return replace(self, **parts, chain=self.chain and self.chain.copied())
