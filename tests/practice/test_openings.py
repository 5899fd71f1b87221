"""What a good answer opens comes up in the same session: where the next one would put it, within the day's limits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from interview_drill.memory.card import GOOD, reviewed
from interview_drill.practice.openings import Openings, with_follow_ups
from interview_drill.practice.queue import Queue
from interview_drill.practice.selection import Memory, Wish, choose
from interview_drill.practice.state import Session, is_open, passed
from tests.practice.growing import an_entry
from tests.practice.scripted import START, Script, a_question

POOL = [
    an_entry("a"), an_entry("a-code", "a"), an_entry("a-why", "a"), an_entry("a-code-more", "a-code"),
    an_entry("b", topic="two"), an_entry("b-code", "b", topic="two"), an_entry("c", topic="three"),
]  # fmt: skip
TODAY = START.date()


def evening(**wish):
    """A session as it is chosen for somebody who never answered anything, over hand-made questions."""
    chosen = choose(POOL, Memory({}), TODAY, Wish(**wish))
    questions = {entry.id: replace(a_question(entry.id), topic=entry.topic) for entry in POOL}
    return Script(questions, Session(Queue(chosen.questions), seed=7, openings=chosen.openings))


def asked(played):
    return [visit.question.id for visit in played.session.closed]


def test_a_follow_up_comes_up_once_its_parent_was_answered():
    """Behind what is of another topic, and before what is taught later."""
    assert asked(evening(new=9).play("correct " * 7)) == ["a", "b", "a-code", "b-code", "a-why", "c", "a-code-more"]


def test_the_day_begins_no_more_than_it_may():
    """What is taught later waits for another day."""
    played = evening(new=3).play("correct " * 3)
    assert asked(played) == ["a", "a-code", "a-why"] and not played.session.queue.ahead


@pytest.mark.parametrize("new", range(1, 8))
def test_going_on_and_starting_anew_are_the_same(new):
    """After every answer what lies ahead is what a session begun now would choose."""
    played = evening(new=new)
    for answers in range(1, new):
        ids = asked(played.play("correct"))
        cards = {id: reviewed(None, id, GOOD, TODAY) for id in ids}
        anew = choose(POOL, Memory(cards, frozenset(ids)), TODAY, Wish(new=new)).questions
        assert answers == len(ids) and {played.session.visit.question.id, *played.session.queue.ahead} == set(anew)


def test_a_session_does_not_grow_beyond_its_limit():
    """Whatever opens."""
    assert len(asked(evening(new=9, limit=4).play("correct " * 4))) == 4


@pytest.mark.parametrize("act", ["skip", "incorrect skip", "key", "undecided", "partial skip"])
def test_only_what_scored_well_at_the_first_try_opens(act):
    """Skipped, missed, looked up, not decided, half right: the follow-ups wait."""
    played = evening(new=9).play(f"{act} skip skip skip skip")
    assert not {visit.question.id for visit in played.session.closed} & {"a-code", "a-why"}
    assert "a-code" not in played.session.queue.ahead


ACTS = ("correct", "correct", "partial", "incorrect", "key", "skip", "undo", "hint")
NEW, LIMIT = 5, 6


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, len(ACTS) - 1), max_size=40))
def test_whatever_happens_the_day_keeps_its_limits(choices):
    """So many new questions and no more, none twice but where it was missed, no follow-up before its parent."""
    played = evening(new=NEW, limit=LIMIT).play("")
    for choice in choices:
        if is_open(played.session.visit):
            played.play(ACTS[choice])
    visits, ahead = played.session.closed, played.session.queue.ahead
    assert len(set(ahead)) == len(ahead)
    assert len({visit.question.id for visit in visits} | set(ahead)) <= NEW
    passes = {visit.question.id for visit in visits if passed(visit)}
    parents = {entry.parent for entry in POOL if entry.id in ahead or entry.id in set(asked(played))}
    assert parents - {None} <= passes


def test_ticks_open_too():
    """As the record says them."""
    assert "a-code" in evening(new=9).play("paper written yes").session.queue.ahead


def test_an_answer_taken_back_closes_what_it_opened():
    """The session is as it was while the question was open."""
    before = evening(new=9).play("skip").session.queue
    played = evening(new=9).play("correct")
    assert "a-code" in played.session.queue.ahead
    assert "a-code" not in played.play("undo skip").session.queue.ahead and before.ahead == ("c",)


def test_what_is_due_and_what_was_missed_keep_their_places():
    """Only new questions make room for new ones."""
    openings = Openings(tuple(POOL))
    queue = Queue(("due", "c", "b", "due-too"), returned=("b",))
    after, _ = with_follow_ups(queue, openings, "a", "one")
    assert after.ahead == ("due", "a-code", "b", "due-too")


def test_a_parent_opens_its_follow_ups_once():
    """Answered again after a miss, it brings nothing up for a second time."""
    queue, openings = with_follow_ups(Queue(()), Openings(tuple(POOL), room=2), "a", "one")
    assert queue.ahead == ("a-code", "a-why") and openings.room == 0
    assert with_follow_ups(Queue(()), replace(openings, room=2), "a", "one")[0].ahead == ()


@pytest.mark.parametrize("wish", [{"narrowed": True}, {"named": ("a",)}, {"only": "due"}])
def test_what_was_chosen_by_name_stays_as_it_was_chosen(wish):
    """A fixed list, a topic with all its follow-ups, what is due."""
    assert choose(POOL, Memory({}), TODAY, Wish(**wish)).openings == Openings()
