"""np.einsum('ij,j->i', W, x): a sum over all letters that the result does not keep."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import reduce

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.arguments import Arguments, several
from interview_drill.formula.notations.pythonic.entrywise import lazily
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import ZERO, Lazy, as_number, shifted, times

SIGNATURE = re.compile(r"[A-Za-z]+(?:,[A-Za-z]+)*(?:->[A-Za-z]*)?")


def _einsum(arguments: Arguments) -> Node | Lazy:
    """The array of the result's letters, or one number. Raises AnswerError for letters that do not fit the arrays."""
    first, *operands = several(arguments)
    typed = literal(first)
    if not isinstance(typed, str) or not SIGNATURE.fullmatch(typed.replace(" ", "")):
        raise arguments.fail("python-einsum")
    inputs, arrow, kept = typed.replace(" ", "").partition("->")
    letters = inputs.split(",")
    kept = kept if arrow else _lone("".join(letters))
    arrays = [lazily(arguments.here.entries(one), arguments.here) for one in operands]
    sides = _sides(arguments, letters, arrays)
    if len(set(kept)) < len(kept) or set(kept) - set(sides):
        raise arguments.fail("python-einsum")

    def entry(indices: Sequence[Node]) -> Node:
        return _summed(arguments, letters, arrays, sides, dict(zip(kept, indices, strict=True)))

    return Lazy(tuple(sides[letter] for letter in kept), entry) if kept else entry(())


def _lone(letters: str) -> str:
    """What is kept where nothing is said: the letters that stand once, in the order of the alphabet."""
    return "".join(sorted(letter for letter in set(letters) if letters.count(letter) == 1))


def _sides(arguments: Arguments, letters: Sequence[str], arrays: Sequence[Lazy]) -> dict[str, Node]:
    """How far each letter runs."""
    sides: dict[str, Node] = {}
    if [len(one) for one in letters] != [len(array.shape) for array in arrays]:
        raise arguments.fail("python-einsum")
    pairs = zip("".join(letters), (side for array in arrays for side in array.shape), strict=True)
    for letter, side in pairs:
        if sides.setdefault(letter, side) != side:
            raise arguments.fail("python-einsum")
    return sides


def _summed(
    arguments: Arguments,
    letters: Sequence[str],
    arrays: Sequence[Lazy],
    sides: Mapping[str, Node],
    kept: Mapping[str, Node],
) -> Node:
    """One entry of the result: the sum of the products over the letters that are not kept."""
    here = arguments.here.bound(**{f" {letter}": index for letter, index in kept.items()})
    names: dict[str, str] = {}
    for letter in (one for one in sides if one not in kept):
        names[letter] = here.fresh(letter)
        here = here.bound(**{names[letter]: ast.Name(names[letter])})
    at = {**kept, **{letter: ast.Name(name) for letter, name in names.items()}}
    factors = [as_number(array.entry([at[one] for one in own])) for own, array in zip(letters, arrays, strict=True)]
    bounds = tuple(ast.Range(ZERO, shifted(sides[letter], -1)) for letter in names)
    body = reduce(times, factors)
    return ast.Big("sum", tuple(names.values()), bounds, None, body) if names else body


KNOWN = {"einsum": _einsum}
