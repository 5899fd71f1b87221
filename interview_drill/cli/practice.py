"""`drill practice [TOPIC|QUESTION]...`: a session at the terminal, or one that reads its answers from a pipe."""

from __future__ import annotations

import os
import secrets
import sys
from typing import Annotated

import typer

from interview_drill.bank import Bank, open_bank
from interview_drill.cli import ignore_hangups, options, screen, tally
from interview_drill.cli.asking import Reader
from interview_drill.cli.conversation import Conversation
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import words
from interview_drill.cli.lines import piped
from interview_drill.cli.pool import wished
from interview_drill.cli.welcome import ask_language
from interview_drill.errors import UsageError
from interview_drill.kinds import Settings
from interview_drill.memory.days import review_day
from interview_drill.practice.clock import Clock, clock
from interview_drill.practice.queue import Queue
from interview_drill.practice.selection import SESSION, Choice, choose
from interview_drill.practice.state import Session

Names = Annotated[list[str] | None, typer.Argument(help=words("option-practice"), metavar="[TOPIC|QUESTION]...")]
Limit = Annotated[int, typer.Option("--limit", help=words("option-limit"), min=1)]
Kind = Annotated[list[str] | None, typer.Option("--kind", help=words("option-practice-kind"))]
Level = Annotated[list[int] | None, typer.Option("--level", help=words("option-practice-level"), min=1, max=5)]


def practice(
    names: Names = None,
    limit: Limit = SESSION,
    kind: Kind = None,
    level: Level = None,
    seed: options.Seed = None,
    limit_s: options.LimitS = 10.0,
    python: options.Python = None,
    bank: options.Bank = None,
    lang: options.Lang = None,
) -> int:
    ignore_hangups()
    reader, now = _reader(), clock()
    settings = Settings(seed=secrets.randbelow(2**31) if seed is None else seed, limit_s=limit_s, python=python)
    opened = open_bank(extra=bank)
    pool, wish = wished(opened, names or [], kind or [], level or [], limit)
    try:
        if reader.interactive:
            ask_language(reader)
    except EOFError:
        return 0
    keeping = Keeping()
    try:
        chosen = choose(pool, keeping.store.cards(), review_day(now()), wish)
        return _held(chosen, opened, keeping, reader, now, settings)
    finally:
        keeping.close()


def _reader() -> Reader:
    """The keyboard where there is a terminal that can move its cursor, else plain lines."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if not terminal:
        return piped()
    from interview_drill.cli.terminal import Keyboard  # only where a person sits at it

    return Keyboard()


def _held(chosen: Choice, opened: Bank, keeping: Keeping, reader: Reader, now: Clock, settings: Settings) -> int:
    """Hold the session; its exit code: at a terminal 0, on a pipe what the answers come to."""
    if not chosen.questions:
        return _nothing(chosen, reader)
    _opening(chosen, reader)
    conversation = Conversation(Session(Queue(chosen.questions), settings.seed), opened, keeping, reader, now, settings)
    conversation.hold()
    tally.tell(conversation.session)
    screen.note(words("check-seed", seed=settings.seed))
    if reader.interactive:
        return 0
    if not reader.seen:
        raise UsageError("nothing-answered")
    return conversation.tally.code


def _opening(chosen: Choice, reader: Reader) -> None:
    count, due = len(chosen.questions), chosen.due
    screen.prose(words("session-due" if due else "session-opening", count=count, due=due))
    if reader.interactive:
        screen.prose(words("session-commands"))


def _nothing(chosen: Choice, reader: Reader) -> int:
    """Nothing is due and nothing new is left for today: a person may rest, a script had something in mind."""
    message, facts = ("nothing-due", {"day": chosen.next_due.isoformat()}) if chosen.next_due else ("nothing-there", {})
    if not reader.interactive:
        raise UsageError(message, **facts)
    screen.prose(words(message, **facts))
    return 0
