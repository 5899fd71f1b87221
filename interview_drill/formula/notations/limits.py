"""What is refused before anything is parsed, so that no answer can hang, blow up or garble the terminal."""

from __future__ import annotations

import re
import unicodedata

from interview_drill.errors import AnswerError

LONGEST = 2000
MOST_DIGITS = 30
DEEPEST = 100
TOO_MANY_DIGITS = re.compile(rf"\d{{{MOST_DIGITS + 1},}}")
OPENING = frozenset("([{（［｛⌊⌈")
BRACKET = re.compile(r"[(\[{（［｛⌊⌈)\]}）］｝⌋⌉]")
ALLOWED_CONTROLS = frozenset("\n\r\t")
INVISIBLE_ALLOWED = frozenset("\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad")
"""Zero-width signs that pasted formulas carry (invisible times, word joiner): dropped, they mean nothing."""


def check(text: str) -> None:
    """Raise AnswerError where the text is empty, too long, too deep, or holds signs that cannot be shown."""
    if not text.strip():
        raise AnswerError("answer-empty", 0, 0)
    if len(text) > LONGEST:
        raise AnswerError("answer-too-long", LONGEST, len(text), length=len(text), limit=LONGEST)
    _check_signs(text)
    _check_digits(text)
    _check_depth(text)


def _check_signs(text: str) -> None:
    if text.isprintable():
        return
    for at, sign in enumerate(text):
        kind = unicodedata.category(sign)
        if kind in ("Cc", "Cf", "Cs", "Co") and sign not in ALLOWED_CONTROLS | INVISIBLE_ALLOWED:
            raise AnswerError("sign-not-shown", at, at + 1, code=f"U+{ord(sign):04X}")


def _check_digits(text: str) -> None:
    if found := TOO_MANY_DIGITS.search(text):
        raise AnswerError("number-too-long", found.start(), found.end(), limit=MOST_DIGITS)


def _check_depth(text: str) -> None:
    if sum(map(text.count, OPENING)) <= DEEPEST:
        return
    depth = 0
    for found in BRACKET.finditer(text):
        depth += 1 if found.group() in OPENING else -1
        if depth > DEEPEST:
            raise AnswerError("brackets-too-deep", found.start(), found.end(), limit=DEEPEST)
