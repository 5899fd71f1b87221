"""`drill practice --interview`: the session asks along the follow-up trees, and ends with a report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from interview_drill.bank import Bank, Entry
from interview_drill.cli import screen
from interview_drill.cli.exit_codes import INTERRUPTED
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import language, words
from interview_drill.cli.prompt.asking import Reader
from interview_drill.cli.prompt.interviewing import Interviewing
from interview_drill.cli.targets import ending, free, writable, writing
from interview_drill.errors import UsageError
from interview_drill.export import interview_report
from interview_drill.kinds import Settings
from interview_drill.practice.clock import Clock
from interview_drill.practice.interview import Interview
from interview_drill.practice.interview_trees import Trees, grown
from interview_drill.practice.queue import Queue
from interview_drill.practice.report import as_json, report
from interview_drill.practice.selection import Wish
from interview_drill.practice.state import Session
from interview_drill.question import Question, in_language

MINUTES = 30
SUFFIXES = (".md", ".json")

Wanted = Annotated[bool, typer.Option("--interview", help=words("option-interview"))]
Minutes = Annotated[int | None, typer.Option("--minutes", help=words("option-minutes"), min=1, max=600)]
Target = Annotated[Path | None, typer.Option("--report", help=words("option-interview-report"))]


class Plan(Struct, frozen=True):
    """What was asked for: how many minutes, and the file for the report (None: only the screen)."""

    minutes: int
    target: Path | None


def plan(
    wanted: bool, minutes: int | None, target: Path | None, force: bool, others: Mapping[str, object]
) -> Plan | None:
    """The plan of an interview; None where an ordinary session is wanted.

    Raises UsageError where options do not go together, or the report could not be written; `others` are options that
    choose questions, by name.
    """
    mine = (("--minutes", minutes), ("--report", target), ("--force", force))
    if not wanted:
        alone = [name for name, value in mine if value not in (None, False)]
        if alone:
            raise UsageError("interview-needed", names=alone)
        return None
    unfitting = [name for name, value in others.items() if value not in (None, False)]
    if unfitting:
        raise UsageError("interview-alone", names=unfitting)
    if target is not None:
        _allow(target, force)
    return Plan(MINUTES if minutes is None else minutes, target)


def _allow(target: Path, force: bool) -> None:
    """Raises UsageError for a report that will not be written, before the interview that it is to tell of."""
    ending(target, SUFFIXES, "interview-report-suffix")
    if not target.parent.is_dir():
        raise UsageError("interview-report-folder", folder=str(target.parent))
    writable(target)
    free(target, force, "--report")


def trees(pool: Sequence[Entry], wish: Wish, seed: int) -> Trees:
    """The trees of what was named. Raises UsageError where no question is there to open with."""
    found = grown(pool, () if wish.narrowed else wish.named, seed)
    if not found.mains:
        raise UsageError("interview-no-main")
    return found


def hold(plan: Plan, trees: Trees, bank: Bank, keeping: Keeping, reader: Reader, now: Clock, settings: Settings) -> int:
    """Hold the interview and tell its report.

    The exit code: at a terminal 0, on a pipe what the answers come to, 130 after an interrupt.
    """
    began = now()
    ends = began + timedelta(minutes=plan.minutes)
    session = Session(Queue(()), settings.seed, ends=ends)
    screen.prose(words("interview-opening", minutes=plan.minutes))
    if reader.interactive:
        screen.prose(words("session-commands"))
    held = Interviewing(Interview(trees, ends), session, bank, keeping, reader, now, settings)
    broken_off = False
    try:
        held.hold()
    except KeyboardInterrupt:
        screen.interrupted()
        broken_off = True
    except SystemExit:  # what was answered until then is not lost with the rest
        if plan.target and held.session.closed:
            with suppress(OSError):  # there may be no terminal any more to tell it on
                _write(plan.target, *_found(held, plan, now() - began))
        raise
    found, questions = _found(held, plan, now() - began)
    _tell(found, questions)
    if plan.target:
        _write(plan.target, found, questions)
    elif found["questions"]:
        _tell_keys(found)
    if broken_off:
        return INTERRUPTED
    if not reader.interactive and not reader.seen:
        raise UsageError("nothing-answered")
    return 0 if reader.interactive else held.tally.code


def _found(held: Interviewing, plan: Plan, spent: timedelta) -> tuple[dict[str, object], dict[str, Question]]:
    """The report as plain values, and the questions that it is about by their ids."""
    made = report(held.session, held.interview, plan.minutes, spent.total_seconds(), held.seconds)
    asked = (*(line.question for line in made.lines), *made.skipped)
    return as_json(made), {question.id: question for question in asked}


def _tell(found: Mapping[str, Any], questions: Mapping[str, Question]) -> None:
    """The report in brief: a line a question, what to revise, what to type next."""
    screen.blank()
    screen.heading(words("export-report"))
    screen.prose(interview_report.summary(found, language()))
    if found["questions"]:
        screen.blank()
        columns = [words(f"interview-column-{name}") for name in ("number", "question", "verdict", "time")]
        screen.table(columns, [_row(*each, questions) for each in enumerate(found["questions"], 1)], numeric=(0, 3))
        screen.blank()
    if found["skipped"]:
        screen.prose(words("interview-skipped", questions=[f"`{id}`" for id in found["skipped"]]))
    if found["revise"]:
        screen.prose(words("interview-revise", questions=[f"`{id}`" for id in found["revise"]]))
    screen.prose(words("interview-next", command=found["next"]))


def _tell_keys(found: Mapping[str, Any]) -> None:
    """Where the keys are that were held back: the screen has room for none."""
    asked = [*found["revise"], *(line["question"] for line in found["questions"])]
    screen.prose(words("interview-keys", question=asked[0]))


def _row(number: int, line: Mapping[str, Any], questions: Mapping[str, Question]) -> tuple[str, str, str, str]:
    title = in_language(questions[line["question"]].title, language())
    verdict = interview_report.outcome(line, language())
    return str(number), title, verdict, interview_report.clock(line["seconds"])


def _write(target: Path, found: Mapping[str, Any], questions: Mapping[str, Question]) -> None:
    if target.suffix.lower() == ".json":
        text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    else:
        text = interview_report.document(found, questions, language())
    with writing(target):
        target.write_text(text, encoding="utf-8", errors="replace")
    screen.prose(words("interview-report-written", file=f"`{target}`"))
