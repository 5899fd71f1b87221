"""What is asked: due first, the shakiest in front, then new ones in teaching order, within the caps."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from interview_drill.memory.card import AGAIN, GOOD, Card
from interview_drill.practice.horizon import Horizon
from interview_drill.practice.selection import Memory, Wish, choose

TODAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Entry:
    id: str
    topic: str = "t"
    parent: str | None = None
    level: int = 1
    revision: int = 1


def a_card(question, due_in=0, rating=GOOD, stability=5.0, first=TODAY - timedelta(9)):
    last = TODAY - timedelta(5)
    return Card(question, stability, 5.0, first, last, TODAY + timedelta(due_in), 2, int(rating == AGAIN), rating)


POOL = [Entry(id, topic=id[0]) for id in ("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2")]


def chosen(cards=(), pool=POOL, passed=(), **wish):
    return choose(pool, Memory({card.question: card for card in cards}, passed), TODAY, Wish(**wish))


def test_due_comes_before_new_and_a_miss_before_both():
    """Whatever was missed last time stands in front."""
    cards = [a_card("c1", stability=2.0), a_card("d1", rating=AGAIN, stability=9.0), a_card("b1", due_in=4)]
    found = chosen(cards)
    assert found.questions[:3] == ("d1", "c1", "a1") and found.due == 2
    assert found.next_due == TODAY + timedelta(4) and "b1" not in found.questions


def test_new_questions_come_in_teaching_order_within_a_day():
    """What was begun today already counts against the day's number."""
    assert chosen(new=3).questions == ("a1", "b1", "a2")
    assert len(chosen([a_card("a1", due_in=3, first=TODAY)], new=2).questions) == 1


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


def test_a_person_who_names_a_topic_may_still_cap_what_is_new():
    """All of it is new, unless a number was said."""
    assert len(chosen(narrowed=True).questions) == 8
    assert chosen(narrowed=True, new=2).questions == ("a1", "a2")
    assert chosen(narrowed=True, new=0).questions == ()


TREE = [Entry("root"), Entry("deep", parent="root"), Entry("leaf", parent="deep"), Entry("own", parent="elsewhere")]


def test_a_follow_up_opens_when_its_parent_was_answered():
    """It waits while the parent is new or was missed; one whose parent is not in the bank is open."""
    assert chosen(pool=TREE).questions == ("root", "own")
    seen = [a_card("root", due_in=3, rating=AGAIN)]
    assert chosen(seen, TREE).questions == ("own",)
    assert chosen(seen, TREE, passed={"root"}).questions == ("deep", "own")


def test_a_named_topic_opens_its_follow_ups_behind_their_parents():
    """Advice, no gate: everything is there, parents first, even where the order of teaching says otherwise."""
    backwards = [TREE[2], TREE[1], TREE[0]]
    assert chosen(pool=backwards, narrowed=True).questions == ("root", "deep", "leaf")
    assert chosen(pool=backwards, horizon=Horizon(TODAY + timedelta(1))).questions == ("root", "deep", "leaf")


def test_taking_turns_moves_no_follow_up_before_its_parent():
    """Though its topic would be a change."""
    pool = [Entry("a1", "a"), Entry("a2", "a"), Entry("b1", "b", parent="a2"), Entry("c1", "c")]
    assert chosen(pool=pool, narrowed=True).questions == ("a1", "c1", "a2", "b1")


def test_due_weak_and_mistakes_ask_for_nothing_else():
    """Each is a filter of the cards; new questions stay out of it."""
    cards = [
        a_card("a1"),
        a_card("b1", rating=AGAIN, due_in=2),
        Card("c1", 4.0, 5.0, TODAY - timedelta(30), TODAY - timedelta(9), TODAY + timedelta(3), 4, 1, GOOD),
    ]
    assert chosen(cards, only="due").questions == ("a1",)
    assert chosen(cards, only="weak").questions == ("b1", "c1")
    assert chosen(cards, only="mistakes").questions == ("b1",)
    assert chosen(cards, only="weak", limit=1).questions == ("b1",)


def test_a_question_whose_meaning_changed_is_due_and_keeps_its_card():
    """The card was answered at revision 1; at revision 2 it comes at once, as something known and not as new."""
    raised = [Entry("a1", revision=2), Entry("b1")]
    cards = [a_card("a1", due_in=40), a_card("b1", due_in=40)]
    assert chosen(cards, raised).questions == ("a1",) and chosen(cards, raised).due == 1


def test_towards_a_date_the_must_know_comes_first_whatever_its_place():
    """Levels 1 and 2, and the exam set at any level; the rest follows."""
    pool = [Entry("hard", level=4), Entry("exam", level=5), Entry("easy", level=2), Entry("other", level=3)]
    horizon = Horizon(TODAY + timedelta(2), frozenset({"exam"}))
    assert chosen(pool=pool, horizon=horizon).questions == ("exam", "easy")


def test_what_was_begun_elsewhere_takes_no_place_of_a_date():
    """Three others begun today: a topic that is prepared for a day still gets its share, and its own count."""
    others = [a_card(id, due_in=9, first=TODAY) for id in ("x", "y", "z")]
    horizon = Horizon(TODAY + timedelta(4))
    assert len(chosen(others, POOL[:4], narrowed=True, horizon=horizon).questions) == 1
    begun = [*others, a_card("a1", due_in=9, first=TODAY)]
    assert chosen(begun, POOL[:4], narrowed=True, horizon=horizon).questions == ("a1",)


def test_towards_a_date_nothing_rests_beyond_it():
    """A card due after the day is due before it, or on it where it was answered just before."""
    horizon = Horizon(TODAY + timedelta(10))
    days = {horizon.due(card, card.due) for card in (a_card(f"q{number}", due_in=60) for number in range(50))}
    assert max(days) < horizon.by and min(days) > TODAY - timedelta(6) and len(days) > 4


def test_what_was_left_open_comes_first_where_it_would_come_at_all():
    """Due or new, within the caps; named questions and what is not there any more are not moved."""
    cards = [a_card("c1", stability=2.0), a_card("d1", rating=AGAIN, stability=9.0), a_card("b1", due_in=4)]

    def first(left_open, **wish):
        memory = Memory({card.question: card for card in cards}, (), left_open)
        return choose(POOL, memory, TODAY, Wish(**wish)).questions

    assert first("c1")[:2] == ("c1", "d1") and first("c1", limit=1) == ("c1",)
    assert first("b2")[:2] == ("b2", "d1") and first("b2", new=1) == ("b2", "d1", "c1")
    assert first("b1") == first(None) == first("gone") and len(set(first("b2"))) == len(first(None))
    assert first("c1", named=("d2",), narrowed=True)[0] == "d2"


def test_a_follow_up_that_is_closed_again_is_not_asked_for_having_been_left_open():
    """Its parent was taken back."""
    pool = [Entry("a1"), Entry("a2", parent="a1"), Entry("b1")]
    assert choose(pool, Memory({}, (), "a2"), TODAY, Wish()).questions == ("a1", "b1")
