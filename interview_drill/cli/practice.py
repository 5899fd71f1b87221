"""`drill practice [TOPIC|QUESTION]...`: a session at the terminal, or one that reads its answers from a pipe."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import Annotated

import typer
from msgspec.structs import replace

from interview_drill.bank import open_bank
from interview_drill.cli import ignore_hangups, interview, options, screen
from interview_drill.cli.drawing import look
from interview_drill.cli.exit_codes import INTERRUPTED
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import words
from interview_drill.cli.pool import Filters, wished
from interview_drill.cli.prompt import tally
from interview_drill.cli.prompt.asking import Reader
from interview_drill.cli.prompt.conversation import Conversation
from interview_drill.cli.prompt.lines import piped
from interview_drill.cli.prompt.welcome import ask_language
from interview_drill.cli.prompt.wishes import horizon, nothing, one_of
from interview_drill.cli.sets import members
from interview_drill.cli.settings import settings_of
from interview_drill.errors import UsageError
from interview_drill.memory.days import review_day
from interview_drill.practice.clock import clock
from interview_drill.practice.queue import Queue
from interview_drill.practice.selection import SESSION, Choice, Memory, Wish, choose
from interview_drill.practice.standing import PASSED
from interview_drill.practice.state import Session

NOTEBOOK = "JPY_PARENT_PID"
"""Set where a notebook's kernel started the program."""

Names = Annotated[list[str] | None, typer.Argument(help=words("option-practice"), metavar="[TOPIC|QUESTION]...")]
Limit = Annotated[int | None, typer.Option("--limit", help=words("option-limit"), min=1)]
Kind = Annotated[list[str] | None, typer.Option("--kind", help=words("option-practice-kind"))]
Level = Annotated[list[int] | None, typer.Option("--level", help=words("option-practice-level"), min=1, max=5)]
New = Annotated[int | None, typer.Option("--new", help=words("option-new"), min=0)]
Due = Annotated[bool, typer.Option("--due", help=words("option-due"))]
Weak = Annotated[bool, typer.Option("--weak", help=words("option-weak"))]
Mistakes = Annotated[bool, typer.Option("--mistakes", help=words("option-mistakes"))]
By = Annotated[str | None, typer.Option("--by", help=words("option-by"), metavar="DATE")]
Calibrate = Annotated[bool, typer.Option("--calibrate", help=words("option-calibrate"))]


def practice(
    names: Names = None,
    limit: Limit = None,
    kind: Kind = None,
    level: Level = None,
    new: New = None,
    due: Due = False,
    weak: Weak = False,
    mistakes: Mistakes = False,
    by: By = None,
    calibrate: Calibrate = False,
    mock: interview.Wanted = False,
    minutes: interview.Minutes = None,
    report: interview.Target = None,
    force: options.Force = False,
    set: options.Set = None,
    seed: options.Seed = None,
    limit_s: options.LimitS = 10.0,
    python: options.Python = None,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
    plain: options.Plain = False,
    ascii: options.Ascii = False,
) -> int:
    ignore_hangups()
    reader, now = _reader(), clock()
    settings = settings_of(seed, limit_s, python)
    opened = open_bank(extra=bank, alone=bank_only)
    only = one_of(due=due, weak=weak, mistakes=mistakes)
    filters = Filters(
        names or [],
        members(opened, set),
        kind or [],
        level or [],
        only,
        spread=by is not None,
        capped=limit is not None,
    )
    pool, wish = wished(opened, filters)
    others = {
        "--limit": limit,
        "--due": due,
        "--weak": weak,
        "--mistakes": mistakes,
        "--by": by,
        "--new": new,
        "--calibrate": calibrate,
    }
    plan = interview.plan(mock, minutes, report, force, others)
    trees = interview.trees(pool, wish, settings.seed) if plan else None
    today = review_day(now())
    wish = replace(wish, limit=limit, new=new, horizon=horizon(by, today, opened))
    try:
        if reader.interactive:
            ask_language(reader)
    except EOFError:
        return 0
    keeping = Keeping()
    try:
        if plan and trees:
            return interview.hold(plan, trees, opened, keeping, reader, now, settings)
        memory = Memory(keeping.store.cards(), keeping.store.passed(PASSED), keeping.left_open())
        chosen = choose(pool, memory, today, wish)
        if not chosen.questions:
            return _nothing(chosen, wish, reader, bool(memory.cards))
        session = Session(Queue(chosen.questions), settings.seed, calibrate=calibrate, openings=chosen.openings)
        _opening(chosen, wish, reader, today)
        return _held(Conversation(session, opened, keeping, reader, now, settings), reader)
    finally:
        keeping.close()


def _reader() -> Reader:
    """The keyboard where there is a terminal that can move its cursor, else plain lines.

    Raises UsageError under a notebook's `!`: what it calls a terminal hands on nothing that a person types.
    """
    if NOTEBOOK in os.environ and sys.stdin.isatty():
        raise UsageError("notebook")
    terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if not terminal or look.plain():
        return piped()
    from interview_drill.cli.prompt.terminal import Keyboard  # only where a person sits at it

    return Keyboard()


def _held(conversation: Conversation, reader: Reader) -> int:
    """Hold the session; its exit code: at a terminal 0, on a pipe what the answers come to, 130 after an interrupt."""
    broken_off = False
    try:
        conversation.hold()
    except KeyboardInterrupt:
        screen.interrupted()
        broken_off = True
    tally.tell(conversation.session)
    if not conversation.untouched:
        screen.note(words("check-seed", seed=conversation.session.seed))
    if broken_off:
        return INTERRUPTED
    if reader.interactive:
        return 0
    if not reader.seen:
        raise UsageError("nothing-answered")
    return conversation.tally.code


def _opening(chosen: Choice, wish: Wish, reader: Reader, today: date) -> None:
    """One line: what is due in all, and what this session asks for. Never a wall."""
    opening = "session-due" if chosen.due else "session-opening"
    if wish.horizon and wish.limit is None and len(chosen.questions) > SESSION:
        opening = "session-longer" if chosen.due else "session-longer-new"
    screen.prose(words(opening, count=len(chosen.questions), due=chosen.due, usual=SESSION))
    if wish.horizon:
        by = "session-by-today" if wish.horizon.by == today else "session-by"
        screen.prose(words(by, day=wish.horizon.by.isoformat(), unseen=chosen.unseen, days=chosen.days_left))
    if reader.interactive:
        screen.prose(words("session-commands"))


def _nothing(chosen: Choice, wish: Wish, reader: Reader, begun: bool) -> int:
    """Nothing of what was wished is there: a person may rest, a script had something in mind."""
    message, facts = nothing(chosen, wish, begun)
    if not reader.interactive:
        raise UsageError(message, **facts)
    screen.prose(words(message, **facts))
    return 0
