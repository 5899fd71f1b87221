"""A verdict with the time it took, in this process or in one of a pool's, which imports nothing above this room."""

from __future__ import annotations

import time
from collections.abc import Mapping

from msgspec import Struct

from interview_drill import kinds
from interview_drill.kinds import Settings
from interview_drill.question import Answer, Question
from interview_drill.verdict import Verdict


class Pair(Struct, frozen=True):
    """A free formula to compare an answer with, and the declarations of its symbols, None for plain ones."""

    expected: str
    symbols: Mapping[str, object] | None = None


def timed(asked: Question | Pair, answer: Answer, settings: Settings) -> tuple[Verdict, float]:
    """(the verdict, milliseconds from the text to it, without the first import of an engine or its processes)."""
    kind = kinds.kind(asked.kind if isinstance(asked, Question) else "formula")
    kinds.warm(kind)
    waited, start = kinds.waited(kind), time.perf_counter()
    if isinstance(asked, Pair):
        found = kinds.judge_pair(asked.expected, answer, asked.symbols, settings)
    else:
        found = kinds.judge(asked, answer, settings)
    return found, (time.perf_counter() - start - (kinds.waited(kind) - waited)) * 1000
