"""The index of the whole bank: warm from its cache, cold from every file, beside reading the same bytes alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_drill.bank import cache, open_bank
from tests.benchmarks.clock import Times
from tests.benchmarks.ledger import Ledger, Measure

pytestmark = pytest.mark.bench
ROUNDS = 15


def test_index(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A list opens at once, also after an upgrade."""
    monkeypatch.setenv("DRILL_HOME", str(tmp_path))
    bytes_alone, warm, cold = [], [], []
    index()
    for _ in range(ROUNDS):
        bytes_alone.append(timed(lambda: [file.read_bytes() for file in files()]))
        warm.append(timed(index))
        for kept in cache.cache_folder().iterdir():
            kept.unlink()
        cold.append(timed(index))
    peer = Times(tuple(bytes_alone))
    ledger.measures.append(Measure("index, warm", Times(tuple(warm)), "reading the files", peer, "15 ms"))
    ledger.measures.append(Measure("index, cold", Times(tuple(cold)), "reading the files", peer, "500 ms"))


def index() -> None:
    assert len(open_bank().index()) >= 140


def files() -> list[Path]:
    return [file for found in open_bank().folders for file in found.all()]


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
