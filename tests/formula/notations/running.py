"""Answers in Python, read here and run by Python itself: both must come to the same."""

from __future__ import annotations

import ast
import math

import numpy as np

from interview_drill.formula import numeric
from interview_drill.formula.elementary import Pool
from interview_drill.formula.instance import Instance
from interview_drill.formula.instantiating import instantiate
from interview_drill.formula.scope import Scope
from tests.formula.notations.pythonic import tree

SIZES = {"C": 4, "n": 3, "kh": 2, "kw": 3, "h": 5, "v": 4, "H": 3, "D": 2}


def drawn(declared: Scope, seed: int):
    """Values of all names: for NumPy (indices from 0), for the engine's atoms, and for its indices."""
    rng = np.random.default_rng(seed)
    known, points, indices = {"np": np, "math": math}, {}, {}
    for symbol in declared.symbols.values():
        if symbol.type == "array":
            shape = tuple(sum(SIZES[size] for size in side.split("+")) for side in symbol.shape)
            known[symbol.name] = rng.uniform(0.1, 1, shape) if symbol.range == "simplex" else rng.normal(size=shape)
            for place in np.ndindex(shape):
                at = ",".join(str(one + symbol.start) for one in place)
                points[f"{symbol.name}[{at}]"] = known[symbol.name][place]
        elif symbol.type == "size":
            known[symbol.name] = SIZES[symbol.name]
        elif symbol.type == "index":
            known[symbol.name] = int(rng.integers(0, 2))
            indices[symbol.name] = known[symbol.name] + symbol.start
        else:
            known[symbol.name] = points[symbol.name] = int(rng.integers(1, 9))
    return known, {name: np.array([float(value)]) for name, value in points.items()}, indices


def by_numpy(text: str, known: dict) -> np.ndarray:
    """What Python makes of a text of this file."""
    *before, last = ast.parse(text).body
    exec(compile(ast.Module(before, []), "answer", "exec"), known)
    return np.asarray(eval(compile(ast.Expression(last.value), "answer", "eval"), known), float)


def check(text: str, declared: Scope) -> None:
    """The tree of a text is worth what Python computes from it, at three draws of all values."""
    for seed in range(3):
        known, points, indices = drawn(declared, seed)
        sizes = {name: size for name, size in SIZES.items() if name in declared.symbols}
        value = instantiate(tree(text, declared), Instance(declared, Pool(), sizes, indices, arrays=True))
        nodes = value.reshape(-1) if isinstance(value, np.ndarray) else [value]
        found = np.array([float(one[0]) for one in numeric.values(list(nodes), points, 1)])
        wanted = by_numpy(text, known)
        assert np.shape(value) == wanted.shape
        np.testing.assert_allclose(found, wanted.reshape(-1), rtol=1e-9, atol=1e-12)
