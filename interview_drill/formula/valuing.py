"""What a formula without names is worth: a number for each part of its chain."""

from __future__ import annotations

import math
from collections.abc import Sequence

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.comparing import of_part, subject
from interview_drill.formula.elementary import TooLarge
from interview_drill.formula.notations import read
from interview_drill.formula.notations.reading import Chain, Reading
from interview_drill.formula.scope import Form

NO_NAMES = Form(key="0", symbols={})


def values(text: str, notation: str | None = None) -> tuple[float, ...]:
    """The value of every part of a chain of `=`, a label on its left left out; NaN for what is no single number.

    Raises AnswerError where it cannot be read, or can be read in two ways that come to different numbers.
    """
    reading = read(text, subject(NO_NAMES).scope, notation)
    found, errors = [], []
    for chain in reading.chains:
        try:
            found.append(tuple(_value(chain, reading, place) for place in range(len(chain.parts))))
        except TooLarge:
            errors.append(AnswerError("formula-too-large"))
        except AnswerError as error:
            errors.append(error)
    if not found:
        raise errors[0]
    if not all(_alike(found[0], other) for other in found):
        raise AnswerError("add-brackets", 0, len(text))
    return found[0]


def _value(chain: Chain, reading: Reading, place: int) -> float:
    if _is_condition(chain.parts[place].tree):
        return math.nan
    situations = subject(NO_NAMES).situations({})
    numbers = of_part(chain.parts[place].tree, situations, reading.notation == "python", everywhere=True).numbers
    return float(numbers[0].yours.flat[0]) if numbers and numbers[0].yours.size == 1 else math.nan


def _is_condition(tree: ast.Node) -> bool:
    """`1 < 2` holds, but it is no number, though Python counts with it."""
    return isinstance(tree, ast.Compare | ast.Logic) or (isinstance(tree, ast.Apply) and tree.function == "indicator")


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(a == b or math.isclose(a, b) for a, b in zip(one, other, strict=True))
