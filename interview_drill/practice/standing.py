"""How a card stands: mastered, weak, missed. One definition for choosing questions and for telling of progress."""

from __future__ import annotations

from interview_drill.memory.card import AGAIN, Card

MASTERED_DAYS = 21.0


def mastered(card: Card) -> bool:
    """Recall stays above 90 % for three weeks."""
    return card.stability >= MASTERED_DAYS


def weak(card: Card) -> bool:
    """It was missed before and does not sit yet."""
    return card.lapses > 0 and not mastered(card)


def missed(card: Card) -> bool:
    """The latest answer that counted was wrong."""
    return card.rating == AGAIN
