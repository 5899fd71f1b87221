"""A verdict on the screen: the outcome, why, what was read, and on which evidence."""

from __future__ import annotations

from msgspec.structs import replace

from interview_drill.cli import screen
from interview_drill.cli.drawing import plotting
from interview_drill.cli.evidence import place, told
from interview_drill.cli.language import language, words
from interview_drill.cli.prompt.asking import MENDED
from interview_drill.feedback import Feedback, speak
from interview_drill.practice.effects import ShowStep, ShowVerdict
from interview_drill.practice.visit import unreadable
from interview_drill.verdict import Evidence, Outcome

INDENT = 2
AGAIN = {"ordering": "order-again"}
"""Kinds that are answered afresh in another way than by a choice."""


def verdict(effect: ShowVerdict, mending: bool, plotted: bool = True, hinting: bool = True) -> None:
    """Draw one verdict. Hints are for asking, so none is given away; `plotted` may show the key's curve.

    Where the answer can be mended, `hinting` tells how to ask for a hint, if one is left.
    """
    given = effect.given
    spoken = replace(speak(given.verdict, effect.visit.question, language()), hint=None)
    screen.feedback(spoken, given.verdict.outcome)
    if unreadable(given):
        screen.place(given.answer.text, place(given.verdict.evidence))
    tall = _parsed(given.verdict.evidence)
    if plotted:
        plotting.beside(effect.visit.question, given.answer, given.verdict)
    if tall:
        screen.blank()
    _method(given.verdict.evidence, given.verdict.outcome)
    if mending and not unreadable(given):
        screen.prose(words(_mending(effect, hinting)), INDENT)


def _mending(effect: ShowVerdict, hinting: bool) -> str:
    visit = effect.visit
    message = "mend" if visit.question.kind in MENDED else AGAIN.get(visit.question.kind, "choose-again")
    if visit.lines and not effect.given.under_way:
        message = "go-on"
    return f"{message}-hint" if hinting and visit.hints < len(visit.question.hints) else message


def followed(effect: ShowStep) -> None:
    """Lines that follow, in brief: the first sentence for a headline."""
    spoken = speak(effect.verdict, effect.visit.question, language())
    screen.feedback(Feedback(spoken.lines[0], spoken.lines[1:]), effect.verdict.outcome)


def _parsed(evidence: tuple[Evidence, ...]) -> bool:
    """What the engine understood, as it would be printed; whether that is taller than a line."""
    for found in evidence:
        if "parsed_latex" in found.facts or "parsed" in found.facts:
            screen.prose(words("read-as"), INDENT)
            if found.facts.get("parsed_latex"):
                return screen.mathematics(str(found.facts["parsed_latex"]))
            screen.lines(str(found.facts["parsed"]).splitlines())
            break
    return False


def _method(evidence: tuple[Evidence, ...], outcome: Outcome) -> None:
    """On which evidence; that an option matched the key goes without saying."""
    if evidence and evidence[0].method != "match" and outcome is not Outcome.UNREADABLE:
        screen.prose(words("evidence", method=words(f"method-{evidence[0].method}")), INDENT)


def why(effect: ShowVerdict | ShowStep | None, seed: int) -> None:
    """All evidence of the latest verdict, fact by fact, and what repeats it."""
    if effect is None:
        screen.prose(words("why-nothing"), INDENT)
        return
    if unreadable(effect.given):
        _why_unreadable(effect)
        return
    screen.facts([*told(effect.given.verdict.evidence), (words("why-seed"), str(seed))], verbatim=True)


def _why_unreadable(effect: ShowVerdict | ShowStep) -> None:
    """Nothing was judged, so there is no evidence: once more what could not be read, and where."""
    screen.prose(words("why-unreadable"), INDENT)
    for said in speak(effect.given.verdict, effect.visit.question, language()).lines:
        screen.prose(said, INDENT)
    screen.place(effect.given.answer.text, place(effect.given.verdict.evidence))
