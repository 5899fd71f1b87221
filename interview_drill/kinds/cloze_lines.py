"""The lines of a cloze as they may be read: with the numbers that people write in front of them, and without.

A number in front is a label only on its own line (1 on the first, 2 on the second). Whether it is one cannot always be
told from the text: `1.5` is a decimal, or the label 1 and the answer 5. So a line is offered in every way that makes
sense, as written first, and the blanks decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

NUMBER = r"(?P<number>\d{1,2}|[一二三四五六七八九十])"
FIRM = tuple(
    re.compile(rf"\s*(?:{form})\s*(?=\S)", re.IGNORECASE)
    for form in (
        rf"[\[［(（【]\s*{NUMBER}\s*[\]］)）】]\s*[.．、:：]?",
        rf"{NUMBER}\s*[.．]?[)）]",
        rf"{NUMBER}\s*(?:[.．、](?!\d)|[:：](?!\s*\d))",
        rf"(?:空格?|blank|第)\s*{NUMBER}\s*(?:个?空)?\s*[.．、:：=＝]?",
        r"(?P<number>[①-⑳⑴-⒇⒈-⒛❶-❿])\s*[.．、:：]?",
    )
)
"""Labels that are hardly anything else: `[1]`, `(1)`, `1)`, `1: x`, `1. 5`, `空1：`, `blank 1`, `①`."""
LOOSE = (re.compile(rf"\s*{NUMBER}(?:\s*[.．、:：=＝]\s*|\s+)(?=\S)"),)
"""What could be a decimal, a ratio or an equation too: a label only where every line has one."""
BULLET = re.compile(r"\s*[-–—*•·]\s+(?=\S)")

AGAIN = re.compile(r"(?<=\S)(?:\s+(?=[^\W\d_])|(?=[\u4e00-\u9fff]))")
"""Where a word begins behind something else; Chinese ones need no space."""
CONTINUED = re.compile(r"[A-Za-z0-9_-]")


def readings(lines: Sequence[str]) -> Iterator[list[str]]:
    """Every sensible reading, the one as written first; a list of as many lines each."""
    yield list(lines)
    firm = [_cut(line, number, FIRM) for number, line in enumerate(lines, 1)]
    yield [line if cut is None else cut for line, cut in zip(lines, firm, strict=True)]
    if len(lines) > 1:
        loose = [_cut(line, number, FIRM + LOOSE) for number, line in enumerate(lines, 1)]
        bare = [BULLET.sub("", line, count=1) for line in lines]
        for cut in (loose, bare if all(map(BULLET.match, lines)) else [None]):
            if None not in cut:
                yield cut


def unrepeated(word: str, behind: Sequence[str]) -> Iterator[str]:
    """The answer without words that the sentence goes on with: `512 means` where it says `{{count}} means`."""
    for at in (found.start() for found in AGAIN.finditer(word)):
        for rest in behind:
            tail = word[at:].strip().rstrip(".。")
            if rest.casefold().startswith(tail.casefold()) and not CONTINUED.match(rest, len(tail)):
                yield word[:at]


def _cut(line: str, number: int, labels: Sequence[re.Pattern[str]]) -> str | None:
    """The line without its label; None where it has none that is its own number."""
    for label in labels:
        found = label.match(line)
        if found and _value(found["number"]) == number:
            return line[found.end() :]
    return None


def _value(sign: str) -> int:
    """`2`, `２`, `②` and `二` are 2."""
    return int(sign) if sign.isdecimal() else int(unicodedata.numeric(sign))
