"""A derivation's text -> its lines: align blocks, `\\\\` and `&` are layout, words like "so" and "let" only lead in.

What says nothing is blanked, never cut, so that every place is a place in the text as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

MOST_LINES = 60

LAYOUT = re.compile(
    r"\\(?:begin|end)\s*\{(?:align|aligned|alignat|gather|gathered|equation|split|eqnarray|flalign|multline|displaymath)\*?\}"
    r"|\\(?:nonumber|notag|displaystyle)(?![A-Za-z])|\\tag\*?\{[^{}]*\}|\\label\{[^{}]*\}"
    r"|[(（][^()（）=\n]*[\u4e00-\u9fff][^()（）\n]*[)）]|[(\[](?:by|using|chain|since|because|as|with|where|from|def)\b[^()\[\]\n]*[)\]]"
    r"|\\(?:short)?intertext\{[^{}]*\}|\\(?:text|mbox|textrm)\{(?!\s*[-+*/=^<>·×])[^{}]*[\s(（\u4e00-\u9fff][^{}]*\}|(?<!\\)&|\$\$?|\\\[|\\\]|(?<![\\\w])%[^\n]*"
)
EXTREME = re.compile(
    r"\\underset\s*\{\s*(?P<under>\\?[A-Za-z]+)\s*\}\s*\{\s*\\?(?:arg|operatorname\*?\{arg)(?:\s|\\[,;!]|\{\})*\\?(?P<one>max|min)\}?\s*\}"
    r"|\\(?:operatorname|mathop|mathrm|text)\*?\s*\{\s*\\?arg(?:\s|\\[,;! ]|~)*\\?(?P<two>max|min)\s*\}(?:\\limits)?"
    r"|\\arg(?:\s|\\[,;! ]|~|\{\})*\\?(?P<three>max|min)(?:\\limits)?(?![A-Za-z])"
    r"|\barg\s+(?P<four>max|min)(?![A-Za-z])"
)
"""Every way to write argmin and argmax."""
BREAK = re.compile(r"\\\\(?:\[[^\]\n]*\])?|\n")
INNER = re.compile(r"\\(begin|end)\s*\{(?:cases|[pbvBV]?matrix|array)\*?\}")
NUMBERED = re.compile(r"\s*(?:(?:[(（]\d+[)）]|\d+[.):．）：]|[①-⑳]|S\d+:)(?=\s)|\d+、)\s*")
PROSE = re.compile(
    r"\s*(?:[^=:：\n\\^_{}()]*[A-Za-z\u4e00-\u9fff]{2,}[^=:：\n\\^_{}()]*[:：](?!=)|[\u4e00-\u9fff]+[，,：:]?)\s*"
)
"""Words up to a colon, and Chinese before the first formula."""
ARROW = re.compile(
    r"\s*(?:\\(?:Rightarrow|implies|Longrightarrow|therefore|because|Leftrightarrow|iff|to)(?![A-Za-z])|=>|⇒|⟹|⇔|∴|∵|→)\s*"
)
WORD = re.compile(
    r"\s*(?:(?P<let>let|set|define|put|write|denote|令|设|记|定义)|so|then|thus|hence|therefore|since|because|and|where|with|"
    r"by|所以|因此|故|则|因为|由于|其中|于是|从而|即|有|又|得)(?:(?=[^A-Za-z_({\\\d\s=])|\s+)[\s:,，：]*",
    re.IGNORECASE,
)
GAP = re.compile(
    r"(?:\\(?:Rightarrow|implies|Longrightarrow)(?![A-Za-z])|=>|⇒|⟹)|\\q?quad(?![A-Za-z])(?:\s*\\(?:text|mbox|textrm)\{\s*(?:and|且|和|,)\s*\})?|(?<![A-Za-z])and(?![A-Za-z])|且"
)
FULL_WIDTH = str.maketrans("＝＞＜", "=><")
"""Signs that part a line, as a Chinese keyboard types them: one character each, so that places stay."""
PARENTHESES = str.maketrans("（）［］｛｝", "()[]{}")
PART = "\x1f"
"""Stands where two equations of a line may part."""
CONDITION = re.compile(
    rf"[,;，；\s{PART}]+(?:[(（]\s*(?:for|if|when|当|若)?|\bfor\b|\bif\b|\bwhen\b|当|若|(?=[a-z]\s*[^=]+$))\s*"
    r"(?P<left>[a-z])\s*(?P<sign>≠|\\neq?(?![a-z])|!=|=)\s*(?P<right>[a-z])\s*[)）]?\s*$"
)
"""`(k ≠ i)` at the end of an equation says for which letters it is meant."""
INDICATOR = re.compile(r"(?:\{[1I]\}|[1Iδ𝟙𝟏]|delta|indicator)\s*$")
PROPORTIONAL = re.compile(r"\\propto(?![A-Za-z])|∝")
BETWEEN = re.compile(rf"[,;，；](?=\s|\\)|{PART}")
TRAILING = " \t\r,.;:，。；：、" + PART


LEADS = (NUMBERED, ARROW, WORD, PROSE)


class Piece(Struct, frozen=True):
    """One equation of a line: its text stands at `at`. `continues` the chain before it; `defines` a new name.

    `condition` is (letter, whether they are equal, letter) where it is meant for some indices only; `loose` are the
    places of signs of proportion, where sides are equal up to a factor.
    """

    text: str
    at: int
    continues: bool
    defines: bool
    condition: tuple[str, bool, str] | None = None
    loose: tuple[int, ...] = ()

    @property
    def proportional(self) -> bool:
        return bool(self.loose)


class Line(Struct, frozen=True):
    """One step as typed; `number` counts from 1 and leaves out lines that hold layout only.

    `opens` says that its chain is left open by a last `=`.
    """

    number: int
    at: int
    end: int
    pieces: tuple[Piece, ...]
    opens: bool = False


def lines(text: str, after: Line | None = None) -> tuple[Line, ...]:
    """The lines of a derivation that say something, in order; `after` is the line that they go on from."""
    plain = blanked(text)
    found: list[Line] = []
    count, opened = (after.number, after.opens) if after else (0, False)
    for at, end in _spans(plain):
        pieces, opened = _pieces(plain, at, end, opened)
        if pieces:
            found.append(Line(count + len(found) + 1, at, end, pieces, opened))
    return tuple(found)


def parted(text: str) -> tuple[str, ...]:
    """The text cut before each of its lines but the first: every part holds one line, its layout with it."""
    starts = [line.at for line in lines(text)]
    bounds = [0, *starts[1:], len(text)]
    parts = (text[start:end].strip() for start, end in pairwise(bounds))
    return tuple(parts) if starts else ()


def blanked(text: str) -> str:
    """The text, as long as it was, without layout; argmin and argmax as words, a wide gap or "and" as PART."""
    text = GAP.sub(lambda found: PART.ljust(len(found[0])), text.translate(FULL_WIDTH))
    text = text.replace(":=", " =").replace("：=", " =")
    return LAYOUT.sub(lambda found: " " * len(found[0]), EXTREME.sub(_extreme, text))


def _extreme(found: re.Match) -> str:
    word = "arg" + next(found[name] for name in ("one", "two", "three", "four") if found[name])
    under = f"_{{{found['under']}}}" if found["under"] else ""
    return (word + under).ljust(len(found[0]))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each line; breaks inside written cases and matrices part nothing."""
    inner = [(one.start(), one[1] == "begin") for one in INNER.finditer(text)]
    start = 0
    for one in BREAK.finditer(text):
        depth = sum(1 if begins else -1 for at, begins in inner if at < one.start())
        if depth <= 0 and not text[start : one.start()].isspace():
            yield start, one.start()
            start = one.end()
        elif depth <= 0:
            start = one.end()
    yield start, len(text)


def _pieces(text: str, at: int, end: int, open_chain: bool) -> tuple[tuple[Piece, ...], bool]:
    """The equations of one line, and whether its chain is left open by a last `=`."""
    found = []
    for start, stop in _parts(text, at, end):
        piece = _piece(text, start, stop)
        if piece is not None:
            found.append(piece)
    if found and open_chain:
        found[0] = replace(found[0], continues=True, defines=False)
    if not found:
        return (), open_chain
    last = found[-1]
    if not last.text.endswith("="):
        return tuple(found), False
    found[-1] = replace(last, text=last.text[:-1].rstrip())
    return tuple(found), True


def _parts(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The line at its commas, where what stands on both sides is an equation."""
    start = at
    found = CONDITION.search(text, at, end)
    limit = end if found is None else found.start()
    for one in BETWEEN.finditer(text, at, limit):
        if "=" in text[start : one.start()] and "=" in text[one.end() : limit] and _balanced(text[start : one.start()]):
            yield start, one.start()
            start = one.end()
    yield start, end


def _balanced(text: str) -> bool:
    text = text.translate(PARENTHESES)
    return all(text.count(opener) == text.count(closer) for opener, closer in ("()", "[]", "{}"))


def _piece(text: str, at: int, end: int) -> Piece | None:
    while end > at and text[end - 1] in TRAILING:
        end -= 1
    at, defines = _behind_leads(text, at, end)
    condition, end = _condition(text, at, end)
    loose = tuple(found.start() for found in PROPORTIONAL.finditer(text, at, end))
    text = PROPORTIONAL.sub(lambda found: "=".ljust(len(found[0])), text)
    continues = text.startswith("=", at) and not text.startswith("==", at)
    at = _skipped(text, at + continues, end)
    if at >= end:
        return None
    return Piece(text[at:end].replace(PART, " "), at, continues, defines, condition, loose)


def _condition(text: str, at: int, end: int) -> tuple[tuple[str, bool, str] | None, int]:
    """The letters that an equation is meant for, and where it ends before them."""
    found = CONDITION.search(text, at, end)
    if found is None or "=" not in text[at : found.start()] or INDICATOR.search(text, at, found.start()):
        return None, end
    return (found["left"], found["sign"] == "=", found["right"]), found.start()


def _behind_leads(text: str, at: int, end: int) -> tuple[int, bool]:
    """Behind numbers, arrows and words that lead in, and whether one of them defines."""
    defines = False
    while found := next((lead for one in LEADS if (lead := one.match(text, at, end))), None):
        defines = defines or bool(found.re is WORD and found["let"])
        at = found.end()
    return _skipped(text, at, end), defines


def _skipped(text: str, at: int, end: int) -> int:
    while at < end and (text[at].isspace() or text[at] == PART):
        at += 1
    return at
