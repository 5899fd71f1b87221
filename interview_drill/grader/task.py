"""What a code question asks, as plain data (no NumPy here, so that the bank reads it without an engine)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

ABSENT: Any = ...
"""Marks a draw's `value` that is not given, because null is a value too."""

STANDING_CHECKS = ("value", "shape", "type", "finite", "pure", "repeatable", "warnings")
"""The checks that every question has unless it names its own."""


def _absent(setting: object) -> bool:
    """None and False; 0 is a constant like any other."""
    return setting is None or setting is False


class Cell(Struct, frozen=True):
    """Overwrites part of a drawn array: `index` has an integer or ":" an axis."""

    index: tuple[int | str, ...]
    value: float | int | bool


class Draw(Struct, frozen=True):
    """How one argument comes about: exactly one source, then `scale`, `shift`, `zeros` and `set`, in this order.

    `shape` names sizes ("N"), sums of them ("H+D") or integers; without it the argument is a Python scalar.
    `dtype` is float64 unless given (int64 for integers); "list" hands over nested lists.
    """

    value: Any = ABSENT
    normal: tuple[float, float] | None = None
    uniform: tuple[float, float] | None = None
    integers: tuple[int, int] | None = None
    choice: tuple[Any, ...] | None = None
    one_hot: bool = False
    simplex: bool = False
    constant: float | int | bool | None = None
    probability: tuple[float, float] | None = None
    shape: tuple[int | str, ...] = ()
    dtype: str | None = None
    zeros: float = 0.0
    set: tuple[Cell, ...] = ()
    scale: float | None = None
    shift: float | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the sources given; a sound draw has one."""
        given = () if self.value is ABSENT else ("value",)
        return given + tuple(name for name in SOURCES if not _absent(getattr(self, name)))

    @property
    def fixed(self) -> bool:
        """Whether every draw gives the same."""
        return not self.zeros and self.sources[:1] in (("value",), ("constant",))


SOURCES = ("normal", "uniform", "integers", "choice", "one_hot", "simplex", "constant", "probability")


class Recipe(Struct, frozen=True):
    """A family of test vectors: its name, the sizes drawn for it, and a draw for each argument that is passed.

    `tags` say what is special ("extreme": only stable programs survive it); `says` puts that in words for the learner.
    `conditions` are comparisons that the sizes drawn must meet ("H != W", "N > D + 1").
    """

    name: str
    arguments: Mapping[str, Draw]
    sizes: Mapping[str, int | tuple[int, int]] = {}
    tags: tuple[str, ...] = ()
    times: int = 3
    says: Mapping[str, str] | None = None
    conditions: tuple[str, ...] = ()

    @property
    def fixed(self) -> bool:
        """A named edge case without chance in it is drawn once."""
        sizes = all(isinstance(size, int) for size in self.sizes.values())
        return sizes and all(draw.fixed for draw in self.arguments.values())


class Tolerance(Struct, frozen=True):
    """|got - wanted| <= atol + rtol * |wanted|; NaN never equals NaN."""

    rtol: float = 1e-6
    atol: float = 1e-7


class Declared(Struct, frozen=True):
    """A check that a question asks for by name, with its settings.

    rows-sum-to-one: along `axis`. gradient: the answer's parts other than `of` are the slopes of part `of` with respect
    to the arguments `with_respect_to`, in this order. shift-invariance: a constant added to `with_respect_to` changes
    nothing.
    """

    name: str
    axis: int | None = None
    of: int = 0
    with_respect_to: tuple[str, ...] = ()


class Examination(Struct, frozen=True):
    """A code question as the engine sees it: the function to define, the oracle, and the vectors to try it on.

    `returns` is "array", "float", "ints" or "like-first", or a tuple of them. `measure` is the source of a function
    `measure(answer, *inputs)`, where answers are judged by a quality and not by themselves. `precise` is the source of
    the same function in higher precision (mpmath is there): it answers in the key's place for recipes tagged precise.
    `forbid_warnings` are words in warnings that cost credit although the values are right.
    """

    entry: str
    signature: str
    returns: str | tuple[str, ...]
    key: str
    recipes: tuple[Recipe, ...]
    checks: tuple[str | Declared, ...] = STANDING_CHECKS
    tolerance: Tolerance = Tolerance()
    measure: str | None = None
    precise: str | None = None
    forbid_warnings: tuple[str, ...] = ()
