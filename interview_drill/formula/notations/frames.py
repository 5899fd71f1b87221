"""What is drawn round part of a formula: `\\boxed{...}`, and `\\underbrace{...}_{\\text{penalty}}` with its word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interview_drill.errors import AnswerError
from interview_drill.formula.notations.tokens import Token

WORD = re.compile(r"\s*[_^]\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+\{[^{}]*\})")
CLAIM = re.compile(r"[=<>]|\\(?:le|ge|ne|approx|equiv)")


def is_equation(inside: Sequence[Token]) -> bool:
    """Whether a whole chain of `=` is framed."""
    depth = 0
    for token in inside:
        depth += token.nesting
        if depth == 0 and token.is_sign("="):
            return True
    return False


def behind_word(text: str, at: int, start: int) -> int:
    """The place behind such a word, if there is one. Raises AnswerError for a claim (`_{=2x}`): none may be dropped."""
    if not re.match(r"\s*[_^]", text[at:]):
        return at
    found = WORD.match(text, at)
    if found and not CLAIM.search(found.group()):
        return found.end()
    raise AnswerError("command-unknown", start, at, command=text[start:at].partition("{")[0])
