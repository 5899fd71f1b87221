"""One session at the prompt: reads what the learner does, hands it to the session, carries out what that asks for."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from msgspec.structs import replace

from interview_drill.bank import Bank
from interview_drill.cli import screen
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.prompt import afterwards, editor, judging, telling
from interview_drill.cli.prompt.asides import Asides
from interview_drill.cli.prompt.asking import MENDED, Asking, Draft, Reader, asking
from interview_drill.cli.prompt.replies import sure, tick
from interview_drill.cli.prompt.tally import Tally
from interview_drill.cli.prompt.typed import END, Typed, bare
from interview_drill.errors import BankError, UsageError
from interview_drill.kinds import Settings
from interview_drill.practice import effects, events
from interview_drill.practice import session as transitions
from interview_drill.practice.clock import Clock
from interview_drill.practice.events import Event, Moment
from interview_drill.practice.queue import added
from interview_drill.practice.state import Session, is_open
from interview_drill.practice.ticks import next_point
from interview_drill.practice.visit import Stage
from interview_drill.question import Answer
from interview_drill.verdict import UNWRITTEN, Verdict


class Conversation:
    """Holds one session until it is over, the learner leaves, or nothing more comes."""

    def __init__(
        self, session: Session, bank: Bank, keeping: Keeping, reader: Reader, clock: Clock, settings: Settings
    ) -> None:
        self.session = session
        self.tally = Tally()
        self._bank, self._keeping, self._reader = bank, keeping, reader
        self._clock, self._settings = clock, settings
        self._draft = Draft()
        self._warned = False
        self._asides = Asides(settings.seed, reader.interactive and reader.mends)

    def hold(self) -> None:
        """Ask until the session is over; the end of the input is the end of the session.

        So is an interrupt, which is handed on: the caller knows the exit code.
        """
        try:
            while self._goes_on() or self._taken_up_again():
                if is_open(self.session.visit):
                    self._turn()
        except EOFError:
            self._do(events.Quit())
        except KeyboardInterrupt:
            self._do(events.Quit())
            raise

    @property
    def untouched(self) -> bool:
        """Whether nothing is on record and no verdict was told."""
        return not self.session.closed and self._asides.last is None

    def _goes_on(self) -> bool:
        """Whether a question is open, after the next one was put where none was."""
        while (question := transitions.upcoming(self.session)) is not None:
            self._put(question)
        return is_open(self.session.visit) and not self.session.over

    def _taken_up_again(self) -> bool:
        """Before a session of a person ends by itself, its last answer can still be taken back."""
        if self.session.over or self.session.before is None or not self._reader.interactive:
            return False
        telling.ending()
        typed = self._reader.read(Asking(toolbar=None))
        if typed.command in (None, "quit"):
            return False
        event = self._asides.event(typed, self.session)
        if isinstance(event, events.Undo):
            self._do(event)
        elif event:
            telling.not_understood("too-late")
        return True

    def _put(self, id: str) -> None:
        try:
            question = self._bank.question(id)
        except (BankError, KeyError):
            screen.complain("question-gone", question=id)
            self.session = transitions.pass_over(self.session)
            return
        self._carry_out(*transitions.begin(self.session, question, self._moment()))
        if self._reader.interactive:
            judging.warm(question.kind)

    def _turn(self) -> None:
        """One prompt, and what was typed at it."""
        visit = self.session.visit
        telling.awaited(visit)
        typed = self._reader.read(asking(visit, self._draft, self._by_line(), self._reader.interactive))
        if typed.command is None:
            self._hand_in(typed)
            return
        if typed.text.strip():
            self._draft = replace(self._draft, visit=visit.id, begun=typed.text)
        if typed.command == "edit":
            self._edit(typed.text)
            return
        event = self._asides.event(typed, self.session)
        if event:
            self._do(event)
        if len(self.session.visit.lines) < len(visit.lines):
            self._draft = Draft(visit.id, mend=visit.lines[-1])

    def _by_line(self) -> bool:
        return self._reader.interactive and judging.by_line(self.session.visit)

    def _hand_in(self, typed: Typed) -> None:
        wanted = bare(typed.text) if self._reader.interactive else None
        if wanted and typed.text.strip() not in self.session.visit.order:
            telling.meant(wanted)
            return
        try:
            self._lines(typed) if self._by_line() else self._stage[self.session.visit.stage](typed.text)
        except judging.Stopped as stopped:
            if not self._reader.interactive:  # there is nobody to give the line back to
                raise KeyboardInterrupt from stopped
            self._draft = Draft(self.session.visit.id, mend=typed.text)
            screen.interrupted()
            telling.not_understood("judging-stopped")

    @property
    def _stage(self) -> dict[Stage, Callable[[str], None]]:
        return {Stage.ANSWER: self._answer, Stage.PAPER: self._written, Stage.SURE: self._sure, Stage.TICK: self._tick}

    def _answer(self, text: str) -> None:
        """Judge what was handed in. Only an open question may be answered aloud, with nothing typed."""
        visit, moment = self.session.visit, self._moment()
        if visit.self_assessed:
            self._do(events.Handed(Answer(text)), moment)
            return
        if not text.strip():
            telling.nothing_typed(self._reader.interactive)
            return
        answer, verdict = judging.judged(visit, text, self._settings)
        self._draft = Draft(visit.id, mend=text, at=_place(verdict))
        if verdict.unwritten and self._reader.interactive:  # to a script it is an answer like any other
            telling.not_understood(UNWRITTEN)
            return
        self._do(events.Handed(answer, verdict), moment)

    def _edit(self, begun: str) -> None:
        """The answer in the person's editor: what there is of it comes along, and what is saved comes back."""
        visit, draft = self.session.visit, self._draft
        if not self._reader.interactive or visit.stage is not Stage.ANSWER:
            telling.not_understood("editor-not-here")
            return
        before = draft.mend if draft.visit == visit.id else ""
        offered = begun or before or judging.starter(visit)
        try:
            if not self._wants(editor.unchosen()):
                return
            text = editor.edited(offered, visit.question.kind)
        except UsageError as error:
            screen.complain(error.message, **error.facts)
            return
        if not self._reader.mends:  # there is no line for it to come back to
            self._handed_back(offered, text)
        elif visit.question.kind in MENDED:
            self._draft = Draft(visit.id, mend=text)
        else:
            self._draft = Draft(visit.id, begun=text)

    def _wants(self, unchosen: str | None) -> bool:
        """Whether to open an editor that nobody named: said once how it is left, before it takes the screen."""
        if unchosen is None or self._warned:
            return True
        telling.not_understood("editor-unchosen", editor=unchosen)
        typed = self._reader.read(Asking(toolbar=None))
        self._warned = typed.command is None and not typed.text.strip()
        return self._warned

    def _handed_back(self, offered: str, text: str) -> None:
        """What was written goes in; who left the editor as it was has not answered."""
        if text.strip() == offered.strip():
            telling.not_understood("editor-unchanged")
        else:
            self._hand_in(Typed(text))

    def _lines(self, typed: Typed) -> None:
        """Judge a line, or several that were pasted; `:done` behind lines that all stand hands them in."""
        done = typed.done or typed.text.strip() in END
        if typed.text.strip() and typed.text.strip() not in END:
            visit, moment = self.session.visit, self._moment()
            step = judging.stepped(visit, typed.text)
            self._draft = Draft(visit.id, mend=step.mend, at=_place(step.verdict))
            self._do(events.Stepped(typed.text, step), moment)
            if step.verdict is None:
                telling.not_understood("step-claims-nothing")
        elif not done or not self.session.visit.lines:
            telling.nothing_typed(self._reader.interactive)
            return
        if done and is_open(self.session.visit) and not self._draft.mend:
            self._do(events.Handed(*judging.ended(self.session.visit)))

    def _written(self, _: str) -> None:
        self._do(events.Written())

    def _sure(self, text: str) -> None:
        """How sure; whoever ticks at once leaves it open."""
        event = sure(text)
        if event or tick(text):
            self._do(event or events.Sure(None))
        else:
            telling.not_understood("sure-again")
        if not event and tick(text):
            self._tick(text)

    def _tick(self, text: str) -> None:
        event = tick(text)
        if event and next_point(self.session.visit):
            self._do(event)
        else:
            telling.not_understood("tick-again")

    def _do(self, event: Event, moment: Moment | None = None) -> None:
        self._carry_out(*transitions.update(self.session, event, moment or self._moment()))

    def _carry_out(self, session: Session, asked: tuple[effects.Effect, ...]) -> None:
        """Take the next state, keep what is to be kept, then show what is to be shown, in order."""
        before, self.session = self.session, session
        for effect in asked:
            self._keep(effect) if isinstance(effect, effects.Kept) else self._show(effect)
        if more := added(before.queue, session.queue):
            telling.grown(more, self.session)

    def _keep(self, effect: effects.Kept) -> None:
        if isinstance(effect, effects.Remember):
            self._keeping.record(effect.review)
        elif isinstance(effect, effects.KeepPlace):
            self._keeping.keep_place(effect.visit)
        else:
            self._keeping.record(*effect.retractions)
            self.tally.drop(effect.visit)

    def _show(self, effect: effects.Effect) -> None:
        if isinstance(effect, effects.ShowVerdict):
            self.tally.add(effect.visit, effect.given)
        if isinstance(effect, effects.ShowVerdict | effects.ShowStep):
            self._asides.heard(effect)
        if isinstance(effect, effects.ShowOnward):
            afterwards.tell(effect.visit, self._bank, self._keeping, self._clock())
        else:
            telling.show(effect, self.session)

    def _moment(self) -> Moment:
        return Moment(self._clock(), str(uuid4()))


def _place(verdict: Verdict | None) -> int | None:
    """Where what was typed could not be read."""
    at = verdict.evidence[0].facts.get("at") if verdict is not None and verdict.evidence else None
    return at if isinstance(at, int) else None
