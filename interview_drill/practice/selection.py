"""What to ask: due cards first, the shakiest in front, then new questions in teaching order, both capped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from interview_drill.bank import Entry
from interview_drill.memory.card import Card, recall
from interview_drill.practice.horizon import Horizon, must_know_first
from interview_drill.practice.queue import interleaved, without_repeats
from interview_drill.practice.standing import missed, weak

SESSION = 12
NEW_A_DAY = 6


@dataclass(frozen=True)
class Wish:
    """What the person asked for.

    `named` are questions to ask whatever their cards say, before the pool; alone, they are all that is asked.
    `narrowed`: the pool was chosen by topic, kind or level, and is practised even where nothing of it is due. `only`
    is due, weak, mistakes or None. `limit` caps the session, `new_a_day` the new questions of a day; `horizon` is the
    day to be ready for.
    """

    named: tuple[str, ...] = ()
    narrowed: bool = False
    only: str | None = None
    limit: int = SESSION
    new_a_day: int = NEW_A_DAY
    horizon: Horizon | None = None


@dataclass(frozen=True)
class Choice:
    """The questions of a session in order, the number of all that is due, and the next day that brings something."""

    questions: tuple[str, ...]
    due: int
    next_due: date | None


def choose(pool: Sequence[Entry], cards: Mapping[str, Card], today: date, wish: Wish) -> Choice:
    """The session that `wish` makes of the pool, which stands in teaching order."""
    known = _shakiest([cards[entry.id] for entry in pool if entry.id in cards], today)
    days = {card.question: wish.horizon.due(card) if wish.horizon else card.due for card in known}
    due = [card for card in known if days[card.question] <= today]
    sections = _sections(pool, cards, known, due, today, wish) if wish.narrowed or not wish.named else []
    topics = {entry.id: entry.topic for entry in pool}
    mixed = [interleaved(section, topics.__getitem__) for section in sections]
    later = [day for day in days.values() if day > today]
    return Choice(without_repeats(chain(wish.named, *mixed)), len(due), min(later, default=None))


def _sections(pool, cards, known, due, today, wish: Wish) -> list[list[str]]:
    """Due, new, and (where the pool was narrowed down) what is not due yet; each within what the others leave."""
    if wish.only:
        chosen = {"due": due, "weak": filter(weak, known), "mistakes": filter(missed, known)}[wish.only]
        return [_ids(chosen)[: wish.limit]]
    unseen = [entry for entry in pool if entry.id not in cards]
    fresh = _fresh(unseen, cards, today, wish)
    first = _ids(due)[: _room_for_due(wish, len(fresh))]
    fresh = fresh[: max(wish.limit - len(first), len(fresh) if wish.horizon else 0)]
    early = [card for card in known if card not in due] if wish.narrowed else []
    return [first, fresh, _ids(early)[: max(0, wish.limit - len(first) - len(fresh))]]


def _fresh(unseen: Sequence[Entry], cards: Mapping[str, Card], today: date, wish: Wish) -> list[str]:
    """The new questions of today. A person who names a topic sees all of it; a date sets its own pace."""
    if wish.narrowed:
        return _ids(unseen)
    begun = sum(1 for card in cards.values() if card.first == today)
    if wish.horizon:
        portion = wish.horizon.portion(len(unseen) + begun, today) - begun
        return _ids(must_know_first(unseen))[: max(0, portion)]
    return _ids(unseen)[: max(0, wish.new_a_day - begun)]


def _room_for_due(wish: Wish, fresh: int) -> int:
    """Towards a date new questions keep their places, and what is due keeps at least half of the session."""
    return max(wish.limit - fresh, wish.limit // 2) if wish.horizon else wish.limit


def _shakiest(cards: Iterable[Card], today: date) -> list[Card]:
    """What was missed last time first, then by the chance of still knowing it."""
    return sorted(cards, key=lambda card: (not missed(card), recall(card, today), card.question))


def _ids(found: Iterable[Card | Entry]) -> list[str]:
    return [one.question if isinstance(one, Card) else one.id for one in found]
