"""Commands timed in turn, so that whatever else the machine does falls on all of them alike."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Times:
    """Seconds, one a measurement, in the order of measuring."""

    seconds: tuple[float, ...]

    @property
    def median_ms(self) -> float:
        return median(self.seconds) * 1000

    @property
    def p99_ms(self) -> float:
        """The time that one in a hundred exceeds; the longest, where there are fewer."""
        return sorted(self.seconds)[int(0.99 * len(self.seconds))] * 1000

    def over(self, other: Times) -> float:
        """The ratio to a peer that was measured in turn: the median of the pairs' ratios."""
        return median(mine / theirs for mine, theirs in zip(self.seconds, other.seconds, strict=True))


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int, home: Path) -> dict[str, Times]:
    """The wall time of each command from cold, `rounds` times; a round more, the first, fills the caches."""
    measured: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            measured[name].append(_seconds(command, home))
    return {name: Times(tuple(seconds[1:])) for name, seconds in measured.items()}


def _seconds(command: Sequence[str], home: Path) -> float:
    start = time.perf_counter()
    run(command, home)
    return time.perf_counter() - start


def run(command: Sequence[str], home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The command with a home of its own for progress, whatever its exit code.

    An installed program has its bytecode, as the peers have theirs: a shell that forbids to keep it is not asked.
    """
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**usual, "DRILL_HOME": str(home), "DRILL_LANG": "en", **more}
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
