"""Cards: what a sequence of ratings does to the next day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_drill.memory.card import AGAIN, GOOD, HARD, fold, recall, reviewed
from interview_drill.memory.days import review_day
from tests.memory.reviews import a_review

DAY = date(2026, 3, 1)


def practised(ratings: list[int]) -> list[int]:
    """The intervals in days when each review happens on the day it is due."""
    card, day, intervals = None, DAY, []
    for rating in ratings:
        card = reviewed(card, "q", rating, day)
        intervals.append((card.due - day).days)
        day = card.due
    return intervals


def test_intervals_grow_while_answers_are_right() -> None:
    """Each right answer on its day sends the question further away."""
    intervals = practised([GOOD] * 5)
    assert intervals == sorted(set(intervals))
    assert intervals[-1] > 30


def test_a_miss_brings_the_question_back_soon() -> None:
    """After a miss the question returns within days, however long it had rested."""
    assert practised([GOOD, GOOD, GOOD, AGAIN])[-1] <= 7


def test_a_first_miss_returns_the_next_day() -> None:
    """No minute steps: the soonest a card is due is tomorrow."""
    card = reviewed(None, "q", AGAIN, DAY)
    assert card.due == DAY + timedelta(days=1)
    assert card.lapses == 1


def test_hard_comes_back_before_good() -> None:
    """A right answer that needed a hint is asked again sooner."""
    assert practised([GOOD, HARD])[-1] < practised([GOOD, GOOD])[-1]


def test_right_after_the_key_was_seen_is_still_a_miss() -> None:
    """Within a day the worst rating stands for how the question sits; the next day settles it."""
    echoed = reviewed(reviewed(None, "q", AGAIN, DAY), "q", GOOD, DAY)
    assert echoed.rating == AGAIN and echoed.due == DAY + timedelta(days=1)
    assert reviewed(echoed, "q", GOOD, DAY + timedelta(days=1)).rating == GOOD


def test_a_card_knows_the_latest_revision_that_was_answered() -> None:
    """An older machine that merges its answers does not set it back; what was learned stays."""
    card = fold([a_review(revision=1), a_review(revision=3), a_review(revision=2)])
    assert card.revision == 3 and card.reviews == 3


def test_a_new_day_counts_even_when_few_hours_passed() -> None:
    """20:00 and the next 08:00 are two days to a learner, and to the card."""
    evening = reviewed(None, "q", GOOD, DAY)
    next_morning = reviewed(evening, "q", GOOD, DAY + timedelta(days=1))
    same_day = reviewed(evening, "q", GOOD, DAY)
    assert next_morning.stability > same_day.stability


def test_a_clock_set_back_does_no_harm() -> None:
    """A day before the card's last one counts as that last day."""
    card = reviewed(None, "q", GOOD, DAY)
    assert reviewed(card, "q", GOOD, DAY - timedelta(days=1)) == reviewed(card, "q", GOOD, DAY)
    assert recall(card, DAY - timedelta(days=30)) == 1.0


def test_recall_falls_to_nine_tenths_at_the_stability() -> None:
    """Stability is the days until the chance of recall is 90 %."""
    card = reviewed(None, "q", GOOD, DAY)
    assert recall(card, DAY + timedelta(days=round(card.stability))) == pytest.approx(0.9, abs=0.02)


def test_unrated_answers_do_not_move_the_card() -> None:
    """A second try is on record, and only the first one rates."""
    first, second = a_review(rating=AGAIN), a_review(rating=None, tries=2)
    assert fold([first, second]) == fold([first])
    assert fold([second]) is None


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 40)), min_size=1, max_size=30))
def test_a_card_stays_sane_over_any_history(history: list[tuple[int, int]]) -> None:
    """Whatever was answered and whenever: due lies after the last day, difficulty within its bounds."""
    card, day = None, DAY
    for rating, pause in history:
        day += timedelta(days=pause)
        card = reviewed(card, "q", rating, day)
        assert card.due > card.last == day
        assert 1 <= card.difficulty <= 10
        assert card.stability > 0
    assert card.reviews == len(history)


@pytest.mark.parametrize(
    ("hour", "day"), [(3, date(2026, 2, 28)), (4, date(2026, 3, 1)), (23, date(2026, 3, 1))], ids=str
)
def test_a_day_ends_at_four_in_the_morning(hour: int, day: date) -> None:
    """An evening that runs past midnight is one day, in the learner's own zone."""
    shanghai = timezone(timedelta(hours=8))
    assert review_day(datetime(2026, 3, 1, hour, 0, tzinfo=shanghai)) == day
    assert review_day(datetime(2026, 3, 1, 3, 59, tzinfo=UTC)) == date(2026, 2, 28)
