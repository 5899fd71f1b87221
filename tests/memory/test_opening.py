"""Opening: a file that cannot be used is kept aside or left alone, and there is always a store to go on with."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from interview_drill.memory import migrations
from interview_drill.memory.opening import open_store
from interview_drill.memory.review import Review
from interview_drill.memory.rows import row
from interview_drill.memory.store import insertion
from tests.memory.reviews import a_review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.sqlite"


def ours(path: Path) -> Review:
    review = a_review()
    store = open_store(path).store
    store.record(review)
    store.close()
    return review


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE flashcards (front TEXT)")


def text(path: Path) -> None:
    path.write_text("my notes about softmax, kept here by mistake\n" * 100)


def torn(path: Path) -> None:
    for _ in range(50):
        ours(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


def gutted(path: Path) -> None:
    ours(path)
    with sqlite3.connect(path) as broken:
        broken.execute("DROP TABLE cards")


@pytest.mark.parametrize("break_it", [foreign, text, torn, gutted], ids=lambda breaker: breaker.__name__)
def test_a_file_that_is_not_ours_or_broken_is_kept_aside(path: Path, break_it) -> None:
    """Its bytes stay as they were, under a name that is told; a new file begins."""
    break_it(path)
    before = path.read_bytes()
    opened = open_store(path)
    assert opened.trouble == "store-aside"
    assert Path(opened.facts["kept"]).read_bytes() == before
    opened.store.record(a_review())
    assert len(open_store(path).store.reviews()) == 1


def test_keeping_aside_never_overwrites(path: Path) -> None:
    """The second broken file gets a name of its own."""
    kept = set()
    for content in ("first", "second"):
        path.write_text(content * 500)
        kept.add(open_store(path).facts["kept"])
    assert {Path(name).read_text()[:5] for name in kept} == {"first", "secon"}


def test_a_file_of_a_later_version_is_left_alone(path: Path) -> None:
    """An older program neither moves nor writes what a newer one made."""
    ours(path)
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    opened = open_store(path)
    assert opened.trouble == "store-newer"
    opened.store.record(a_review())
    assert len(opened.store.reviews()) == 1
    opened.store.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("obstacle", ["a file where the folder should be", "a folder where the file should be"])
def test_a_place_that_cannot_hold_a_file_gives_a_store_for_this_session(tmp_path: Path, obstacle: str) -> None:
    """The session goes on in memory, and the trouble is named."""
    if obstacle.startswith("a file"):
        (tmp_path / "state").write_text("")
    else:
        (tmp_path / "state" / "progress.sqlite").mkdir(parents=True)
    opened = open_store(tmp_path / "state" / "progress.sqlite")
    assert opened.trouble == "store-unusable"
    opened.store.record(a_review())
    assert len(opened.store.cards()) == 1


STEP = "ALTER TABLE cards ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;"


def test_an_older_file_is_renewed_after_a_copy(path: Path) -> None:
    """The copy is the file as it was; reviews and cards carry over."""
    review = ours(path)
    connection = sqlite3.connect(path, isolation_level=None)
    migrations.migrate(connection, path, (*migrations.STEPS, STEP))
    assert connection.execute("SELECT id FROM reviews").fetchall() == [(review.id,)]
    assert connection.execute("SELECT flagged FROM cards").fetchall() == [(0,)]
    copy = sqlite3.connect(path.with_name(f"progress.before-{len(migrations.STEPS) + 1}.sqlite"))
    assert copy.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS),)
    assert copy.execute("SELECT COUNT(*) FROM reviews").fetchone() == (1,)


def test_a_file_of_the_first_version_learns_the_revisions(path: Path) -> None:
    """Version 2 fills in which revision each card was answered at."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrations.migrate(connection, path, migrations.STEPS[:1])
    plain = {**row(a_review(revision=3)), "ordinal": 1}
    connection.execute(insertion("reviews", Review), plain)
    connection.execute(
        "INSERT INTO cards VALUES ('sigmoid-formula', 3.0, 5.0, '2026-03-01', '2026-03-01', '2026-03-04', 1, 0, 3)"
    )
    connection.close()
    opened = open_store(path)
    assert opened.trouble is None and opened.store.cards()["sigmoid-formula"].revision == 3
    assert path.with_name(f"progress.before-{len(migrations.STEPS)}.sqlite").exists()


def test_a_step_that_fails_changes_nothing(path: Path) -> None:
    """All steps or none: the file still opens at its old version."""
    ours(path)
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(connection, path, (*migrations.STEPS, STEP + "\nNONSENSE;"))
    connection.close()
    opened = open_store(path)
    assert opened.trouble is None
    assert len(opened.store.cards()) == 1
