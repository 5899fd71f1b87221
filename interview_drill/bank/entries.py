"""What the index holds of a question and of a topic."""

from __future__ import annotations

from dataclasses import dataclass

from interview_drill.question import Text


@dataclass(frozen=True)
class Entry:
    """A question without its task: what lists, queues and progress need."""

    id: str
    kind: str
    topic: str
    level: int
    parent: str | None
    revision: int
    title: Text


@dataclass(frozen=True)
class Topic:
    """A topic: its folder's name, its name in several languages, and its place among the topics (from 1)."""

    id: str
    name: Text
    order: int
