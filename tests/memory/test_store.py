"""The store: what was committed is there, and what cannot be committed is not lost."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from interview_drill.memory.card import AGAIN, fold
from interview_drill.memory.opening import open_store
from interview_drill.memory.review import Retraction
from interview_drill.memory.store import Store, StoreError
from tests.memory.reviews import NOW, a_review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "夹 with spaces" / "progress.sqlite"


def opened(path: Path) -> Store:
    found = open_store(path)
    assert found.trouble is None
    return found.store


def test_an_answer_is_there_in_the_next_session(path: Path) -> None:
    """Every field of a review survives the way through the file."""
    review = a_review(misconception="no-exp", confidence=70, seconds=12.5, seed=7, hints=2, notation="latex")
    opened(path).record(review)
    (found,) = opened(path).reviews("sigmoid-formula")
    assert found == replace(review, ordinal=1)


def test_cards_follow_from_the_reviews(path: Path) -> None:
    """The card kept beside the reviews is their fold, after every answer."""
    store = opened(path)
    for rating, days in ((3, 0), (1, 3), (3, 4)):
        store.record(a_review(rating=rating, at=NOW + timedelta(days=days), day=(NOW + timedelta(days=days)).date()))
        assert opened(path).cards() == {"sigmoid-formula": fold(store.reviews())}


def test_answers_of_one_instant_keep_their_order(path: Path) -> None:
    """A clock that stands still does not shuffle what happened."""
    store = opened(path)
    given = [a_review(id=name) for name in ("c", "a", "b")]
    for review in given:
        store.record(review)
    assert [review.id for review in store.reviews()] == ["c", "a", "b"]


def test_undo_takes_back_without_removing(path: Path) -> None:
    """A retracted review stands no longer, moves no card, and is still on record."""
    store = opened(path)
    first, second = a_review(), a_review(rating=AGAIN, at=NOW + timedelta(hours=1))
    store.record(first)
    before = store.cards()
    store.record(second)
    store.record(Retraction("r", second.id, NOW))
    assert [review.id for review in store.reviews()] == [first.id]
    assert store.cards() == before
    assert len(list(store.everything())) == 3


def test_undoing_the_only_answer_makes_the_question_new_again(path: Path) -> None:
    """Without a standing review there is no card."""
    store = opened(path)
    review = a_review()
    store.record(review)
    store.record(Retraction("r", review.id, NOW))
    assert store.cards() == {}


def test_what_stands_is_counted_by_misconception_and_confidence(path: Path) -> None:
    """Rated answers only, and none that was taken back."""
    store = opened(path)
    slip = a_review(rating=AGAIN, outcome="incorrect", score=0.0, misconception="no-exp", confidence=90)
    mended = a_review(rating=None, tries=2, confidence=90)
    undone = a_review(rating=AGAIN, outcome="incorrect", score=0.0, misconception="sign", confidence=90)
    own = a_review("kl-uses", assessed="self", confidence=50, score=0.5)
    store.record(slip, mended, undone, own, a_review("bn-formula"), Retraction("r", undone.id, NOW))
    assert store.slips() == [("sigmoid-formula", "no-exp", 1, "2026-03-01")]
    assert store.stated() == [("graded", 90, 1, 0.0), ("self", 50, 1, 0.5)]
    assert store.passed(0.6) == {"bn-formula"} and store.passed(0.5) == {"bn-formula", "kl-uses"}


def test_reviews_cannot_be_changed_or_deleted(path: Path) -> None:
    """The file itself refuses, whoever asks."""
    opened(path).record(a_review())
    raw = sqlite3.connect(path)
    for statement in ("UPDATE reviews SET rating = 4", "DELETE FROM reviews"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)


def test_what_could_not_be_written_is_written_with_the_next_answer(path: Path) -> None:
    """While another process holds the file the session goes on; nothing is lost once it lets go."""
    store = opened(path)
    store._connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    held, next_one = a_review(), a_review("kl-formula")
    with pytest.raises(StoreError):
        store.record(held)
    other.execute("ROLLBACK")
    assert [review.id for review in store.reviews()] == [held.id]
    assert set(store.cards()) == {"sigmoid-formula"}
    store.record(next_one)
    assert {review.id for review in opened(path).reviews()} == {held.id, next_one.id}


def test_a_retraction_of_an_answer_that_waits_counts_at_once(path: Path) -> None:
    """Undo works on what is not written yet."""
    store = opened(path)
    store._connection.execute("PRAGMA query_only = 1")
    review = a_review()
    for one in (review, Retraction("r", review.id, NOW)):
        with pytest.raises(StoreError):
            store.record(one)
    assert store.reviews() == []
    assert store.cards() == {}
    store._connection.execute("PRAGMA query_only = 0")
    store.close()
    assert opened(path).reviews() == []
    assert len(list(opened(path).everything())) == 2


def test_a_full_disk_loses_nothing_that_was_there(path: Path) -> None:
    """SQLite's own limit stands in for the disk: the fault happens, the file stays whole."""
    store = opened(path)
    store.record(a_review())
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    big = a_review("kl-formula", answer="x" * 100_000)
    with pytest.raises(StoreError) as fault:
        store.record(big)
    assert "full" in str(fault.value)
    assert len(opened(path).reviews()) == 1
    store._connection.execute("PRAGMA max_page_count = 100000")
    store.close()
    assert len(opened(path).reviews()) == 2


def test_a_value_outside_its_range_is_refused(path: Path) -> None:
    """A rating of 9 never reaches the file, and is not silently dropped."""
    with pytest.raises(StoreError):
        opened(path).record(a_review(rating=9))


def test_a_record_that_cannot_be_read_says_so(path: Path) -> None:
    """Another program holds it, or wrote into it what we never would: an error of ours, not of a library."""
    store = opened(path)
    store.record(a_review())
    store._connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for read in (
        store.reviews,
        store.cards,
        store.slips,
        store.stated,
        lambda: store.passed(0.6),
        lambda: list(store.everything()),
    ):
        with pytest.raises(StoreError) as fault:
            read()
        assert fault.value.message == "store-unreadable"
    other.execute("UPDATE cards SET due = 'some day'")
    other.execute("COMMIT")
    other.close()
    with pytest.raises(StoreError):
        store.cards()


def test_a_question_without_an_answer_was_left_open(path: Path) -> None:
    """Until something is answered in its visit, and again where that is taken back."""
    store, review = opened(path), a_review(visit="one")
    assert store.left_open() is None
    store.put("one", "sigmoid-formula")
    assert opened(path).left_open() == "sigmoid-formula"
    store.record(a_review(visit="before"))
    assert store.left_open() == "sigmoid-formula"
    store.record(review)
    assert store.left_open() is None
    store.record(Retraction("back", review.id, NOW))
    assert store.left_open() == "sigmoid-formula"
    store.put("two", "kl-formula")
    assert store.left_open() == "kl-formula"
    store.put(None)
    assert store.left_open() is None


def test_the_place_is_no_part_of_the_record(path: Path) -> None:
    """Nothing of it is exported."""
    store = opened(path)
    store.put("one", "sigmoid-formula")
    assert list(store.everything()) == [] and store.cards() == {}
