"""Which recipe kills which wrong program: `python -m tests.kinds.kill_table [QUESTION]...` prints it as Markdown.

Without questions a line for each question of the bank; with questions a table of each, a line a wrong program;
with `readme` the README's table, which needs no run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

from interview_drill.bank import open_bank
from interview_drill.grader.examining import examine
from interview_drill.grader.report import Report
from interview_drill.kinds.code import SEEDS, right_programs, wrong_programs
from interview_drill.kinds.code_fates import Fate, fate
from interview_drill.question import Question

SEED = 20240416


def code_questions() -> list[Question]:
    bank = open_bank()
    return [bank.question(entry.id) for entry in bank.index() if entry.kind == "code"]


@cache
def reports(question_id: str, seed: int = SEED) -> dict[str, Report]:
    """How every wrong program of a question fares."""
    question = open_bank().question(question_id)
    task = question.task.examination
    return {name: examine(task, program, seed) for name, program in wrong_programs(question).items()}


def fates(question: Question, seed: int = SEED) -> list[Fate]:
    return [fate(name, report) for name, report in reports(question.id, seed).items()]


def table(question: Question) -> Iterator[str]:
    """One question: a row a wrong program, with the finding that decides and the vectors it fails, recipe by recipe."""
    yield f"| {question.id} | finding | vectors that it fails |"
    yield "|---|---|---|"
    for each in fates(question):
        killers = ", ".join(f"{recipe} {count}" for recipe, count in each.killers.items())
        yield f"| {each.name} | {each.finding or 'ALIVE'} | {killers} |"


def summary(questions: list[Question]) -> Iterator[str]:
    """The bank: how many wrong programs each question has, how many die, and the one that the fewest vectors kill."""
    yield "| question | right programs | wrong programs | killed | hardest to kill |"
    yield "|---|---|---|---|---|"
    for question in questions:
        found = fates(question)
        hardest = min(found, key=lambda fate: sum(fate.killers.values()))
        killers = f"{hardest.name} ({sum(hardest.killers.values())}: {', '.join(hardest.killers)})"
        counts = f"{len(right_programs(question.task))} | {len(found)} | {sum(fate.dead for fate in found)}"
        yield f"| {question.id} | {counts} | {killers} |"


def readme(questions: list[Question]) -> Iterator[str]:
    """What the README says of the bank, without a run: `drill bank check` fails where a wrong program lives."""
    yield "| code question | wrong programs | of these named | killed | right programs × seeds |"
    yield "|---|---|---|---|---|"
    for question in questions:
        wrong, named = len(wrong_programs(question)), len(question.misconceptions)
        yield f"| `{question.id}` | {wrong} | {named} | all | {len(right_programs(question.task))} × {SEEDS} |"


if __name__ == "__main__":
    asked = [question for question in code_questions() if question.id in sys.argv[1:]]
    bank_wide = readme if "readme" in sys.argv[1:] else summary
    print("\n".join([line for question in asked for line in table(question)] or bank_wide(code_questions())))
