"""What the answers of a session come to: the exit code on a pipe, and the sentences at the end."""

from __future__ import annotations

from interview_drill.cli import screen
from interview_drill.cli.exit_codes import EXIT_CODES, gravest
from interview_drill.cli.language import words
from interview_drill.practice.state import Session, known
from interview_drill.practice.ticks import unticked
from interview_drill.practice.visit import Given, Visit


class Tally:
    """Exit codes of the graded answers, by visit, so that an answer taken back no longer counts."""

    def __init__(self) -> None:
        self._codes: dict[str, list[int]] = {}

    def add(self, visit: Visit, given: Given) -> None:
        """Count an answer; one that its author ticks has no effect."""
        if given.verdict is not None and not visit.self_assessed:
            self._codes.setdefault(visit.id, []).append(EXIT_CODES[given.verdict.outcome])

    def drop(self, visit: Visit) -> None:
        """The answers of this visit were taken back."""
        self._codes.pop(visit.id, None)

    @property
    def code(self) -> int:
        """The gravest code of all answers that stand."""
        return gravest(code for codes in self._codes.values() for code in codes)


def tell(session: Session) -> None:
    """How the session went: what was right at the first try, and what to look at again."""
    visits = [visit for visit in session.closed if not unticked(visit)]
    if visits:
        screen.blank()
        screen.prose(words("session-over", count=len(visits), right=sum(map(known, visits))))
    unfinished = dict.fromkeys(f"`{visit.question.id}`" for visit in session.closed if unticked(visit))
    if unfinished:
        screen.prose(words("session-unticked", questions=list(unfinished)))
    missed = dict.fromkeys(f"`{visit.question.id}`" for visit in visits if not known(visit))
    if missed:
        screen.prose(words("session-missed", questions=list(missed)))
