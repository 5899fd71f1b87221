"""What a learner can do in a session. Each event meets the session together with a Moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from interview_drill.kinds.stepping import Step
from interview_drill.question import Answer, Text
from interview_drill.verdict import Verdict


@dataclass(frozen=True)
class Moment:
    """When an event happens (aware, in the learner's zone), and a fresh UUID for what it brings about."""

    now: datetime
    id: str


@dataclass(frozen=True)
class Handed:
    """An answer was handed in. `verdict` is None where the learner judges it themselves."""

    answer: Answer
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Stepped:
    """Lines of an answer were entered that is judged line by line: what was typed, and what became of it."""

    text: str
    step: Step


@dataclass(frozen=True)
class Back:
    """The last line that stands is taken back, to be written anew."""


@dataclass(frozen=True)
class Sure:
    """How sure the learner is, in percent; None leaves it open."""

    percent: int | None


@dataclass(frozen=True)
class Tick:
    """Whether the answer held the key point in question."""

    yes: bool


@dataclass(frozen=True)
class AskHint:
    """The next hint, please; `towards` is what leads on from where the learner is, by name, where a kind can tell."""

    towards: tuple[str, Text] | None = None


@dataclass(frozen=True)
class AskKey:
    """The key, please."""


@dataclass(frozen=True)
class OnPaper:
    """This one is written by hand."""


@dataclass(frozen=True)
class Written:
    """The sheet of paper is ready to be compared."""


@dataclass(frozen=True)
class Skip:
    """Another question, please; nothing is recorded."""


@dataclass(frozen=True)
class Undo:
    """The last answer was a slip of the hand: take it back and ask again."""


@dataclass(frozen=True)
class Quit:
    """Enough for today."""


Event = Handed | Stepped | Back | Sure | Tick | AskHint | AskKey | OnPaper | Written | Skip | Undo | Quit
