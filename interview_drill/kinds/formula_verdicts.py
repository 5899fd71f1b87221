"""Where a formula question meets the engine: an answer -> Comparison -> Verdict.

Imported with the first answer; what a question declares stands in formula.py.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.comparing import Comparison, compare, subject
from interview_drill.formula.counterexample import Counterexample, apart, shown
from interview_drill.formula.diagnosing import brackets_missing, counterexample, relation
from interview_drill.formula.equations import compare_free
from interview_drill.formula.goals import prove, proved_sizes
from interview_drill.formula.layout import linear
from interview_drill.formula.relations import Relation
from interview_drill.formula.scope import Declaration, Form
from interview_drill.formula.stating import Stated, claim, parted
from interview_drill.formula.switches import doubtful
from interview_drill.question import Answer, Question
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict


def decide(question: Question, answer: Answer) -> Verdict:
    """The verdict on an answer; the first form that it equals decides. Raises AnswerError."""
    start = time.perf_counter()
    found, error = first_equal((question.task, *question.task.forms), answer)
    decide_ms = round((time.perf_counter() - start) * 1000, 3)
    if found is None:
        told = _beside_definitions(question, answer, error)
        if told is None:
            raise error
        return told
    form, comparison = found
    facts = _facts(comparison, form, decide_ms)
    if comparison.equal is None:
        return verdict(Outcome.UNDECIDED, Evidence("sampled", "undecided", facts))
    if comparison.equal:
        return _agreed(comparison, form, facts, subject(form).key, prove(comparison.reading, subject(form)))
    return _incorrect(question, form, comparison, facts)


def _beside_definitions(question: Question, answer: Answer, error: AnswerError) -> Verdict | None:
    """The verdict without what the answer truly says of the question's own quantities; None where there is none."""
    if error.message == AMBIGUOUS:
        return None
    for form in (question.task, *question.task.forms):
        text, stated = parted(answer.text, subject(form).scope, answer.notation)
        if stated and all(_is_true(one, form) for one in stated):
            judged = decide(question, msgspec.structs.replace(answer, text=text))
            said = ", ".join(answer.text[one.at : one.end].strip() for one in stated)
            remark = Evidence("match", "note-defined-true", {"text": said})
            return msgspec.structs.replace(judged, evidence=(*judged.evidence, remark))
    return None


def _is_true(one: Stated, form: Form) -> bool:
    """Whether a quantity of the question is what an answer says of it."""
    try:
        small = claim(form, one.left, one.letters)
        comparison = compare(one.body, small)
        if not comparison.equal:
            return False
        key = subject(small).key
        return not doubtful(comparison, key, prove(comparison.reading, subject(small)))
    except AnswerError:
        return False


AMBIGUOUS = "add-brackets"
"""What can be read in two ways stays unreadable, even where another form could read it in one."""


def first_equal(forms: tuple[Form, ...], answer: Answer) -> tuple[tuple[Form, Comparison] | None, AnswerError | None]:
    """The first form that the answer equals, else the first in which it can be read, and the error to be told."""
    readable, errors = None, []
    for form in forms:
        try:
            comparison = compare(answer.text, form, answer.notation)
        except AnswerError as refused:
            errors.append(refused)
            continue
        if comparison.equal:
            return (form, comparison), None
        readable = readable or (form, comparison)
    error = _told(errors, answer.text)
    return (None, error) if error and error.message == AMBIGUOUS else (readable, error)


def _told(errors: Sequence[AnswerError], text: str) -> AnswerError | None:
    """The error of the form in which an answer gets furthest; the first form's where that could read all of it."""
    if not errors or _is_of_all(errors[0], text):
        return next((one for one in errors if one.message == AMBIGUOUS), errors[0] if errors else None)
    return max(errors, key=lambda one: (one.message == AMBIGUOUS, 0 if _is_of_all(one, text) else one.at))


def _is_of_all(error: AnswerError, text: str) -> bool:
    """Whether no single place is to blame."""
    return error.at is None or (error.at == 0 and error.end == len(text))


def _facts(comparison: Comparison, form: Form, decide_ms: float) -> dict[str, object]:
    scope = comparison.reading.scope
    return {
        "parsed": linear.written(comparison.tree, scope=scope),
        "parsed_latex": linear.latex(comparison.tree, scope=scope),
        "notation": comparison.notation,
        "points": comparison.points,
        "decide_ms": decide_ms,
    }


def _agreed(
    comparison: Comparison, form: Form | None, facts: Mapping[str, object], key: ast.Node, proved: bool
) -> Verdict:
    """Right where it is proved, or where the points saw all that the answer can do."""
    if doubtful(comparison, key, proved):
        return verdict(Outcome.UNDECIDED, Evidence("sampled", "undecided-unseen", facts))
    return _correct(comparison, form, facts, proved)


def _correct(comparison: Comparison, form: Form | None, facts: Mapping[str, object], proved: bool) -> Verdict:
    method = "proved" if proved else "sampled"
    sizes = _sizes(proved_sizes(comparison) if proved else comparison.sizes)
    message = f"formula-{method}-sizes" if sizes else f"formula-{method}"
    return verdict(
        Outcome.CORRECT,
        Evidence(method, message, {**facts, "sizes": sizes}),
        *_notes(comparison, right=True),
        *_form_note(form),
        *_hole(comparison, form),
    )


def _sizes(chosen: tuple[Mapping[str, int], ...]) -> str:
    """C = 1, 2, 3, 4; n = 2, 3"""
    found: dict[str, set[int]] = {}
    for one in chosen:
        for name, size in one.items():
            found.setdefault(name, set()).add(size)
    return "; ".join(f"{name} = {', '.join(map(str, sorted(sizes)))}" for name, sizes in found.items())


PRAISE = frozenset(["note-library-name"])
"""What is said of right answers alone."""


def _notes(comparison: Comparison, *, right: bool = False) -> list[Evidence]:
    notes = [note for note in comparison.notes if right or note.message not in PRAISE]
    return [Evidence("match", note.message, dict(note.facts)) for note in notes]


def _form_note(form: Form | None) -> list[Evidence]:
    """What is to be said of an answer in another form than the key's."""
    note = getattr(form, "note", None)
    return [Evidence("match", "form-note", {"note": dict(note)})] if note else []


def _hole(comparison: Comparison, form: Form | None) -> list[Evidence]:
    """A form that is undefined at a special point, where the key is not, is accepted with a note."""
    hole = counterexample(comparison)
    return [] if hole is None else [Evidence("counterexample", "formula-undefined-at", {"at": placed(hole, form)})]


def _incorrect(question: Question, form: Form, comparison: Comparison, facts: Mapping[str, object]) -> Verdict:
    evidence = [*_refutation(comparison, form, facts), *_notes(comparison)]
    return verdict(Outcome.INCORRECT, *evidence, misconception=_misconception(question, form, comparison))


def _refutation(comparison: Comparison, form: Form | None, facts: Mapping[str, object]) -> list[Evidence]:
    """The counterexample, then how the answer is related to the key, or that brackets are missing."""
    related, counter = relation(comparison), counterexample(comparison)
    if related:
        facts = {**facts, "relation": related.name}
    if counter is None:
        return [Evidence("counterexample", f"formula-rank-{comparison.shape}", facts)]
    yours, wanted = (None, shown(counter.wanted)) if counter.yours is None else apart(counter.yours, counter.wanted)
    found = {
        **facts,
        "at": placed(counter, form),
        "wanted": wanted,
        "yours": yours,
        "entry": ", ".join(map(str, counter.entry)),
        "part": comparison.part + 1,
    }
    refuted = Evidence("counterexample", _refuted_message(comparison, counter), found)
    return [refuted, *(_related(related) or _brackets(comparison))]


def _refuted_message(comparison: Comparison, counter: Counterexample) -> str:
    if counter.yours is None:
        return "formula-undefined"
    if not counter.at:
        return "formula-differs-constant"
    if counter.entry:
        return "formula-differs-entry"
    return "formula-differs-part" if comparison.parts > 1 else "formula-differs"


def placed(counter: Counterexample, form: Form | None) -> str:
    """z = (0, 1), k = 1"""
    scope = None if form is None else subject(form).scope
    return ", ".join(f"{linear.written(tree, scope=scope)} = {value}" for tree, value in counter.at)


def _related(related: Relation | None) -> list[Evidence]:
    if related is None:
        return []
    return [Evidence("counterexample", f"relation-{related.name}", {**related.facts, "relation": related.name})]


def _brackets(comparison: Comparison) -> list[Evidence]:
    return [Evidence("counterexample", "brackets-missing")] if brackets_missing(comparison) else []


def _misconception(question: Question, form: Form, comparison: Comparison) -> str | None:
    """The misconception whose answer has the value of this one, wherever the key was looked at.

    Where the wrong part only names the answer (a false left-hand side), no idea about the answer is to blame.
    """
    if comparison.restates:
        return None
    wrongs = ((wrong.name, _known_wrong(wrong.answer, form)) for wrong in question.misconceptions)
    return next((name for name, other in wrongs if other is not None and comparison.same(other)), None)


@lru_cache(maxsize=1024)
def _known_wrong(answer: str, form: Form) -> Comparison | None:
    try:
        return compare(answer, form)
    except AnswerError:
        return None


def decide_pair(expected: str, answer: Answer, symbols: object) -> Verdict:
    """The verdict on two free formulas. Raises AnswerError where either cannot be read."""
    start = time.perf_counter()
    declared = msgspec.convert(symbols or {}, dict[str, Declaration])
    comparison, proved = compare_free(expected, answer.text, declared, answer.notation)
    decide_ms = round((time.perf_counter() - start) * 1000, 3)
    facts = {"parsed": linear.written(comparison.tree), "points": comparison.points, "decide_ms": decide_ms}
    if comparison.equal is None:
        return verdict(Outcome.UNDECIDED, Evidence("sampled", "undecided", facts))
    if comparison.equal:
        return _agreed(comparison, None, facts, comparison.situations[0].key_tree, proved)
    return verdict(Outcome.INCORRECT, *_refutation(comparison, None, facts), *_notes(comparison))
