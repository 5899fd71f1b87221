"""How far along: counts by topic, misconceptions, how sure against how right."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from interview_drill.bank import Topic
from interview_drill.memory.card import AGAIN, GOOD, Card
from interview_drill.practice.progress import calibration, next_due, slips, standings

TODAY = date(2026, 3, 1)
TOPICS = [Topic("relu", {"en": "ReLU"}, 1), Topic("kl", {"en": "KL"}, 2)]


@dataclass(frozen=True)
class Entry:
    id: str
    topic: str = "relu"
    revision: int = 1


def a_card(question, due_in=9, stability=5.0, lapses=0, rating=GOOD):
    last = TODAY - timedelta(5)
    return Card(question, stability, 5.0, last, last, TODAY + timedelta(due_in), 2, lapses, rating)


def cards(*found):
    return {card.question: card for card in found}


def test_counts_by_topic():
    """Mastered is three weeks of memory, weak is missed and not mastered, due includes a raised revision."""
    entries = [Entry("a"), Entry("b"), Entry("c", revision=2), Entry("d"), Entry("e", "kl")]
    known = cards(a_card("a", stability=30, lapses=1), a_card("b", due_in=0, lapses=2), a_card("c"), a_card("gone"))
    relu, kl = standings(TOPICS, entries, known, TODAY)
    assert (relu.questions, relu.seen, relu.mastered, relu.due, relu.weak) == (4, 3, 1, 2, 1)
    assert (kl.questions, kl.seen, kl.mastered, kl.due, kl.weak) == (1, 0, 0, 0, 0)


def test_misconceptions_of_weak_questions_come_first():
    """Then the most frequent; a question that left the bank is left out."""
    rows = [
        ("a", "no-exp", 5, "2026-02-01"),
        ("b", "sign", 1, "2026-02-02"),
        ("b", "swap", 2, "2026-02-03"),
        ("gone", "old", 9, "2026-01-01"),
    ]
    known = cards(a_card("a", stability=40, lapses=1), a_card("b", lapses=1, rating=AGAIN))
    found = slips(rows, [Entry("a"), Entry("b")], known)
    assert [(slip.misconception, slip.weak) for slip in found] == [("swap", True), ("sign", True), ("no-exp", False)]


def test_how_sure_against_how_right():
    """By bucket, graded apart from self-assessed; empty buckets are left out."""
    rows = [("graded", 90, 3, 1.0), ("graded", 100, 1, 1.0), ("graded", 50, 2, 2.0), ("self", 90, 1, 0.5)]
    found = calibration(rows)
    assert [(one.assessed, one.low, one.high, one.answers) for one in found] == [
        ("graded", 50, 69, 2),
        ("graded", 90, 100, 4),
        ("self", 90, 100, 1),
    ]
    assert [one.right for one in found] == [1.0, 0.5, 0.5]
    assert [one.sure for one in found] == pytest.approx([0.5, 0.925, 0.9])


def test_every_confidence_falls_into_one_bucket():
    """From 0 to 100."""
    found = calibration([("graded", percent, 1, 1.0) for percent in range(101)])
    assert sum(bucket.answers for bucket in found) == 101


def test_the_next_day_that_brings_something():
    """Later than today; None where nothing waits."""
    assert next_due([a_card("a", 0), a_card("b", 3)], TODAY) == TODAY + timedelta(3)
    assert next_due([], TODAY) is None
