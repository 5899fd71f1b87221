"""Which notation a text stands in, from the signs that only one of them has."""

from __future__ import annotations

import re
from functools import lru_cache

PYTHON = re.compile(
    r"\b(?:np|numpy|math|scipy|torch|sp|sympy|special|nn|F|jnp|jax)\.|\*\*|//|@|==|\breturn\b|\blambda\b[\w\s,]*:|\bdef\b|\bfor\b.+\bin\b|"
    r"\bif\b.+\belse\b|\w\[[^\]]*:|::|\.(?:sum|mean|max|min|T|dot|prod|astype|reshape|shape)\b|!=|#"
)
PAPER = re.compile(r"\\[A-Za-z{|,;]|[_^]\s*\{|\^|\\\\|\$|[^\x00-\x7f]")
CALLS = re.compile(r"\b[A-Za-z]\w{2,}\(")


@lru_cache(maxsize=8)
def likely(text: str, given: str | None = None) -> tuple[str, ...]:
    """The notations to try, the likeliest first; a given one is kept to, unless the text is plainly Python."""
    on_paper = given if given not in (None, "python") else paper(text)
    if given == "python":
        return ("python",)
    if not PYTHON.search(text):
        return (on_paper, "python") if CALLS.search(text) and not PAPER.search(text) else (on_paper,)
    if given is not None or PAPER.search(text):
        return (on_paper, "python")
    return ("python", on_paper)


def paper(text: str) -> str:
    """Which of the notations of paper a text stands in."""
    if re.search(r"\\[A-Za-z]", text):
        return "latex"
    return "ascii" if text.isascii() else "unicode"
