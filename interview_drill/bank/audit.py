"""The audit: every question proved by what its author claims of it.

Static checks first (they need no engine), then every specimen judged as a learner's answer would be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from interview_drill import kinds
from interview_drill.bank.catalog import Bank
from interview_drill.bank.chains import chains
from interview_drill.bank.figures import quoted, recomputed
from interview_drill.bank.orders import orders, sets
from interview_drill.bank.plots import undrawn
from interview_drill.bank.reading import read_question
from interview_drill.bank.statics import statics
from interview_drill.bank.translations import translations
from interview_drill.errors import Fault
from interview_drill.kinds import Settings
from interview_drill.kinds.processes import processes
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.question import Question

Files = Collection[Path]

CHEAP = ("choice", "concept", "cloze", "ordering")
"""Kinds judged without an engine: not worth another process."""

FIGURE = "figures."
"""What the check of a figure is called by, before its numeral."""


class Row(Struct, frozen=True):
    """One check: its place, the question it is about (None for a file that is none), and whether it holds.

    `message` and `facts` say what is wrong; with `ok` they are an advice, and None where there is nothing to say.
    """

    file: str
    line: int
    column: int
    question: str | None
    check: str
    ok: bool
    message: str | None = None
    facts: Mapping[str, object] = {}


def audit(
    bank: Bank, ids: Iterable[str] | None = None, settings: Settings | None = None, jobs: int = 1, files: Files = ()
) -> Iterator[Row]:
    """A row for every check of the questions named, in teaching order; all of the bank's where `ids` is None.

    Faults of reading and of lists (orders, sets) come first: those of the questions named and of these files.
    Nothing is raised over what the bank holds.
    """
    settings = settings or Settings(seed=0)
    wanted = set(bank.catalogue.files) if ids is None else set(ids)
    there = {str(file) for file in files}
    for fault in (*bank.catalogue.faults, *orders(bank), *sets(bank)):
        if ids is None or fault.question in wanted or fault.file in there:
            yield row_of(fault)
    found = [entry.id for entry in bank.catalogue.entries if entry.id in wanted]
    yield from (row for id in found for row in _static(bank, id))
    yield from _judged([bank.question(id) for id in found], settings, jobs)


def row_of(fault: Fault) -> Row:
    """A fault as a row that does not hold."""
    return Row(fault.file, fault.line, fault.column, fault.question, fault.check, False, fault.message, fault.facts)


def _static(bank: Bank, id: str) -> Iterator[Row]:
    """The checks of one question that need no engine; one that found nothing is a row that holds."""
    file = bank.catalogue.files[id]
    question = bank.question(id)
    source, strict = read_question(file, question.topic).source, bank.is_shipped(id)
    for check, found in (
        ("translations", translations(source, bank.catalogue.languages[file])),
        ("statics", statics(question, strict)),
        ("chains", chains(question, bank.catalogue)),
        ("numerals", quoted(question, source, strict)),
        ("kind", kinds.kind(question.kind).faults(question)),
    ):
        mistakes = [Mistake(*one) for one in found]
        rows = [_row(question, check, mistake) for mistake in mistakes]
        yield from rows or [_row(question, check, None)]


def _judged(questions: list[Question], settings: Settings, jobs: int) -> Iterator[Row]:
    """Every specimen of every question, on several cores where an engine is needed."""
    work = partial(judged, settings=settings)
    dear = [question for question in questions if question.kind not in CHEAP or question.figures or question.plot]
    if jobs == 1 or len(dear) < 2:
        yield from (row for question in questions for row in work(question))
        return
    with processes(jobs) as pool:
        waiting = {question.id: pool.submit(work, question) for question in dear}
        for question in questions:
            yield from waiting[question.id].result() if question.id in waiting else work(question)


def judged(question: Question, settings: Settings) -> list[Row]:
    """A row for every specimen, every figure and the plot of one question."""
    try:
        rows = [_specimen(question, specimen, settings) for specimen in kinds.kind(question.kind).specimens(question)]
        rows += [_row(question, FIGURE + name, recomputed(question, name)) for name in question.figures]
        return rows + ([_row(question, "plot", undrawn(question.plot))] if question.plot else [])
    except Exception as error:  # an author's data may break an engine in ways nobody thought of: that is a fault too
        return [
            _row(
                question, "specimens", Mistake("", "fault-audit-broke", {"reason": f"{type(error).__name__}: {error}"})
            )
        ]


def _specimen(question: Question, specimen: Specimen, settings: Settings) -> Row:
    """The first seed on which the specimen comes out otherwise; a row that holds where there is none."""
    runs = (replace(settings, seed=settings.seed + further) for further in range(specimen.seeds))
    mistakes = (_otherwise(question, specimen, run) for run in runs)
    return _row(question, specimen.field, next(filter(None, mistakes), None))


def _otherwise(question: Question, specimen: Specimen, settings: Settings) -> Mistake | None:
    """What is wrong with the verdict on a specimen; None where it is as its author knows."""
    found = kinds.judge(question, specimen.answer, settings)
    facts = {
        "seed": settings.seed,
        "wanted": specimen.outcome.value,
        "got": found.outcome.value,
        "evidence": next(iter(found.evidence), "-"),
        "answer": _short(specimen.answer.text),
    }
    if found.outcome is not specimen.outcome:
        message = "fault-outcome-seed" if specimen.seeds > 1 else "fault-outcome"
        return Mistake(specimen.field, message, facts)
    if specimen.misconception and found.misconception != specimen.misconception:
        names = {**facts, "wanted": specimen.misconception, "got": found.misconception or "-"}
        return Mistake(specimen.field, "fault-misconception", names)
    return None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."


def _row(question: Question, check: str, mistake: Mistake | None) -> Row:
    """A row about a question; a message that begins with `advice-` does not fail."""
    place = question.place
    path = mistake.field if mistake else check
    while path and path not in place.marks:
        path = path.rpartition(".")[0]
    at = mistake.at if mistake and mistake.at else place.marks.get(path, (1, 1))
    held = Row(place.file, *at, question.id, check, True)
    if mistake is None:
        return held
    ok = mistake.message.startswith("advice-")
    return replace(held, ok=ok, message=mistake.message, facts=dict(mistake.facts))
