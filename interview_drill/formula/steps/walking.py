"""A derivation walked entry by entry: the whole at once, or each line as it is typed.

    lines before -> Walk --(one more entry)--> Walk -> Report

A walk never changes: what is entered next makes another one, so that only new lines are judged, and a line that is
taken back costs nothing.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.claims import Claim, claims, placed
from interview_drill.formula.steps.judging import taken
from interview_drill.formula.steps.lines import Line
from interview_drill.formula.steps.progress import concluded, next_milestone
from interview_drill.formula.steps.report import Derivation, Journey, Mismatch, Report


class Walk(Struct, frozen=True, eq=False):
    """How far a derivation came: what it showed, what may be used now, its last line.

    `mismatch` is its first false equation; nothing behind that was judged.
    """

    journey: Journey
    scope: Scope
    last: Line | None = None
    mismatch: Mismatch | None = None

    def then(self, text: str, notation: str | None = None) -> Walk:
        """The walk with one more entry. Raises AnswerError with the fact `line` where a line cannot be read."""
        found = claims(text, self.scope, notation, self.last)
        journey = self.journey.copied()
        for claim in found:
            mismatch = _placed(claim, journey)
            if mismatch is not None:
                return Walk(journey, claim.scope, claim.line, mismatch)
        return Walk(journey, found[-1].scope, found[-1].line)

    def report(self) -> Report:
        """What the derivation comes to if it ends here."""
        if self.mismatch is not None:
            ahead = next_milestone(self.journey) if self.journey.shown else None
            return Report("false", tuple(self.journey.results), self.last.number, self.mismatch, ahead)
        return concluded(self.journey)


def _placed(claim: Claim, journey: Journey) -> Mismatch | None:
    try:
        return taken(claim, journey)
    except AnswerError as error:
        raise placed(error, claim.line, claim.piece) from None


@lru_cache(maxsize=256)
def walked(derivation: Derivation, entries: tuple[str, ...]) -> Walk:
    """The walk after some entries, of which only the last may be false. Raises AnswerError as Walk.then does.

    With those before it walked already, only the last entry is judged.
    """
    if not entries:
        return Walk(Journey(derivation), derivation.scope)
    return walked(derivation, entries[:-1]).then(entries[-1])
