"""What an audit has proved, counted: questions by kind, checks by what they check, wrong programs killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from interview_drill.bank.audit import FIGURE, Row
from interview_drill.cli import screen
from interview_drill.cli.language import words
from interview_drill.feedback.messages import known
from interview_drill.kinds import KINDS, Settings
from interview_drill.question import Question


def tell(rows: Sequence[Row], questions: Sequence[Question], settings: Settings, table: bool) -> None:
    """The kill table of the code questions, the counts, and whether all holds. `table` tells each vector's victims."""
    codes = [question for question in questions if question.kind == "code"]
    if codes:
        _killed(codes, rows)
    for question in codes if table else ():
        _fates(question, settings.seed)
    _counts(rows, questions)
    faults = sum(not row.ok for row in rows)
    if faults:
        screen.say("audit-failed", faults=faults, checks=len(rows))
    else:
        screen.say("audit-passed", questions=len(questions), checks=len(rows))


def _counts(rows: Sequence[Row], questions: Sequence[Question]) -> None:
    kinds = Counter(question.kind for question in questions)
    checks = Counter(row.check.partition(".")[0] for row in rows)
    figures = sum(row.check.startswith(FIGURE) for row in rows)
    said = [words("audit-kind", count=kinds[kind], kind=words(f"kind-{kind}")) for kind in KINDS if kinds[kind]]
    screen.blank()
    screen.say("audit-kinds", kinds=said)
    named = [words("audit-kind", count=count, kind=_named(check)) for check, count in checks.most_common()]
    screen.say("audit-checks", checks=named)
    screen.say("audit-figures", count=figures)


def _named(check: str) -> str:
    """What is checked, in words; a check of a kind that these do not know goes by its key in the file."""
    return words(f"checked-{check}") if known(f"checked-{check}") else check


def _killed(questions: Iterable[Question], rows: Sequence[Row]) -> None:
    """A line a question: its wrong programs, how many are named and how many die, and what its right ones passed."""
    from interview_drill.kinds.code import SEEDS, right_programs  # a bank without programs does not pay for it

    told = []
    for question in questions:
        wrong = [row for row in rows if row.question == question.id and row.check.startswith(("mutants.", "misc"))]
        right = f"{len(right_programs(question.task))} × {SEEDS}"
        dead = sum(row.ok for row in wrong)
        told.append((question.id, str(len(wrong)), str(len(question.misconceptions)), str(dead), right))
    columns = [words(f"kill-{name}") for name in ("question", "wrong", "named", "killed", "right")]
    screen.blank()
    screen.table(columns, told, numeric=(1, 2, 3))


def _fates(question: Question, seed: int) -> None:
    """A line a wrong program: the finding that decides, and the recipes whose vectors it fails."""
    from interview_drill.kinds.code_fates import fates  # costs NumPy, and runs every program again

    told = [
        (
            fate.name,
            fate.finding or words("kill-alive"),
            ", ".join(f"{recipe} {n}" for recipe, n in fate.killers.items()),
        )
        for fate in fates(question, seed)
    ]
    screen.blank()
    screen.table([question.id, words("kill-finding"), words("kill-vectors")], told)
