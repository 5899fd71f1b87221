"""A verdict in words."""

from __future__ import annotations

from msgspec import Struct

from interview_drill.feedback.messages import known, phrase
from interview_drill.question import Question, in_language
from interview_drill.verdict import Evidence, Outcome, Verdict

OF_FORM = ("wrong-type", "not-whole", "out-of-range", "wrong-shape", "no-single-number", "forbidden-warning")
OF_CONDUCT = ("changed-input", "overwrote-answer", "not-repeatable", "died", "timed-out", "garbled")
STOPPED = ("raised", "raised-in-call", "raised-at-load", "died-at-load", "timed-out-at-load", "garbled-at-load")
ELSEWHERE = frozenset((*OF_FORM, *OF_CONDUCT, *STOPPED, "unstable", "unstable-raised", "milestone-hint"))
"""What says itself where to look. The first hint begins with the idea of the whole, which such an answer has."""


class Feedback(Struct, frozen=True):
    """What the learner reads: the outcome, then what was found, then (after a miss) where to look next.

    `$...$` in the lines is LaTeX; everything else is plain text, never markup.
    """

    headline: str
    lines: tuple[str, ...]
    hint: str | None = None


def speak(verdict: Verdict, question: Question | None, language: str) -> Feedback:
    """The feedback for a verdict; `question` is None where two free formulas were compared.

    The misconception's note comes first, because it names the right idea; then the evidence, the decisive fact first.
    """
    lines = []
    note = _note(verdict, question, language)
    if note:
        lines.append(note)
    for evidence in verdict.evidence:
        if known(evidence.message):
            lines.append(phrase(evidence.message, language, **evidence.facts))
    return Feedback(phrase(f"outcome-{verdict.outcome}", language), tuple(lines), _hint(verdict, question, language))


def _note(verdict: Verdict, question: Question | None, language: str) -> str | None:
    if question is None or verdict.misconception is None:
        return None
    notes = (m.note for m in question.misconceptions if m.name == verdict.misconception)
    note = next(notes, None)
    return in_language(note, language).strip() if note else None


def _on_few(evidence: Evidence) -> bool:
    """Whether at most half of a program's vectors fail: the evidence names them."""
    return evidence.message in ("fails-only", "fails-among") and 2 * evidence.facts["failed"] <= evidence.facts["total"]


def _hint(verdict: Verdict, question: Question | None, language: str) -> str | None:
    """The first hint, where an answer was wrong, and neither a note nor the evidence has told more already."""
    missed = verdict.outcome in (Outcome.INCORRECT, Outcome.PARTIAL) and not verdict.unwritten
    if not missed or question is None or verdict.misconception or not question.hints:
        return None
    if any(evidence.message in ELSEWHERE or _on_few(evidence) for evidence in verdict.evidence):
        return None
    return in_language(question.hints[0], language).strip()
