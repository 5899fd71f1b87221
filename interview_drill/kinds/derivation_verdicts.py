"""Where a derivation meets the engine: an answer -> Report -> Verdict.

Imported with the first answer; what a question declares stands in derivation.py.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import lru_cache

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.counterexample import Counterexample, apart, shown, smallest
from interview_drill.formula.layout import linear
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.assuming import needed
from interview_drill.formula.steps.proofs import proved
from interview_drill.formula.steps.report import Derivation, LineResult, Mismatch, Report
from interview_drill.formula.steps.slips import Named, Slip, slip
from interview_drill.formula.steps.walking import walked
from interview_drill.kinds.derivation_ready import derivation
from interview_drill.question import Answer, Question
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

PARTIAL_SCORE = 0.5


def decide(question: Question, answer: Answer) -> Verdict:
    """The verdict on a derivation. Raises AnswerError, with the fact `line`, where a line cannot be read."""
    start = time.perf_counter()
    report = walked(derivation(question.task), ()).then(answer.text, answer.notation).report()
    decide_ms = round((time.perf_counter() - start) * 1000, 3)
    return reported(question, report, decide_ms=decide_ms)


def reported(question: Question, report: Report, **facts: object) -> Verdict:
    """The verdict that a report comes to."""
    found = {"lines": _count(report), "steps": _steps(report), **facts}
    return OUTCOMES[report.outcome](question, report, found)


def _steps(report: Report) -> list[dict[str, object]]:
    """What became of each line, as plain values."""
    return [
        {"line": one.number, "follows": one.follows, "milestones": list(one.milestones), "goals": list(one.goals)}
        for one in report.lines
    ]


def _count(report: Report) -> int:
    """How many lines there are: two equations may share one."""
    return len({one.number for one in report.lines})


def _right(question: Question, report: Report, facts: Mapping[str, object]) -> Verdict:
    """Right; proved where every line is."""
    sure = set(proved(report.lines))
    steps = [{**one, "method": "proved" if one["line"] in sure else "sampled"} for one in facts["steps"]]
    found = {**facts, "steps": steps, "proved": len(sure)}
    method = "proved" if len(sure) == facts["lines"] else "sampled"
    message = "derivation-proved" if method == "proved" else "derivation-right"
    return verdict(Outcome.CORRECT, Evidence(method, message, found), *passed(question, report))


def passed(question: Question, report: Report, after: int = 0) -> list[Evidence]:
    """The milestones of the lines behind the line `after`, each at its line."""
    found = [(name, one.number) for one in report.lines if one.number > after for name in one.milestones]
    texts = question.task.milestones
    return [
        Evidence("match", "milestone-shown", {"milestone": name, "text": dict(texts[name].text), "step": line})
        for name, line in found
    ]


def _false(question: Question, report: Report, facts: Mapping[str, object]) -> Verdict:
    found = report.mismatch
    facts = {**facts, "line": report.line, "step": report.line, **_sides(found)}
    counter = None if found.truth.shape is not None else smallest(*_numbers(found))
    message = "step-false-shape" if counter is None else "step-false"
    if counter is not None:
        facts |= _counter(counter, found)
        message = "step-undefined" if counter.yours is None else message if facts["at"] else "step-false-constant"
    slip = _slip(question, found)
    needs = [] if slip else _needs(question, found)
    ahead = [] if slip else _hint(question, report)
    evidence = (Evidence("counterexample", message, facts), *needs, *passed(question, report), *ahead)
    return verdict(Outcome.INCORRECT, *evidence, misconception=slip)


def _needs(question: Question, found: Mismatch) -> list[Evidence]:
    """The assumption under which the equation would hold, if one can be named."""
    assumption = needed(found, derivation(question.task))
    if assumption is None:
        return []
    line = found.claim.line.number
    if assumption.kind == "declared":
        text = dict(question.task.assumptions[assumption.name].text)
        return [Evidence("sampled", "needs-declared", {"assumption": assumption.name, "text": text, "step": line})]
    sides = (assumption.left, assumption.right)
    left, right = (tree and linear.written(tree, scope=found.claim.scope) for tree in sides)
    return [Evidence("sampled", f"needs-{assumption.kind}", {"left": left, "right": right, "step": line})]


def _numbers(found: Mismatch) -> tuple:
    truth = found.truth
    return truth.numbers, truth.written, truth.situations


def _sides(found: Mismatch) -> dict[str, str]:
    left, right = found.truth.compared or (found.head.tree, found.side.tree)
    scope = found.claim.scope
    return {"left": linear.written(left, scope=scope), "right": linear.written(right, scope=scope)}


def _counter(counter: Counterexample, found: Mismatch) -> dict[str, object]:
    yours, wanted = (None, shown(counter.wanted)) if counter.yours is None else apart(counter.yours, counter.wanted)
    scope = found.claim.scope
    told = [(tree, value) for tree, value in counter.at if not _is_internal(tree, scope)]
    at = ", ".join(f"{linear.written(tree, scope=scope)} = {value}" for tree, value in told)
    return {"at": at, "wanted": wanted, "yours": yours}


def _is_internal(tree: ast.Node, scope: Scope) -> bool:
    """Whether a quantity is one that only the file uses: no learner was told of its name."""
    return isinstance(tree, ast.Name) and tree.name in scope.options.get("internal", ())


def _slip(question: Question, found: Mismatch) -> str | None:
    """The misconception that makes the same false equation."""
    ready = derivation(question.task)
    named = Named(found)
    for wrong in question.misconceptions:
        if any(named.by(one) for one in _known_slips(wrong.answer, ready)):
            return wrong.name
    return None


@lru_cache(maxsize=512)
def _known_slips(answer: str, ready: Derivation) -> tuple[Slip, ...]:
    try:
        return slip(answer, ready)
    except AnswerError:
        return ()


def _circular(question: Question, report: Report, facts: Mapping[str, object]) -> Verdict:
    return verdict(Outcome.INCORRECT, Evidence("match", "circular", {**facts, "step": report.line}))


def _leap(question: Question, report: Report, facts: Mapping[str, object]) -> Verdict:
    milestone = question.task.milestones[report.milestone]
    found = {**facts, "step": report.line, "milestone": report.milestone, "text": dict(milestone.text)}
    evidence = (Evidence("match", "leap", found), *_hint(question, report), *passed(question, report))
    return verdict(Outcome.PARTIAL, *evidence, score=PARTIAL_SCORE)


def _goal(question: Question, report: Report, facts: Mapping[str, object]) -> Verdict:
    """The goal in the author's words: names that only the file uses are not for the learner."""
    found = {**facts, "goal": question.task.goals[report.goal].forms[0]}
    evidence = (Evidence("match", "goal", found), *_hint(question, report), *passed(question, report))
    return verdict(Outcome.PARTIAL, *evidence, score=PARTIAL_SCORE)


def _hint(question: Question, report: Report) -> list[Evidence]:
    """What leads to the next milestone, where the author says something."""
    milestone = question.task.milestones.get(report.milestone or "")
    if milestone is None or not milestone.hint:
        return []
    return [Evidence("match", "milestone-hint", {"hint": dict(milestone.hint), "milestone": report.milestone})]


def _undecided(question: Question, report: Report, facts: Mapping[str, object]) -> Verdict:
    here = [one for one in report.lines if one.number == report.line]
    return verdict(Outcome.UNDECIDED, Evidence("sampled", undecided(here), {**facts, "step": report.line}))


def undecided(results: Sequence[LineResult]) -> str:
    """What is to be said of a line that is not decided."""
    return "step-unseen" if any(one.unseen for one in results) else "step-undecided"


OUTCOMES = {
    "right": _right,
    "false": _false,
    "circular": _circular,
    "leap": _leap,
    "goal": _goal,
    "undecided": _undecided,
}
