"""A session at a real pseudo-terminal: the keyboard, both languages, narrow screens, and every way to leave."""

import os
import signal
import sqlite3
import time
from contextlib import closing

import pytest
from wcwidth import wcswidth

from interview_drill.feedback import phrase
from tests.cli.practising import Terminal

pytest.importorskip("termios")

CHOICE, OPEN = "capital-choice", "label-concept"
LANGUAGES = {"en": ("✓ Correct", "✗ Not right", "Right at the first try"), "zh": ("✓ 正确", "✗ 不对", "一次答对")}


def reviews(home):
    with closing(sqlite3.connect(home / "progress.sqlite")) as opened:
        return opened.execute("SELECT question, tries, outcome, answer FROM standing ORDER BY ordinal").fetchall()


@pytest.mark.parametrize("columns", [80, 40, 30])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_session_from_the_first_question_to_the_last(tmp_path, language, columns):
    """Wrong, hint, right, an open question ticked; exit 0 whatever the answers; no line is wider than the screen."""
    right, wrong, over = LANGUAGES[language]
    session = Terminal(tmp_path, "drills", columns=columns, DRILL_LANG=language)
    session.enter("left-end").wait(wrong).enter("：hint").enter("both-ends").wait(right)
    session.enter("the true class").enter(":done").enter("80").enter("y").enter("ｎ").enter("：quit")
    assert session.end() == 0
    assert over.split()[0] in session.text.replace("\n", "")
    assert all(wcswidth(line) <= columns for line in session.lines)
    assert [row[2] for row in reviews(tmp_path)] == ["incorrect", "correct", None, "partial"]


def test_the_first_session_asks_for_the_language_once(tmp_path):
    """中文 / English, remembered; nothing else is asked the second time."""
    first = Terminal(tmp_path, CHOICE).wait("中文 / English ›")
    first.process.send("１\r")
    first.wait("sigmoid 在哪里饱和？").enter(":quit")
    assert first.end() == 0 and (tmp_path / "language").read_text() == "zh\n"
    second = Terminal(tmp_path, CHOICE).wait("sigmoid 在哪里饱和？").enter(":quit")
    assert second.end() == 0 and "中文 / English" not in second.text


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 0), ("both-en\x04", 0), ("both-en\x03\x03", 130)])
def test_leaving_by_a_key(tmp_path, key, code):
    """Ctrl-C ends with 130 where nothing is typed, Ctrl-D like `:quit` wherever; what was given stays."""
    session = Terminal(tmp_path, "drills", DRILL_LANG="en")
    session.enter("left-end").wait("Not right").send(key)
    assert session.end() == code and "Traceback" not in session.text
    assert "Answered: 1. Right at the first try: 0." in session.text and "seed" in session.text
    assert len(reviews(tmp_path)) == 1


@pytest.mark.parametrize(("language", "told"), [("en", "Ctrl-C again leaves"), ("zh", "再按一次 Ctrl-C 退出")])
def test_a_first_interrupt_empties_the_answer(tmp_path, language, told):
    """All lines of it, and says that a second one leaves; Up brings back what was there."""
    session = Terminal(tmp_path, OPEN, DRILL_LANG=language).send("one\rtwo\x03").wait(told)
    assert not any(line.endswith(("one", "two")) for line in session.lines) and session.process.isalive()
    session.process.send("three")
    session.wait("three").send("\x03").wait(told)
    session.process.send("\x1b[A\x1b[A\r:done\r")
    session.wait(phrase("sure", language)[:12]).send("\x03")
    assert session.end() == 130 and reviews(tmp_path)[0][-1] == "one\ntwo"


@pytest.mark.parametrize("leaving", ["\x03", "\x04", ":quit\r", ":hint\r:skip\r:quit\r"])
def test_a_session_in_which_nothing_happened_ends_without_a_word(tmp_path, leaving):
    """No seed: there is nothing to repeat."""
    session = Terminal(tmp_path, "drills", DRILL_LANG="en").prompt().send(leaving)
    session.end()
    assert "seed" not in session.text and "Answered" not in session.text


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 0)])
def test_leaving_at_the_very_first_question(tmp_path, key, code):
    """Before a language is chosen, too."""
    session = Terminal(tmp_path).wait("中文 / English ›")
    session.process.send(key)
    assert session.end() == code and "Traceback" not in session.text


def test_a_terminal_that_goes_away(tmp_path):
    """SIGHUP ends it cleanly; the answer given before is there."""
    session = Terminal(tmp_path, "drills", DRILL_LANG="en")
    session.enter("left-end").wait("Not right").prompt()
    os.kill(session.process.pid, signal.SIGHUP)
    assert session.end() == 130 and "Traceback" not in session.text
    assert len(reviews(tmp_path)) == 1


def test_a_kill_loses_nothing_given_before(tmp_path):
    """kill -9 while a verdict is on the screen: the answer is there, and the session can be taken up again."""
    session = Terminal(tmp_path, "drills", DRILL_LANG="en")
    session.enter("left-end").wait("Not right").enter("right-end").wait("2 of 3").prompt()
    os.kill(session.process.pid, signal.SIGKILL)
    assert session.end() == -signal.SIGKILL
    assert [row[:3] for row in reviews(tmp_path)] == [(CHOICE, 1, "incorrect"), (CHOICE, 2, "incorrect")]
    again = Terminal(tmp_path, CHOICE, DRILL_LANG="en").enter("both-ends")
    assert again.end() == 0 and len(reviews(tmp_path)) == 3


def test_a_paste_of_many_lines_is_one_answer(tmp_path):
    """Blank lines and indentation as they were; `:done` ends it."""
    pasted = "def f(x):\r\n    y = x\r\n\r\n    return y"
    session = Terminal(tmp_path, OPEN, DRILL_LANG="en").send(f"\x1b[200~{pasted}\x1b[201~")
    session.process.send("\r:done\r")
    session.wait("How sure").send(":quit\r")
    assert session.end() == 0
    assert reviews(tmp_path)[0][-1] == "def f(x):\n    y = x\n\n    return y"


def test_lines_typed_one_by_one_keep_their_indentation(tmp_path):
    """A terminal without bracketed paste types a program key by key: nothing is added to its lines."""
    session = Terminal(tmp_path, OPEN, DRILL_LANG="en").send("def f(x):\r    y = x\r\r    return y\r：done\r")
    session.wait("How sure").send("\x04")
    assert session.end() == 0
    assert reviews(tmp_path)[0][-1] == "def f(x):\n    y = x\n\n    return y"


def test_escape_and_enter_hand_in_several_lines(tmp_path):
    """The other way to end them."""
    session = Terminal(tmp_path, OPEN, DRILL_LANG="en").send("one\rtwo\x1b\r").wait("How sure").send("\x04")
    assert session.end() == 0 and reviews(tmp_path)[0][-1] == "one\ntwo"


def test_what_comes_too_late_is_not_offered(tmp_path):
    """Once an open answer is handed in there is no hint any more; it can be taken back."""
    session = Terminal(tmp_path, OPEN, DRILL_LANG="en").send("one\x1b\r").wait("How sure").prompt()
    assert ":undo" in session.lines[-1] and ":hint" not in session.lines[-1]
    assert session.enter(":undo").wait("Taken back").enter(":quit").end() == 0


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ("one\rthree\x1b[A\rtwo\r:done\r", "one\ntwo\nthree"),
        ("one\rtwo\x1b[A\r:done\r", "one\ntwo"),
        ("say :done\rtwo\x1b\r", "say :done\ntwo"),
        ("one\rtwo\x1b[H\x1b[A\r\x1b[A:done\r", "one\ntwo"),
    ],
)
def test_a_command_counts_on_any_line(tmp_path, keys, kept):
    """Typed alone on its line it hands in, is no part of the answer, and what Enter split is whole again."""
    session = Terminal(tmp_path, OPEN, DRILL_LANG="en").send(keys).wait("How sure").send("\x04")
    assert session.end() == 0 and reviews(tmp_path)[0][-1] == kept


def test_leaving_from_the_middle_of_an_answer(tmp_path):
    """`:quit` between two lines leaves, as below them."""
    session = Terminal(tmp_path, OPEN, DRILL_LANG="en").send("one\rtwo\x1b[A\r:quit\r")
    assert session.end() == 0 and reviews(tmp_path) == []


def test_a_command_among_lines_keeps_them(tmp_path):
    """A hint asked for in the middle of an answer: the lines stand there again."""
    session = Terminal(tmp_path, OPEN, DRILL_LANG="en").send("one\r:hint\r").wait("Hint 1 of 1")
    session.send("two\x1b\r").wait("How sure").send("\x04")
    assert session.end() == 0 and reviews(tmp_path)[0][-1] == "one\ntwo"


def test_an_empty_line_says_what_can_be_typed(tmp_path):
    """Enter alone is no answer, and counts for nothing."""
    session = Terminal(tmp_path, CHOICE, DRILL_LANG="en").enter("").wait("Type an answer").enter(":quit")
    assert session.end() == 0 and reviews(tmp_path) == []


def test_the_language_can_be_changed_on_the_way(tmp_path):
    """`:lang` puts the question again in the other language, and the next session speaks it."""
    session = Terminal(tmp_path, CHOICE, DRILL_LANG="en").enter(":lang").wait("sigmoid 在哪里饱和？").enter(":help")
    assert session.wait("这份清单").enter(":q").end() == 0
    assert (tmp_path / "language").read_text() == "zh\n"


def test_no_colour_is_written_where_none_is_wanted(tmp_path):
    """NO_COLOR holds for what is drawn and for what is typed."""
    session = Terminal(tmp_path, CHOICE, DRILL_LANG="en", NO_COLOR="1").enter("left-end").wait("Not right").prompt()
    colours = {cell.fg for row in session.screen.buffer.values() for cell in row.values()}
    session.send("\x04")
    assert session.end() == 0 and colours == {"default"}


def test_a_dumb_terminal_reads_plain_lines(tmp_path):
    """Where the cursor cannot be moved, lines are read as they come."""
    session = Terminal(tmp_path, CHOICE, DRILL_LANG="en", TERM="dumb").wait("›")
    session.process.send("both-ends\r")
    assert session.end() == 0 and "✓ Correct" in session.text and "\x1b" not in session.text


@pytest.mark.parametrize("surroundings", [{"TERM": "dumb"}, {"DRILL_PLAIN": "1"}])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_without_a_toolbar_a_sentence_says_how_lines_end(tmp_path, language, surroundings):
    """Once a question, for an answer of several lines; a single line ends with Enter anyway."""
    session = Terminal(tmp_path, OPEN, CHOICE, DRILL_LANG=language, **surroundings).wait(":done").wait("›")
    session.process.send("one\r:hint\rtwo\r:done\r\ry\ry\rleft-end\r")
    session.wait(LANGUAGES[language][1][2:]).process.send(":quit\r")
    assert session.end() == 0
    assert session.text.count(phrase("lines-several", language).replace("`", "")) == 1


def test_the_terminal_is_never_asked_where_its_cursor_is(tmp_path):
    """A terminal that does not answer such questions sees no warning, however long it takes."""
    session = Terminal(tmp_path, CHOICE, DRILL_LANG="en").prompt()
    time.sleep(2.5)
    session.send("\x04")
    assert session.end() == 0 and "CPR" not in session.text and "WARNING" not in session.text


def test_tab_completes_a_command_and_indents_an_answer(tmp_path):
    """Among several lines, too."""
    session = Terminal(tmp_path, OPEN, DRILL_LANG="en").send("\tone\r:he\t").wait("  :help\n")
    session.process.send("\r")
    session.wait(phrase("command-help", "en")).wait("›     one", times=2).send("\x04")
    assert session.end() == 0


def test_another_number_is_asked_for_the_language_again(tmp_path):
    """Nobody knows yet which one to say it in."""
    session = Terminal(tmp_path, CHOICE).wait("中文 / English ›")
    session.process.send("3\r")
    session.wait("请输入 1 或 2  ·  Type 1 or 2").process.send("2\r")
    assert session.enter(":quit").end() == 0 and (tmp_path / "language").read_text() == "en\n"


@pytest.mark.parametrize(
    ("language", "none", "back"), [("en", "was answered yet", "one question more"), ("zh", "还没有答过题", "题数加一")]
)
def test_what_there_is_more_or_less_of_is_said(tmp_path, language, none, back):
    """No mistakes before anything was answered; a question more where a missed one comes back, none for a right one."""
    for option in ("--mistakes", "--weak", "--due"):
        session = Terminal(tmp_path, option, DRILL_LANG=language)
        assert session.end() == 0 and none in session.text and option in session.text
    session = Terminal(tmp_path, CHOICE, OPEN, DRILL_LANG=language).enter("left-end").enter("left-end").wait(back)
    session.prompt().send("\x04")
    assert session.end() == 0
    session = Terminal(tmp_path / "right", CHOICE, OPEN, DRILL_LANG=language).enter("both-ends").wait("✓").prompt()
    session.send("\x04")
    assert session.end() == 0 and back not in session.text
