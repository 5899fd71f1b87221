"""What of a derivation's text is layout, and what stands aside of its formulas: remarks in brackets and in `\\text`.

What says nothing is blanked, never cut, so that every place is a place in the text as typed.
"""

from __future__ import annotations

import re

from msgspec import Struct

from interview_drill.formula.steps.brackets import CLOSING, OPENING, compares, inner_spans, within
from interview_drill.formula.steps.wording import REASON, claims_more

LAYOUT = re.compile(
    r"\\(?:begin|end)\s*\{(?:align|aligned|alignat|gather|gathered|equation|split|eqnarray|flalign|multline|displaymath)\*?\}"
    r"|\\(?:nonumber|notag|displaystyle)(?![A-Za-z])|\\tag\*?\{[^{}]*\}|\\label\{[^{}]*\}"
    r"|\\(?:short)?intertext\{[^{}]*\}|\$\$?|\\\[|\\\]|(?<![\\\w])%[^\n]*"
)
ALIGNED = re.compile(r"(?<!\\)&")
"""Parts the columns of aligned lines; inside of cases and matrices it says something."""
EXTREME = re.compile(
    r"\\underset\s*\{\s*(?P<under>\\?[A-Za-z]+)\s*\}\s*\{\s*\\?(?:arg|operatorname\*?\{arg)(?:\s|\\[,;!]|\{\})*\\?(?P<one>max|min)\}?\s*\}"
    r"|\\(?:operatorname|mathop|mathrm|text)\*?\s*\{\s*\\?arg(?:\s|\\[,;! ]|~)*\\?(?P<two>max|min)\s*\}(?:\\limits)?"
    r"|\\arg(?:\s|\\[,;! ]|~|\{\})*\\?(?P<three>max|min)(?:\\limits)?(?![A-Za-z])"
    r"|\barg\s+(?P<four>max|min)(?![A-Za-z])"
)
"""Every way to write argmin and argmax."""
PART = "\x1f"
"""Stands where two equations of a line may part."""
GAP = re.compile(
    r"(?:\\(?:Rightarrow|implies|Longrightarrow)(?![A-Za-z])|=>|⇒|⟹)|\\q?quad(?![A-Za-z])(?:\s*\\(?:text|mbox|textrm)\{\s*(?:and|且|和|,)\s*\})?|(?<![A-Za-z])and(?![A-Za-z])|且"
    r"|(?<=[^\s,，;；])[ \t]+(?=(?:since|because|where)\s|因为|由于|其中|∵|\\because(?![A-Za-z]))"
    r"|(?<=[^\s,，;；:：(（\u4e00-\u9fff])[ \t]*(?:[\u4e00-\u9fff]*(?:得到?|推出|可知)|从而|于是|所以|因此|则|故)"
    r"(?![\u4e00-\u9fff])"
)
FULL_WIDTH = str.maketrans("＝＞＜", "=><")
"""Signs that part a line, as a Chinese keyboard types them: one character each, so that places stay."""
WORDED = re.compile(r"\\(?:text|mbox|textrm)\{(?!\s*[-+*/=^<>·×])(?P<said>[^{}]*[\s(（\u4e00-\u9fff][^{}]*)\}")
BRACKETED = re.compile(rf"[(（\[]\s*(?:{REASON}|chain\b|def\b|(?=[^()（）=\n]*[\u4e00-\u9fff]))")
"""A bracket that begins with words, or has Chinese before its first sign."""


class Laid(Struct, frozen=True):
    """A text without layout and remarks, as long as it was.

    `asides` are places of remarks that hold a formula's sign, in `dressed`, where they still stand; `unread` of
    remarks that say more than why.
    """

    text: str
    dressed: str
    asides: tuple[tuple[int, int], ...]
    unread: tuple[tuple[int, int], ...]


def blanked(text: str) -> str:
    """The text, as long as it was, without layout; argmin and argmax as words, a wide gap or "and" as PART."""
    return laid(text).text


def laid(text: str) -> Laid:
    """The text without layout, and what was said aside."""
    text = GAP.sub(lambda found: PART.ljust(len(found[0])), text.translate(FULL_WIDTH))
    text = text.replace(":=", " =").replace("：=", " =")
    text = LAYOUT.sub(_blank, EXTREME.sub(_extreme, text))
    inner = list(inner_spans(text))
    text = ALIGNED.sub(lambda found: found[0] if within(found.start(), inner) else " ", text)
    unread: list[tuple[int, int]] = []
    text = WORDED.sub(lambda found: found[0] if within(found.start(), inner) else _worded(found, unread), text)
    return _without_remarks(text, unread)


def _blank(found: re.Match) -> str:
    return " " * len(found[0])


def _extreme(found: re.Match) -> str:
    word = "arg" + next(found[name] for name in ("one", "two", "three", "four") if found[name])
    under = f"_{{{found['under']}}}" if found["under"] else ""
    return (word + under).ljust(len(found[0]))


def _worded(found: re.Match, unread: list[tuple[int, int]]) -> str:
    """Words in `\\text` stand as if typed where a formula is in them or behind them, else they go, in brackets too."""
    said, start = found["said"], found.start("said") - found.start()
    if re.match(rf"\s*(?:{REASON})\s*$", said) or (compares(said) and said.strip()[0] not in OPENING):
        return PART.ljust(start) + said + " "
    if said.strip()[0] in OPENING and compares(said):
        return " " * start + said + " "
    if claims_more(said):
        unread.append(found.span("said"))
    return _blank(found)


def _without_remarks(dressed: str, unread: list[tuple[int, int]]) -> Laid:
    text, at, asides = dressed, 0, []
    while found := BRACKETED.search(text, at):
        end = _closed(text, found.start())
        if end is None:
            at = found.start() + 1
            continue
        inside = (found.start() + 1, end - 1)
        said = text[slice(*inside)]
        if compares(said):
            asides.append(inside)
        elif claims_more(said):
            unread.append(inside)
        text = text[: found.start()] + " " * (end - found.start()) + text[end:]
        at = end
    return Laid(text, dressed, tuple(asides), tuple(unread))


def _closed(text: str, at: int) -> int | None:
    """Where a bracket that opens at a place is closed, in its line."""
    depth = 0
    for place in range(at, len(text)):
        depth += (text[place] in OPENING) - (text[place] in CLOSING)
        if depth == 0:
            return place + 1
        if text[place] == "\n":
            return None
    return None
