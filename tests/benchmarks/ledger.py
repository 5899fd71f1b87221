"""The figures of one run: a table for people, `.bench/results.json` for whoever compares runs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.clock import Times

SCHEMA = 1
LIBRARIES = ("interview-drill", "numpy", "sympy", "math-verify", "latex2sympy2_extended", "antlr4-python3-runtime")


@dataclass(frozen=True)
class Measure:
    """Ours beside a peer; `goal` is what the ratio or our own time ought to be, in words."""

    name: str
    ours: Times
    peer: str | None = None
    theirs: Times | None = None
    goal: str = ""

    @property
    def ratio(self) -> float | None:
        """Below 1 where ours is faster."""
        return None if self.theirs is None else self.ours.over(self.theirs)

    def json(self) -> dict[str, object]:
        return {
            "name": self.name, "ours": _figures(self.ours), "peer": self.peer,
            "theirs": None if self.theirs is None else _figures(self.theirs), "ratio": self.ratio, "goal": self.goal,
        }  # fmt: skip


@dataclass(frozen=True)
class Labels:
    """How one judge labelled answers whose outcome is known: `right` of `answers`, `let_through` of `wrong` ones."""

    judge: str
    right: int
    answers: int
    let_through: int
    wrong: int
    out_of_time: int = 0


@dataclass
class Ledger:
    measures: list[Measure] = field(default_factory=list)
    labels: list[Labels] = field(default_factory=list)

    def write(self, file: Path) -> None:
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(self._json(), indent=2) + "\n", encoding="utf-8")

    def _json(self) -> dict[str, object]:
        return {
            "schema": SCHEMA,
            "machine": _machine(),
            "versions": dict(_versions()),
            "measures": [measure.json() for measure in self.measures],
            "labels": [asdict(labels) for labels in self.labels],
        }

    def show(self) -> None:
        console = Console(width=None if Console().is_terminal else 130)
        console.print()
        for table in (self._times(), self._labelled()):
            if table.row_count:
                console.print(table)

    def _times(self) -> Table:
        table = Table("measured", "ours ms", "p99", "peer", "peer ms", "p99", "ours / peer", "goal", title="Times")
        for measure in self.measures:
            theirs = ("", "") if measure.theirs is None else _shown(measure.theirs)
            ratio = "" if measure.ratio is None else f"{measure.ratio:.3g}"
            table.add_row(measure.name, *_shown(measure.ours), measure.peer or "", *theirs, ratio, measure.goal)
        return table

    def _labelled(self) -> Table:
        table = Table("judge", "labelled right", "wrong let through", "out of time", title="Answers in LaTeX")
        for one in self.labels:
            right, through = f"{one.right} of {one.answers}", f"{one.let_through} of {one.wrong}"
            table.add_row(one.judge, right, through, str(one.out_of_time))
        return table


def _shown(times: Times) -> tuple[str, str]:
    return f"{times.median_ms:.4g}", f"{times.p99_ms:.4g}"


def _figures(times: Times) -> dict[str, object]:
    return {"median_ms": times.median_ms, "p99_ms": times.p99_ms, "count": len(times.seconds)}


def _machine() -> dict[str, object]:
    return {"system": platform.platform(), "processor": platform.machine(), "cores": os.cpu_count()}


def _versions() -> Iterator[tuple[str, str]]:
    yield "python", platform.python_version()
    for library in LIBRARIES:
        try:
            yield library, version(library)
        except PackageNotFoundError:
            yield library, "not installed"
