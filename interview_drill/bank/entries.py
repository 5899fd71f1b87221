"""What the index holds of a question, of a topic and of a set."""

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


@dataclass(frozen=True)
class QuestionSet:
    """A drill put together beforehand: its file's name, its name in several languages, and its questions in order."""

    id: str
    name: Text
    questions: tuple[str, ...]
