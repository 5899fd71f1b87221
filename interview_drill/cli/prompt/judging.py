"""From what was typed to a verdict; the engine's libraries are fetched while the learner still reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Thread

from msgspec.structs import replace

from interview_drill import kinds
from interview_drill.cli import screen
from interview_drill.cli.language import language
from interview_drill.kinds import Settings
from interview_drill.kinds.stepping import Step
from interview_drill.practice.labels import as_ids, numbered
from interview_drill.practice.visit import Stage, Visit
from interview_drill.question import Answer, Question, Text
from interview_drill.verdict import Evidence, Outcome, Verdict


class Stopped(Exception):
    """The learner pressed Ctrl-C while an answer was judged."""


@contextmanager
def _checking(kind: str) -> Iterator[None]:
    """Says that something is judged. Raises Stopped on Ctrl-C, with the engines as new for the next answer."""
    try:
        with screen.busy("judging"):
            yield
    except KeyboardInterrupt as interrupt:
        kinds.break_off()
        warm(kind)
        raise Stopped from interrupt


def judged(visit: Visit, text: str, settings: Settings) -> tuple[Answer, Verdict]:
    """The answer (numbers of options or steps replaced by their ids) and what became of it."""
    answer = Answer(as_ids(text, visit.order, _said(visit.question)) if visit.order else text)
    with _checking(visit.question.kind):
        verdict = kinds.judge(visit.question, answer, settings)
    refused = visit.order and verdict.outcome is Outcome.UNREADABLE
    return answer, _by_number(_for_a_person(verdict, visit, text), visit.order) if refused else verdict


def _said(question: Question) -> dict[str, tuple[str, ...]]:
    """What a choice's options say, as written and as they stand on the screen; the steps of an order are no answer."""
    if question.kind != "choice":
        return {}
    draw = screen.page().on_one_line
    offered = kinds.kind(question.kind).offered(question)
    return {id: tuple(form for one in text.values() for form in (one, draw(one))) for id, text in offered}


def _for_a_person(verdict: Verdict, visit: Visit, text: str) -> Verdict:
    """Ids are for scripts: where an option was not understood, its number is asked for, and the answer quoted whole."""
    first = verdict.evidence[0]
    if visit.question.kind != "choice" or first.message not in ("id-unknown", "id-unknown-near"):
        return verdict
    facts = {"said": " ".join(text.split()), "example": str(len(visit.order))}
    return replace(verdict, evidence=(Evidence(first.method, "option-unknown", facts),))


def _by_number(verdict: Verdict, order: Sequence[str]) -> Verdict:
    """What is said of options or steps names them as they are shown; a place in their ids would point at nothing."""
    shown = {id: number for number, id in numbered(order)}

    def told(fact: object) -> object:
        if isinstance(fact, Sequence) and not isinstance(fact, str):
            return sorted((shown.get(one, one) for one in fact), key=lambda one: (len(one), one))
        return shown.get(fact, fact) if isinstance(fact, str) else fact

    evidence = [
        replace(one, facts={**{name: told(fact) for name, fact in one.facts.items()}, "at": None, "end": None})
        for one in verdict.evidence
    ]
    return replace(verdict, evidence=tuple(evidence))


def by_line(visit: Visit) -> bool:
    """Whether an answer of this kind can be judged line by line, and one is awaited."""
    awaited = visit.stage is Stage.ANSWER and not visit.self_assessed
    return awaited and hasattr(kinds.kind(visit.question.kind), "step")


def stepped(visit: Visit, text: str) -> Step:
    """What becomes of lines entered behind those that stand."""
    with _checking(visit.question.kind):
        return kinds.kind(visit.question.kind).step(visit.question, visit.lines, text)


def ended(visit: Visit) -> tuple[Answer, Verdict]:
    """The lines that stand, handed in as the answer, and what becomes of it."""
    return Answer("\n".join(visit.lines)), kinds.kind(visit.question.kind).ended(visit.question, visit.lines)


def towards(visit: Visit, begun: str) -> tuple[str, Text] | None:
    """What leads on from the lines that stand, those of `begun` with them; None where the kind cannot tell."""
    if not by_line(visit):
        return None
    kind = kinds.kind(visit.question.kind)
    lines = kind.step(visit.question, visit.lines, begun).stands if begun.strip() else visit.lines
    return kind.towards(visit.question, lines)


def starter(visit: Visit) -> str:
    """What an empty answer begins with in an editor: a program has its signature; other kinds nothing."""
    made = getattr(kinds.kind(visit.question.kind), "starter", None)
    return made(visit.question, language()) if made else ""


_warmed: set[str] = set()


def warm(kind: str) -> None:
    """Import what this kind's engine needs, beside the prompt."""
    Thread(target=_warm, args=(kind,), daemon=True).start()


def ready(kind: str) -> bool:
    """Whether this kind's engine is there."""
    return kind in _warmed


def _warm(kind: str) -> None:
    """Whatever goes wrong here goes wrong again when an answer is judged, and is told then."""
    with suppress(Exception):
        kinds.warm(kinds.kind(kind))
        _warmed.add(kind)
        kinds.ahead(kinds.kind(kind))
