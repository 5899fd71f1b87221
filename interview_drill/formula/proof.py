"""Proofs from the prover's process: started on first use, ended where the budget runs out, replaced off the clock.

The budget is CPU time of that process, so a busy machine does not change what is proved; a wall clock ten times as
long stands behind it. SymPy is never imported here.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from time import monotonic

from msgspec import Struct

from interview_drill.formula.prover_process import Process
from interview_drill.formula.wire import Table

RECYCLED_AFTER = 2000
WALL = 10
START_S = 60.0
FAILURES = 3

Tree = Sequence


class Goal(Struct, frozen=True):
    """left = right, for scalar trees as nested lists.

    `symbols` holds an assumption a name: real, positive, nonnegative, unit, probability, integer, nonneg-integer,
    positive-integer or nonzero ("real" where it is missing; `pi` and `e` are the constants where they are missing).
    `substitutions` replace a name by a tree, as the last of a simplex by 1 - the others. `almost` leaves out the points
    where the argument of a sign, modulus or comparison is zero.
    """

    left: Tree
    right: Tree
    symbols: Mapping[str, str] = {}
    substitutions: Mapping[str, Tree] = {}
    almost: bool = False


class Proof(Struct, frozen=True):
    """`seconds` on the clock, without the start of the process. `reason` why not: open, budget, unavailable, ..."""

    proved: bool
    seconds: float
    reason: str | None


class Prover:
    """One process at a time; a second one only while it is made ready to take over."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._current: Process | None = None
        self._next: Process | None = None
        self._failures = 0
        self.waited = 0.0
        self._owner = os.getpid()

    def prove(self, goals: Sequence[Goal], budget_s: float) -> Proof:
        with self._lock:
            start = monotonic()
            process = self._ready()
            self.waited += monotonic() - start
            if process is None:
                return Proof(False, 0.0, "unavailable")
            start = monotonic()
            answer = process.ask(request(goals, budget_s), budget_s * WALL + 1)
            seconds = monotonic() - start
            self._replace_if_spent(process, answer is None)
        if answer is None:
            return Proof(False, seconds, "budget")
        return Proof(bool(answer["proved"]), seconds, answer["reason"])

    def warm(self, wait: bool = False) -> None:
        with self._lock:
            if self.available() and self._mine() is None:
                self._current = Process()
            if wait:
                start = monotonic()
                self._ready()
                self.waited += monotonic() - start

    def available(self) -> bool:
        return self._failures < FAILURES and _installed()

    def close(self) -> None:
        for process in (self._mine(), self._next):
            if process is not None:
                process.close()
        self._current = self._next = None

    def _mine(self) -> Process | None:
        """The current process; after a fork, the parent's is not ours to talk to."""
        if self._owner != os.getpid():
            self._owner, self._current, self._next = os.getpid(), None, None
        return self._current

    def _ready(self) -> Process | None:
        """A process that has imported SymPy, or None after too many that did not come up."""
        while self.available():
            self._take_over()
            if self._mine() is None:
                self._current = Process()
            if self._current.wait_until_ready(START_S):
                return self._current
            self._failures += 1
            self._current.close()
            self._current = None
        return None

    def _take_over(self) -> None:
        current = self._mine()
        if self._next is not None and (current is None or self._next.is_ready()):
            if current is not None:
                current.close()
            self._current, self._next = self._next, None

    def _replace_if_spent(self, process: Process, ended: bool) -> None:
        if ended:
            process.close()
            self._current = None
        if self._next is None and (ended or process.asked >= RECYCLED_AFTER):
            self._next = Process()


@cache
def _installed() -> bool:
    """Whether SymPy can be found, without importing it."""
    return find_spec("sympy") is not None


def request(goals: Sequence[Goal], budget_s: float) -> dict:
    """The message to the prover: shared rows of trees, the goals over them, seconds of CPU."""
    table = Table()
    encoded = [_encoded(goal, table) for goal in goals]
    return {"rows": table.rows, "goals": encoded, "cpu": budget_s}


def _encoded(goal: Goal, table: Table) -> dict:
    return {
        "left": table.add(goal.left),
        "right": table.add(goal.right),
        "symbols": dict(goal.symbols),
        "substitutions": {name: table.add(tree) for name, tree in goal.substitutions.items()},
        "almost": goal.almost,
    }


_PROVER = Prover()
atexit.register(_PROVER.close)


def prove(goals: Sequence[Goal], budget_s: float = 2.0) -> Proof:
    """Proved only if SymPy shows left - right to be zero for every goal, within `budget_s` seconds of CPU time.

    Single points where a denominator is zero do not count as a difference; a logarithm or root of something that may
    be negative does, unless both sides have it.
    """
    return _PROVER.prove(goals, budget_s)


def warm(wait: bool = False) -> None:
    """Starts the process, which imports SymPy meanwhile; with `wait`, returns when it is ready."""
    _PROVER.warm(wait)


def waited() -> float:
    """Seconds spent so far waiting for a process that was still importing SymPy."""
    return _PROVER.waited


def available() -> bool:
    """Whether proofs can be had here."""
    return _PROVER.available()


def close() -> None:
    """Ends the process; the next proof starts another."""
    _PROVER.close()
