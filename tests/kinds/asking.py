"""A question of any kind around a task, for tests."""

from __future__ import annotations

from interview_drill import kinds
from interview_drill.kinds import Settings
from interview_drill.question import Answer, Misconception, Place, Question
from interview_drill.verdict import Verdict

SETTINGS = Settings(seed=7)


def question(kind: str, task: object, *misconceptions: Misconception) -> Question:
    """A question with this task; what the task names itself is added, as the bank does."""
    named = getattr(kinds.kind(kind), "misconceptions", lambda task: ())(task)
    text = {"en": "Title", "zh": "标题"}
    return Question(
        "id", kind, "topic", 1, None, (), 1, text, text, (), (*misconceptions, *named), None, task, Place("file", {})
    )


def wrong(name: str, answer: str) -> Misconception:
    """A misconception without much of a note."""
    return Misconception(name, answer, {"en": "Note.", "zh": "讲解。"})


def judged(asked: Question, text: str) -> Verdict:
    """The verdict on an answer as typed."""
    return kinds.judge(asked, Answer(text), SETTINGS)
