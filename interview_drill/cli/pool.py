"""From the names and filters of a command line to the pool of questions and the wish that chooses from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from interview_drill.bank import Bank, Entry
from interview_drill.cli.lookup import entries_of
from interview_drill.errors import UsageError
from interview_drill.kinds import KINDS
from interview_drill.practice.selection import Wish


def wished(
    bank: Bank, names: Sequence[str], kinds: Sequence[str], levels: Sequence[int], limit: int
) -> tuple[list[Entry], Wish]:
    """The pool in teaching order, and the wish. Raises UsageError for unknown names, and where nothing fits."""
    for kind in kinds:
        _known(kind)
    named = tuple(name for name in names if name in bank)
    topics = [name for name in names if name not in bank]
    pool = _fitting(_pool(bank, topics), kinds, levels)
    narrowed = bool(topics) or (bool(kinds or levels) and not named)
    if not pool and not named:
        raise UsageError("nothing-fits")
    return pool, Wish(named=named, narrowed=narrowed, limit=limit)


def _pool(bank: Bank, topics: Iterable[str]) -> list[Entry]:
    if not topics:
        return list(bank.index())
    wanted = {entry.id for name in topics for entry in entries_of(bank, name)}
    return [entry for entry in bank.index() if entry.id in wanted]


def _fitting(pool: Iterable[Entry], kinds: Sequence[str], levels: Sequence[int]) -> list[Entry]:
    return [one for one in pool if (not kinds or one.kind in kinds) and (not levels or one.level in levels)]


def _known(kind: str) -> None:
    if kind not in KINDS:
        near = get_close_matches(kind, KINDS, n=1) or list(KINDS)
        raise UsageError("kind-unknown", kind=kind, nearest=near)
