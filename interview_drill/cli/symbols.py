"""The symbols that a formula question declares, in words: what may be used, and over which values it ranges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from interview_drill.cli.language import words
from interview_drill.formula.layout import inline

GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega",
)

SHORT = {"eps": "varepsilon", "lam": "lambda"}


def described(declared: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(the name as it is printed, what it stands for) for each symbol that a question gives.

    Abbreviations are left out: their values may be half of the answer.
    """
    for name, declaration in declared.items():
        if declaration.type != "value":
            yield inline(latex(name)), _meaning(declaration)


def latex(name: str) -> str:
    """A canonical name as LaTeX: `y_hat` wears its hat, a Greek letter is one."""
    base, _, accent = name.rpartition("_")
    if base and accent in ("hat", "tilde", "bar"):
        return rf"\{accent}{{{latex(base)}}}"
    head, _, subscript = name.partition("_")
    return (_letter(head) + f"_{{{latex(subscript)}}}") if subscript else _letter(head)


def _letter(name: str) -> str:
    name = SHORT.get(name, name)
    if len(name) == 1:
        return name
    return rf"\{name}" if name.casefold() in GREEK else rf"\mathrm{{{name}}}"


def _meaning(declaration: Any) -> str:
    shape = tuple(declaration.shape)
    if declaration.type == "index":
        return _index(declaration, shape)
    if declaration.type == "array":
        return _array(declaration, shape)
    if declaration.type == "scalar":
        return words("symbol-scalar", range=_range(declaration.range))
    if declaration.type == "event" and shape:
        return words("symbol-partition", size=f"${shape[0]}$")
    return words(f"symbol-{declaration.type}")


def _index(declaration: Any, shape: tuple[str, ...]) -> str:
    if not shape:
        return words("symbol-index-free")
    return words("symbol-index", size=f"${shape[0]}$", start=declaration.start)


def _array(declaration: Any, shape: tuple[str, ...]) -> str:
    if len(shape) == 1 and declaration.range == "simplex":
        return words("symbol-distribution", size=f"${shape[0]}$")
    message = {1: "symbol-vector", 2: "symbol-matrix"}.get(len(shape), "symbol-table")
    return words(message, size="$" + r" \times ".join(shape) + "$", range=_range(declaration.range))


def _range(range: str | Mapping[str, Any]) -> str:
    if isinstance(range, str):
        return words(f"range-{range}")
    low, high = (f"{range[end]:g}" if end in range else sign + "∞" for end, sign in (("low", "-"), ("high", "")))
    return words("range-between", low=low, high=high)
