"""Benchmarks run only where they are asked for by their mark; one ledger holds the figures of a run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from interview_drill.stack import with_room
from tests.benchmarks.ledger import Ledger

HERE = Path(__file__).parent
RESULTS = HERE.parents[1] / ".bench" / "results.json"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "bench" in config.option.markexpr:
        return
    measuring = [one for one in items if one.path.is_relative_to(HERE)]
    config.hook.pytest_deselected(items=measuring)
    items[:] = [one for one in items if one not in measuring]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool:
    """Ours and the peers are measured as the program runs, not at the depth of stack that pytest happens to have."""
    given = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    with_room(partial(pyfuncitem.obj, **given))
    return True


@pytest.fixture(scope="session")
def ledger() -> Iterator[Ledger]:
    kept = Ledger()
    yield kept
    kept.write(RESULTS)
    kept.show()
