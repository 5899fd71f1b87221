"""What of a derivation's text stands inside of brackets, and inside of written cases and matrices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_drill.formula.notations.defining import CLOSING, OPENING

INNER = re.compile(r"\\(begin|end)\s*\{(?:cases|[pbvBV]?matrix|array)\*?\}")
PAIRS = tuple(zip(OPENING[:3], OPENING[3:], CLOSING[:3], CLOSING[3:], strict=True))
COMPARING = re.compile(r"[<>]=|[=<>≤≥⩽⩾≠≈≃∝]|\\(?:neq?|leq?|leqslant|geq?|geqslant|approx|simeq|propto)(?![A-Za-z])")
"""A sign with which words claim something."""
EQUAL = ("=", "∝", "\\propto")


def inner_spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of written cases and matrices; one that is never closed goes to the end."""
    depth, start = 0, 0
    for one in INNER.finditer(text):
        if one[1] == "begin":
            start = start if depth else one.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, one.end()
    if depth:
        yield start, len(text)


def within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def balanced(text: str) -> bool:
    """Whether every bracket of a text is closed in it."""
    return all(text.count(one) + text.count(wide) == text.count(end) + text.count(far) for one, wide, end, far in PAIRS)


def equates(text: str) -> bool:
    """Whether a text has a sign of equality, or of proportion, outside of all brackets."""
    return any(found[0] in EQUAL for found in _outside(text))


def compares(text: str) -> bool:
    """Whether it has any sign that compares outside of all brackets: one below a sum sign claims nothing."""
    return any(True for _ in _outside(text))


def unequal(text: str) -> tuple[int, int] | None:
    """The place of the first sign outside of all brackets that compares otherwise: `≤`, `≈`."""
    return next((found.span() for found in _outside(text) if found[0] not in EQUAL), None)


def _outside(text: str) -> Iterator[re.Match]:
    depth, last = 0, 0
    for found in COMPARING.finditer(text):
        depth += sum((sign in OPENING) - (sign in CLOSING) for sign in text[last : found.start()])
        last = found.start()
        if depth <= 0:
            yield found
