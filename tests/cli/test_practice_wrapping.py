"""Lines break as each language breaks them."""

import pytest
from rich.cells import cell_len
from rich.console import Console

from interview_drill.cli.drawing.wrapping import Prose, beginning, filled, whole_entries
from interview_drill.cli.drawing.wrapping import wrapped as broken
from interview_drill.feedback.messages import LANGUAGES, phrase


def wrapped(text, width, formula=None):
    prose = Prose(text)
    if formula:
        at = text.index(formula)
        prose.stylize("bold", at, at + len(formula))
    return [line.plain for line in prose.wrap(Console(), width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("单看 softmax，导数会消失", 15, ["单看 softmax，", "导数会消失"]),
        ("输出在零到一之间", 8, ["输出在零", "到一之间"]),
        ("输出在零。到一", 8, ["输出在", "零。到一"]),
        ("甲乙（丙丁）", 6, ["甲乙", "（丙", "丁）"]),
        ("散度是 [2] ____，距离", 13, ["散度是", "[2] ____，距", "离"]),
        ("takes [1] ____. Next", 12, ["takes", "[1] ____.", "Next"]),
        ("known are .py, .md and .tex", 13, ["known are", ".py, .md and", ".tex"]),
        ("mend it; :hint helps", 13, ["mend it;", ":hint helps"]),
        ("改好它；:hint 看", 10, ["改好它；", ":hint 看"]),
        ("in x.tex, or a:b", 8, ["in", "x.tex,", "or a:b"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("", 8, [""]),
    ],
)
def test_a_line_breaks_where_it_may(text, width, lines):
    """At spaces, between Chinese characters, not before a full stop, and anywhere if nothing else helps."""
    assert wrapped(text, width) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("kept as /a/long/path there", ["kept as", "/a/long/path", "there"]),
        ("one\ntwo", ["one", "two"]),
        ("名字改不了，请重试", ["名字改不", "了，请重", "试"]),
        ("", [""]),
    ],
)
def test_a_sentence_never_breaks_inside_a_word(text, lines):
    """A path that is wider than the terminal stays one piece, to be copied."""
    assert broken(text, 8).split("\n") == lines


def test_a_short_formula_stays_whole():
    """`log(p / (1 − p))` is read in one piece."""
    assert wrapped("the log-odds log(p / (1 − p)), taken", 22, "log(p / (1 − p))")[1].startswith("log(p / (1 − p))")


@pytest.mark.parametrize(
    "width, kept",
    [(80, ":done 交卷  ·  :hint  :skip"), (22, ":done 交卷  ·  :hint"), (14, ":done 交卷"), (3, ":done 交卷")],
)
def test_a_toolbar_is_cut_between_its_entries(width, kept):
    """Half a command cannot be typed."""
    assert whole_entries(":done 交卷  ·  :hint  :skip", width) == kept


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("toolbar", ["toolbar-line", "toolbar-several", "toolbar-by-line", "toolbar-self"])
@pytest.mark.parametrize("columns", [39, 200])
def test_a_narrow_toolbar_still_says_how_to_leave(language, toolbar, columns):
    """And where help is, and how to hand in several lines; others go first."""
    line = phrase(toolbar, language)
    shown = whole_entries(line, columns)
    assert cell_len(shown) <= max(columns, 39) and ":quit" in shown and ":help" in shown
    assert (":done" in shown) == (":done" in line) and (columns < 200 or shown == line)


@pytest.mark.parametrize(
    ("width", "kept"),
    [
        (60, ":done 交卷  ·  :hint 提示  :quit 退出  :help 帮助"),
        (48, ":done 交卷  :hint 提示  :quit 退出  :help 帮助"),
        (40, ":done 交卷  :hint  :quit  :help"),
        (30, ":done 交卷  :quit  :help"),
        (20, ":done 交卷  :quit"),
        (12, ":done 交卷"),
    ],
)
def test_what_is_needed_most_is_dropped_last(width, kept):
    assert whole_entries(":done 交卷  ·  :hint 提示  :quit 退出  :help 帮助", width) == kept


@pytest.mark.parametrize(
    "width, rows",
    [(40, ["第 3/7 题 · 问答 · 难度 2"]), (22, ["第 3/7 题 · 问答", "难度 2"]), (3, ["第 3/7 题", "问答", "难度 2"])],
)
def test_a_heading_breaks_between_its_entries(width, rows):
    """No level without its number."""
    assert filled("第 3/7 题 · 问答 · 难度 2", width) == rows


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 9, "one two…"),
        ("one two, three", 10, "one two…"),
        ("梯度是对的，但要减", 13, "梯度是对的…"),
        ("梯度是对的，但要减", 12, "梯度是对…"),
        ("so $a + b = c$ holds", 12, "so…"),
        ("so $a + b = c$ holds", 16, "so $a + b = c$…"),
        ("$a + b = c$ holds", 6, ""),
    ],
)
def test_a_beginning_ends_between_words(text, width, shown):
    """Never inside a formula, and with a sign that it goes on."""
    assert beginning(text, width) == shown
