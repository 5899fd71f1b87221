"""Whatever a learner wrote or a bank holds: in a Markdown file it is text, never a tag, a link or a terminal escape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from interview_drill.export.markdown import LONGEST, entry, fenced, line, mathematics, prose, span, visible

ACTIVE = {"html_block", "html_inline", "link_open", "image", "heading_open", "hr", "blockquote_open"}
PIECES = [*"`$<>[]()!\\/#=-~:|*_ \n\tab1", "<img src=x>", "```", "](u)", "\x1b[31m", "\u202e"]
NASTY = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def tokens(markdown):
    """The types of everything a reader of Markdown finds, at any depth."""
    found = MarkdownIt("commonmark").parse(markdown)
    return [one for token in found for one in (token, *(token.children or ()))]


def active(markdown):
    return {token.type for token in tokens(markdown)} & ACTIVE


@given(NASTY)
def test_a_fence_holds_exactly_what_was_typed(text):
    """One block of code and nothing beside it, however many backticks are inside."""
    found = tokens(fenced(text))
    assert [token.type for token in found] == ["fence"]
    assert found[0].content.rstrip("\n") == visible(text.strip("\r\n")).rstrip("\n")


@given(NASTY)
def test_a_span_holds_exactly_what_was_typed(text):
    """One piece of inline code; its white space is one space each."""
    said = " ".join(text.split())
    codes = [token.content for token in tokens(span(text)) if token.type == "code_inline"]
    assert codes == ([visible(said)] if said else []) and not active(span(text))


@given(NASTY)
def test_prose_of_a_bank_brings_no_markup_that_acts(text):
    """No HTML, no link, no image, no heading or rule of its own."""
    assert not active(prose(text)) and not active(line(text)) and not active(mathematics(text))


@given(NASTY)
def test_nothing_reaches_the_terminal_but_text(text):
    """Escapes and marks of direction are shown, not obeyed."""
    for made in (fenced(text), span(text), prose(text), line(text), mathematics(text)):
        assert all(char.isprintable() or char in "\n\t\u3000" for char in made)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$x < 1$ and `a < b`, **so** a < b", "$x \\lt 1$ and `a < b`, **so** a < b"),
        ("- one\n- two", "- one\n- two"),
        ("Show\n\n$$a = b$$\n\nfor $a$ and $b$ alike.", "Show\n\n$$a = b$$\n\nfor $a$ and $b$ alike."),
        ("$$\na\n< b\n$$\n", "$$a \\lt b$$"),
        ("- `x` is one,\n- $y$ two", "- `x` is one,\n- $y$ two"),
        ("1. `x`\n2) $y$", "1. `x`\n2) $y$"),
        ("for 5$ a piece\n\n- and 6$ for two", "for 5$ a piece\n\n- and 6$ for two"),
        ("an interval [0, 1] (closed)", "an interval [0, 1] (closed)"),
        ("```python\nif a < b:\n    pass\n```", "```\nif a < b:\n    pass\n```"),
        ("全角　空格", "全角　空格"),
    ],
)
def test_what_authors_use_stays(text, shown):
    """Mathematics, code, bold type, lists and programs."""
    assert prose(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("so\n-\n`x`", "so\n\\-\n`x`"),
        ("so\n- -\n$x$", "so\n- \\-\n$x$"),
        ("# `x`", "\\# `x`"),
        ("- > $x$", "- \\> $x$"),
        ("a\\\\`x`", "a&#92;&#92;`x`"),
    ],
)
def test_what_would_begin_a_block_is_text(text, shown):
    """Also where mathematics or code follows."""
    assert prose(text) == shown and not active(shown)


def test_steps_of_a_derivation_stand_below_each_other():
    """A display each."""
    assert mathematics("a = b\n\n= c") == "$$\na = b\n$$\n\n$$\n{}= c\n$$"


def test_a_list_keeps_a_fence_in_its_entry():
    """Lines behind the first stand under it."""
    assert [token.type for token in tokens(entry(f"said:\n\n{fenced('a`b')}")) if token.type == "fence"] == ["fence"]


def test_an_endless_answer_is_cut():
    """A megabyte of one letter does not fill the book."""
    assert len(fenced("x" * 10**6)) < LONGEST + 20
