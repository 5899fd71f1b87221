"""What a learner can do in a session. Each event meets the session together with a Moment."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from interview_drill.kinds.stepping import Step
from interview_drill.question import Answer, Text
from interview_drill.verdict import Verdict


class Moment(Struct, frozen=True):
    """When an event happens (aware, in the learner's zone), and a fresh UUID for what it brings about."""

    now: datetime
    id: str


class Handed(Struct, frozen=True):
    """An answer was handed in. `verdict` is None where the learner judges it themselves."""

    answer: Answer
    verdict: Verdict | None = None


class Stepped(Struct, frozen=True):
    """Lines of an answer were entered that is judged line by line: what was typed, and what became of it."""

    text: str
    step: Step


class Back(Struct, frozen=True):
    """The last line that stands is taken back, to be written anew."""


class Sure(Struct, frozen=True):
    """How sure the learner is, in percent; None leaves it open."""

    percent: int | None


class Tick(Struct, frozen=True):
    """Whether the answer held the key point in question."""

    yes: bool


class AskHint(Struct, frozen=True):
    """The next hint, please; `towards` is what leads on from where the learner is, by name, where a kind can tell.

    `back_to` is the title of the question that `towards` belongs to, where that is another one.
    """

    towards: tuple[str, Text] | None = None
    back_to: Text | None = None


class AskKey(Struct, frozen=True):
    """The key, please."""


class OnPaper(Struct, frozen=True):
    """This one is written by hand."""


class Written(Struct, frozen=True):
    """The sheet of paper is ready to be compared."""


class Skip(Struct, frozen=True):
    """Another question, please; nothing is recorded."""


class Undo(Struct, frozen=True):
    """The last answer was a slip of the hand: take it back and ask again."""


class Quit(Struct, frozen=True):
    """Enough for today."""


Event = Handed | Stepped | Back | Sure | Tick | AskHint | AskKey | OnPaper | Written | Skip | Undo | Quit
