"""Any history of a session: nothing is lost, nothing counts twice, and it always ends."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_drill.practice.effects import ShowKey, ShowQuestion
from interview_drill.practice.state import is_open
from interview_drill.practice.visit import Stage
from tests.practice.scripted import ACTS, a_question, script

COUNT = 2000 if os.environ.get("FULL") else 150
OUTCOMES = ("correct", "incorrect", "partial", "unreadable", "undecided")
FITTING = {
    Stage.ANSWER: (*OUTCOMES, "hint", "key", "skip", "undo", "paper"),
    Stage.PAPER: ("written", "hint", "skip", "undo"),
    Stage.SURE: ("sure", "key", "skip", "undo"),
    Stage.TICK: ("yes", "no", "skip", "undo"),
}
CHOICES = st.lists(st.integers(0, 99), max_size=40)


def played(choices):
    """A session in which each number picks one of the things that can be done just then."""
    run = script(a_question("a"), a_question("b", kind="concept"), a_question("c")).play("")
    for choice in choices:
        visit = run.session.visit
        if not is_open(visit):
            break
        fitting = FITTING[visit.stage]
        if visit.stage is Stage.ANSWER and visit.self_assessed:
            fitting = ("said", "hint", "key", "skip", "undo", "paper")
        run.play(fitting[choice % len(fitting)])
    return run


@settings(max_examples=COUNT, deadline=None)
@given(CHOICES)
def test_a_visit_rates_at_most_once(choices):
    """However it went, one asking of a question moves the card at most once."""
    rated = [review.visit for review in played(choices).record if review.rating is not None]
    assert len(rated) == len(set(rated))


@settings(max_examples=COUNT, deadline=None)
@given(CHOICES)
def test_the_session_knows_what_stands_on_record(choices):
    """The visits that ended, and the one that is open, hold exactly the reviews that were not taken back."""
    run = played(choices)
    visits = {visit.id: visit for visit in (*run.session.closed, run.session.visit) if visit}
    held = {review for visit in visits.values() for review in visit.reviews}
    assert held == {review.id for review in run.record}


@settings(max_examples=COUNT, deadline=None)
@given(CHOICES)
def test_nothing_is_taken_back_twice(choices):
    """A retraction names a review of its own."""
    named = [one.review for one in played(choices).retractions]
    assert len(named) == len(set(named))


@settings(max_examples=COUNT, deadline=None)
@given(CHOICES)
def test_no_key_is_shown_to_an_open_question(choices):
    """Where a key has been shown since the question was put, the visit is over."""
    run = played(choices)
    put = max(at for at, effect in enumerate(run.effects) if isinstance(effect, ShowQuestion))
    shown = any(isinstance(effect, ShowKey) for effect in run.effects[put:])
    assert not shown or not is_open(run.session.visit)


def test_the_acts_cover_every_event():
    """A new event joins these histories."""
    fitting = {act for acts in FITTING.values() for act in acts} | {"said", "quit"}
    assert set(ACTS) <= fitting
