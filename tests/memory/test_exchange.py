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


def a_line(**fields: object) -> str:
    """A good line of an export, except for these fields."""
    (line,) = lines([a_review()])
    return json.dumps({**json.loads(line), **fields})


HOSTILE = {
    "id": ["", 7, None, "x" * 201, "\x1b[31m", "\ud800", ["a"]],
    "question": ["", None, "a\u202eb", {"$ne": 1}],
    "at": ["yesterday", "2026-03-01T20:00:00", "9999-12-31T00:00:00+00:00", 20260301, "0001-01-01T00:00:00+00:00"],
    "day": ["2026-03-09", "9999-12-31", "2026-02-30", None],
    "rating": [0, 5, 2.5, True, "3"],
    "confidence": [-1, 101],
    "score": [-0.1, 1.1, float("nan"), float("inf"), "1", 10**400],
    "seconds": [float("nan"), "long"],
    "seed": [-1, 2**63, 10**30],
    "revision": [-1, "1", 10**9],
    "assessed": ["both", None],
    "outcome": ["brilliant", 1],
    "answer": [None, 5, "\udfff"],
    "ordinal": [-1, 2**64],
}


@pytest.mark.parametrize(("field", "value"), [(name, value) for name, values in HOSTILE.items() for value in values])
def test_a_field_that_cannot_be_right_is_named_with_its_line(tmp_path: Path, field: str, value: object) -> None:
    """Whatever somebody wrote into a file: it is refused by line and field, and nothing of the file is taken over."""
    here = store(tmp_path, "here")
    with pytest.raises(UsageError) as fault:
        here.merge(records([a_line(), a_line(**{field: value})]))
    assert fault.value.facts == {"line": 2, "field": field}
    assert here.reviews() == []


@pytest.mark.parametrize("line", ["[" * 100_000, '{"schema": ' + "9" * 5000 + "}", "x" * 9_000_000, '"review"', "\x00"])
def test_a_line_that_would_choke_a_reader_is_refused(line: str) -> None:
    """Nested too deep, a number without end, a line without end."""
    with pytest.raises(UsageError) as fault:
        list(records([a_line(), line]))
    assert fault.value.message == "progress-line" and fault.value.facts["line"] == 2


def test_a_line_of_a_later_version_says_so() -> None:
    """The remedy is another: update the program."""
    with pytest.raises(UsageError) as fault:
        list(records([a_line(schema=2)]))
    assert fault.value.message == "progress-schema"


def test_an_answer_from_the_future_is_refused() -> None:
    """A clock that was wrong elsewhere would put a card out of reach here."""
    line = a_line()
    assert list(records([line], today=NOW.date()))
    with pytest.raises(UsageError) as fault:
        list(records([line], today=NOW.date() - timedelta(days=3)))
    assert fault.value.message == "progress-future"


def test_whatever_is_let_in_folds_into_a_card(tmp_path: Path) -> None:
    """The edges of what is allowed are no trouble to the scheduler or the database."""
    here = store(tmp_path, "here")
    edges = [("1990-01-01", 1), ("2199-12-31", 4), ("2199-12-31", 4), ("1990-01-01", 1)]
    given = [
        a_line(id=f"e{number}", at=f"{day}T12:00:00+00:00", day=day, rating=rating, seed=2**63 - 1, score=0)
        for number, (day, rating) in enumerate(edges)
    ]
    assert here.merge(records(given)) == 4
    assert here.cards()["sigmoid-formula"].reviews == 4


def test_what_is_here_wins_over_another_record_with_its_id(tmp_path: Path) -> None:
    """Records never change: a line that reuses an id is no second answer and no correction."""
    here = store(tmp_path, "here")
    mine = a_review(id="one", rating=3)
    here.record(mine)
    assert here.merge(records([a_line(id="one", rating=1)])) == 0
    assert [review.rating for review in here.reviews()] == [3]


def test_many_retractions_merge_at_once(tmp_path: Path) -> None:
    """More than SQLite takes as parameters of one statement."""
    here = store(tmp_path, "here")
    assert here.merge([Retraction(f"r{number}", f"gone-{number}", NOW) for number in range(40_000)]) == 40_000


def test_unknown_fields_of_a_line_are_ignored(tmp_path: Path) -> None:
    """A later version may add fields."""
    (line,) = lines([a_review()])
    here = store(tmp_path, "here")
    assert here.merge(records([json.dumps({**json.loads(line), "mood": "bright"})])) == 1
