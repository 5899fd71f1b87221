"""From the names and filters of a command line to the pool of questions and the wish that chooses from it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from msgspec import Struct

from interview_drill.bank import Bank, Entry
from interview_drill.cli.lookup import entries_of
from interview_drill.errors import UsageError
from interview_drill.feedback import LANGUAGES, phrase
from interview_drill.kinds import KINDS
from interview_drill.practice.selection import Wish


class Filters(Struct, frozen=True):
    """What a command line narrows the questions down to; `only` is due, weak, mistakes or None.

    `spread`: they are prepared for a day, so that questions that are named wait for theirs.
    """

    names: Sequence[str] = ()
    kinds: Sequence[str] = ()
    levels: Sequence[int] = ()
    only: str | None = None
    spread: bool = False


def wished(bank: Bank, filters: Filters) -> tuple[list[Entry], Wish]:
    """The pool in teaching order, and the wish. Raises UsageError for unknown names, and where nothing fits.

    Questions that are named are asked as they are, unless only some of them are wanted now: then they are a pool.
    """
    kinds = [_known(kind) for kind in filters.kinds]
    named = () if filters.only or filters.spread else tuple(name for name in filters.names if name in bank)
    topics = [name for name in filters.names if name not in named]
    pool = _fitting(_pool(bank, topics), kinds, filters.levels)
    narrowed = bool(topics) or (bool(filters.kinds or filters.levels) and not named)
    if not pool and not named:
        raise UsageError("nothing-fits")
    return pool, Wish(named=named, narrowed=narrowed, only=filters.only)


def _pool(bank: Bank, names: Iterable[str]) -> list[Entry]:
    if not names:
        return bank.index()
    wanted = {entry.id for name in names for entry in entries_of(bank, name)}
    return [entry for entry in bank.index() if entry.id in wanted]


def _fitting(pool: Iterable[Entry], kinds: Sequence[str], levels: Sequence[int]) -> list[Entry]:
    return [one for one in pool if (not kinds or one.kind in kinds) and (not levels or one.level in levels)]


def _known(kind: str) -> str:
    """A kind by its name, or by what the pages call it in any language."""
    names = {phrase(f"kind-{one}", language): one for language in LANGUAGES for one in KINDS}
    plain = unicodedata.normalize("NFKC", kind).casefold()
    if plain in KINDS or plain in names:
        return names.get(plain, plain)
    raise UsageError("kind-unknown", kind=kind, nearest=get_close_matches(plain, KINDS, n=1) or list(KINDS))
