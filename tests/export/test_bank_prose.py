"""Every text of the shipped bank is shown by a reader of Markdown as its author wrote it."""

import re
from itertools import groupby

import pytest
from markdown_it import MarkdownIt

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.export.markdown import prose
from interview_drill.feedback import LANGUAGES
from interview_drill.question import in_language

BANK = open_bank()
READER = MarkdownIt("commonmark")


def texts(question):
    yield from (question.stem, *question.hints, *([question.note] if question.note else ()))
    yield from (text for wrong in question.misconceptions for text in (wrong.note, wrong.claim) if text)
    task = kinds.kind(question.kind)
    yield from (text for _, text in (task.offered(question) if hasattr(task, "offered") else ()))
    yield from (part.text for part in task.revealed(question) if part.form == "prose")


def plain(text):
    """White space is one space, and `<` is `<` however LaTeX writes it."""
    return re.sub(r"\s+", " ", re.sub(r"<\s*|\\lt ", "<", text))


def shown(markdown):
    """Paragraphs, lists and programs, and in each its text and its pieces of code."""
    for token in READER.parse(markdown):
        if token.type != "inline":
            yield token.type, token.content
            continue
        for is_text, parts in groupby(token.children, lambda one: one.type in ("text", "softbreak")):
            if is_text:
                yield "text", plain("".join(one.content or " " for one in parts))
            else:
                yield from ((one.type, one.content) for one in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_sees_what_the_author_wrote(language):
    """Spaces beside formulas, displays on lines of their own, and lists from their first entry on."""
    for entry in BANK.index():
        for text in texts(BANK.question(entry.id)):
            said = in_language(text, language).strip()
            assert list(shown(prose(said))) == list(shown(said)), entry.id
