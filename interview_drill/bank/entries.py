"""What the index holds of a question, of a topic and of a set."""

from __future__ import annotations

from msgspec import Struct

from interview_drill.question import Text


class Entry(Struct, frozen=True):
    """A question without its task: what lists, queues and progress need."""

    id: str
    kind: str
    topic: str
    level: int
    parent: str | None
    revision: int
    title: Text


class Topic(Struct, frozen=True):
    """A topic: its folder's name, its name in several languages, and its place among the topics (from 1)."""

    id: str
    name: Text
    order: int


class QuestionSet(Struct, frozen=True):
    """A drill put together beforehand: its file's name, its name in several languages, and its questions in order."""

    id: str
    name: Text
    questions: tuple[str, ...]
