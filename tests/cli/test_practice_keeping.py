"""The record of a session where it cannot be written: told once, held, written when that can be done again."""

import sqlite3
from types import SimpleNamespace

from interview_drill.cli.keeping import Keeping
from interview_drill.memory.store import StoreError
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


def test_a_place_that_cannot_be_kept_is_given_up_in_silence(tmp_path, monkeypatch, capsys):
    """Another session holds the file: one question waits for it, the others do not; answers are kept as ever."""
    monkeypatch.setenv("DRILL_HOME", str(tmp_path))
    keeping, put = Keeping(), []

    def locked(store, visit, question=""):
        put.append(visit)
        raise StoreError("store-unwritable", reason="locked")

    monkeypatch.setattr(type(keeping.store), "put", locked)
    visit = SimpleNamespace(id="one", question=SimpleNamespace(id="sigmoid-formula"))
    keeping.keep_place(visit)
    keeping.keep_place(visit)
    keeping.record(a_review("one"))
    assert put == ["one"] and [review.question for review in keeping.store.reviews()] == ["one"]
    keeping.close()
    assert capsys.readouterr().err == ""
