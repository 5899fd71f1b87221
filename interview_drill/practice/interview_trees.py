"""The follow-up trees of an interview: which questions it may open with, and what follows up on which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from random import Random

from msgspec import Struct

from interview_drill.bank import Entry

LADDER = (("formula",), ("code",), ("concept", "derivation"))
"""What an interviewer asks first among the follow-ups of a question: the formula, then the code, then why."""


class Trees(Struct, frozen=True):
    """`mains` are the questions to open with, in the order of this interview; `followups` those of each question.

    `entries` holds every question that can come up, in teaching order.
    """

    mains: tuple[str, ...]
    followups: Mapping[str, tuple[str, ...]]
    entries: Mapping[str, Entry]

    def parent(self, id: str) -> str | None:
        """The question that this one follows up on; None for a main question."""
        above = self.entries[id].parent
        return None if id in self.mains or above not in self.entries else above

    def above(self, id: str) -> Iterator[str]:
        """The question and those that it follows up on, up to the main question."""
        at: str | None = id
        while at is not None:
            yield at
            at = self.parent(at)

    def root(self, id: str) -> str:
        """The main question of the tree that a question belongs to."""
        return list(self.above(id))[-1]

    def below(self, id: str) -> Iterator[str]:
        """Everything that follows up on a question, in the order in which an interview would go down."""
        for child in self.followups.get(id, ()):
            if child not in self.mains:
                yield child
                yield from self.below(child)


def grown(pool: Sequence[Entry], named: Collection[str], seed: int) -> Trees:
    """The trees of a pool, which stands in teaching order; where questions are `named`, only they are main ones.

    Otherwise the topics take turns in an order that the seed draws, each with its main questions: those that something
    follows up on first, formulas before the rest, else shuffled. Parents that run in a circle have no main question,
    and never come up.
    """
    entries = {entry.id: entry for entry in pool}
    children = defaultdict(list)
    for entry in pool:
        children[entry.parent].append(entry)
    followups = {
        id: tuple(child.id for child in sorted(found, key=_rung)) for id, found in children.items() if id in entries
    }
    mains = tuple(named) or _mains([one for one in pool if one.parent not in entries], followups, Random(seed))
    return Trees(mains, followups, entries)


def _rung(entry: Entry) -> int:
    return next((place for place, kinds in enumerate(LADDER) if entry.kind in kinds), len(LADDER))


def _mains(heads: Sequence[Entry], followups: Mapping[str, tuple[str, ...]], random: Random) -> tuple[str, ...]:
    by_topic: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in heads:
        by_topic[entry.topic].append(entry)
    topics = list(by_topic.values())
    random.shuffle(topics)
    for found in topics:
        random.shuffle(found)
        found.sort(key=lambda entry: (entry.id not in followups, _rung(entry)))
    return tuple(entry.id for entry in chain.from_iterable(zip_longest(*topics)) if entry is not None)
