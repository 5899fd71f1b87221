"""Written pages: sections that a question's id heads, and the answer that stands in each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from msgspec import Struct

from interview_drill.bank import Bank
from interview_drill.question import Answer
from interview_drill.solutions.row import Row, Writing

ALIKE = 0.8
"""How alike a heading must be to an id to count as a typing mistake, and not as prose."""
ID_LIKE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
MARKER = re.compile(r"^\s*(?:[-*+]|\d+[.)、])\s+")
ORDINAL = re.compile(
    r"^(?:第\s*[\d一二三四五六七八九十]+\s*题|(?:Q|Question|Exercise|题)?\s*\d+(?![\w-]))\s*[.、:：)）]?\s*",
    re.IGNORECASE,
)
"""Which question of a sheet a heading says that it is, before it names it."""
INLINE = re.compile(r"\$([^$]+)\$|`([^`]+)`|\\\((.+?)\\\)", re.DOTALL)
PYTHON = ("python", "py", "python3", "")


class Block(Struct, frozen=True):
    """A part of a section: `form` is math, code (with its `language`) or prose."""

    form: str
    text: str
    language: str = ""


class Section(Struct):
    """What stands under one heading; `line` is the heading's, from 1."""

    title: str
    line: int
    level: int = 1
    blocks: list[Block] = []


def rows(writing: Writing, sections: Iterable[Section], cell: int | None = None) -> Iterator[Row]:
    """A row for every section that a question's id heads; a heading that looks like an id gets the unknown one."""
    for section in sections:
        question = question_named(section.title, writing.bank)
        if question is None:
            continue
        answer = answer_in(section, writing.kind(question))
        if answer is None:
            fault = ("section-without-answer", {"file": writing.file, "question": question})
            yield writing.row(line=section.line, cell=cell, question=question, fault=fault)
        else:
            yield writing.row(line=section.line, cell=cell, question=question, answer=answer)


def pages(writing: Writing, sections: Iterable[Section]) -> Iterator[Row]:
    """The rows of a page, and what its author should know of: headings that name no question.

    Where some do, the others are prose, except what seems to be meant as an id.
    """
    found = list(sections)
    yield from (graded := list(rows(writing, found)))
    for section in found:
        title = _named(section.title)
        if title and question_named(title, writing.bank) is None and (not graded or seems_meant(title, writing.bank)):
            yield writing.row(line=section.line, heading=title)


def seems_meant(name: str, bank: Bank) -> bool:
    """Whether a heading begins as an id of the bank does, and is spelled as ids are or almost as one; or is a title."""
    spelled = _hyphened(name)
    first = spelled.partition("-")[0] + "-"
    begun = any(id.startswith(first) for id in bank.catalogue.files)
    return (begun and bool(ID_LIKE.fullmatch(name) or _near(spelled, bank))) or bank.titled(name) is not None


def question_named(title: str, bank: Bank) -> str | None:
    """The id that a heading names, perhaps behind its number; one letter amiss is an unknown question.

    Other headings name none. Editors put capitals and full-width signs into headings; ids have neither.
    """
    name = unicodedata.normalize("NFKC", _named(title)).lower()
    return name if name in bank or _near(name, bank) else None


def apart(title: str, bank: Bank) -> bool:
    """Whether a heading is an id with its words apart, or a title: no id, and yet no part of the answer above it."""
    name = _named(title)
    return _hyphened(name) in bank or bank.titled(name) is not None


def _hyphened(name: str) -> str:
    """The words of a heading put together as in an id."""
    return re.sub(r"[\s_]+", "-", unicodedata.normalize("NFKC", name).lower())


def _near(name: str, bank: Bank) -> list[str]:
    """The id that a name differs from by a typing mistake."""
    return get_close_matches(name, bank.catalogue.files, n=1, cutoff=ALIKE) if ID_LIKE.fullmatch(name) else []


def _named(title: str) -> str:
    """What a heading says behind its number, without its marks."""
    return ORDINAL.sub("", title.strip()).strip("`*_#:：").strip().replace(r"\_", "_")


def answer_in(section: Section, kind: str | None) -> Answer | None:
    """The answer of a section: the program's fences together, else the first formula or fence, else the prose.

    Of a derivation all formulas count, in their order.
    """
    codes = [block.text for block in section.blocks if block.form == "code"]
    prose = "\n\n".join(block.text for block in section.blocks if block.form == "prose").strip()
    if kind == "code":
        programs = [b.text for b in section.blocks if b.form == "code" and b.language.lower() in PYTHON] or codes
        return Answer("\n\n".join(programs)) if programs else _some(prose)
    if kind in ("formula", "number", "derivation", None):
        return _formula(section, prose, together=kind == "derivation")
    return _some(codes[0] if codes else _unmarked(prose) if kind != "concept" else prose)


def _formula(section: Section, prose: str, together: bool) -> Answer | None:
    blocks = [block for block in section.blocks if block.form != "prose" and block.text.strip()]
    if together and blocks:
        return Answer("\n".join(block.text.strip() for block in blocks))
    if blocks:
        python = blocks[0].form == "code" and blocks[0].language.lower() in PYTHON[:3]
        return Answer(blocks[0].text.strip(), "python" if python else None)
    spans = [next(part for part in span.groups() if part is not None) for span in INLINE.finditer(prose)]
    if len(spans) == 1 or (together and spans):
        return _some("\n".join(spans))
    return _some(_unmarked(prose))


def _unmarked(prose: str) -> str:
    """Lines without their list markers."""
    return "\n".join(MARKER.sub("", line).strip().strip("`") for line in prose.splitlines() if line.strip())


def _some(text: str) -> Answer | None:
    return Answer(text.strip()) if text.strip() else None
