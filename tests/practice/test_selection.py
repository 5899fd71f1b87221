"""What is asked: due first, the shakiest in front, then new ones in teaching order, within the caps."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from interview_drill.memory.card import AGAIN, GOOD, Card
from interview_drill.practice.horizon import Horizon
from interview_drill.practice.selection import Wish, choose

TODAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Entry:
    id: str
    topic: str = "t"
    parent: str | None = None
    level: int = 1


def a_card(question, due_in=0, rating=GOOD, stability=5.0, first=TODAY - timedelta(9)):
    last = TODAY - timedelta(5)
    return Card(question, stability, 5.0, first, last, TODAY + timedelta(due_in), 2, int(rating == AGAIN), rating)


POOL = [Entry(id, topic=id[0]) for id in ("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2")]


def chosen(cards=(), **wish):
    return choose(POOL, {card.question: card for card in cards}, TODAY, Wish(**wish))


def test_due_comes_before_new_and_a_miss_before_both():
    """Whatever was missed last time stands in front."""
    cards = [a_card("c1", stability=2.0), a_card("d1", rating=AGAIN, stability=9.0), a_card("b1", due_in=4)]
    found = chosen(cards)
    assert found.questions[:3] == ("d1", "c1", "a1") and found.due == 2
    assert found.next_due == TODAY + timedelta(4) and "b1" not in found.questions


def test_new_questions_come_in_teaching_order_within_a_day():
    """What was begun today already counts against the day's number."""
    assert chosen(new_a_day=3).questions == ("a1", "b1", "a2")
    assert len(chosen([a_card("a1", due_in=3, first=TODAY)], new_a_day=2).questions) == 1


def test_the_limit_caps_a_session():
    """However much is due."""
    cards = [a_card(entry.id) for entry in POOL]
    found = chosen(cards, limit=3)
    assert len(found.questions) == 3 and found.due == 8


def test_a_narrowed_pool_is_practised_though_nothing_is_due():
    """Whoever names a topic wants it now."""
    cards = [a_card(entry.id, due_in=9) for entry in POOL]
    assert chosen(cards).questions == ()
    assert len(chosen(cards, narrowed=True).questions) == 8


def test_named_questions_are_asked_alone_or_before_a_topic():
    """In the order in which they were named."""
    assert chosen(named=("d2", "a1")).questions == ("d2", "a1")
    both = chosen(named=("d2",), narrowed=True, limit=3).questions
    assert both[0] == "d2" and len(both) == 4


def test_topics_take_turns():
    """Two of one topic do not follow each other while others are there."""
    topics = [id[0] for id in chosen(narrowed=True).questions]
    assert all(one != other for one, other in pairwise(topics))


def test_a_day_spreads_what_is_new():
    """Eight questions over four days are two today, what must be known first."""
    found = chosen(horizon=Horizon(TODAY + timedelta(4)))
    assert len(found.questions) == 2
