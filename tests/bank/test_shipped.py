"""The shipped bank proves itself: every question's specimens come out as their author says.

Programs and derivations take long, and the audit (`make bank`) judges them all: here with FULL=1, else one of a kind.
"""

import os

import pytest

from interview_drill.bank import open_bank
from interview_drill.bank.audit import audit, judged
from interview_drill.bank.orders import orders
from interview_drill.kinds import Settings

BANK = open_bank()
LONG = ("code", "derivation")


def asked():
    """The ids of the questions that are judged here."""
    first = {entry.kind: entry.id for entry in reversed(BANK.index())}
    short = not os.environ.get("FULL")
    return [one.id for one in BANK.index() if not (short and one.kind in LONG) or one.id == first[one.kind]]


def told(rows):
    return [(row.file, row.line, row.check, row.message, dict(row.facts)) for row in rows if not row.ok]


@pytest.mark.parametrize("id", asked())
def test_every_specimen_comes_out_as_its_author_says(id):
    """Keys and equivalents right, everything else wrong, misconceptions recognised."""
    assert told(judged(BANK.question(id), Settings(seed=20240416))) == []


def test_every_question_is_sound_without_judging(monkeypatch):
    """Translations, hints, misconceptions, parents, the order."""
    monkeypatch.setattr("interview_drill.bank.audit._judged", lambda *_: iter(()))
    assert told(audit(BANK)) == [] and list(orders(BANK)) == []


def test_entry_functions_are_told_apart():
    """A solution file is graded by the functions it defines, so no two questions share one."""
    entries = [BANK.question(entry.id).task.entry for entry in BANK.index() if entry.kind == "code"]
    assert len(set(entries)) == len(entries)
