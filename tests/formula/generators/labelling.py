"""Left-hand sides: names of the answer as the question declares them, and a name that nobody declared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_drill.formula.scope import Declaration
from tests.formula.generators.keys import Key
from tests.formula.generators.names import Names


def labels(key: Key, notation: str) -> Iterator[str]:
    """Left-hand sides that are true of the key, in this notation."""
    for letter in "GQTV":
        if letter not in Names(key.scope).taken | _spelled(key):
            yield f"{letter} = "
            break
    for name, declared in key.form.answers.items():
        if declared.value is None and notation != "python":
            yield from (f"{text} = " for text in _spellings(name, declared, notation))


def _spelled(key: Key) -> set[str]:
    texts = (text for declared in key.form.answers.values() for text in declared.spellings)
    return {word for text in texts for word in re.findall(r"[A-Za-z]+", text)} | set(key.form.answers)


def _spellings(name: str, declared: Declaration, notation: str) -> Iterator[str]:
    """Paper without LaTeX has no commands, and LaTeX takes all."""
    for text in declared.spellings or (name,):
        if notation == "latex" or "\\" not in text:
            yield text
