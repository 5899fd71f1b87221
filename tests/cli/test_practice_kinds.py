"""A formula, a program and a choice of the shipped bank, judged in a session by their engines."""

import time

import pytest

from interview_drill.bank import open_bank
from interview_drill.cli.prompt.replies import tick
from interview_drill.cli.prompt.typed import bare
from interview_drill.feedback import phrase
from interview_drill.practice.events import Tick
from tests.cli.practising import Terminal, pipe
from tests.cli.running import drill, lines
from tests.cli.test_practice_terminal import reviews

SOFTMAX = """\
import numpy as np

def softmax(x, axis=-1):
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))

    return e / e.sum(axis=axis, keepdims=True)
"""
NAIVE = SOFTMAX.replace(" - np.max(x, axis=axis, keepdims=True)", "")


@pytest.mark.parametrize(
    "typed",
    ["1/(1+exp(-x))", r"\frac{1}{1+e^{-x}}", "１／（１＋ｅｘｐ（－ｘ））", "1 / (1 + np.exp(-x))", "σ(x) = 1/(1+e⁻ˣ)"],
)
def test_a_right_formula_is_proved(tmp_path, typed):
    """In any notation, and from a Chinese keyboard."""
    run = pipe(tmp_path, typed + "\n", "sigmoid-formula")
    assert run.returncode == 0 and "✓ Correct" in run.stdout and "Evidence: proved" in run.stdout


def test_the_evidence_has_its_name_in_chinese_too(tmp_path):
    """The word that scripts look for stands in both languages."""
    run = pipe(tmp_path, "1/(1+exp(-x))\n", "sigmoid-formula", DRILL_LANG="zh")
    assert run.returncode == 0 and "✓ 正确" in run.stdout and "proved" in run.stdout


def test_a_wrong_formula_shows_what_was_read_and_where_it_differs(tmp_path):
    """The counterexample's numbers, the formula as understood, no key yet."""
    run = pipe(tmp_path, "1/(1+exp(x))\n", "sigmoid-formula")
    assert run.returncode == 1 and "0.2689" in run.stdout and "1 + eˣ" in run.stdout and "Key" not in run.stdout


def test_an_unreadable_formula_has_a_caret_and_counts_no_attempt(tmp_path):
    """The caret stands under the bracket that is never closed; the first readable try still rates as good."""
    run = pipe(tmp_path, "1/(1+exp(-x)\n1/(1+exp(-x))\n", "sigmoid-formula")
    at = run.stdout.splitlines().index("    1/(1+exp(-x)")
    assert run.stdout.splitlines()[at + 1] == "      ^"
    assert run.returncode == 1 and "Right at the first try: 1." in run.stdout


@pytest.mark.parametrize(("program", "code", "said"), [(SOFTMAX, 0, "✓ Correct"), (NAIVE, 1, "✗ Not right")])
def test_a_program_is_run(tmp_path, program, code, said):
    """Several lines with a blank one among them, ended by a dot."""
    run = pipe(tmp_path, program + ".\n", "softmax-code")
    assert run.returncode == code and said in run.stdout


def test_a_wrong_formula_is_mended_in_its_line(tmp_path):
    """The line opens again with what was typed; one key mends it; the first try rates."""
    session = Terminal(tmp_path, "sigmoid-formula", DRILL_LANG="en").enter("1/(1+exp(x))").wait("Not right").prompt()
    assert session.lines[session.screen.cursor.y] == "› 1/(1+exp(x))"
    session.send("\x1b[D\x1b[D\x1b[D-\r").wait("✓ Correct")
    assert session.end() == 0 and "Right at the first try: 0." in session.text


@pytest.mark.parametrize(
    ("typed", "left"), [("4", ""), ("０．４５", ""), ("-3e2", ""), ("1 + 3", "1 + 3"), ("4。x", "4。x")]
)
def test_a_figure_is_typed_afresh_and_an_expression_is_mended(tmp_path, typed, left):
    """A figure behind a figure would be another one: 25 for a wrong 2 and the 5 that was meant."""
    session = Terminal(tmp_path, "halves-number", DRILL_LANG="en").enter(typed).wait("read").prompt()
    assert session.lines[session.screen.cursor.y].rstrip() == f"› {left}".rstrip()
    session.send("\x03")


def test_tabs_of_a_pasted_program_are_drawn_as_an_indentation(tmp_path):
    """And stay tabs for the judge."""
    session = Terminal(tmp_path, "softmax-code", DRILL_LANG="en").prompt()
    session.send("\x1b[200~" + SOFTMAX.replace("    ", "\t") + "\x1b[201~").wait("      return e")
    assert "^I" not in session.text
    session.send(":done\r").wait("✓ Correct")


def test_an_unreadable_line_opens_with_the_cursor_at_the_place(tmp_path):
    """The cursor stands where the caret points."""
    session = Terminal(tmp_path, "sigmoid-formula", DRILL_LANG="en").enter("1/(1+exp(-x)").wait("cannot read").prompt()
    assert session.screen.cursor.x == len("› 1/")
    session.send("\x1b[F)\r").wait("✓ Correct")
    assert session.end() == 0 and "Right at the first try: 1." in session.text


def test_a_command_needs_no_empty_line(tmp_path):
    """A colon at the line to mend begins a command, and the line is there again after it."""
    session = Terminal(tmp_path, "sigmoid-formula", DRILL_LANG="en").enter("1/(1+exp(x))").wait("Not right")
    session.enter(":hint").wait("Hint 1").prompt()
    assert session.lines[session.screen.cursor.y] == "› 1/(1+exp(x))"
    session.enter("：answer").wait("Key")
    assert session.end() == 0


def test_leaving_while_the_engine_is_still_fetched(tmp_path):
    """Ctrl-D right after the question appears ends at once, and nothing is left running."""
    session = Terminal(tmp_path, "sigmoid-formula", DRILL_LANG="en").send("\x04")
    assert session.end() == 0 and "Traceback" not in session.text


def test_an_order_of_steps_ends_with_enter(tmp_path):
    """The numbers stand in one line, full-width ones too; what is missing is told by its number."""
    session = Terminal(tmp_path, "lstm-gates-order", DRILL_LANG="zh").enter("３，１，２").wait("还缺 4、5")
    assert session.enter(":quit").end() == 0


@pytest.mark.parametrize(("language", "told"), [("en", "The check was stopped"), ("zh", "判定已中止")])
def test_an_interrupt_stops_the_check_and_not_the_session(tmp_path, language, told):
    """The program is there again, nothing was counted, and the next verdict is its own."""
    session = Terminal(tmp_path, "softmax-code", DRILL_LANG=language).prompt()
    session.send("def softmax(x, axis=-1):\r    while True: pass\r:done\r").wait(phrase("judging", language))
    time.sleep(1)
    session.process.send("\x03")
    session.wait(told).prompt().wait("while True", times=2)
    session.send("\x03").send("\x1b[200~" + SOFTMAX + "\x1b[201~").send("\r:done\r").wait("✓")
    assert session.end() == 0 and [row[:3] for row in reviews(tmp_path)] == [("softmax-code", 1, "correct")]


@pytest.mark.parametrize(("language", "told"), [("en", "Nothing is written yet"), ("zh", "还没有开始写")])
def test_an_untouched_starter_is_no_try(tmp_path, language, told):
    """As nothing typed: nothing is recorded, and no hint is offered; written on, it is an answer."""
    session = Terminal(tmp_path, "softmax-code", DRILL_LANG=language, VISUAL="true").enter(":e")
    session.wait("NotImplementedError").send(":done\r").wait(told).prompt()
    assert "✗" not in session.text and ":answer" not in "".join(session.lines[-12:-1]) and reviews(tmp_path) == []
    session.send("\x03").send("\x1b[200~" + NAIVE + "\x1b[201~").send("\r:done\r").wait("✗").send("\x04")
    assert session.end() == 0 and [row[2] for row in reviews(tmp_path)] == ["incorrect"]


def test_a_starter_on_file_gets_no_hint(tmp_path):
    """It is graded as what it is, and told so in one sentence; a wrong program still has its hint."""
    file = tmp_path / "softmax.py"
    drill(tmp_path, "start", "softmax-code", "--out", file)
    (row,) = lines(drill(tmp_path, "check", file, "--json"))
    assert (row["outcome"], len(row["feedback"])) == ("incorrect", 1)
    file.write_text(file.read_text(encoding="utf-8").replace("raise NotImplementedError", "return x * 3"), "utf-8")
    (row,) = lines(drill(tmp_path, "check", file, "--json"))
    hints = open_bank().question("softmax-code").hints
    assert (row["outcome"], row["feedback"][-1]) == ("incorrect", hints[0]["en"])


@pytest.mark.parametrize(
    ("language", "told"), [("en", "does not count yet: label-concept"), ("zh", "暂不计入：label-concept")]
)
def test_ticks_that_were_left_count_for_nothing(tmp_path, language, told):
    """What the end says and what `progress` says are the same."""
    session = Terminal(tmp_path, "label-concept", DRILL_LANG=language).enter("the true class").enter(":done")
    session.enter("80").send("\x03")
    assert session.end() == 130 and told in session.text
    assert phrase("session-over", language, count=1, right=0) not in session.text
    session = Terminal(tmp_path, "label-concept", DRILL_LANG=language).enter("the true class").enter(":done")
    session.enter("80").enter("y").enter("n")
    assert session.end() == 0 and phrase("session-over", language, count=1, right=0) in session.text


@pytest.mark.parametrize(
    ("language", "option", "colon", "unknowing"),
    [
        ("en", "answer with its number, like 4", "type :quit", "Then :hint"),
        ("zh", "例如 4", "请输入 :quit", "不会也没关系"),
    ],
)
def test_what_is_no_option_is_told_what_to_type(tmp_path, language, option, colon, unknowing):
    """Its number; and a command without a colon is told of it. Nothing is recorded."""
    session = Terminal(tmp_path, "capital-choice", DRILL_LANG=language).enter("not 4").wait(option)
    session.enter("quit").wait(colon).enter("不知道").wait(unknowing).enter("?").wait(":help", times=2)
    session.enter("(9)").wait(option, times=2).enter(":quit")
    assert session.end() == 0 and reviews(tmp_path) == []


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("3) At both ends", "correct"),
        ("at both ends", "correct"),
        ("option 3", "correct"),
        ("选４", "incorrect"),
        ("Only on the left.", "incorrect"),
        ("4) At both ends", "unreadable"),
        ("at no end", "unreadable"),
    ],
)
def test_an_option_in_ones_own_words(tmp_path, typed, outcome):
    """Its number and its words must not contradict each other."""
    told = pipe(tmp_path, typed + "\n", "capital-choice").stdout
    assert phrase(f"outcome-{outcome}", "en") in told


@pytest.mark.parametrize(
    ("typed", "wanted"), [("quit", "quit"), ("？", "help"), ("提示", "hint"), ("I don’t know.", "unknowing")]
)
def test_a_command_without_its_colon_is_seen(typed, wanted):
    assert bare(typed) == wanted


@pytest.mark.parametrize("typed", ["a", "p", "q = 1", "quit now", "s", "e", "", "答"])
def test_a_letter_is_an_answer(typed):
    """So is a sentence that a command's name stands in."""
    assert bare(typed) is None


def test_no_is_said_in_two_words_too():
    assert tick("不是") == Tick(False) and tick("是的") == Tick(True) and tick("不知道") is None
