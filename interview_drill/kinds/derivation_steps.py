"""A derivation under way: each line is judged as it is entered, against the lines that stand before it.

    lines that stand + what was typed -> Step: what stands now, what is to be mended, the verdict on what was typed
"""

from __future__ import annotations

from collections.abc import Iterator

from interview_drill.errors import AnswerError
from interview_drill.formula.steps.lines import parted
from interview_drill.formula.steps.progress import next_milestone
from interview_drill.formula.steps.proofs import proved
from interview_drill.formula.steps.report import LineResult, Report
from interview_drill.formula.steps.walking import walked
from interview_drill.kinds import unreadable
from interview_drill.kinds.derivation_ready import derivation
from interview_drill.kinds.derivation_verdicts import passed, reported, undecided
from interview_drill.kinds.stepping import Step
from interview_drill.question import Answer, Question, Text
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

REFUSED = ("circular", "leap")


def step(question: Question, before: tuple[str, ...], text: str) -> Step:
    """What becomes of a line, or of several at once, behind the lines `before`, each of which stands."""
    ready, stands = derivation(question.task), before
    parts = parted(text)
    for place, part in enumerate(parts):
        try:
            walk = walked(ready, (*stands, part))
        except AnswerError as error:
            return Step(stands, unreadable(error, Answer(part)), mend="\n".join(parts[place:]))
        if walk.mismatch is not None:
            return Step(stands, _told(question, walk.report(), len(before)), mend="\n".join(parts[place:]))
        stands = (*stands, part)
    return _ended(question, before, stands) if parts else Step(stands)


def _ended(question: Question, before: tuple[str, ...], stands: tuple[str, ...]) -> Step:
    """Where every line holds: it has arrived, or a line that leaps or is circular is opened again, or it goes on."""
    report = walked(derivation(question.task), stands).report()
    if report.outcome == "right":
        return Step(stands, _told(question, report, len(before)), arrived=True)
    if report.outcome in REFUSED:
        kept = report.line - 1
        return Step(stands[:kept], _told(question, report, len(before)), mend="\n".join(stands[kept:]))
    return Step(stands, _underway(question, report, len(before)))


def ended(question: Question, lines: tuple[str, ...]) -> Verdict:
    """The verdict on lines that all stand, as the whole answer."""
    return reported(question, walked(derivation(question.task), lines).report())


def towards(question: Question, lines: tuple[str, ...]) -> tuple[str, Text] | None:
    """The next milestone's name and what leads to it, from where some lines have come; None where nothing is said."""
    name = next_milestone(walked(derivation(question.task), lines).journey)
    hint = question.task.milestones[name].hint if name else None
    return (name, hint) if name and hint else None


def _told(question: Question, report: Report, after: int) -> Verdict:
    """A verdict without the milestones that were acknowledged when their lines were entered."""
    whole = reported(question, report)
    fresh = [one for one in whole.evidence if one.message != "milestone-shown" or one.facts["step"] > after]
    return Verdict(whole.outcome, whole.score, tuple(fresh), whole.misconception)


def _underway(question: Question, report: Report, after: int) -> Verdict:
    """That the new lines follow, by what, and what they show."""
    fresh = [one for one in report.lines if one.number > after]
    told = [*_followed(fresh), *passed(question, report, after)]
    open_ = any(one.follows is None for one in fresh)
    return verdict(Outcome.UNDECIDED if open_ else Outcome.CORRECT, *told)


def _followed(fresh: list[LineResult]) -> Iterator[Evidence]:
    sure = set(proved(fresh))
    for number in dict.fromkeys(one.number for one in fresh):
        here = [one for one in fresh if one.number == number]
        if any(one.follows is None for one in here):
            yield Evidence("sampled", undecided(here), {"step": number})
        elif number in sure:
            yield Evidence("proved", "step-proved", {"step": number})
        else:
            yield Evidence("sampled", "step-sampled", {"step": number})
