"""From the save of a program to its verdict, with the watch running."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.benchmarks.clock import Times
from tests.benchmarks.ledger import Ledger, Measure
from tests.cli.test_watch import RIGHT, WRONG, later, watching

pytestmark = pytest.mark.bench
ROUNDS = 20


def test_from_save_to_verdict(ledger: Ledger, tmp_path: Path):
    """Right and wrong programs in turn; the looks at the file are part of the time."""
    file = tmp_path / "softmax.py"
    file.write_text(WRONG)
    with watching(tmp_path / "home", file) as watched:
        watched.look()
        seconds = [_second(watched, file, (RIGHT, WRONG)[turn % 2]) for turn in range(ROUNDS)]
    ledger.measures.append(Measure("drill watch, from save to verdict", Times(tuple(seconds)), goal="300 ms"))


def _second(watched, file: Path, text: str) -> float:
    later()
    start = time.perf_counter()
    file.write_text(text)
    assert watched.look().strip()
    return time.perf_counter() - start
