"""The record of a session: every answer is committed at once; trouble is told once, and the session goes on."""

from __future__ import annotations

from contextlib import suppress

from interview_drill.cli import screen
from interview_drill.memory.opening import open_store
from interview_drill.memory.place import progress_file
from interview_drill.memory.review import Retraction, Review
from interview_drill.memory.store import StoreError
from interview_drill.practice.visit import Visit

MEMORY_ONLY = ("store-newer", "store-unusable")
"""Troubles after which nothing is kept beyond this run."""


class Keeping:
    """An open progress file; `lasting` where what is recorded outlives this run.

    What cannot be written waits in memory and is tried again with the next answer.
    """

    def __init__(self) -> None:
        opened = open_store(progress_file())
        self.store = opened.store
        self._told, self._placing = False, True
        self.lasting = opened.trouble not in MEMORY_ONLY
        if opened.trouble:
            screen.complain(opened.trouble, **opened.facts)

    def record(self, *records: Review | Retraction) -> None:
        """Commit; where that fails, say so the first time."""
        try:
            self.store.record(*records)
        except StoreError as error:
            if not self._told:
                screen.complain(error.message, **error.facts, file=str(progress_file()))
            self._told = True

    def keep_place(self, visit: Visit | None) -> None:
        """Note which question is open. Where that fails once it is not tried again: no question waits for a lock."""
        if not self._placing:
            return
        try:
            self.store.put(visit.id, visit.question.id) if visit else self.store.put(None)
        except StoreError:
            self._placing = False

    def left_open(self) -> str | None:
        """The question that the last session was broken off at; None where that is not known."""
        with suppress(StoreError):
            return self.store.left_open()
        return None

    def close(self) -> int:
        """The last try for what still waits, and how many records are lost: nothing more can be done about them."""
        with suppress(StoreError):
            self.store.close()
        if self.store.waiting:
            screen.complain("store-lost", count=self.store.waiting)
        return self.store.waiting
