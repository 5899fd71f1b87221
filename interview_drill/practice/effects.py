"""What a transition asks of the outside, in order: things to show, and things to keep."""

from __future__ import annotations

from dataclasses import dataclass, field

from interview_drill.memory.review import Retraction, Review
from interview_drill.practice.visit import Given, Visit
from interview_drill.question import Question, Text
from interview_drill.verdict import Verdict


@dataclass(frozen=True)
class ShowQuestion:
    """The question of a visit; `again` where it comes back in this session."""

    visit: Visit
    again: bool = False


@dataclass(frozen=True)
class ShowHint:
    """One hint, `number` of `total`; None for one that depends on where the learner is."""

    hint: Text
    number: int | None = None
    total: int | None = None


@dataclass(frozen=True)
class ShowVerdict:
    """What became of an answer."""

    visit: Visit
    given: Given


@dataclass(frozen=True)
class ShowStep:
    """New lines follow: by what, and what they show. `given` are all lines that stand."""

    visit: Visit
    given: Given

    @property
    def verdict(self) -> Verdict:
        """The verdict on the new lines."""
        return self.given.verdict


@dataclass(frozen=True)
class ShowKey:
    """The key, with what to remember of the question."""

    question: Question


@dataclass(frozen=True)
class ShowTicks:
    """The points to tick are about to be read one by one."""

    visit: Visit


@dataclass(frozen=True)
class Remember:
    """Commit a review now, before anything else is shown."""

    review: Review


@dataclass(frozen=True)
class TakeBack:
    """Commit retractions of what was recorded in `visit`, which is asked again."""

    retractions: tuple[Retraction, ...]
    visit: Visit


@dataclass(frozen=True)
class Say:
    """One sentence of the session, by message id."""

    message: str
    facts: dict[str, object] = field(default_factory=dict)


Effect = ShowQuestion | ShowHint | ShowVerdict | ShowStep | ShowKey | ShowTicks | Remember | TakeBack | Say
