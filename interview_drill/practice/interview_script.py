"""An interview planned on paper: enough questions for the minutes, and where to go on after a strong or a weak answer.

How long an answer takes is estimated from its kind, a quarter more for each level above the first; a hint takes a
minute. A candidate who is always strong and one who is always weak are walked through the trees until the time is up:
what either meets is on the script, and for the weak one's further main questions their first follow-up.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from interview_drill.bank import Entry
from interview_drill.practice.interview import Interview, Move, Played, easier, following
from interview_drill.practice.interview_trees import Trees

MINUTES = {
    "formula": 2.0,
    "derivation": 6.0,
    "code": 6.0,
    "concept": 2.0,
    "choice": 1.0,
    "cloze": 1.5,
    "ordering": 1.5,
    "number": 1.5,
}
"""How long an answer of level 1 takes, spoken or written by hand, by kind."""
OTHER_KINDS = 2.0
A_LEVEL_MORE = 0.25
HINT = 1.0


class Stop(Struct, frozen=True):
    """One question of the script: its estimated minutes, and the numbers (from 1) to go on with; None is the end.

    `parent` is the question that it follows up on, None for a main one.
    """

    number: int
    id: str
    minutes: float
    parent: str | None
    strong: int | None
    weak: int | None


def estimated(entry: Entry) -> float:
    """The minutes that an answer is expected to take."""
    return MINUTES.get(entry.kind, OTHER_KINDS) * (1 + A_LEVEL_MORE * (entry.level - 1))


def script(trees: Trees, minutes: float) -> list[Stop]:
    """The questions in the order of the script, tree after tree."""
    sections = [list(section) for section in _sections(trees, minutes)]
    ids = [id for section in sections for id in section]
    number = {id: place for place, id in enumerate(ids, 1)}
    ends = {id: section[-1] for section in sections for id in section}
    return [_stop(trees, id, ids, number, number[ends[id]]) for id in ids]


def _stop(trees: Trees, id: str, ids: Sequence[str], number: dict[str, int], end: int) -> Stop:
    """After a strong answer the next question; after a weak one an easier of the same tree, else the next tree."""
    mine, last = number[id], len(ids)
    later = set(ids[mine:end]) - set(trees.below(id))
    down = easier(trees, id, ids[: mine - 1], set(trees.entries) - later)
    return Stop(
        number=mine,
        id=id,
        minutes=estimated(trees.entries[id]),
        parent=trees.parent(id),
        strong=mine + 1 if mine < last else None,
        weak=number[down[0]] if down else end + 1 if end < last else None,
    )


def _sections(trees: Trees, minutes: float) -> list[list[str]]:
    """For each main question that either candidate meets: it, and what is asked behind it, the parents first."""
    strong, weak = _walked(trees, minutes, True), _walked(trees, minutes, False)
    met = dict.fromkeys([*strong, *weak])
    full = {trees.root(id) for id in strong}
    sections: dict[str, list[str]] = {trees.root(id): [] for id in met}
    for main, section in sections.items():
        further = [] if main in full else list(trees.below(main))[:1]
        wanted = {main, *further, *(id for id in met if trees.root(id) == main)}
        section.extend(id for id in (main, *trees.below(main)) if id in wanted)
    return list(sections.values())


def _walked(trees: Trees, minutes: float, strong: bool) -> list[str]:
    """The questions that a candidate who is always strong, or always weak, is asked in so many minutes."""
    interview, asked, spent = Interview(trees), [], 0.0
    while spent < minutes and (step := following(interview, asked)) is not None:
        id, move = step
        asked.append(Played(id, strong))
        interview = Interview(trees, moves=(*interview.moves, (id, Move(move))))
        spent += estimated(trees.entries[id]) + (0 if strong else HINT)
    return [one.id for one in asked]
