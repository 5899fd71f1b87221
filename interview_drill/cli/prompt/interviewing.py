"""A conversation that is an interview: it chooses what comes next, gives one hint after a miss, holds keys back."""

from __future__ import annotations

from datetime import datetime

from interview_drill.bank import Bank
from interview_drill.cli import screen
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import words
from interview_drill.cli.prompt.asking import Reader
from interview_drill.cli.prompt.conversation import Conversation
from interview_drill.errors import BankError
from interview_drill.kinds import Settings
from interview_drill.practice import effects, events
from interview_drill.practice.clock import Clock
from interview_drill.practice.events import Event, Moment
from interview_drill.practice.interview import Interview, Move, fallback, onward, without
from interview_drill.practice.session import upcoming
from interview_drill.practice.state import Session, is_open
from interview_drill.question import Question


class Interviewing(Conversation):
    """Holds one interview. `seconds` is the time that each visit took so far, by its id."""

    def __init__(
        self,
        interview: Interview,
        session: Session,
        bank: Bank,
        keeping: Keeping,
        reader: Reader,
        clock: Clock,
        settings: Settings,
    ) -> None:
        super().__init__(session, bank, keeping, reader, clock, settings)
        self.interview = interview
        self.seconds: dict[str, float] = {}
        self._key_wanted = False

    def _goes_on(self) -> bool:
        while not self.session.over and not is_open(self.session.visit):
            now = self._clock()
            self.interview, self.session = onward(self.interview, self.session, now)
            id = upcoming(self.session)
            if id is not None:
                self._put(id)
            elif self.session.over:
                self._closing(now)
        return not self.session.over

    def _put(self, id: str) -> None:
        """Say why the question comes up, and put it; one that cannot be asked does not come up again."""
        asked = self.session.number
        if asked:
            screen.blank()
            screen.prose(words(f"interview-to-{self._said(dict(self.interview.moves)[id])}"))
        super()._put(id)
        if self.session.number == asked:
            self.interview = without(self.interview, [id])

    def _said(self, move: Move) -> Move:
        """No praise right after a question that was skipped: the good answer was one before it."""
        last = self.session.visit
        passed_over = last is not None and last.question.id in self.interview.left_out
        return Move.ON if move is Move.DEEPER and passed_over else move

    def _do(self, event: Event, moment: Moment | None = None) -> None:
        before, self._key_wanted = self.session, isinstance(event, events.AskKey)
        super()._do(event, moment)
        hint = fallback(before, self.session, self._parent())
        if hint:
            super()._do(hint)

    def _parent(self) -> Question | None:
        """The question that the open one follows up on; None where it is a main one, or its parent cannot be read."""
        id = self.interview.trees.parent(self.session.visit.question.id) if self.session.visit else None
        try:
            return self._bank.question(id) if id else None
        except (BankError, KeyError):
            return None

    def _keep(self, effect: effects.Kept) -> None:
        """Where an interview breaks off is no place to go on from."""
        if isinstance(effect, effects.Remember):
            self.seconds[effect.review.visit] = effect.review.seconds or 0.0
        if not isinstance(effect, effects.KeepPlace):
            super()._keep(effect)

    def _show(self, effect: effects.Effect) -> None:
        """Keys are held back, and what may be asked next is the interviewer's to know, unless the key was asked for."""
        if self._key_wanted or not isinstance(effect, effects.ShowKey | effects.ShowOnward):
            super()._show(effect)

    def _closing(self, now: datetime) -> None:
        ends = self.session.ends
        screen.blank()
        screen.prose(words("interview-time-up" if ends and now >= ends else "interview-exhausted"))
