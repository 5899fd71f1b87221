"""From what was typed to a verdict; the engine's libraries are fetched while the learner still reads."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from interview_drill import kinds
from interview_drill.cli import screen
from interview_drill.kinds import Settings
from interview_drill.practice.labels import as_ids
from interview_drill.practice.visit import Visit
from interview_drill.question import Answer
from interview_drill.verdict import Verdict


def judged(visit: Visit, text: str, settings: Settings) -> tuple[Answer, Verdict]:
    """The answer (numbers of options or steps replaced by their ids) and what became of it."""
    answer = Answer(as_ids(text, visit.order) if visit.order else text)
    with screen.busy("judging"):
        return answer, kinds.judge(visit.question, answer, settings)


def warm(kind: str) -> None:
    """Import what this kind's engine needs, beside the prompt."""
    Thread(target=_warm, args=(kind,), daemon=True).start()


def _warm(kind: str) -> None:
    """Whatever goes wrong here goes wrong again when an answer is judged, and is told then."""
    with suppress(Exception):
        kinds.ahead(kinds.kind(kind))
