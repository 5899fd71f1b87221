"""The progress file: SQLite with a rollback journal, one commit an answer.

What was committed survives a kill at any moment. What cannot be written (a full disk, a folder that is read-only)
is held in memory and tried again with the next answer, so that a session never stops over its record.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from interview_drill.errors import DrillError
from interview_drill.memory.card import Card, fold
from interview_drill.memory.review import Retraction, Review
from interview_drill.memory.rows import names, record, row

IN_ORDER = "ORDER BY at, ordinal, id"


class StoreError(DrillError):
    """The file could not be read; or an answer not written, which is held in memory and tried again with the next."""


DAMAGE = (sqlite3.Error, ValueError, TypeError, LookupError)
"""What a file that is locked, or that holds what we never wrote, gives rise to."""


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except DAMAGE as error:
        raise StoreError("store-unreadable", reason=str(error)) from error


class Store:
    """One open progress file. Reading sees everything given so far, written or not; it raises StoreError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._connection.row_factory = sqlite3.Row
        self._waiting: list[Review | Retraction] = []

    def record(self, *records: Review | Retraction) -> None:
        """Commit reviews and retractions, with any that still wait, and the cards that follow. Raises StoreError."""
        self._waiting.extend(records)
        try:
            with self._transaction():
                for one in self._waiting:
                    self._insert(one)
                self._fold_all(self._waiting)
        except DAMAGE as error:
            raise StoreError("store-unwritable", reason=str(error)) from error
        self._waiting.clear()

    def merge(self, records: Iterable[Review | Retraction]) -> int:
        """Commit what another machine recorded, all or nothing; how many of it was new here. Raises StoreError."""
        try:
            with self._transaction():
                fresh = [one for one in records if self._insert(one)]
                self._fold_all(fresh)
        except DAMAGE as error:
            raise StoreError("store-unwritable", reason=str(error)) from error
        return len(fresh)

    @_reading()
    def reviews(self, question: str | None = None) -> list[Review]:
        """The reviews that stand (not retracted), oldest first; of one question, or of all."""
        where, values = ("WHERE question = ?", (question,)) if question else ("", ())
        rows = self._connection.execute(f"SELECT * FROM standing {where} {IN_ORDER}", values)
        return self._with_waiting([record(Review, found) for found in rows], question)

    @_reading()
    def cards(self) -> dict[str, Card]:
        """Every card, by question id."""
        cards = {found["question"]: record(Card, found) for found in self._connection.execute("SELECT * FROM cards")}
        for question in self._touched(self._waiting):
            cards[question] = fold(self.reviews(question))
        return {question: card for question, card in cards.items() if card}

    @_reading()
    def passed(self, score: float) -> frozenset[str]:
        """The questions that were once rated at this score or better."""
        found = self._connection.execute(
            "SELECT DISTINCT question FROM standing WHERE rating IS NOT NULL AND score >= ?", (score,)
        )
        return frozenset(question for (question,) in found)

    def put(self, visit: str | None, question: str = "") -> None:
        """Note which question was just put, in which visit; None: nothing is open any more. Raises StoreError."""
        try:
            with self._transaction():
                self._connection.execute("DELETE FROM put_last")
                if visit:
                    self._connection.execute("INSERT INTO put_last (visit, question) VALUES (?, ?)", (visit, question))
        except DAMAGE as error:
            raise StoreError("store-unwritable", reason=str(error)) from error

    @_reading()
    def left_open(self) -> str | None:
        """The question that was put last, where nothing was answered to it since."""
        found = self._connection.execute(
            "SELECT question FROM put_last WHERE NOT EXISTS (SELECT 1 FROM standing"
            " WHERE standing.question = put_last.question AND standing.visit = put_last.visit)"
        ).fetchone()
        return found[0] if found else None

    @_reading()
    def slips(self) -> list[tuple[str, str, int, str]]:
        """(question, misconception, times, latest day as ISO text), the most frequent first."""
        found = self._connection.execute(
            "SELECT question, misconception, COUNT(*) AS times, MAX(day) FROM standing WHERE misconception IS NOT NULL"
            " GROUP BY question, misconception ORDER BY times DESC, MAX(day) DESC, question, misconception"
        )
        return [tuple(row) for row in found]

    @_reading()
    def stated(self) -> list[tuple[str, int, int, float]]:
        """(graded or self, confidence in percent, answers, sum of scores) of rated answers, as sure as was stated."""
        found = self._connection.execute(
            "SELECT assessed, confidence, COUNT(*), SUM(score) FROM standing"
            " WHERE rating IS NOT NULL AND confidence IS NOT NULL AND score IS NOT NULL"
            " GROUP BY assessed, confidence ORDER BY assessed, confidence"
        )
        return [tuple(row) for row in found]

    def everything(self) -> Iterator[Review | Retraction]:
        """Every review and retraction ever written, for an export."""
        with _reading():
            for kind, table in ((Review, "reviews"), (Retraction, "retractions")):
                for found in self._connection.execute(f"SELECT * FROM {table} ORDER BY at, id"):
                    yield record(kind, found)

    def close(self) -> None:
        """Close the file; what still waits gets a last try."""
        try:
            if self._waiting:
                self.record()
        finally:
            self._connection.close()

    @property
    def waiting(self) -> int:
        """How many records could not be written so far."""
        return len(self._waiting)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _insert(self, one: Review | Retraction) -> bool:
        """Whether it was new: a merge brings the same reviews again."""
        table = "reviews" if isinstance(one, Review) else "retractions"
        if isinstance(one, Review) and not one.ordinal:
            one = replace(one, ordinal=self._next_ordinal())
        inserted = self._connection.execute(insertion(table, type(one)) + " ON CONFLICT (id) DO NOTHING", row(one))
        return inserted.rowcount == 1

    def _next_ordinal(self) -> int:
        return self._connection.execute("SELECT COALESCE(MAX(rowid), 0) + 1 FROM reviews").fetchone()[0]

    def _touched(self, records: Iterable[Review | Retraction]) -> set[str]:
        """The questions whose cards these records move."""
        return {question for one in records for question in self._questions(one)}

    def _questions(self, one: Review | Retraction) -> Iterable[str]:
        """One question; none where a retraction came before its review."""
        if isinstance(one, Review):
            return (one.question,)
        found = self._connection.execute("SELECT question FROM reviews WHERE id = ?", (one.review,))
        return (question for (question,) in found)

    def _fold_all(self, records: Iterable[Review | Retraction]) -> None:
        for question in self._touched(records):
            rows = self._connection.execute(f"SELECT * FROM standing WHERE question = ? {IN_ORDER}", (question,))
            card = fold([record(Review, found) for found in rows])
            self._connection.execute("DELETE FROM cards WHERE question = ?", (question,))
            if card:
                self._connection.execute(insertion("cards", Card), row(card))

    def _with_waiting(self, written: list[Review], question: str | None) -> list[Review]:
        gone = {one.review for one in self._waiting if isinstance(one, Retraction)}
        waiting = [one for one in self._waiting if isinstance(one, Review) and question in (None, one.question)]
        return [review for review in written + waiting if review.id not in gone]


def insertion(table: str, kind: type) -> str:
    """The statement that inserts a record's row, its values named."""
    columns = names(kind)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})"
