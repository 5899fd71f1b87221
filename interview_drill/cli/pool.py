"""From the names and filters of a command line to the pool of questions and the wish that chooses from it."""

from __future__ import annotations

import re
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

SEPARATOR = re.compile(r"\s*[,，、]\s*")
"""Several kinds behind one `--kind`."""


class Filters(Struct, frozen=True):
    """What a command line narrows the questions down to; `only` is due, weak, mistakes or None.

    `members` are the questions of a set. `spread`: they are prepared for a day, so that questions that are named wait
    for theirs. `capped`: so many are asked and no more, so that a set is chosen from.
    """

    names: Sequence[str] = ()
    members: Sequence[str] = ()
    kinds: Sequence[str] = ()
    levels: Sequence[int] = ()
    only: str | None = None
    spread: bool = False
    capped: bool = False


def wished(bank: Bank, filters: Filters) -> tuple[list[Entry], Wish]:
    """The pool in teaching order, and the wish. Raises UsageError for unknown names, and where nothing fits.

    Questions that are named are asked as they are, and so is what fits of a set, unless only some of them are wanted
    now: then they are a pool.
    """
    kinds = [_known(kind) for several in filters.kinds for kind in _each(several)]
    members = _members(bank, filters, kinds)
    whole = [*filters.names, *([] if filters.capped else members)]
    named = () if filters.only or filters.spread else tuple(name for name in whole if name in bank)
    topics = [name for name in [*filters.names, *members] if name not in named]
    pool = _fitting(_pool(bank, topics), kinds, filters.levels)
    narrowed = bool(topics) or (bool(filters.kinds or filters.levels) and not named)
    if not pool and not named:
        raise UsageError("nothing-fits")
    return pool, Wish(named=named, narrowed=narrowed, only=filters.only)


def _members(bank: Bank, filters: Filters, kinds: Sequence[str]) -> list[str]:
    """What fits of a set, in the set's order. Raises UsageError where nothing of it does."""
    fitting = {entry.id for entry in _fitting(bank.index(), kinds, filters.levels)}
    members = [id for id in filters.members if id in fitting]
    if filters.members and not members:
        raise UsageError("nothing-fits")
    return members


def _pool(bank: Bank, names: Iterable[str]) -> list[Entry]:
    if not names:
        return bank.index()
    wanted = {entry.id for name in names for entry in entries_of(bank, name)}
    return [entry for entry in bank.index() if entry.id in wanted]


def _fitting(pool: Iterable[Entry], kinds: Sequence[str], levels: Sequence[int]) -> list[Entry]:
    return [one for one in pool if (not kinds or one.kind in kinds) and (not levels or one.level in levels)]


def _each(several: str) -> list[str]:
    return [kind for kind in SEPARATOR.split(several.strip()) if kind] or [several]


def _known(kind: str) -> str:
    """A kind by its name, or by what the pages call it in any language."""
    names = {phrase(f"kind-{one}", language): one for language in LANGUAGES for one in KINDS}
    plain = unicodedata.normalize("NFKC", kind).casefold()
    if plain in KINDS or plain in names:
        return names.get(plain, plain)
    raise UsageError("kind-unknown", kind=kind, nearest=get_close_matches(plain, KINDS, n=1) or list(KINDS))
