"""What every question owes its learner, whatever its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from interview_drill.kinds.specimen import Mistake
from interview_drill.question import Question

MISCONCEPTIONS = 3


def statics(question: Question, strict: bool = True) -> Iterator[Mistake]:
    """A hint, three misconceptions, an equivalent where the kind has them; no name of a misconception twice.

    An equivalent is a second witness: without one, nothing would notice a slip in the key. Where not `strict`, hints
    and misconceptions are advised.
    """
    level = "fault" if strict else "advice"
    if not question.hints:
        yield Mistake("", f"{level}-no-hints")
    if getattr(question.task, "equivalents", None) == ():
        yield Mistake("", "fault-no-equivalents")
    if len(question.misconceptions) < MISCONCEPTIONS:
        facts = {"least": MISCONCEPTIONS, "got": len(question.misconceptions)}
        yield Mistake("misconceptions", f"{level}-few-misconceptions", facts)
    names = Counter(misconception.name for misconception in question.misconceptions)
    for number, misconception in enumerate(question.misconceptions):
        if names[misconception.name] > 1:
            yield Mistake(f"misconceptions.{number}.name", "fault-name-twice", {"name": misconception.name})
