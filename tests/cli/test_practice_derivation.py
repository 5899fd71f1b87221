"""A derivation in a session: each line is judged as it is entered; the screen is kept in both languages.

`SNAPSHOTS=write` writes the files again; read the difference before you commit it.
"""

import sqlite3
from contextlib import closing

import pytest

from tests.cli.kept import looks_as_it_did
from tests.cli.practising import Terminal, pipe
from tests.cli.test_practice_snapshots import END, MARKS, pasted

QUESTION = "lr-gradient-derivation"
SLOPE, SLIP = "dJ/dyhat = -y/yhat + (1-y)/(1-yhat)", "dyhat/dz = yhat (1+yhat)"
REST = ("dJ/dz = yhat - y", "dz/dw_j = x_j", "dJ/dw_j = (yhat - y) x_j")
LEFT, RUBOUT, CLEAR = "\x1b[D", "\x7f", "\x15"
"""Left, Backspace, Ctrl-U."""
PLUS_TO_MINUS = END + LEFT * len("yhat)") + RUBOUT + "-\r"
HINT = {"en": "Hint: Start", "zh": "提示：从损失开始"}
FOLLOWS = {"en": "Line {} follows", "zh": "第 {} 行成立"}


def record(home):
    asked = "SELECT tries, rating, outcome, answer FROM standing ORDER BY ordinal"
    with closing(sqlite3.connect(home / "progress.sqlite")) as opened:
        return opened.execute(asked).fetchall()


def session(home, language="en"):
    return Terminal(home, QUESTION, DRILL_LANG=language)


def entered(opened, *lines, language="en", first=1):
    """Lines that follow, each told before the next is typed."""
    for number, line in enumerate(lines, first):
        opened.enter(line).wait(FOLLOWS[language].format(number))
    return opened


@pytest.mark.parametrize("language", sorted(MARKS))
def test_a_slip_is_told_at_once_and_mended_in_its_line(tmp_path, language):
    """Lines are acknowledged one by one, a hint leads to the next milestone, the goal ends it."""
    _, wrong, right = MARKS[language]
    opened = session(tmp_path, language).enter(":hint").wait(HINT[language])
    entered(opened, SLOPE, language=language)
    opened.enter(SLIP).wait(wrong).send(PLUS_TO_MINUS).wait(FOLLOWS[language].format(2))
    entered(opened, *REST[:2], language=language, first=3).enter(REST[2]).wait(right)
    assert opened.end() == 0
    looks_as_it_did(f"{QUESTION}.{language}.txt", opened.text + "\n")


def test_the_first_slip_rates_and_everything_is_on_record(tmp_path):
    """Mended lines do not make it right at the first try."""
    opened = entered(session(tmp_path), SLOPE).enter(SLIP).wait("✗ Not right")
    entered(opened.send(PLUS_TO_MINUS).wait("Line 2 follows"), *REST[:2], first=3)
    opened.enter(REST[2]).wait("✓ Correct").end()
    slip, whole = record(tmp_path)
    assert slip == (1, 1, "incorrect", f"{SLOPE}\n{SLIP}")
    assert whole == (2, None, "correct", "\n".join([SLOPE, "dyhat/dz = yhat (1-yhat)", *REST]))


def test_a_slip_of_the_hand_is_taken_back(tmp_path):
    """`:undo` takes it off the record; a second one takes the line before back."""
    opened = entered(session(tmp_path), SLOPE).enter(SLIP).wait("✗ Not right").enter(":undo").wait("Taken back")
    opened.send(PLUS_TO_MINUS).wait("Line 2 follows")
    entered(opened, *REST[:2], first=3).enter(REST[2]).wait("✓ Correct").end()
    assert [(tries, rating, outcome) for tries, rating, outcome, _ in record(tmp_path)] == [(1, 3, "correct")]


@pytest.mark.parametrize("command", [":back", ":undo", ":上一行"])
def test_the_last_line_is_taken_back(tmp_path, command):
    """It stands in the prompt again, and the count goes down."""
    opened = entered(session(tmp_path), SLOPE, "dyhat/dz = yhat (1-yhat)").enter(command).wait("2 › dyhat/dz", times=2)
    assert opened.enter(":quit").end() == 0 and record(tmp_path) == []


def test_a_pasted_derivation_is_one_answer(tmp_path):
    """All lines at once; where one is wrong, those before it stand and it is opened with the rest."""
    lines = "\n".join([SLOPE, SLIP, *REST])
    opened = session(tmp_path).send(pasted(lines).removesuffix(":done\r")).wait("✗ Not right").wait("2 › dyhat/dz")
    up = "\x1b[A" * len(REST)
    opened.prompt().process.send(up + PLUS_TO_MINUS)
    assert opened.wait("✓ Correct").end() == 0
    assert [row[2] for row in record(tmp_path)] == ["incorrect", "correct"]


def test_done_before_the_goal_is_partly_right_and_goes_on(tmp_path):
    """What is missing is said; the lines stand; a second time is the end."""
    opened = entered(session(tmp_path), SLOPE).enter(":done").wait("◐ Partly right").wait("Go on from here")
    entered(opened, "dyhat/dz = yhat (1-yhat)", first=2).enter(":done").wait("Key")
    assert opened.end() == 0 and [row[2] for row in record(tmp_path)] == ["partial", "partial"]


def test_a_leap_is_opened_again(tmp_path):
    """The goal alone does not stand."""
    opened = session(tmp_path).enter(REST[2]).wait("leaps too far").wait("1 › dJ/dw_j", times=2)
    entered(opened.send(CLEAR), SLOPE, *REST[:2]).enter(REST[2]).wait("✓ Correct")
    assert opened.end() == 0


def test_an_unreadable_line_costs_nothing(tmp_path):
    """The caret stands under its place, and the lines before it stand."""
    opened = entered(session(tmp_path), SLOPE).enter("dyhat/dz = yhat (1-yhat").wait("? I cannot read")
    entered(opened.send(END + ")\r").wait("Line 2 follows"), *REST[:2], first=3).enter(REST[2]).wait("✓ Correct").end()
    assert [(tries, rating) for tries, rating, *_ in record(tmp_path)] == [(1, 3)]


def test_words_alone_are_no_line(tmp_path):
    """They are told so, and the count stays; whoever does not know is told what helps."""
    opened = session(tmp_path).enter("不知道").wait("Then :hint gives a hint")
    opened.enter("由链式法则：").wait("This line claims nothing").enter("不知道怎么写")
    opened.wait("This line claims nothing", times=2).enter(SLOPE).wait("Line 1 follows").enter(":quit")
    assert opened.end() == 0


def test_hints_lead_on_from_where_the_learner_is(tmp_path):
    """The next milestone once, then the question's own hints."""
    opened = entered(session(tmp_path), SLOPE).enter(":hint").wait("The next arrow goes from z to ŷ")
    opened.enter(":hint").wait("Hint 1 of 3").enter(":why").wait("loss-slope").enter(":quit")
    assert opened.end() == 0


def test_on_a_pipe_the_lines_end_with_a_dot(tmp_path):
    """The answer is judged whole there, and a hint leads on from the lines before it."""
    run = pipe(tmp_path, "\n".join([SLOPE, ":hint", "dyhat/dz = yhat (1-yhat)", *REST, "."]) + "\n", QUESTION)
    assert run.returncode == 0 and "The next arrow goes from z to ŷ" in run.stdout and "✓ Correct" in run.stdout
