"""What a transition asks of the outside, in order: things to show, and things to keep."""

from __future__ import annotations

from msgspec import Struct

from interview_drill.memory.review import Retraction, Review
from interview_drill.practice.visit import Given, Visit
from interview_drill.question import Question, Text
from interview_drill.verdict import Verdict


class ShowQuestion(Struct, frozen=True):
    """The question of a visit; `again` where it comes back in this session."""

    visit: Visit
    again: bool = False


class ShowHint(Struct, frozen=True):
    """One hint, `number` of `total`; None for one that depends on where the learner is.

    `back_to` is the title of the question that it belongs to, where that is another one.
    """

    hint: Text
    number: int | None = None
    total: int | None = None
    back_to: Text | None = None


class ShowVerdict(Struct, frozen=True):
    """What became of an answer."""

    visit: Visit
    given: Given


class ShowStep(Struct, frozen=True):
    """New lines follow: by what, and what they show. `given` are all lines that stand."""

    visit: Visit
    given: Given

    @property
    def verdict(self) -> Verdict:
        """The verdict on the new lines."""
        return self.given.verdict


class ShowKey(Struct, frozen=True):
    """The key, with what to remember of the question."""

    question: Question


class ShowOnward(Struct, frozen=True):
    """The visit is over and its key was seen: what was written the last time, and where one can go from here."""

    visit: Visit


class ShowTicks(Struct, frozen=True):
    """The points to tick are about to be read one by one."""

    visit: Visit


class Remember(Struct, frozen=True):
    """Commit a review now, before anything else is shown."""

    review: Review


class TakeBack(Struct, frozen=True):
    """Commit retractions of what was recorded in `visit`, which is asked again."""

    retractions: tuple[Retraction, ...]
    visit: Visit


class KeepPlace(Struct, frozen=True):
    """Note which question is open, so that a session that is broken off is taken up with it; None where none is."""

    visit: Visit | None


class Say(Struct, frozen=True):
    """One sentence of the session, by message id."""

    message: str
    facts: dict[str, object] = {}


Kept = Remember | TakeBack | KeepPlace
Effect = Kept | ShowQuestion | ShowHint | ShowVerdict | ShowStep | ShowKey | ShowOnward | ShowTicks | Say
