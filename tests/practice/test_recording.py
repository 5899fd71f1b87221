"""Answers that were written elsewhere become the reviews that a session would have made of them."""

import pytest

from interview_drill.practice.events import Moment
from interview_drill.practice.recording import recorded
from interview_drill.practice.visit import Visit
from interview_drill.question import Answer
from tests.practice.scripted import START, a_question, judged, script


def put(outcomes, kind="formula"):
    """(tries, rating, outcome, assessed) of what goes on record."""
    visit, kept = Visit("visit", a_question("q", kind), START), []
    for number, outcome in enumerate(outcomes.split()):
        visit, review = recorded(visit, Answer(outcome), judged(outcome), 7, Moment(START, f"id-{number}"))
        kept += [review] if review else []
    return [(one.tries, one.rating, one.outcome, one.assessed) for one in kept]


@pytest.mark.parametrize("outcomes", ["correct", "incorrect correct", "unreadable partial", "undecided", "unreadable"])
def test_graded_answers_are_on_record_as_in_a_session(outcomes):
    """The same rows as a session that gets these answers."""
    session = script(a_question("q")).play(outcomes).record
    assert put(outcomes) == [(one.tries, one.rating, one.outcome, one.assessed) for one in session]


def test_an_open_answer_waits_for_its_ticks():
    """It is kept, self-assessed, and moves no card."""
    assert put("undecided", kind="concept") == [(1, None, None, "self")]


def test_however_many_answers_one_rates():
    """A file with several answers to one question is one visit."""
    assert [rating for _, rating, *_ in put("incorrect incorrect incorrect correct")] == [1, None, None, None]
