"""What a program printed, as it can be quoted: nothing that steers a terminal, and what comes again only once."""

from __future__ import annotations

from typing import NamedTuple

MOST_QUOTED = 2000
"""Characters of a quotation."""

LONG, BEGINNING = 10, 3
"""More lines than LONG are quoted by so many of their first ones."""


class Printed(NamedTuple):
    """`text` was printed `times` times in a row; where it is only how the output begins, that has `lines` lines."""

    text: str = ""
    times: int = 1
    lines: int | None = None


NOTHING = Printed()


def quoted(output: bytes) -> Printed:
    """A program is asked many vectors: what it prints for each of them is quoted once and counted."""
    lines = _harmless(output.decode("utf-8", "replace")).splitlines(keepends=True)
    period = _period(lines)
    if period < len(lines):
        return Printed("".join(lines[:period])[:MOST_QUOTED], len(lines) // period)
    if len(lines) > LONG:
        return Printed("".join(lines[:BEGINNING])[:MOST_QUOTED], lines=len(lines))
    return Printed("".join(lines)[:MOST_QUOTED])


def _harmless(text: str) -> str:
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)


def _period(lines: list[str]) -> int:
    """After how many lines (LONG at most) the output begins anew and goes on to its end; all of them where it never
    does. The last round may be cut off, for so may the output be."""
    for period in range(1, min(LONG, len(lines) // 2) + 1):
        whole = all(line == lines[at % period] for at, line in enumerate(lines[:-1]))
        if whole and lines[(len(lines) - 1) % period].startswith(lines[-1]):
            return period
    return len(lines)
