"""`:` commands: those the session knows become its events, the others are answered here."""

from __future__ import annotations

import re

from interview_drill.cli import screen
from interview_drill.cli.language import language, words
from interview_drill.cli.prompt import flagging, telling, verdicts, welcome
from interview_drill.cli.prompt.judging import towards
from interview_drill.cli.prompt.typed import COMMANDS, Typed, nearest
from interview_drill.feedback import LANGUAGES
from interview_drill.practice import events
from interview_drill.practice.effects import ShowQuestion, ShowStep, ShowVerdict
from interview_drill.practice.events import Event
from interview_drill.practice.state import Session
from interview_drill.practice.visit import Visit
from interview_drill.question import Text

EVENTS = {
    "answer": events.AskKey,
    "skip": events.Skip,
    "undo": events.Undo,
    "back": events.Back,
    "paper": events.OnPaper,
    "quit": events.Quit,
}


ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""What can hardly be a remark by itself."""


class Asides:
    """Carries what an aside needs to know: the seed of the run, the verdicts by question, and the latest (`:why`).

    `edits` where keys change the line that is typed.
    """

    def __init__(self, seed: int, edits: bool = False) -> None:
        self.last: ShowVerdict | ShowStep | None = None
        self._told: dict[str, ShowVerdict | ShowStep] = {}
        self._seed, self._edits = seed, edits

    def heard(self, effect: ShowVerdict | ShowStep) -> None:
        """A verdict was told."""
        self.last = self._told[effect.visit.question.id] = effect

    def event(self, typed: Typed, session: Session) -> Event | None:
        """The event for a command; None where it was answered here."""
        if typed.command == "hint":
            return events.AskHint(_towards(typed, session))
        if typed.command in EVENTS:
            return EVENTS[typed.command]()
        if typed.command == "why":
            verdicts.why(self.last, self._seed)
        elif typed.command == "flag":
            self._flag(session, typed.rest)
        elif typed.command == "lang":
            _other_language(typed.rest, session)
        elif typed.command == "help":
            _commands(self._edits)
        else:
            telling.not_understood("unknown-command", name=typed.command, nearest=nearest(typed.command or ""))
        return None

    def _flag(self, session: Session, remark: str) -> None:
        """Of the question on the screen, with the verdict on its last answer; of one before it where that is named."""
        visit = session.visit
        name, _, rest = remark.partition(" ")
        id = name.strip("`:：,，").casefold()
        before = self._told.get(id)
        if before and before.visit.id != visit.id:
            flagging.flag(before.visit.question, before.given, self._seed, rest.strip())
        elif ID.fullmatch(id) and not rest and id != visit.question.id:
            telling.not_understood("flag-unknown", name=id, question=visit.question.id)
        else:
            remark = rest.strip() if id == visit.question.id else remark
            flagging.flag(visit.question, visit.given[-1] if visit.given else None, self._seed, remark)
            self._of_one_before(visit)

    def _of_one_before(self, visit: Visit) -> None:
        """How the verdict on another question is reported, where this one has none yet."""
        if self.last and not visit.given and self.last.visit.question.id != visit.question.id:
            screen.say("flag-before", question=visit.question.id, before=self.last.visit.question.id)


def _towards(typed: Typed, session: Session) -> tuple[str, Text] | None:
    """What leads on from what was written so far: above the command, else in the last answer."""
    visit = session.visit
    last = visit.given[-1].answer.text if visit.given and not visit.lines else ""
    return towards(visit, typed.text if typed.text.strip() else last)


def _other_language(wish: str, session: Session) -> None:
    """Speak the language named, or else the next one, and put the question again in it."""
    following = LANGUAGES[(LANGUAGES.index(language()) + 1) % len(LANGUAGES)]
    welcome.use(welcome.named(wish) or following)
    if session.visit:
        telling.show(ShowQuestion(session.visit), session)


def _commands(edits: bool) -> None:
    screen.facts([(f":{name}", words(f"command-{name}")) for name in COMMANDS])
    if edits:
        screen.prose(words("help-keys"))
