"""The record of a session where it cannot be written: told once, held, written when that can be done again."""

import sqlite3

from interview_drill.cli.keeping import Keeping
from tests.memory.reviews import a_review


def test_trouble_is_told_once_and_nothing_is_lost(tmp_path, monkeypatch, capsys):
    """A full disk: the first answer tells of it, the others do not; all are written once there is room."""
    monkeypatch.setenv("DRILL_HOME", str(tmp_path))
    keeping = Keeping()
    insert = type(keeping.store)._insert

    def full(store, one):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(type(keeping.store), "_insert", full)
    keeping.record(a_review("one"))
    keeping.record(a_review("two"))
    told = capsys.readouterr().err
    assert told.count("disk is full") == 1 and str(tmp_path) in told
    monkeypatch.setattr(type(keeping.store), "_insert", insert)
    keeping.record(a_review("three"))
    keeping.close()
    again = Keeping()
    assert [review.question for review in again.store.reviews()] == ["one", "two", "three"]
    again.close()
    assert capsys.readouterr().err == ""
