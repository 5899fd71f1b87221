"""How a card stands: mastered, weak, missed, due. One definition for choosing questions and for telling of progress."""

from __future__ import annotations

from datetime import date

from interview_drill.memory.card import AGAIN, Card

MASTERED_DAYS = 21.0
PASSED = 0.6
"""The score from which a question counts as answered: its follow-ups open."""


def mastered(card: Card) -> bool:
    """Recall stays above 90 % for three weeks."""
    return card.stability >= MASTERED_DAYS


def weak(card: Card) -> bool:
    """It was missed before and does not sit yet."""
    return card.lapses > 0 and not mastered(card)


def missed(card: Card) -> bool:
    """The latest answer that counted was wrong."""
    return card.rating == AGAIN


def due_on(card: Card, revision: int) -> date:
    """When the question comes back: as scheduled, or at once where its meaning changed since it was answered."""
    return min(card.due, card.last) if revision > card.revision else card.due
