"""Beside the answers: an editor, a report, facts in words, the last answer taken back, what was written before."""

from __future__ import annotations

import json
import sys

import pytest

from interview_drill.bank import open_bank
from interview_drill.cli.prompt import editor, flagging
from interview_drill.cli.prompt.typed import command
from interview_drill.errors import UsageError
from interview_drill.feedback import LANGUAGES, phrase
from interview_drill.practice.visit import Given
from interview_drill.question import Answer
from tests.cli.practising import Terminal, pipe
from tests.cli.running import drill
from tests.cli.test_practice_terminal import reviews

pytest.importorskip("termios")

SIGMOID = "sigmoid-formula"
END, LEFT, CLEAR = "\x1b[F", "\x1b[D", "\x15"


@pytest.fixture
def scribe(tmp_path, monkeypatch):
    """An editor that appends what it is told to; its name holds a space, and what would be a second command."""
    program = tmp_path / "my editor.py"
    program.write_text("import sys\nfile = open(sys.argv[-1], 'a')\nfile.write(sys.argv[1])\n")
    return lambda said: f"{sys.executable} '{program}' '{said}'"


def test_the_editor_gets_the_text_and_no_shell(tmp_path, monkeypatch, scribe):
    """Its words are split as a shell would; nothing else of a shell happens."""
    trap = tmp_path / "trap"
    monkeypatch.setenv("VISUAL", scribe(f"; touch {trap} $(touch {trap})"))
    assert editor.edited("x\n\ny", "code") == f"x\n\ny; touch {trap} $(touch {trap})"
    assert not trap.exists()


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ("no-such-editor-here", "editor-unknown"),
        ("'unclosed", "editor-failed"),
        (f"{sys.executable} -c 'raise SystemExit(3)'", "editor-ended"),
        (f"{sys.executable} -c 'import os, sys; os.remove(sys.argv[1])'", "editor-failed"),
    ],
)
def test_an_editor_that_fails_is_told(monkeypatch, wish, message):
    """What was typed is not lost over it, and every language says what to do: name another one, or type it here."""
    monkeypatch.setenv("VISUAL", wish)
    with pytest.raises(UsageError) as refused:
        editor.edited("x", "formula")
    assert refused.value.message == message
    assert all("EDITOR" in phrase(message, language, **refused.value.facts) for language in LANGUAGES)


def test_an_answer_comes_from_the_editor_and_is_handed_in_with_enter(tmp_path, scribe):
    """The text comes back into the line; a program begins with its signature."""
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG="en", VISUAL=scribe("1/(1+exp(-x))")).enter("：编辑")
    session.wait("› 1/(1+exp(-x))").send("\r").wait("✓ Correct")
    assert session.end() == 0
    session = Terminal(tmp_path, "softmax-code", DRILL_LANG="zh", EDITOR=scribe("# mine")).enter(":e")
    session.wait("# drill: softmax-code").wait("# mine").send("\x04")
    assert session.end() == 0


@pytest.mark.parametrize(("language", "said"), [("en", "Nothing was changed in the editor"), ("zh", "没有改动")])
def test_leaving_the_editor_as_it_was_is_no_answer(tmp_path, language, said):
    """Where the text cannot come back into the line (a screen reader's), it goes in only if it was written on."""
    surroundings = {"DRILL_PLAIN": "1", "DRILL_LANG": language, "VISUAL": "true"}
    session = Terminal(tmp_path, "softmax-code", **surroundings).wait("›")
    session.process.send(":e\r")
    session.wait(said).process.send(":quit\r")
    assert session.end() == 0 and reviews(tmp_path) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_tells_of_keys_where_there_are_any(tmp_path, language):
    """What is opened again to be mended is emptied by one key; on a pipe no key is read."""
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG=language).enter(":help").wait("Ctrl-U").send("\x04")
    assert session.end() == 0
    assert "Ctrl-U" not in pipe(tmp_path, ":help\n", SIGMOID, DRILL_LANG=language).stdout


def test_no_editor_on_a_pipe(tmp_path):
    """It says so, and goes on."""
    run = pipe(tmp_path, ":e\n1/(1+exp(-x))\n", SIGMOID)
    assert run.returncode == 0 and "at a terminal" in run.stdout


@pytest.mark.parametrize(("language", "words"), [("en", ("expected", "yours")), ("zh", ("应为", "你的"))])
def test_why_tells_facts_in_words(tmp_path, language, words):
    """No name of a field."""
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG=language).enter("1/(1+exp(x))").wait("✗").enter(":why")
    session.wait(words[0]).prompt().send(CLEAR + "\x04")
    assert session.end() == 0 and all(word in session.text for word in words)
    assert not any(name in session.text for name in ("decide_ms", "parsed", "wanted"))


def test_a_step_that_was_told_is_not_told_again(tmp_path):
    """The verdict quotes the step that is out of place; its facts keep to what was not said, and hold no LaTeX."""
    session = Terminal(tmp_path, "cross-entropy-mle-chain", columns=40, DRILL_LANG="zh").enter("1 2 3 4 5 6").wait("✗")
    session.enter(":why").wait("位置")
    assert "$" not in session.text and "第几行" not in session.text


def test_a_report_holds_everything_and_is_kept(tmp_path):
    """Id, revision, answer, verdict, evidence, seed, version, and a remark; a second one is another file."""
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG="en").enter("1/(1+exp(x))").wait("✗ Not right")
    session.enter(":flag The Key is wrong: see σ").wait("Kept as").enter(":flag").wait("Kept as", times=2).send("\x04")
    assert session.end() == 0
    kept = tmp_path / "flags" / f"{SIGMOID}-1.md"
    text = kept.read_text(encoding="utf-8")
    told = (SIGMOID, "Revision 1", "seed 7", "1/(1+exp(x))", "incorrect", "counterexample", "The Key is wrong: see")
    assert all(part in text for part in told)
    assert (tmp_path / "flags" / f"{SIGMOID}-2.md").exists()


def test_a_report_is_about_the_question_on_the_screen(tmp_path):
    """It has no verdict yet; one before it is reported by its name, and how is said."""
    run = pipe(tmp_path, "1/(1+exp(-x))\n:flag no such city\n", SIGMOID, "capital-choice")
    report = run.stdout.partition("# Report on ")[2]
    assert report.startswith("capital-choice") and "proved" not in report and "Remark: no such city" in report
    assert f":flag {SIGMOID}" in report
    run = pipe(tmp_path, f"1/(1+exp(-x))\n:flag {SIGMOID} too kind\n", SIGMOID, "capital-choice")
    report = run.stdout.partition("# Report on ")[2]
    assert report.startswith(SIGMOID) and "proved" in report and "Remark: too kind" in report


def test_a_report_right_after_a_verdict_is_about_it(tmp_path):
    """While the answer is mended, and at the end; then nothing is said of a question before."""
    report = pipe(tmp_path, "left-end\n:flag\n", "capital-choice").stdout.partition("# Report on ")[2]
    assert report.startswith("capital-choice") and "incorrect" in report and ":flag " not in report
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG="en").enter("1/(1+exp(-x))").wait("Enter ends")
    session.process.send(":flag\r")
    session.wait(f"# Report on {SIGMOID}").wait("Kept as").wait("Enter ends", times=2)
    assert "proved" in session.text.partition("# Report on")[2] and session.end() == 0


@pytest.mark.parametrize(("language", "told"), [("en", "No answer to nosuch-id"), ("zh", "没有判定过 nosuch-id")])
def test_an_unknown_id_is_no_remark(tmp_path, language, told):
    """Nothing is written for it; a word or a sentence is one, and the question's own id is none."""
    typed = f"1/(1+exp(-x)\n:flag nosuch-id\n:flag {SIGMOID} wrong\n:flag wrong\n"
    run = pipe(tmp_path, typed, SIGMOID, DRILL_LANG=language)
    assert told in run.stdout.partition("# ")[0] and len(list((tmp_path / "flags").iterdir())) == 2
    assert run.stdout.count("- " + phrase("flag-remark", language, remark="wrong\n")) == 2


def test_lines_that_stand_are_no_verdict_before(tmp_path):
    """A derivation under way has none yet, and no other question is named."""
    session = Terminal(tmp_path, "lr-gradient-derivation", DRILL_LANG="en")
    session.enter("dJ/dyhat = -y/yhat + (1-y)/(1-yhat)").wait("2 ›").enter(":flag").wait("Kept as").send("\x04")
    assert session.end() == 0 and "For the verdict before it" not in session.text


@pytest.mark.parametrize(("language", "told"), [("en", "Nothing was judged"), ("zh", "没能读懂，所以没有判定")])
def test_why_after_an_unreadable_answer_says_what_could_not_be_read(tmp_path, language, told):
    """In words, with the caret; no name of a fact."""
    said = pipe(tmp_path, "1/(1+exp(-x)\n:why\n", SIGMOID, DRILL_LANG=language).stdout
    assert said.count("      ^") == 2 and phrase("why-method", language) not in said.split(told)[1]


@pytest.mark.parametrize(("language", "told"), [("en", "put them in order again"), ("zh", "重新排")])
def test_an_order_is_not_chosen_again(tmp_path, language, told):
    run = pipe(tmp_path, "1 2 3 4\n.\n", "chain-ordering", DRILL_LANG=language)
    assert told in run.stdout and phrase("choose-again", language)[:18] not in run.stdout


@pytest.mark.parametrize(("language", "told"), [("en", "so vi would open"), ("zh", "会打开 vi")])
def test_an_editor_that_nobody_chose_is_announced(tmp_path, language, told):
    """With the way out of it, once, before it takes the screen; a named one opens at once."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "vi").write_text('#!/bin/sh\nprintf "1/(1+exp(-x))" > "$1"\n')
    (folder / "vi").chmod(0o755)
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG=language, PATH=str(folder)).enter(":e").wait(told).wait(":wq")
    assert "exp(-x)" not in session.text
    session.process.send("no\r")
    session.prompt().enter(":e").wait(told, times=2).process.send("\r")
    session.wait("› 1/(1+exp(-x))").send(CLEAR + ":e\r").wait("› :e", times=3).wait("› 1/(1+exp(-x))").send("\r")
    session.wait("✓")
    assert session.end() == 0 and session.text.count(told) == 2
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG=language, PATH=str(folder), EDITOR="vi").enter(":e")
    session.wait("› 1/(1+exp(-x))").send("\x04")
    assert session.end() == 0 and told not in session.text


def test_a_hostile_answer_stays_in_its_fence():
    """However many backticks it has."""
    question = open_bank().question(SIGMOID)
    text = flagging.markdown(question, Given(Answer("```\n# heading\n````"), None, 1.0), 7, "")
    assert "`````\n```\n# heading\n````\n`````" in text


def test_a_report_that_cannot_be_kept_is_printed_all_the_same(tmp_path):
    """Where its folder is a file."""
    (tmp_path / "flags").write_text("")
    run = pipe(tmp_path, ":flag\n:quit\n", SIGMOID)
    assert f"Report on {SIGMOID}" in run.stdout and "could not be written" in run.stderr


def test_a_remark_is_no_answer_and_an_answer_no_command():
    """Only `:flag` takes a sentence."""
    assert command("：flag 这里 有 错").rest == "这里 有 错" and command(": x in y") is None


def test_the_last_answer_of_a_session_can_be_taken_back(tmp_path):
    """It is offered before the end, and asked again."""
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG="en").enter("1/(1+exp(-x))").wait("Enter ends")
    session.process.send(":undo\r")
    session.wait("Taken back").wait("1 of 1", times=2).enter("1/(1+e^{-x})").wait("Enter ends", times=2)
    assert session.end() == 0
    assert [row[-1] for row in reviews(tmp_path)] == ["1/(1+e^{-x})"]


@pytest.mark.parametrize("typed", [":why", ":lang", ":flag", "：help"])
def test_other_commands_at_the_end_leave_it_open(tmp_path, typed):
    """And Enter ends it."""
    session = Terminal(tmp_path, SIGMOID, DRILL_LANG="en").enter("1/(1+exp(-x))").wait("Enter ends")
    session.process.send(typed + "\r")
    session.wait("按 Enter 结束" if typed == ":lang" else "Enter ends", times=1 if typed == ":lang" else 2)
    assert session.end() == 0


@pytest.mark.parametrize(("language", "said"), [("en", "12 days ago"), ("zh", "12 天前")])
def test_what_was_written_the_last_time(tmp_path, language, said):
    """Told once the question is over, with where to go from here."""
    pipe(tmp_path, "1/(1-exp(-x))\n1/(1+exp(-2x))\n", SIGMOID)
    now = {"DRILL_NOW": "2026-03-13T20:00:00+00:00", "DRILL_LANG": language}
    session = Terminal(tmp_path, SIGMOID, **now).enter("1/(1+exp(-x))").wait(said)
    assert session.end() == 0
    lines = session.text.split("\n")
    told = next(at for at, line in enumerate(lines) if said in line)
    assert lines[told + 1].strip() == "1/(1+exp(-2x))"


def test_the_follow_up_is_named(tmp_path):
    """The first one in teaching order that was not passed yet."""
    following = next(entry for entry in open_bank().index() if entry.parent == "kl-asymmetry")
    run = pipe(tmp_path, ":answer\n", "kl-asymmetry")
    assert f"({following.id})" in " ".join(run.stdout.split())


def test_facts_are_told_letter_by_letter(tmp_path):
    """What stands in an answer is no mathematics to be drawn, nor emphasis."""
    answers = tmp_path / "answers.jsonl"
    program = "def softmax(x, axis=-1):\n    raise ValueError('a**b**c $x$')"
    answers.write_text(json.dumps({"question": "softmax-code", "answer": program}))
    run = drill(tmp_path, "check", answers, "-v", "--lang", "en")
    assert "a**b**c $x$" in run.stdout and "exception" in run.stdout


@pytest.mark.parametrize(
    ("language", "last", "onward"), [("en", "Last time, yesterday", "Follow-up:"), ("zh", "上次（昨天）", "追问：")]
)
def test_a_sheet_of_paper_is_followed_by_what_a_graded_answer_is(tmp_path, language, last, onward):
    """What was written the last time, and where one can go from here; once."""
    pipe(tmp_path, "1/(1+exp(-x))\n", SIGMOID)
    then = {"DRILL_NOW": "2026-03-02T20:00:00+00:00", "DRILL_LANG": language}
    said = pipe(tmp_path, ":paper\n\ny\n", SIGMOID, **then).stdout
    assert said.count(last) == said.count(onward) == 1
    assert said.index("1/(1+exp(-x))") > said.index(last)


@pytest.mark.parametrize(
    ("language", "with_hint", "without"),
    [
        ("en", "Once more: choose again; :hint for a hint, :answer for the key.", "choose again, or :answer"),
        ("zh", "再来一次：重新选；:hint 看提示，:answer 看答案。", "重新选，或者用 :answer"),
    ],
)
@pytest.mark.parametrize("hints", [0, 1, 2])
def test_a_miss_tells_of_hints_while_some_are_left(tmp_path, language, with_hint, without, hints):
    """The hint is named before the key; where both were shown, only the key is."""
    told = pipe(tmp_path, ":hint\n" * hints + "left-end\n:quit\n", "capital-choice", "--lang", language).stdout
    assert (with_hint in told, without in told) == (hints < 2, hints == 2)


def test_an_interview_gives_its_hint_unasked(tmp_path):
    told = pipe(tmp_path, "left-end\n:quit\n", "--interview", "capital-choice").stdout
    assert "Hint 1 of 2" in told and ":hint for a hint" not in told
