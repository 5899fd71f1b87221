"""What to ask: due cards first, the shakiest in front, then new questions in teaching order, both capped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct

from interview_drill.bank import Entry
from interview_drill.memory.card import Card, recall
from interview_drill.practice.horizon import Horizon
from interview_drill.practice.openings import Openings
from interview_drill.practice.queue import interleaved, without_repeats
from interview_drill.practice.standing import due_on, missed, weak
from interview_drill.practice.unseen import NEW_A_DAY, capped, left, opened, parents_first, share

SESSION = 12
MOST = 3 * SESSION
"""What a day may come to so as to keep up with a date; what must be known by then is put off by nothing."""


class Wish(Struct, frozen=True):
    """What the person asked for.

    `named` are questions to ask whatever their cards say, before the pool; alone, they are all that is asked.
    `narrowed`: the pool was chosen by topic, kind, level or set, and is practised even where nothing of it is due.
    `only` is due, weak, mistakes or None. `limit` caps the session (None: SESSION questions, or towards a date what
    keeps up with it), `new` the new questions of a day (None: as many as usual); `horizon` is the day to be ready for.
    """

    named: tuple[str, ...] = ()
    narrowed: bool = False
    only: str | None = None
    limit: int | None = None
    new: int | None = None
    horizon: Horizon | None = None


class Memory(Struct, frozen=True):
    """What is known of the learner: the cards by question, and the questions that were answered well enough once.

    `left_open` is the question that the last session was broken off at, None where it was not.
    """

    cards: Mapping[str, Card]
    passed: Collection[str] = ()
    left_open: str | None = None


class Choice(Struct, frozen=True):
    """The questions of a session in order, the number of all that is due, and the next day that brings something.

    `unseen` counts the questions of the pool that were never asked; `days_left` is there where a date was named.
    `openings` is what good answers may bring up in the session itself: where follow-ups wait for their parents.
    """

    questions: tuple[str, ...]
    due: int
    next_due: date | None
    unseen: int = 0
    days_left: int | None = None
    openings: Openings = Openings()


def choose(pool: Sequence[Entry], memory: Memory, today: date, wish: Wish) -> Choice:
    """The session that `wish` makes of the pool, which stands in teaching order."""
    days = {entry.id: _day(memory.cards[entry.id], entry, wish) for entry in pool if entry.id in memory.cards}
    known = _shakiest([memory.cards[id] for id in days], today)
    due = [card for card in known if days[card.question] <= today]
    sections = _sections(pool, memory, known, due, today, wish) if wish.narrowed or not wish.named else []
    entries = {entry.id: entry for entry in pool}
    mixed = [interleaved(section, lambda id: entries[id].topic, lambda id: entries[id].parent) for section in sections]
    later = [day for day in days.values() if day > today]
    left_open = [id for section in sections for id in section if id == memory.left_open and _at_ease(wish)]
    questions = without_repeats(chain(wish.named, left_open, *mixed))
    follow_up = _at_ease(wish) and not wish.horizon  # a topic that is named, or a day, brings them anyway
    return Choice(
        questions=questions,
        due=len(due),
        next_due=min(later, default=None),
        unseen=len(pool) - len(days),
        days_left=wish.horizon.days_left(today) if wish.horizon else None,
        openings=_openings(pool, memory.cards, questions, today, wish) if follow_up else Openings(),
    )


def _at_ease(wish: Wish) -> bool:
    """Whether the drill chooses: what is due, then something new."""
    return not (wish.named or wish.narrowed or wish.only)


def _openings(
    pool: Sequence[Entry], cards: Mapping[str, Card], questions: Sequence[str], today: date, wish: Wish
) -> Openings:
    """What was never asked, and how many more of it session and day have room for."""
    unseen = tuple(entry for entry in pool if entry.id not in cards)
    begun = sum(id not in cards for id in questions)
    new = left(cards, today, NEW_A_DAY if wish.new is None else wish.new) - begun
    return Openings(unseen, max(0, min(new, _limit(wish) - len(questions))))


def _day(card: Card, entry: Entry, wish: Wish) -> date:
    day = due_on(card, entry.revision)
    return wish.horizon.due(card, day) if wish.horizon else day


def _sections(
    pool: Sequence[Entry], memory: Memory, known: list[Card], due: list[Card], today: date, wish: Wish
) -> list[list[str]]:
    """Due, new, and (where the pool was narrowed down) what is not due yet; each within what the others leave."""
    if wish.only:
        chosen = {"due": due, "weak": filter(weak, known), "mistakes": filter(missed, known)}[wish.only]
        return [_ids(chosen)[: _limit(wish)]]
    fresh = _fresh(pool, memory, today, wish)
    limit = _limit(wish, len(due) + len(fresh))
    first = _led(_ids(due), memory.left_open)[: _room_for_due(limit, len(fresh) if wish.horizon else 0)]
    fresh = _ids(fresh)[: max(limit - len(first), _never_put_off(fresh, wish))]
    ready = {card.question for card in due}
    early = [card.question for card in known if card.question not in ready] if wish.narrowed else []
    return [first, fresh, early[: max(0, limit - len(first) - len(fresh))]]


def _fresh(pool: Sequence[Entry], memory: Memory, today: date, wish: Wish) -> Sequence[Entry]:
    """The new questions of today.

    A person who names a topic sees all of it, and a date sets its own pace: there parents come first, no more than
    that. Otherwise a follow-up waits until its parent was answered.
    """
    unseen = [entry for entry in pool if entry.id not in memory.cards]
    unseen.sort(key=lambda entry: entry.id != memory.left_open)
    new = wish.new
    if wish.horizon:
        ordered = wish.horizon.must_know_first(parents_first(unseen))
        fresh = share(ordered, pool, memory.cards, today, wish.horizon)
    elif wish.narrowed:
        fresh = parents_first(unseen)
    else:
        fresh, new = opened(unseen, pool, memory.passed), NEW_A_DAY if new is None else new
    return capped(fresh, memory.cards, today, new)


def _limit(wish: Wish, wanted: int = 0) -> int:
    """How long the session may be. Where a date sets the pace, what is `wanted` today is not put off, up to MOST."""
    if wish.limit is not None:
        return wish.limit
    return min(max(SESSION, wanted), MOST) if wish.horizon else SESSION


def _never_put_off(fresh: Sequence[Entry], wish: Wish) -> int:
    """How many of today's new questions must be known by a date; whoever names a limit has chosen otherwise."""
    return sum(map(wish.horizon.must_know, fresh)) if wish.horizon and wish.limit is None else 0


def _room_for_due(limit: int, kept: int) -> int:
    """New questions that a date has `kept` places for keep them; what is due has at least half of the session."""
    return max(limit - kept, limit // 2) if kept else limit


def _led(ids: list[str], first: str | None) -> list[str]:
    """In their order, except that `first` leads, where it is one of them."""
    return sorted(ids, key=lambda id: id != first)


def _shakiest(cards: Iterable[Card], today: date) -> list[Card]:
    """What was missed last time first, then by the chance of still knowing it."""
    return sorted(cards, key=lambda card: (not missed(card), recall(card, today), card.question))


def _ids(found: Iterable[Card | Entry]) -> list[str]:
    return [one.question if isinstance(one, Card) else one.id for one in found]
