"""Ninety days of practice on a fake clock: what is due stays bounded, and a day to be ready for is met."""

from datetime import timedelta

import pytest

from interview_drill.practice.horizon import LAST_LOOK_DAYS, Horizon
from interview_drill.practice.selection import MOST, SESSION, Wish
from interview_drill.practice.unseen import NEW_A_DAY
from tests.practice.simulated import START, Learner, a_bank

DAYS = 90
SEEDS = (1, 2, 3)
BY = START + timedelta(days=DAYS)
POOL = a_bank()
EXAM = frozenset(entry.id for entry in POOL if entry.level == 5 and entry.topic == "topic-11")
HORIZON = Horizon(BY, EXAM)


@pytest.fixture(scope="module", params=SEEDS)
def steady(request):
    """Somebody who practises every day."""
    return Learner(POOL, request.param).practise(DAYS, Wish())


def test_what_is_due_stays_bounded(steady):
    """It is what three sessions can hold, and within any ten days one session catches up with it."""
    due = [day.due for day in steady.days]
    assert max(due) <= 3 * SESSION
    assert all(min(due[start : start + 10]) <= SESSION for start in range(DAYS - 10))


def test_no_day_is_a_wall(steady):
    """The cap of a session holds on every one of them, and so does the number of new ones."""
    assert all(len(day.questions) <= SESSION for day in steady.days)
    begun = [sum(card.first == START + timedelta(days=n) for card in steady.cards.values()) for n in range(DAYS)]
    assert max(begun) == NEW_A_DAY


def test_everything_is_met_in_the_end(steady):
    """Ninety days are enough to see all of it, though follow-ups wait for their parents."""
    assert len(steady.cards) > 0.9 * len(POOL)
    assert all(entry.parent is None or entry.parent in steady.passed for entry in POOL if entry.id in steady.cards)


def test_three_weeks_away_come_back_in_portions():
    """What piled up is worked off a session a day, while nothing new is begun, until it is gone."""
    away = Learner(POOL).practise(80, Wish(), misses=range(30, 51))
    back = away.days[30:]
    assert back[0].due > SESSION and len(back[0].questions) == SESSION
    assert any(day.due <= SESSION for day in back[:20])


@pytest.mark.parametrize("days", [1, 2, 3, 7, 14, 30, 90])
def test_every_must_know_question_is_seen_before_the_day(days):
    """However few days are left, and hard ones of the exam set too."""
    horizon = Horizon(START + timedelta(days=days), EXAM)
    learner = Learner(POOL).practise(days, Wish(horizon=horizon))
    assert {entry.id for entry in POOL if entry.level <= 2} | EXAM <= set(learner.cards)


def test_what_must_be_known_is_new_before_anything_else():
    """No other question begins while one of them has not."""
    learner = Learner(POOL).practise(DAYS, Wish(horizon=HORIZON))
    must = [learner.cards[entry.id].first for entry in POOL if HORIZON.must_know(entry)]
    rest = [learner.cards[entry.id].first for entry in POOL if not HORIZON.must_know(entry)]
    assert must and rest and max(must) <= min(rest)


def test_what_is_new_is_spread_over_the_days():
    """No day brings more than its share."""
    learner = Learner(POOL).practise(DAYS, Wish(horizon=HORIZON))
    begun = [card.first for card in learner.cards.values()]
    assert len(begun) == len(POOL) and max(begun.count(day) for day in begun) == len(POOL) // DAYS


def test_days_that_were_missed_are_made_up():
    """A fortnight away: the rest is spread over the days that are left, and all of it is seen."""
    learner = Learner(POOL).practise(DAYS, Wish(horizon=HORIZON), misses=range(20, 34))
    assert len(learner.cards) == len(POOL)


@pytest.mark.parametrize("today", [0, 30, 60, 85, 88, 89, 90])
def test_nothing_is_scheduled_past_the_day(today):
    """Whatever the memory says, every card comes back by the day."""
    learner = Learner(POOL).practise(today, Wish(horizon=HORIZON))
    assert all(HORIZON.due(card, card.due) <= BY for card in learner.cards.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_every_card_has_a_last_look(seed):
    """In the two weeks before the day each question is asked once more: the session grows with what is due."""
    learner = Learner(POOL, seed).practise(DAYS, Wish(horizon=HORIZON))
    assert all(card.last >= BY - timedelta(days=LAST_LOOK_DAYS) for card in learner.cards.values())
    assert max(day.due for day in learner.days) <= MOST
    assert max(len(day.questions) for day in learner.days) <= MOST


def test_three_weeks_away_before_a_day_are_made_up():
    """Even then no day is a wall, and every question has its last look."""
    learner = Learner(POOL).practise(DAYS, Wish(horizon=HORIZON), misses=range(60, 80))
    assert all(card.last >= BY - timedelta(days=LAST_LOOK_DAYS) for card in learner.cards.values())
    back = learner.days[60:]
    assert back[0].due > MOST and max(len(day.questions) for day in back) <= MOST and back[-1].due < back[0].due


def test_a_limit_that_was_named_holds():
    """Whoever has ten minutes a day gets ten minutes a day."""
    learner = Learner(POOL).practise(DAYS, Wish(horizon=HORIZON, limit=12))
    assert max(len(day.questions) for day in learner.days) <= 12


@pytest.mark.parametrize("days", [1, 2, 3])
def test_a_limit_holds_however_near_the_day(days):
    """The night before asks no hundred questions of whoever named a number; else only the must-know goes beyond."""
    horizon = Horizon(START + timedelta(days=days), EXAM)
    held = Learner(POOL).practise(days, Wish(horizon=horizon, limit=20))
    assert [len(day.questions) for day in held.days] == [20] * days
    must = sum(map(horizon.must_know, POOL))
    free = Learner(POOL).practise(days, Wish(horizon=horizon))
    assert max(len(day.questions) for day in free.days) <= max(MOST, must)
