"""compare: an answer beside a key, on the key's declared domain.

every reading -> every part of its chain -> numbers at every situation -> (equal: a proof is tried) -> Comparison
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.agreement import Numbers, ShapeDiffers, Situation, sizes_of
from interview_drill.formula.elementary import MOST_TERMS, Pool, TooLarge
from interview_drill.formula.instance import Value
from interview_drill.formula.marks import marks_of
from interview_drill.formula.notations import read
from interview_drill.formula.notations.indices import names_answer
from interview_drill.formula.notations.reading import Chain, Note, Reading
from interview_drill.formula.scope import Form, Scope
from interview_drill.formula.subjects import Subject, subject
from interview_drill.formula.trees import dotted

ENOUGH = 6
SHARE = 0.55
"""General points that must agree before two formulas count as equal: so many, and clearly more than half of all."""


class Comparison(Struct, frozen=True, dict=True):
    """Whether an answer equals the key: True, False, or None where it could not be decided.

    `tree` is the part of the answer that decides, number `part` (from 0) of `parts` in its chain, at `ends` of the
    text; `restates` that it names the answer itself. `points` agreed, over `sizes`. `shape` is the rank of an answer
    whose shape is wrong. Deciding ends with the first situation that refutes; what is said of it wants them all.
    """

    equal: bool | None
    tree: ast.Node
    reading: Reading
    notes: tuple[Note, ...]
    part: int
    parts: int
    ends: tuple[int, int]
    restates: bool
    points: int
    shape: int | None
    situations: Sequence[Situation]

    @property
    def notation(self) -> str:
        """The notation that the answer was taken for."""
        return self.reading.notation

    @property
    def numbers(self) -> Sequence[Numbers]:
        """The answer's values in every situation, beside the key's."""
        return self._everywhere.numbers

    @property
    def written(self) -> Sequence[Value]:
        """What the answer comes to, written out, in every situation."""
        return self._everywhere.written

    @cached_property
    def _everywhere(self) -> Found:
        return of_part(self.tree, self.situations, self.notation == "python", everywhere=True)

    @property
    def sizes(self) -> tuple[Mapping[str, int], ...]:
        """The sizes at which the answer was compared."""
        return sizes_of(self.situations)

    def same(self, other: Comparison) -> bool:
        """Whether two answers compared with one key come to the same numbers everywhere."""
        if self.shape is not None or other.shape is not None:
            return self.shape == other.shape and self.tree == other.tree
        common = sum(1 for one, two in zip(self.situations, other.situations, strict=False) if one is two)
        return common > 0 and _same(self.numbers[:common], other.numbers[:common])


def compare(answer: str, form: Form, notation: str | None = None) -> Comparison:
    """Decide by numbers whether an answer equals the form's key. Raises AnswerError where it cannot be read.

    Where an answer can be read in two ways that come out differently, it cannot be read ("add-brackets").
    """
    return compared(answer, subject(form), notation)


def compared(answer: str, asked: Subject, notation: str | None = None) -> Comparison:
    """The same, for a form made ready."""
    reading = read(answer, asked.scope, notation)
    if reading.notation == "python":
        return of_reading(reading, asked, answer)
    try:
        found = of_reading(reading, asked, answer)
    except AnswerError:
        other = _in_dots(reading, asked, answer) or (_as_python(answer, asked) if notation is None else None)
        if other is None:
            raise
        return other
    return found if found.shape is None else _in_dots(reading, asked, answer) or found


def _in_dots(reading: Reading, asked: Subject, answer: str) -> Comparison | None:
    """Stars between vectors as dots, where that makes sense and has the shape that is asked for."""
    changed = tuple(map(_dotted, reading.chains))
    if changed == reading.chains:
        return None
    try:
        found = of_reading(replace(reading, chains=changed), asked, answer)
    except AnswerError:
        return None
    return found if found.shape is None else None


def _dotted(chain: Chain) -> Chain:
    return replace(chain, parts=tuple(replace(part, tree=dotted(part.tree)) for part in chain.parts))


def _as_python(answer: str, asked: Subject) -> Comparison | None:
    """Where paper's rules give no sense (a product of two vectors), NumPy's may."""
    try:
        return of_reading(read(answer, asked.scope, "python"), asked, answer)
    except AnswerError:
        return None


def of_reading(reading: Reading, asked: Subject, answer: str) -> Comparison:
    """The comparison of all readings, which must come out alike."""
    found, errors = [], []
    asked = asked.within(reading.scope)
    for chain in reading.chains:
        try:
            found.append(_of_chain(chain, reading, asked))
        except TooLarge:
            errors.append(AnswerError("formula-too-large"))
        except AnswerError as error:
            errors.append(_placed(error, chain))
    if not found:
        raise errors[0]
    if len({one.equal for one in found}) > 1:
        raise AnswerError("add-brackets", 0, len(answer))
    return found[0]


def _placed(error: AnswerError, chain: Chain) -> AnswerError:
    """An error of meaning has no place of its own: blame the answer's first judged part."""
    if error.at is None:
        error.at, error.end = chain.parts[0].at, chain.parts[-1].end
    return error


def _of_chain(chain: Chain, reading: Reading, asked: Subject) -> Comparison:
    scope, arrays = asked.scope, reading.notation == "python"
    if all(names_answer(part.tree, scope) for part in chain.parts):
        raise AnswerError("restates-the-question")
    situations = asked.situations(chain.indices)
    trees = dict.fromkeys(part.tree for part in chain.parts)  # what is said several times is worked out once
    first = {tree: one.value(tree, Pool(), arrays) for one in situations[:1] for tree in trees}
    marks = marks_of(chain, asked.key, list(first.values()))
    if marks:
        situations = [*situations, *asked.situations(chain.indices, marks)]
    situations = [*situations, *asked.closer(chain, marks)]
    for place in range(len(chain.parts)):
        tree = chain.parts[place].tree
        found = of_part(tree, situations, arrays, known=first.get(tree))
        if found.verdict is not True:  # the first that does not hold decides
            break
    if found.verdict is False and _true_but_unsolved(chain, situations, arrays, scope):
        raise AnswerError("solve-for")
    return _comparison(chain, reading, found, place, situations, scope)


def _true_but_unsolved(chain: Chain, situations: Sequence[Situation], arrays: bool, scope: Scope) -> bool:
    """An equation that holds, but that does not say what was asked."""
    if len(chain.parts) < 2 or not any(names_answer(part.tree, scope) for part in chain.parts):
        return False
    return all(_holds(chain, looked_at, arrays) for looked_at in (situations[:1], situations))  # mostly one tells


def _holds(chain: Chain, situations: Sequence[Situation], arrays: bool) -> bool:
    """Whether all parts come to the same numbers in all situations."""
    numbers = (of_part(part.tree, situations, arrays, everywhere=True).numbers for part in chain.parts)
    first = next(numbers)
    return bool(first) and all(_same(first, other) for other in numbers)


def _same(left: Sequence[Numbers], right: Sequence[Numbers]) -> bool:
    pairs = [(one.yours, other.yours) for one, other in zip(left, right, strict=False)]
    if len(left) != len(right) or any(a.shape != b.shape for a, b in pairs):
        return False
    return all(np.allclose(a, b, rtol=1e-9, atol=1e-12, equal_nan=True) for a, b in pairs)


class Found(Struct, frozen=True):
    """One part's numbers in the situations looked at; `verdict` True, False or None; `shape` a rank that is wrong."""

    verdict: bool | None
    numbers: list[Numbers]
    written: list[Value]
    shape: int | None = None
    points: int = 0


def of_part(
    tree: ast.Node,
    situations: Sequence[Situation],
    arrays: bool,
    everywhere: bool = False,
    known: Value | None = None,
) -> Found:
    """One part compared; the first situation that refutes it is the last one looked at, unless `everywhere`.

    `known` is what it comes to in the first situation, for a caller that has it. What was decided at some sizes can
    be too large to write out at all, or everywhere: then what there is has to do.
    """
    numbers, written, terms = [], [], 0
    for situation in situations:
        pool = Pool()
        try:
            first, known = known, None
            value = situation.value(tree, pool, arrays) if first is None else first
        except TooLarge:
            if everywhere and numbers:
                break
            raise
        try:
            numbers.append(situation.compare(value))
        except ShapeDiffers as shape:
            return Found(False, numbers, written, shape.rank)
        written.append(value)
        terms += pool.terms
        if terms > MOST_TERMS if everywhere else numbers[-1].differ.any():
            break
    general = [one.general for one in situations[: len(numbers)]]
    differ = any(one.differ.any() for one in numbers)
    undefined = any((one.undefined & far).any() for one, far in zip(numbers, general, strict=True))
    agreed = sum(int((one.agree & far).sum()) for one, far in zip(numbers, general, strict=True))
    fixed = not any(far.any() for far in general)  # nothing to draw: the formula is a number
    points = sum(int(one.agree.sum()) for one in numbers)
    if differ or undefined:
        return Found(False, numbers, written, None, points)
    enough = max(ENOUGH, SHARE * sum(int(far.sum()) for far in general))
    return Found(True if agreed >= enough or (fixed and points) else None, numbers, written, None, points)


def _comparison(
    chain: Chain, reading: Reading, one: Found, place: int, situations: list[Situation], scope: Scope
) -> Comparison:
    part = chain.parts[place]
    return Comparison(
        equal=one.verdict,
        tree=part.tree,
        reading=reading,
        notes=chain.notes,
        part=place,
        parts=len(chain.parts),
        ends=(part.at, part.end),
        restates=names_answer(part.tree, scope),
        points=one.points,
        shape=one.shape,
        situations=situations,
    )
