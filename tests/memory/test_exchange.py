"""Export and import: the records of several machines become one, in any order, as often as one likes."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from interview_drill.errors import UsageError
from interview_drill.memory.exchange import lines, records
from interview_drill.memory.opening import open_store
from interview_drill.memory.review import Retraction
from interview_drill.memory.store import Store
from tests.memory.reviews import NOW, a_review


def store(folder: Path, name: str) -> Store:
    return open_store(folder / f"{name}.sqlite").store


def test_two_machines_become_one_whatever_the_order(tmp_path: Path) -> None:
    """Every order of merging three exports gives the same cards, and merging again adds nothing."""
    exports = []
    for name, days in (("laptop", 0), ("desk", 2), ("lab", 9)):
        machine = store(tmp_path, name)
        later = NOW + timedelta(days=days)
        machine.record(a_review(id=name, rating=1 + days % 4, at=later, day=later.date()))
        exports.append(list(lines(machine.everything())))
    outcomes = []
    for number, order in enumerate(permutations(exports)):
        merged = store(tmp_path, f"merged-{number}")
        assert [merged.merge(records(export)) for export in order] == [1, 1, 1]
        assert merged.merge(records(order[0])) == 0
        outcomes.append(merged.cards())
    assert all(cards == outcomes[0] for cards in outcomes)


def test_a_retraction_may_arrive_before_its_review(tmp_path: Path) -> None:
    """What was taken back elsewhere is taken back here, whichever line comes first."""
    review = a_review()
    here = store(tmp_path, "here")
    here.merge([Retraction("r", review.id, NOW)])
    here.merge([review])
    assert here.cards() == {}


@pytest.mark.parametrize(
    "line",
    ["no json", "[]", '{"schema": 1, "type": "card"}', '{"schema": 1, "type": "review"}', '{"schema": 2}'],
    ids=str,
)
def test_a_line_that_is_no_record_is_named_and_nothing_is_merged(tmp_path: Path, line: str) -> None:
    """The error says which line; the lines before it are not taken over half-way."""
    here = store(tmp_path, "here")
    with pytest.raises(UsageError) as fault:
        here.merge(records([*lines([a_review()]), line]))
    assert fault.value.facts["line"] == 2
    assert here.reviews() == []


def test_unknown_fields_of_a_line_are_ignored(tmp_path: Path) -> None:
    """A later version may add fields."""
    (line,) = lines([a_review()])
    here = store(tmp_path, "here")
    assert here.merge(records([json.dumps({**json.loads(line), "mood": "bright"})])) == 1
