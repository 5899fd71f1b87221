"""Recipes become test vectors: one seed a run, and each recipe its own stream, so that adding one changes no other."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from msgspec import Struct

from interview_drill.errors import SandboxError
from interview_drill.grader.conditions import holds
from interview_drill.grader.task import Cell, Draw, Recipe

_TERM = re.compile(r"[+-]?[^+-]+")
MOST_DRAWN = 1000


class Vector(Struct, frozen=True):
    """One set of inputs; `arguments` are the names, `inputs` the values in the same order, `sizes` those drawn."""

    recipe: Recipe
    arguments: tuple[str, ...]
    inputs: tuple[Any, ...]
    sizes: Mapping[str, int] = {}

    @property
    def size(self) -> int:
        """How many numbers it holds: the smallest failing vector is shown first."""
        return sum(np.size(value) if value is not None else 0 for value in self.inputs)

    @property
    def extreme(self) -> bool:
        return "extreme" in self.recipe.tags


def draw(recipes: tuple[Recipe, ...], seed: int) -> tuple[Vector, ...]:
    """Every vector of a run, recipe by recipe."""
    return tuple(vector for recipe in recipes for vector in _draws(recipe, seed))


def _draws(recipe: Recipe, seed: int) -> Iterator[Vector]:
    stream = np.random.default_rng([seed, zlib.crc32(recipe.name.encode())])
    for _ in range(1 if recipe.fixed else recipe.times):
        sizes = _sizes(recipe, stream)
        inputs = tuple(_argument(each, sizes, stream) for each in recipe.arguments.values())
        yield Vector(recipe, tuple(recipe.arguments), inputs, sizes)


def _sizes(recipe: Recipe, stream: np.random.Generator) -> dict[str, int]:
    """Sizes that meet the recipe's conditions; SandboxError where none of many draws does."""
    for _ in range(MOST_DRAWN):
        sizes = {name: _size(size, stream) for name, size in recipe.sizes.items()}
        if all(holds(condition, sizes) for condition in recipe.conditions):
            return sizes
    raise SandboxError("oracle-failed", vector=recipe.name, reason="no sizes meet the conditions")


def _size(size: int | tuple[int, int], stream: np.random.Generator) -> int:
    if isinstance(size, int):
        return size
    return int(stream.integers(size[0], size[1] + 1))


def extent(term: int | str, sizes: Mapping[str, int]) -> int:
    """The length of an axis: 3, "N", or a sum such as "H+D" or "N-1". KeyError for a size without a name."""
    return sum(_signed(part, sizes) for part in terms(term))


def terms(term: int | str) -> list[str]:
    """What an axis is a sum of: "H+D" is H and D, "N-1" N and -1."""
    return [part.removeprefix("+") for part in _TERM.findall(str(term).replace(" ", ""))]


def _signed(part: str, sizes: Mapping[str, int]) -> int:
    sign = -1 if part.startswith("-") else 1
    name = part.lstrip("-")
    return sign * (int(name) if name.isdigit() else sizes[name])


def _argument(draw: Draw, sizes: Mapping[str, int], stream: np.random.Generator) -> Any:
    if draw.sources[:1] == ("value",):
        return _literal(draw)
    shape = tuple(extent(term, sizes) for term in draw.shape)
    drawn = _drawn(draw, shape, stream)
    return _typed(_finished(drawn, draw, stream), draw)


def _literal(draw: Draw) -> Any:
    """A number stays a Python number; a nested list becomes an array, unless the dtype says "list"."""
    if draw.value is None or isinstance(draw.value, str):
        return draw.value
    if not isinstance(draw.value, list | tuple):
        return draw.value if draw.dtype is None else _typed(np.asarray(draw.value), draw)
    return _typed(_overwritten(np.asarray(draw.value, _dtype(draw, "float64")), draw.set), draw)


def _drawn(draw: Draw, shape: tuple[int, ...], stream: np.random.Generator) -> np.ndarray:
    if draw.normal is not None:
        return stream.normal(*draw.normal, size=shape)
    if draw.uniform is not None or draw.probability is not None:
        return stream.uniform(*(draw.uniform or draw.probability), size=shape)
    if draw.integers is not None:
        return stream.integers(draw.integers[0], draw.integers[1] + 1, size=shape)
    if draw.choice is not None:
        return stream.choice(np.asarray(draw.choice), size=shape)
    if draw.constant is not None:
        return np.full(shape, draw.constant)
    if draw.one_hot:
        return np.eye(shape[-1])[stream.integers(0, shape[-1], size=shape[:-1])]
    return stream.dirichlet(np.ones(shape[-1]), size=shape[:-1])


def _finished(drawn: np.ndarray, draw: Draw, stream: np.random.Generator) -> np.ndarray:
    if draw.scale is not None:
        drawn = drawn * draw.scale
    if draw.shift is not None:
        drawn = drawn + draw.shift
    if draw.zeros:
        drawn = _thinned(np.asarray(drawn), draw, stream)
    return _overwritten(np.asarray(drawn), draw.set)


def _thinned(drawn: np.ndarray, draw: Draw, stream: np.random.Generator) -> np.ndarray:
    """Some entries become 0; a simplex keeps its largest weight and sums to 1 again."""
    gone = stream.random(drawn.shape) < draw.zeros
    if draw.simplex:
        gone &= drawn < drawn.max(-1, keepdims=True)
    kept = np.where(gone, np.zeros((), drawn.dtype), drawn)
    return kept / kept.sum(-1, keepdims=True) if draw.simplex else kept


def _overwritten(drawn: np.ndarray, cells: tuple[Cell, ...]) -> np.ndarray:
    drawn = drawn.copy()
    for cell in cells:
        drawn[tuple(slice(None) if place == ":" else int(place) for place in cell.index)] = cell.value
    return drawn


def _dtype(draw: Draw, otherwise: str) -> str:
    return otherwise if draw.dtype in (None, "list") else draw.dtype


def _typed(drawn: np.ndarray, draw: Draw) -> Any:
    """As the function receives it: an array, nested lists, or a Python scalar."""
    natural = "float64" if drawn.dtype.kind == "f" or draw.sources[:1] == ("value",) else drawn.dtype.name
    array = np.ascontiguousarray(drawn).astype(_dtype(draw, natural)).reshape(drawn.shape)
    scalar = not draw.shape and drawn.ndim == 0
    return array.item() if scalar else array.tolist() if draw.dtype == "list" else array
