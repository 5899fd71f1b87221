"""A derivation's text -> its lines: align blocks, `\\\\` and `&` are layout, words like "so" and "let" only lead in.

text --layout.py--> text without layout and remarks --wording.py--> equations without words, with their conditions
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.formula.steps.brackets import balanced, equates, inner_spans, within
from interview_drill.formula.steps.layout import PART, Laid, blanked, laid
from interview_drill.formula.steps.wording import IF, LEADS, PROSE, RANGE, SAYING, WORD, claims_more, without_tail

__all__ = ["MOST_LINES", "Line", "Piece", "blanked", "lines", "parted"]

MOST_LINES = 60

BREAK = re.compile(r"\\\\(?:\[[^\]\n]*\])?|\n")
LETTERS = r"(?P<left>[a-z])\s*(?P<sign>≠|\\neq?(?![a-z])|!=|=)\s*(?P<right>[a-z])"
CONDITION = re.compile(
    rf"[,;，；\s{PART}]+(?:[(（]\s*(?:for|if|when|当|若)?|\b(?:for|if|when)\b|当|若|(?=[a-z]\s*[^=]+$))\s*"
    rf"(?:all\s+)?{LETTERS}\s*时?\s*[)）]?\s*$"
)
"""`(k ≠ i)` at the end of an equation says for which letters it is meant."""
AHEAD = re.compile(
    rf"\s*(?:(?P<word>(?:in\s+the\s+case|for|if|when|case)(?:\s+all)?(?=\s)|当|若|如果|对于?)[\s{PART}]*)?{LETTERS}[\s{PART}]*"
    rf"(?P<when>时|的时候|的情况)?[\s{PART}]*(?:(?P<stop>[:：])|[,，]|(?<=[时候况])|(?=then\b|则))[\s,，]*",
    re.IGNORECASE,
)
"""`k ≠ i:` and `当 k≠i 时，` say so before the equation. A bare `k = i,` does not: it may be a claim."""
INDICATOR = re.compile(r"(?:\{[1I]\}|[1Iδ𝟙𝟏]|delta|indicator)\s*$")
PROPORTIONAL = re.compile(r"\\propto(?![A-Za-z])|∝")
BETWEEN = re.compile(rf"[,;，；](?=\s|\\)|[，；。](?=\S)|\.\s+(?=[A-Z][a-z]+\s)|{PART}")
BRACKET = re.compile(r"(?<=[\s\x1f])[(（](?P<said>[^()（）=]*(?:[(（][^()（）]*[)）])?[^()（）=]*=.*)[)）]\s*$")
"""An equation in brackets behind another one, away from it."""
NUMBER = re.compile(r"\s*\\?\w+\s*=\s*[-−]?[\d./]+\s*时?\s*")
"""A name with a number, in brackets: a case that is meant, hardly a reason."""
WORDS, UNDER = "words-unread", "condition-unread"
Place = tuple[int, int]
Condition = tuple[str, bool, str]
Message = tuple[str, int, int]
Unread = list[Message]
TRAILING = " \t\r,.;:，。；：、" + PART


class Piece(Struct, frozen=True):
    """One equation of a line: its text stands at `at`. `continues` the chain before it; `defines` a new name.

    `condition` is (letter, whether they are equal, letter) where it is meant for some indices only; `loose` are the
    places of signs of proportion, where sides are equal up to a factor. One that stands `aside` is a reason for
    another: it is judged, and no chain goes on from it.
    """

    text: str
    at: int
    continues: bool
    defines: bool
    condition: Condition | None = None
    loose: tuple[int, ...] = ()
    aside: bool = False

    @property
    def proportional(self) -> bool:
        return bool(self.loose)


class Line(Struct, frozen=True):
    """One step as typed; `number` counts from 1 and leaves out lines that hold layout only.

    `opens` says that its chain is left open by a last `=`; `unread` is what makes it unreadable,
    a message and its place: words that say more than a reason.
    """

    number: int
    at: int
    end: int
    pieces: tuple[Piece, ...]
    opens: bool = False
    unread: Message | None = None


def lines(text: str, after: Line | None = None) -> tuple[Line, ...]:
    """The lines of a derivation that say something, in order; `after` is the line that they go on from."""
    plain = laid(text)
    found: list[Line] = []
    count, opened = (after.number, after.opens) if after else (0, False)
    for at, end in _spans(plain.text):
        pieces, unread, opened = _pieces(plain, at, end, opened)
        if pieces:
            found.append(Line(count + len(found) + 1, at, end, pieces, opened, unread))
    return tuple(found)


def parted(text: str) -> tuple[str, ...]:
    """The text cut before each of its lines but the first: every part holds one line, its layout with it."""
    starts = [line.at for line in lines(text)]
    bounds = [0, *starts[1:], len(text)]
    parts = (text[start:end].strip() for start, end in pairwise(bounds))
    return tuple(parts) if starts else ()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each line; breaks inside written cases and matrices part nothing."""
    inner = list(inner_spans(text))
    start = 0
    for one in BREAK.finditer(text):
        if within(one.start(), inner):
            continue
        if not text[start : one.start()].isspace():
            yield start, one.start()
        start = one.end()
    yield start, len(text)


def _pieces(plain: Laid, at: int, end: int, open_chain: bool) -> tuple[tuple[Piece, ...], Message | None, bool]:
    """The equations of one line, reasons first; what is not read; whether its chain is left open by a last `=`."""
    unread = [(WORDS, *place) for place in plain.unread if at <= place[0] < end]
    asides = [span for span in plain.asides if at <= span[0] < end]
    stop = _before_bracket(plain.text, at, end, asides, unread)
    found = []
    for start, until in _parts(plain.text, at, stop):
        piece = _piece(plain.text, start, until, unread)
        if piece is not None:
            found.append(piece)
    reasons = [piece for span in asides for piece in _reasons(plain.dressed, *span, unread)]
    if not found:
        return tuple(reasons), next(iter(unread), None), open_chain
    main = [piece for piece in found if not piece.aside]
    main, reasons = (main, [*(one for one in found if one.aside), *reasons]) if main else (found, reasons)
    main = [replace(piece, aside=False) for piece in main]
    if open_chain:
        main[0] = replace(main[0], continues=True, defines=False)
    last = main[-1]
    opens = last.text.endswith("=")
    if opens:
        main[-1] = replace(last, text=last.text[:-1].rstrip())
    return (*reasons, *main), next(iter(unread), None), opens


def _before_bracket(text: str, at: int, end: int, asides: list[Place], unread: Unread) -> int:
    """Where a line ends before an equation in brackets, which stands aside."""
    found = BRACKET.search(text, at, end)
    if found is None or CONDITION.search(text, at, end) or INDICATOR.search(text, at, found.start()):
        return end
    before, said = text[at : found.start()], found["said"]
    if not all(equates(one) and balanced(one) for one in (before, said)):
        return end
    if NUMBER.fullmatch(said):
        unread.append((UNDER, *found.span("said")))
    asides.append(found.span("said"))
    return found.start()


def _reasons(text: str, at: int, end: int, unread: Unread) -> Iterator[Piece]:
    """The equations of a remark. One that claims something else than equality is not read."""
    if not equates(text[at:end]):
        unread.append((WORDS, at, end))
        return
    for start, stop in _parts(text, at, end):
        piece = _piece(text, start, stop, unread)
        if piece is not None:
            yield replace(piece, aside=True)


def _parts(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The line at its commas, where what stands on both sides is an equation."""
    start = at
    inner = list(inner_spans(text[:end]))
    found = CONDITION.search(text, at, end) or RANGE.search(text, at, end)
    limit = end if found is None else found.start()
    begins = _behind_condition(text, at, end)[1]
    for one in BETWEEN.finditer(text, begins, limit):
        if within(one.start(), inner):
            continue
        before, behind = text[begins : one.start()], text[one.end() : limit]
        if equates(before) and equates(behind) and balanced(before):
            yield start, one.start()
            start = begins = one.end()
    yield start, end


def _piece(text: str, at: int, end: int, unread: Unread) -> Piece | None:
    end = _trimmed(text, at, end)
    condition, at = _behind_condition(text, at, end)
    if IF.match(text, at, _condition(text, at, end)[1]):
        unread.append((UNDER, at, end))
    at, defines, aside = _behind_leads(text, at, end, unread)
    ahead, at = _behind_condition(text, at, end)
    at = _behind_leads(text, at, end, unread)[0] if ahead else at
    end, more = without_tail(text, at, end)
    end = _trimmed(text, at, end)
    unread += [(WORDS, *more)] if more else []
    behind, end = _condition(text, at, end)
    loose = tuple(found.start() for found in PROPORTIONAL.finditer(text, at, end))
    text = PROPORTIONAL.sub(lambda found: "=".ljust(len(found[0])), text)
    continues = text.startswith("=", at) and not text.startswith("==", at)
    at = _skipped(text, at + continues, end)
    if at >= end:
        return None
    said = text[at:end].replace(PART, " ")
    return Piece(said, at, continues, defines, behind or ahead or condition, loose, aside and not continues)


def _trimmed(text: str, at: int, end: int) -> int:
    while end > at and text[end - 1] in TRAILING:
        end -= 1
    return end


def _condition(text: str, at: int, end: int) -> tuple[Condition | None, int]:
    """The letters that an equation is meant for, and where it ends before them."""
    found = CONDITION.search(text, at, end)
    if found is None or not equates(text[at : found.start()]) or INDICATOR.search(text, at, found.start()):
        return None, end
    return _letters(found), found.start()


def _behind_condition(text: str, at: int, end: int) -> tuple[Condition | None, int]:
    """The letters that an equation is said to be meant for before it begins, and where that is."""
    found = AHEAD.match(text, at, end)
    if found is None or not (found["word"] or found["when"] or found["stop"] or found["sign"] != "="):
        return None, at
    return (_letters(found), found.end()) if equates(text[found.end() : end]) else (None, at)


def _letters(found: re.Match) -> Condition:
    return found["left"], found["sign"] == "=", found["right"]


def _behind_leads(text: str, at: int, end: int, unread: Unread) -> tuple[int, bool, bool]:
    """Behind numbers, arrows and words that lead in; whether one of them defines, and gives a reason."""
    defines = reason = False
    while found := next((lead for one in LEADS if (lead := one.match(text, at, end)) and lead.end() > at), None):
        defines = defines or bool(found.re is WORD and found["let"])
        reason = bool(found["reason"]) if found.re is WORD else reason and found.re not in (PROSE, SAYING)
        if claims_more(found[0]):
            unread.append((WORDS, *found.span()))
        at = found.end()
    return _skipped(text, at, end), defines, reason


def _skipped(text: str, at: int, end: int) -> int:
    while at < end and (text[at].isspace() or text[at] == PART):
        at += 1
    return at
