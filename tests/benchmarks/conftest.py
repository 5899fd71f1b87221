"""Benchmarks run only where they are asked for by their mark; one ledger holds the figures of a run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.ledger import Ledger

HERE = Path(__file__).parent
RESULTS = HERE.parents[1] / ".bench" / "results.json"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "bench" in config.option.markexpr:
        return
    measuring = [one for one in items if one.path.is_relative_to(HERE)]
    config.hook.pytest_deselected(items=measuring)
    items[:] = [one for one in items if one not in measuring]


@pytest.fixture(scope="session")
def ledger() -> Iterator[Ledger]:
    kept = Ledger()
    yield kept
    kept.write(RESULTS)
    kept.show()
