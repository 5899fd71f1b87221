"""Derivation: steps, one a line, each judged against the declared definitions; then what was shown on the way.

    lines -> true or false by numbers -> milestones -> goal -> Verdict

This file holds what a question declares and promises; derivation_verdicts.py holds what becomes of an answer,
derivation_steps.py of one that is still being written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from interview_drill.formula.scope import Declaration
from interview_drill.kinds import Settings
from interview_drill.kinds.revealed import Revealed, in_every_language
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.kinds.stepping import Step
from interview_drill.question import Answer, Question, Text
from interview_drill.verdict import Outcome, Verdict

if TYPE_CHECKING:
    from interview_drill.formula.layout.style import Style


class Milestone(Struct, frozen=True):
    """A result that must be shown on the way, or lie within the leap.

    `forms` are chains of `=` (LaTeX), any of which states it. A line states a form where each side of the form is a
    side of the line's chain, up to order, spelling and the letters of indices; with `by_value`, where one side of the
    chain is the form's first, and another has the value of its last and takes no derivative, mean or maximum that is
    not in the form, nor a name of `without`. `text` names the milestone to the learner, `hint` leads to it.
    """

    forms: tuple[str, ...]
    text: Text
    hint: Text | None = None
    by_value: bool = True
    without: tuple[str, ...] = ()


class Route(Struct, frozen=True):
    """An accepted derivation and the milestones it passes, in order. `answer` has a step a line."""

    milestones: tuple[str, ...]
    answer: str


class Density(Struct, frozen=True):
    """A normal density that expectations are taken over: of the declared scalar `variable`, with a mean and a variance.

    `names` are further letters that may be lowered at the E (the variable, a standardised one).
    """

    variable: str
    mean: str
    variance: str
    names: tuple[str, ...] = ()


class Numerator(Struct, frozen=True):
    """A letter that means the declared symbol `means` above the line of a derivative: dL/dx, where L is a number."""

    letter: str
    means: str


class Constant(Struct, frozen=True):
    """The declared scalar `name` (spelled c, const) stands for any term without the symbol `without`."""

    name: str
    without: str


class Assumption(Struct, frozen=True):
    """Something that the question does not grant, but that a line may silently use: such a line does not follow.

    `symbols` are declarations in place of the question's, `conditions` comparisons that hold under it; `text` says
    what is assumed.
    """

    text: Text
    symbols: Mapping[str, Declaration] = {}
    conditions: tuple[str, ...] = ()


class Goal(Struct, frozen=True):
    """What is to be derived: `forms` are equations, any of which counts as this goal; all goals must be stated."""

    forms: tuple[str, ...]
    text: Text | None = None


class Wrong(Struct, frozen=True):
    """A wrong derivation and its first bad line, from 1 (None where no single line is to blame: a circle)."""

    answer: str
    line: int | None = None


class Task(Struct, frozen=True, eq=False):
    """What a derivation may use, must pass and must reach.

    `symbols` are declared as in a formula question; a `value` symbol is a definition that may be used without proof.
    `leap` is how many milestones of a route in a row one step may skip. A derivation is accepted where, for some
    route, no more are missing. `accepted` are further right derivations, `incomplete` partial ones, `incorrect` wrong
    ones without a note; the misconceptions are the slips, each a wrong derivation or one wrong line. `premises` are
    equations that may be stated though they do not hold everywhere (a choice of a constant). `distributions` are by
    name; a plain E is over the first. `numerators` are letters that mean another symbol above the line of a
    derivative. `assumptions` are by name; a line that needs one is told which. `internal` are symbols that only the
    file uses, and sizes of which the stem never speaks: a learner may give their names to something else.
    """

    symbols: Mapping[str, Declaration]
    goals: tuple[Goal, ...]
    milestones: Mapping[str, Milestone]
    routes: tuple[Route, ...]
    leap: int = 1
    conditions: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    distributions: Mapping[str, Density] = {}
    numerators: tuple[Numerator, ...] = ()
    constant: Constant | None = None
    internal: tuple[str, ...] = ()
    assumptions: Mapping[str, Assumption] = {}
    accepted: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    incorrect: tuple[Wrong, ...] = ()
    unreadable: tuple[str, ...] = ()


def warm() -> None:
    """Import the engine."""
    from interview_drill.kinds import derivation_steps  # the engine costs NumPy: only an answer pays for it

    assert derivation_steps


def waited() -> float:
    """Seconds spent so far on the start of the prover's process."""
    from interview_drill.formula import proof

    return proof.waited()


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Right where every line is true, no leap is too wide and all goals are stated."""
    from interview_drill.kinds.derivation_verdicts import decide

    return decide(question, answer)


def step(question: Question, before: tuple[str, ...], text: str) -> Step:
    """What becomes of lines entered behind those that stand; see derivation_steps.py."""
    from interview_drill.kinds import derivation_steps

    return derivation_steps.step(question, before, text)


def preview(question: Question, text: str, style: Style, before: tuple[str, ...] = ()) -> list[str]:
    """Lines under way, behind those that stand, as the grader reads them; see previewing.py. Raises AnswerError."""
    from interview_drill.kinds import previewing

    return previewing.derivation(question.task, before, text, style)


def ended(question: Question, lines: tuple[str, ...]) -> Verdict:
    """The verdict on lines that were entered one by one, as the whole answer."""
    from interview_drill.kinds import derivation_steps

    return derivation_steps.ended(question, lines)


def towards(question: Question, lines: tuple[str, ...]) -> tuple[str, Text] | None:
    """The next milestone from where some lines have come: its name, and what leads to it."""
    from interview_drill.kinds import derivation_steps

    return derivation_steps.towards(question, lines)


def specimens(question: Question) -> Iterator[Specimen]:
    """The routes and all further derivations whose outcome the author knows; the slips by name."""
    task: Task = question.task
    for place, route in enumerate(task.routes):
        yield Specimen(f"routes.{place}.answer", Answer(route.answer), Outcome.CORRECT)
    for name, texts, outcome in (
        ("accepted", task.accepted, Outcome.CORRECT),
        ("incomplete", task.incomplete, Outcome.PARTIAL),
        ("unreadable", task.unreadable, Outcome.UNREADABLE),
    ):
        for place, text in enumerate(texts):
            yield Specimen(f"{name}.{place}", Answer(text), outcome)
    for place, wrong in enumerate(task.incorrect):
        yield Specimen(f"incorrect.{place}.answer", Answer(wrong.answer), Outcome.INCORRECT)
    for place, slip in enumerate(question.misconceptions):
        yield Specimen(f"misconceptions.{place}.answer", Answer(slip.answer), Outcome.INCORRECT, slip.name)


def faults(question: Question) -> Iterator[Mistake]:
    """A route that passes a milestone nobody declared, or so few that the goal alone would do; a strange name."""
    task: Task = question.task
    for place, name in enumerate(task.internal):
        if name not in task.symbols:
            yield Mistake(f"internal.{place}", "fault-no-such-symbol", {"name": name})
    for place, route in enumerate(task.routes):
        for name in route.milestones:
            if name not in task.milestones:
                yield Mistake(f"routes.{place}.milestones", "fault-no-such-milestone", {"name": name})
        if len(route.milestones) <= task.leap:
            yield Mistake(f"routes.{place}.milestones", "fault-leap-too-wide", {"leap": task.leap})


def given(task: Task) -> Mapping[str, Declaration]:
    """The symbols that a learner is told of: a size, too, where one of these is an array of that size."""
    told = {name: one for name, one in task.symbols.items() if name not in task.internal}
    sizes = {size for one in told.values() if one.type == "array" for size in one.shape}
    return {name: one for name, one in task.symbols.items() if name in told or name in sizes}


def revealed(question: Question) -> tuple[Revealed, ...]:
    """The first route, a step a line."""
    return (Revealed("show-key", in_every_language(question.task.routes[0].answer), "formula"),)
