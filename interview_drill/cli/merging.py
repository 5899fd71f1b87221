"""`drill progress export` and `drill progress import`: the record of one machine, taken to another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated, TextIO

import typer

from interview_drill.cli import options, screen
from interview_drill.cli.exit_codes import REFUSED
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import words
from interview_drill.cli.targets import STANDARD, is_standard, writing
from interview_drill.errors import UsageError
from interview_drill.memory import exchange
from interview_drill.memory.days import review_day
from interview_drill.memory.review import Retraction, Review
from interview_drill.memory.store import StoreError
from interview_drill.practice.clock import clock

Target = Annotated[Path | None, typer.Argument(help=words("option-progress-file"), metavar="[FILE]")]
Sources = Annotated[list[str], typer.Argument(help=words("option-progress-files"), metavar="FILE...")]


def write(target: Target = None, lang: options.Lang = None) -> int:
    """The lines on standard output, or in a file."""
    keeping = Keeping()
    lines = list(exchange.lines(keeping.store.everything()))
    keeping.close()
    if not keeping.lasting:
        return REFUSED
    if is_standard(target):
        for line in lines:
            screen.plain(line)
        return 0
    with writing(target):
        target.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
    screen.complain("progress-written", file=str(target), count=len(lines))
    return 0


def merge(sources: Sources, lang: options.Lang = None) -> int:
    """All files or none: one line that is no record, and nothing of any file is merged."""
    today = review_day(clock()())
    records = [one for source in sources for one in _records(source, today)]
    keeping = Keeping()
    try:
        if not keeping.lasting:
            raise UsageError("progress-not-kept")
        count = keeping.store.merge(records)
    except StoreError as error:
        raise UsageError("progress-not-merged", **error.facts) from error
    finally:
        keeping.close()
    screen.say("progress-merged", count=count, total=len(records))
    return 0


def _records(source: str, today: date) -> Iterator[Review | Retraction]:
    try:
        with _opened(source) as stream:
            yield from exchange.records(_lines(stream), today)
    except UsageError as error:
        raise UsageError(error.message, **{**error.facts, "file": source}) from error
    except UnicodeDecodeError as error:
        raise UsageError("progress-not-text", file=source) from error
    except OSError as error:
        raise UsageError("progress-no-file", file=source, reason=error.strerror) from error


def _lines(stream: TextIO) -> Iterator[str]:
    """Lines of bounded length: a file without line ends is not read whole."""
    while line := stream.readline(exchange.LONGEST + 1):
        yield line


def _opened(source: str) -> AbstractContextManager[TextIO]:
    if source == STANDARD:
        sys.stdin.reconfigure(encoding="utf-8", errors="strict")
        return nullcontext(sys.stdin)
    return open(source, encoding="utf-8")
