"""While an answer is typed at a terminal: what the grader reads, where it breaks off, Tab, Up, the width of signs."""

from __future__ import annotations

import pytest
from wcwidth import wcswidth

from interview_drill.cli.prompt.typed import COMMANDS
from tests.cli.practising import Terminal

pytest.importorskip("termios")

SIGMOID, BAR = "sigmoid-formula", "───────"
CLEAR, LEFT, UP, TAB, END, RUBOUT = "\x15", "\x1b[D", "\x1b[A", "\t", "\x1b[F", "\x7f"
WORDS = {"en": ("is never closed", "✗ Not right", "✓ Correct"), "zh": ("没有闭合", "✗ 不对", "✓ 正确")}


def session(home, *asked, **more):
    """A session whose engine is there: the first key would not wait for it."""
    opened = Terminal(home, *asked, **{"DRILL_LANG": "en", **more})
    return opened.previewing()


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("language", sorted(WORDS))
def test_a_formula_is_drawn_while_it_is_typed(tmp_path, language, columns):
    """A caret and a reason while it is incomplete, then two dimensions; wrong, mended in its line, right."""
    unclosed, wrong, right = WORDS[language]
    opened = session(tmp_path, SIGMOID, columns=columns, DRILL_LANG=language).send("1/(1+exp(x").wait(unclosed)
    marker = next(at for at, line in enumerate(opened.lines) if line.startswith("› 1/"))
    assert opened.lines[marker + 1].rstrip() == " " * len("› 1/(1+exp") + "^"
    opened.send("))").wait("1 + eˣ")
    assert opened.lines[marker + 1 : marker + 4] == ["    1", "  ──────", "  1 + eˣ"]
    opened.send("\r").wait(wrong).send(END + LEFT * 3 + "-").wait(BAR).send("\r").wait(right)
    assert opened.end() == 0
    assert all(wcswidth(line) <= columns for line in opened.lines)


def test_what_was_drawn_is_gone_with_the_answer(tmp_path):
    """The transcript holds the answer alone."""
    opened = session(tmp_path, SIGMOID).send("1/(1+exp(-x))").wait(BAR).send("\r").wait("✓ Correct")
    opened.end()
    typed = opened.lines.index("› 1/(1+exp(-x))")
    assert opened.lines[typed + 1].startswith("✓ Correct")


def test_a_preview_that_is_too_wide_is_one_line(tmp_path):
    """Cut at the edge of the screen, behind a sign of equality."""
    opened = session(tmp_path, SIGMOID, columns=30).send("1/(1+exp(-x)+x+x+x+x+x+x+x)").wait("  = 1 / (1 + e⁻ˣ + x")
    assert all(wcswidth(line) <= 30 for line in opened.lines)
    opened.process.send("\x04")
    assert opened.end() == 0


def test_commands_have_no_preview(tmp_path):
    """`:hint` is no formula."""
    opened = session(tmp_path, SIGMOID).send(":hin")
    opened.wait("› :hin").process.send("t\r")
    opened.wait("Hint 1").send("\x04")
    assert opened.end() == 0 and "^" not in opened.text


def test_an_expression_shows_its_value(tmp_path):
    """For a number to work out."""
    opened = session(tmp_path, "halves-number").send("2*3").wait("2 ⋅ 3 = 6").send(CLEAR + "\x04")
    assert opened.end() == 0


def test_a_line_of_a_derivation_is_drawn(tmp_path):
    """Behind the lines that stand."""
    opened = session(tmp_path, "lr-gradient-derivation").enter("let u = 1 - yhat").wait("2 ›")
    opened.send("dyhat/dz = yhat u").wait("── = ŷu").send(CLEAR + "\x04")
    assert opened.end() == 0


def test_tab_completes_symbols_and_commands(tmp_path):
    """From the question's own names; several candidates stand below the line."""
    opened = session(tmp_path, "lr-gradient-derivation").send(TAB).wait("n  w  x  b  y")
    opened.process.send(CLEAR + "\\epsil" + TAB)
    opened.wait("› \\epsilon").process.send(CLEAR + "y_h" + TAB)
    opened.wait("1 › y_hat").process.send(CLEAR + "\x04")
    assert opened.end() == 0


def test_up_brings_back_answers_of_the_same_kind(tmp_path):
    """Commands are no answers, and a choice does not bring back formulas."""
    opened = session(tmp_path, SIGMOID, "capital-choice").enter("1/(1+exp(x))").wait("✗ Not right").enter(":hint")
    opened.wait("Hint 1").send(CLEAR + "1/(1+exp(-x))\r").wait("✓ Correct").wait("2 of 3").send(UP + "both-ends\r")
    opened.wait("✓ Correct", times=2).wait("3 of 3").send(UP).wait("› 1/(1+exp(-x))", times=2).send(UP)
    opened.wait("› 1/(1+exp(x))", times=2).send(CLEAR + "\x04")
    assert opened.end() == 0


def test_ascii_and_plain_terminals(tmp_path):
    """`--ascii` draws with what any terminal has; `--plain` has no boxes, no colours, and nothing moves."""
    opened = session(tmp_path, SIGMOID, "--ascii").send("1/(1+exp(-x))").wait("-------").send(CLEAR + "\x04")
    assert opened.end() == 0 and "─" not in opened.text
    quiet = Terminal(tmp_path, SIGMOID, "--plain", DRILL_LANG="en").wait("›")
    quiet.process.send("1/(1+exp(-x))\r")
    assert quiet.end() == 0 and "Correct" in quiet.text and "✓" not in quiet.text
    assert not set("─│╭╰\x1b") & set(quiet.text) and b"\x1b[" not in quiet.sent


@pytest.mark.parametrize(("column", "bar"), [(2, "──────"), (3, "───")])
def test_the_terminal_is_asked_how_wide_its_signs_are(tmp_path, column, bar):
    """Once, by a sign and the place of the cursor; a line of two-column signs has half as many."""
    opened = session(tmp_path, SIGMOID, answers=column).send("1/(1+exp(x))").wait("1 + eˣ")
    assert f"  {bar}" in opened.lines
    assert opened.sent.count(b"\x1b[6n") == 1
    opened.process.send("\x04")
    assert opened.end() == 0


def test_what_is_said_about_the_width_is_not_asked(tmp_path):
    """DRILL_AMBIGUOUS overrides; and keys typed before the prompt came are not lost to the question."""
    opened = session(tmp_path, SIGMOID, DRILL_AMBIGUOUS="wide").send("1/(1+exp(x))").wait("  ───\n")
    assert b"\x1b[6n" not in opened.sent
    opened.process.send("\x04")
    assert opened.end() == 0


def test_a_late_answer_of_the_terminal_is_passed_over(tmp_path):
    """It is no key, and moves nothing."""
    opened = session(tmp_path, SIGMOID).send("\x1b[5;3R1/(1+exp(-x))\r").wait("✓ Correct")
    assert opened.end() == 0 and "› 1/(1+exp(-x))" in opened.lines


def test_under_a_notebook_it_says_so_and_ends(tmp_path):
    """What a notebook calls a terminal never hands on what a person types."""
    opened = Terminal(tmp_path, SIGMOID, DRILL_LANG="en", JPY_PARENT_PID="1")
    assert opened.end() == 2 and "notebook" in opened.text


@pytest.mark.parametrize("columns", [40, 200])
def test_help_lists_every_command(tmp_path, columns):
    """In both languages, at every width."""
    for language in WORDS:
        opened = Terminal(tmp_path, SIGMOID, columns=columns, DRILL_LANG=language).enter(":help").wait(":lang")
        opened.send("\x04")  # not before the list: the toolbar of the last prompt may still stand
        assert opened.end() == 0
        assert all(f":{name}" in opened.text for name in COMMANDS)
        assert all(wcswidth(line) <= columns for line in opened.lines)
