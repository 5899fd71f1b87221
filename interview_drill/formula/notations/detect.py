"""Which notation a text stands in, from the signs that only one of them has."""

from __future__ import annotations

import re
from functools import lru_cache

BEHIND_BRACKETS = r"[)\]]\[\s*(?:-?\w+|\w+\s*[-+]\s*\d+|[^\[\]]*(?:,|[<>]|==)[^\[\]]*)\s*\]"
"""An index or a choice: (y_hat - y)[i], [0, x][x > 0]."""
IN_PLACE = r"[A-Za-z0-9\])]\s*(?:\*\*|//|[-+*/@%])=(?!=)"
PYTHON = re.compile(
    r"\b(?:np|numpy|math|scipy|torch|sp|sympy|special|nn|F|jnp|jax)\.|\*\*|//|@|==|\breturn\b|\blambda\b[\w\s,]*:|\bdef\b|\bfor\b.+\bin\b|"
    r"\bif\b.+\belse\b|\w\[[^\]]*:|::|\.(?:sum|mean|max|min|T|dot|prod|astype|reshape|shape)\b|!=|#|"
    rf"\b(?:sum|max|min)\(\s*\[|{BEHIND_BRACKETS}|{IN_PLACE}"
)
BRANCH = re.compile(r"^[ \t]*if\b[^:\n]+:", re.MULTILINE)
ASSIGNED = re.compile(r"(?:^|;)[ \t]*(\w+(?:\s*,\s*\w+)*)\s*=(?!=)", re.MULTILINE)
BREAK = re.compile(r"[;\n]\s*\S")
"""Several statements: x = 2; y = 3 * x."""
FLOAT = re.compile(r"(?<![\w.])\d+\.(?=\s*[-+*/)<>])")
"""2. * w"""
INDEXED = re.compile(BEHIND_BRACKETS)
TEX = re.compile(r"\\[A-Za-z{|,;]|[_^]\s*\{|\\\\|\$")
RAISED_OR_TEX = re.compile(rf"{TEX.pattern}|\^")
PAPER = re.compile(rf"{RAISED_OR_TEX.pattern}|[^\x00-\x7f]")
CALLS = re.compile(r"\b[A-Za-z]\w{2,}\(")
OPTION = re.compile(r"\b[A-Za-z]\w{2,}\([^()]*,\s*[a-z_]+\s*=(?!=)")
"""A call with an argument by name: max(0, x, key=abs)."""


@lru_cache(maxsize=8)
def likely(text: str, given: str | None = None) -> tuple[str, ...]:
    """The notations to try, the likeliest first; a given one is kept to, unless the text is plainly Python."""
    on_paper = given if given not in (None, "python") else paper(text)
    if given == "python":
        return ("python",)
    if not PYTHON.search(text):
        return (on_paper, "python") if _may_be_python(text) else (on_paper,)
    is_indexed = INDEXED.search(text) and not TEX.search(text)
    if given is not None or (PAPER.search(text) and not is_indexed):
        return (on_paper, "python")
    return ("python", on_paper)


def _may_be_python(text: str) -> bool:
    """Whether Python is tried where paper cannot read a text that has no sign of either."""
    if CALLS.search(text) and not PAPER.search(text):
        return True
    is_program = BRANCH.search(text) or FLOAT.search(text) or _assigns(text)
    return bool(is_program) and not RAISED_OR_TEX.search(text)


def _assigns(text: str) -> bool:
    """Whether there are several statements that assign names. Paper says nothing twice of one name."""
    names = ASSIGNED.findall(text)
    return bool(BREAK.search(text)) and 0 < len(set(names)) == len(names)


def told(text: str, given: str | None = None) -> str:
    """The notation whose error is told where none can read the text: Python's where none of its signs is TeX's."""
    order = likely(text, given)
    is_python = PYTHON.search(text) or OPTION.search(text) or BRANCH.search(text)
    return "python" if "python" in order and is_python and not TEX.search(text) else order[0]


def paper(text: str) -> str:
    """Which of the notations of paper a text stands in."""
    if re.search(r"\\[A-Za-z]", text):
        return "latex"
    return "ascii" if text.isascii() else "unicode"
