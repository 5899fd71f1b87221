"""Letters typed together: split into names and words, with the accents and digits that belong to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interview_drill.formula.notations.lexicon import ACCENTED
from interview_drill.formula.notations.tokens import Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.scanner import Scanner

TOGETHER = re.compile(r"[A-Za-z]+")
TYPED_ACCENT = re.compile(rf"_({'|'.join(ACCENTED)})(?![A-Za-z0-9])")
FUNCTION_DIGITS = re.compile(r"(10|2)(?=\s+[^-\s+*/^=)\]},])|(10|2|1p)(?=\()")


def letters(scanner: Scanner, sign: str) -> None:
    """Letters typed together, split into words."""
    if literal := scanner.lexicon.literal_at(scanner.text, scanner.pos):
        scanner.literal = max(scanner.literal, scanner.pos + len(literal))
    run(scanner, TOGETHER.match(scanner.folded, scanner.pos).group())


def run(scanner: Scanner, typed: str) -> None:
    """The tokens of letters that stand side by side, split by the lexicon."""
    start = scanner.pos
    for kind, text, at, end in scanner.lexicon.split(typed):
        scanner.pos = start + end
        scanner.emit(kind, text, start + at, start + end, (start, start + len(typed)))
    typed_accent(scanner)
    _function_digits(scanner)


def typed_accent(scanner: Scanner) -> None:
    found = TYPED_ACCENT.match(scanner.text, scanner.pos)
    if found and scanner.out[-1].kind == "name":
        scanner.pos = found.end()
        scanner.accent(found.group(1), scanner.pos)


def _function_digits(scanner: Scanner) -> None:
    """`log2(x)` and `log10 x`: digits that belong to the function's name. `ln2 x` and `log2 - x` hold logs of 2."""
    last = scanner.out[-1]
    if last.kind != "function" or not scanner.text[last.at : last.end].lower().endswith("log"):
        return
    if found := FUNCTION_DIGITS.match(scanner.text, scanner.pos):
        scanner.pos = found.end()
        scanner.out[-1] = Token("function", f"log{found.group()}", last.at, scanner.pos, last.spaced, last.run)
