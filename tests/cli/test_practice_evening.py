"""One evening at a terminal, at several widths and in both languages: every kind of asking, and the next day."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from wcwidth import wcswidth

from tests.cli.practising import Terminal
from tests.cli.test_practice_kinds import SOFTMAX
from tests.cli.test_practice_snapshots import pasted

pytest.importorskip("termios")

CLEAR = "\x15"
SPACED = SOFTMAX.replace("\n    ", "\n\n    ", 1)
ASKED = ("sigmoid-formula", "softmax-code", "capital-choice", "label-concept", "halves-number")
WORDS = {
    "en": ("✗ Not right", "✓ Correct", "Hint 1", "Taken back", "How sure", "Once more", "5 of 6"),
    "zh": ("✗ 不对", "✓ 正确", "提示 1", "已收回", "有多大把握", "再来一次", "第 5/6 题"),
}


def record(home):
    with closing(sqlite3.connect(home / "progress.sqlite")) as opened:
        return opened.execute("SELECT question, outcome FROM standing ORDER BY ordinal").fetchall()


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("language", sorted(WORDS))
def test_an_evening(tmp_path, language, columns):
    """A formula mended, a pasted program with blank lines, a slip of the hand undone, an open question; then enough."""
    wrong, right, hint, undone, sure, again, fifth = WORDS[language]
    session = Terminal(tmp_path, *ASKED, columns=columns, rows=400, DRILL_LANG=language)
    session.enter("1/(1+exp(x))").wait(wrong).wait(again).enter(":hint").wait(hint)
    session.send(CLEAR + "1/(1+exp(-x))\r").wait(right)
    session.send(pasted(SPACED)).wait(right, times=2)
    session.enter("left-end").wait(wrong, times=2).enter(":undo").wait(undone).enter("both-ends").wait(right, times=3)
    session.enter("the true class").enter("：完成").wait(sure).enter("80").enter("y").enter("y").wait(fifth)
    session.enter("：退出")
    assert session.end() == 0
    assert all(wcswidth(line) <= columns for line in session.lines if "def " not in line and "np." not in line)
    assert "\n\n    " in SPACED and [outcome for _, outcome in record(tmp_path)][1:4] == ["correct"] * 3


def test_what_was_left_is_asked_the_next_day(tmp_path):
    """Quit in the middle; resumed, the question that was not answered is still there, and what was missed is due."""
    first = Terminal(tmp_path, "sigmoid-formula", "capital-choice", DRILL_LANG="en").enter("1/(1+exp(x))")
    assert first.wait("✗ Not right").send(CLEAR + ":quit\r").end() == 0
    then = {"DRILL_NOW": "2026-03-02T20:00:00+00:00", "DRILL_LANG": "en"}
    second = Terminal(tmp_path, "--limit", "2", **then).wait("1 due").wait("sigmoid-formula")
    second.enter("1/(1+exp(-x))").wait("yesterday").wait("1/(1+exp(x))").wait("2 of 2").send("\x04")
    assert second.end() == 0
    assert record(tmp_path) == [("sigmoid-formula", "incorrect"), ("sigmoid-formula", "correct")]


def test_what_was_open_when_the_program_was_killed_is_asked_first(tmp_path):
    """Before what its predecessor opened."""
    first = Terminal(tmp_path, DRILL_LANG="zh").enter("1/(1+exp(-x))").wait("softmax-formula").prompt()
    first.process.kill(9)
    second = Terminal(tmp_path, DRILL_LANG="zh").wait("第 1/5 题 · softmax-formula").enter("：退出")
    assert second.end() == 0
