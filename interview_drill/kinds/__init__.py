"""Kinds of question: what a task of each kind holds, and how an answer to it is judged.

A kind is one file and a line in `KINDS`. Its module is imported on first use, and imports its engine inside the
functions that need it, so that reading the bank never pays for NumPy or SymPy. A kind's module has

    Task                     a frozen Struct: its fields are the keys of the question's YAML beside the common ones
    judge                    (question, answer, settings) -> Verdict; AnswerError for what cannot be read
    specimens                (question) -> answers with the outcome they must come to
    faults                   (question) -> mistakes of the author that show without judging
    revealed                 (question) -> the key, part by part
    offered                  optional: (question) -> (id, text) of the options or steps to show
    given                    optional: (task) -> the declared symbols that a learner is told of
    stem                     optional: (task, stem) -> the stem with what the kind adds to it
    misconceptions           optional: (task) -> misconceptions that the task itself names
    graph                    optional: (question, answer) -> a wrong answer and the key as points of one variable
    starter                  optional: (question, language) -> the file that an answer begins with
    preview                  optional: (question, text, style) -> an answer under way, drawn as it is read; AnswerError
    step, ended, towards     optional: an answer judged line by line while it is written (stepping.py)
    warm                     optional: imports the engine beforehand
    ahead                    optional: starts early what only some answers need
    waited                   optional: seconds spent so far on the start of other processes, off an answer's clock
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from msgspec import Struct

from interview_drill.errors import AnswerError, SandboxError, UsageError
from interview_drill.question import Answer, Question
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

KINDS = {
    "formula": "interview_drill.kinds.formula",
    "derivation": "interview_drill.kinds.derivation",
    "code": "interview_drill.kinds.code",
    "choice": "interview_drill.kinds.choice",
    "concept": "interview_drill.kinds.concept",
    "cloze": "interview_drill.kinds.cloze",
    "ordering": "interview_drill.kinds.ordering",
    "number": "interview_drill.kinds.number",
}
"""Kind -> its module, imported on first use."""


class Settings(Struct, frozen=True):
    """How to judge: everything random follows from `seed`; `limit_s` is the wall time of one code answer in seconds;
    `python` another interpreter for code answers, None for this one."""

    seed: int
    limit_s: float = 10.0
    python: str | None = None


def kind(name: str) -> ModuleType:
    """The module of a kind. Raises UsageError where there is no such kind."""
    if name not in KINDS:
        raise UsageError("unknown-kind", kind=name, kinds=list(KINDS))
    return import_module(KINDS[name])


def warm(module: ModuleType) -> None:
    """Import what a kind's engine needs, so that the first answer's time is that of its verdict."""
    getattr(module, "warm", lambda: None)()


def ahead(module: ModuleType) -> None:
    """Start what takes long and only some answers need, while the learner is still reading."""
    warm(module)
    getattr(module, "ahead", lambda: None)()


def waited(module: ModuleType) -> float:
    """Seconds spent so far on the start of other processes (the prover imports SymPy): off an answer's clock."""
    return getattr(module, "waited", lambda: 0.0)()


def break_off() -> None:
    """End what an interrupted judgement left running: its late reply would be taken for the next answer's."""
    from interview_drill.formula import proof
    from interview_drill.grader import sandbox

    proof.close()
    sandbox.close_all()


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """The verdict on an answer to a question of the bank. Never raises over what the answer holds."""
    try:
        return kind(question.kind).judge(question, answer, settings)
    except AnswerError as error:
        return unreadable(error, answer)
    except SandboxError as error:
        return _undecided(error)


def judge_pair(expected: str, answer: Answer, symbols: object, settings: Settings) -> Verdict:
    """Whether two free formulas say the same; `symbols` are declarations as in a formula question, or None."""
    try:
        return kind("formula").judge_pair(expected, answer, symbols, settings)
    except AnswerError as error:
        return unreadable(error, answer)
    except SandboxError as error:
        return _undecided(error)


def unreadable(error: AnswerError, answer: Answer) -> Verdict:
    """The verdict on an answer that could not be read, with the place."""
    facts = {**error.facts, "at": error.at, "end": error.end, "text": answer.text}
    return verdict(Outcome.UNREADABLE, Evidence("match", error.message, facts))


def _undecided(error: SandboxError) -> Verdict:
    reason = error.facts.get("reason", error.message)
    return verdict(Outcome.UNDECIDED, Evidence("match", "sandbox-failed", {**error.facts, "reason": reason}))
