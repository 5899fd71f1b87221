"""The bank holds what it was planned to hold: every id of `coverage.yaml`, with its kind, level and parent."""

from collections import Counter
from pathlib import Path

import pytest

from interview_drill.bank import open_bank
from interview_drill.source import read

FILE = Path(__file__).with_name("coverage.yaml")
PLANNED = read(FILE.read_bytes(), str(FILE)).data
BANK = {entry.id: entry for entry in open_bank().catalogue.entries}


@pytest.mark.parametrize("id", PLANNED)
def test_a_planned_question_is_there(id):
    """A follow-up stands under the question that it presses on."""
    kind, level, parent = PLANNED[id]
    assert id in BANK
    assert (BANK[id].kind, BANK[id].parent) == (kind, parent)
    assert level in (None, BANK[id].level)


def test_the_plan_itself():
    """A hundred and twenty items and twenty follow-ups, kind by kind."""
    assert Counter(kind for kind, _, _ in PLANNED.values()) == {
        "formula": 25 + 15,
        "code": 16 + 5,
        "derivation": 9,
        "choice": 17,
        "concept": 53,
    }


def test_open_questions_have_graded_ones_beside_them():
    """At least ten that a machine grades: clozes, orderings, numbers."""
    counts = Counter(entry.kind for entry in BANK.values())
    assert counts["cloze"] + counts["ordering"] + counts["number"] >= 10
