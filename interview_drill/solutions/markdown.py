"""Markdown: a heading that is a question's id, then the answer as `$$` block, fence or prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_drill.bank import Bank
from interview_drill.question import Answer
from interview_drill.solutions import sections
from interview_drill.solutions.row import Row, Writing
from interview_drill.solutions.sections import Block, Section

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([\w+-]*)")
MATHEMATICS = ("math", "latex", "tex")
OPENERS = {"$$": "$$", r"\[": r"\]"}


def rows(writing: Writing) -> Iterator[Row]:
    """The rows of a page; with --question the whole page answers that question."""
    found = list(of_text(writing.text, writing.bank))
    if writing.question is None:
        yield from sections.pages(writing, found[1:])
        return
    whole = Section(writing.question, 1, blocks=[block for section in found for block in section.blocks])
    answer = sections.answer_in(whole, writing.kind(writing.question)) or Answer("")
    yield writing.row(line=1, question=writing.question, answer=answer)


def of_text(text: str, bank: Bank) -> Iterator[Section]:
    """The sections of a page; the first one has no title, and holds what stands before any heading.

    A heading of lower rank stays inside its section.
    """
    section, paragraph = Section("", 1, 0), []
    lines = enumerate(text.splitlines(), 1)
    for number, line in lines:
        heading, fence, opener = HEADING.fullmatch(line), FENCE.match(line), _opener(line)
        if not (heading or fence or opener):
            paragraph.append(line)
            continue
        _flush(section, paragraph)
        if fence:
            section.blocks.append(_fenced(fence, lines))
        elif opener:
            section.blocks.append(Block("math", _mathematics(line.strip(), opener, lines)))
        elif not section.level or len(heading.group(1)) <= section.level or _names(heading.group(2), bank):
            yield section
            section = Section(heading.group(2), number, len(heading.group(1)))
    _flush(section, paragraph)
    yield section


def _names(title: str, bank: Bank) -> bool:
    """Whether a heading names a question, or is spelled as if it did, whatever its rank."""
    spelled = re.fullmatch(r"[`*_]*[a-z0-9]+(-[a-z0-9]+)+[`*_]*", title.strip(), re.IGNORECASE)
    return bool(spelled) or sections.question_named(title, bank) is not None or sections.apart(title, bank)


def _opener(line: str) -> str | None:
    return next((mark for mark in OPENERS if line.strip().startswith(mark)), None)


def _flush(section: Section, paragraph: list[str]) -> None:
    if any(line.strip() for line in paragraph):
        section.blocks.append(Block("prose", "\n".join(paragraph).strip()))
    paragraph.clear()


def _fenced(fence: re.Match[str], lines: Iterator[tuple[int, str]]) -> Block:
    """A fence up to its closing mark, or the end of the page."""
    mark, language = fence.groups()
    inside = []
    for _, line in lines:
        if line.strip().startswith(mark) and not line.strip().strip(mark[0]):
            break
        inside.append(line)
    form = "math" if language.lower() in MATHEMATICS else "code"
    return Block(form, "\n".join(inside), language)


def _mathematics(line: str, opener: str, lines: Iterator[tuple[int, str]]) -> str:
    r"""A `$$` or `\[` block, on one line or several."""
    closer, inside = OPENERS[opener], [line[len(opener) :]]
    while closer not in inside[-1]:
        following = next(lines, None)
        if following is None:
            break
        inside.append(following[1])
    return "\n".join(inside).partition(closer)[0].strip()
