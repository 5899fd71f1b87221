"""A session over a pipe: answers a line each, commands, exit codes, and an end that is always clean."""

import sqlite3
import subprocess
from contextlib import closing

import pytest

from tests.cli.practising import PROGRAM, environment, pipe

CHOICE, OPEN = "capital-choice", "label-concept"


def reviews(home):
    asked = "SELECT question, tries, rating, outcome, answer FROM standing ORDER BY ordinal"
    with closing(sqlite3.connect(home / "progress.sqlite")) as opened:
        return opened.execute(asked).fetchall()


def test_a_right_answer_ends_with_0(tmp_path):
    """The verdict is shown, and the answer is on record."""
    run = pipe(tmp_path, "both-ends\n", CHOICE)
    assert run.returncode == 0 and "✓ Correct" in run.stdout and "Traceback" not in run.stderr
    assert reviews(tmp_path) == [(CHOICE, 1, 3, "correct", "both-ends")]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("left-end\n", 1),
        ("left-end\nboth-ends\n", 1),
        ("nonsense\nboth-ends\n", 1),
        ("left-end\n:undo\nboth-ends\n", 0),
        (":hint\nboth-ends", 0),
        (":quit\n", 0),
        (":skip\n", 0),
        (":answer\n", 0),
        ("", 2),
        ("\n \n", 2),
    ],
)
def test_exit_codes(tmp_path, typed, code):
    """0 all correct, 1 anything incorrect or unreadable, 2 nothing at all; what was taken back does not count."""
    assert pipe(tmp_path, typed, CHOICE).returncode == code


def test_shown_numbers_stand_for_ids(tmp_path):
    """The option shown as `both ends` may be named by its number; the id goes on record."""
    shown = pipe(tmp_path, ":quit\n", CHOICE).stdout
    number = next(line.split(")")[0].strip() for line in shown.splitlines() if "At both ends" in line)
    assert pipe(tmp_path, f"{number}\n", CHOICE).returncode == 0
    assert reviews(tmp_path)[-1][-1] == "both-ends"


def test_a_wrong_option_earns_its_note_and_the_key_waits(tmp_path):
    """After the first try the note, not the key; after the second the key."""
    first = pipe(tmp_path, "left-end\n", CHOICE).stdout
    assert "Right of it the slope goes to 0 as well." in first and "both ends." not in first
    second = pipe(tmp_path, "left-end\nright-end\n", CHOICE).stdout
    assert "The slope goes to 0 at both ends." in second


def test_commands_in_full_width(tmp_path):
    """What a Chinese keyboard types is a command too."""
    shown = pipe(tmp_path, "：hint\n：ｈｉｎｔ\n：提示\n：退出\n", CHOICE, DRILL_LANG="zh").stdout
    assert "提示 1/2：想想它的斜率。" in shown and "提示 2/2" in shown and "没有更多提示了" in shown


def test_an_unknown_command_names_the_nearest(tmp_path):
    """And asks on."""
    run = pipe(tmp_path, ":hnt\nboth-ends\n", CHOICE)
    assert "`:hint`" in run.stdout or "did you mean :hint" in run.stdout
    assert run.returncode == 0


def test_every_command_is_explained(tmp_path):
    """`:help` lists what can be typed; `:why` shows the evidence; `:lang` puts the question again."""
    shown = pipe(tmp_path, ":help\nleft-end\n:why\n:lang\n:quit\n", CHOICE).stdout
    assert ":undo" in shown and "seed" in shown and "sigmoid 在哪里饱和？" in shown


def test_an_open_answer_ends_with_a_dot_and_is_ticked(tmp_path):
    """Several lines, how sure, then y or n a line; it has no effect on the exit code."""
    run = pipe(tmp_path, "The true class.\n\nNothing else.\n.\n80\ny\nn\n", OPEN)
    assert run.returncode == 0 and "You ticked 1 of 2" in run.stdout
    assert reviews(tmp_path)[0][-1] == "The true class.\n\nNothing else."
    assert reviews(tmp_path)[1][2:4] == (2, "partial")


def test_ticks_may_follow_the_answer_at_once(tmp_path):
    """A script that leaves out how sure it is has its ticks counted all the same."""
    assert "You ticked 2 of 2" in pipe(tmp_path, "The true class.\n.\ny\ny\n", OPEN).stdout


def test_a_command_in_the_middle_keeps_the_lines_before(tmp_path):
    """A hint asked for between two lines loses neither."""
    pipe(tmp_path, "one\n:hint\ntwo\n:done\n", OPEN)
    assert reviews(tmp_path)[0][-1] == "one\ntwo"


def test_the_end_of_the_pipe_hands_in_what_was_written(tmp_path):
    """A file without a final dot is an answer."""
    pipe(tmp_path, "one\ntwo", OPEN)
    assert reviews(tmp_path)[0][-1] == "one\ntwo"


def test_paper_is_ticked(tmp_path):
    """By hand on any kind: Enter, the key, y."""
    run = pipe(tmp_path, ":paper\n\ny\n", CHOICE)
    assert run.returncode == 0 and "Does your sheet say the same?" in run.stdout
    assert reviews(tmp_path)[0][2:4] == (3, "correct")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such-question"], "no-such-question"),
        (["capital-choise"], "capital-choice"),
        (["--kind", "choise", CHOICE], "choice"),
        (["--kind", "concept,choise", CHOICE], "`choise`: use choice"),
        (["--kind", ",", CHOICE], "`,`"),
        (["--level", "5", "drills"], "drill list"),
    ],
)
def test_what_is_not_there_is_refused_with_what_to_type(tmp_path, arguments, said):
    """Exit code 2, a sentence on stderr, nothing on stdout."""
    run = pipe(tmp_path, "", *arguments)
    assert run.returncode == 2 and said in run.stderr and run.stdout == ""


def test_a_topic_is_asked_question_by_question(tmp_path):
    """`:skip` goes on, and the end of the queue is the end of the session."""
    run = pipe(tmp_path, ":skip\n:skip\n", "drills")
    assert "1 of 2" in run.stdout and "2 of 2" in run.stdout and run.returncode == 0


def test_bytes_that_are_no_text_are_an_unreadable_answer(tmp_path):
    """Not a crash."""
    run = pipe(tmp_path, b"\xff\xfe\x00\n", CHOICE)
    assert run.returncode == 1 and "Traceback" not in run.stderr


def test_a_mark_at_the_start_of_the_stream_is_no_answer(tmp_path):
    """Some programs write one."""
    assert pipe(tmp_path, "\ufeffboth-ends\n", CHOICE).returncode == 0


def test_a_reader_that_leaves_early_ends_it_silently(tmp_path):
    """`drill practice | head -1` says nothing on stderr and ends with 0."""
    command = f'"{PROGRAM[0]}" -m interview_drill practice --seed 7 2>err; echo $? >code'
    env = environment(tmp_path, DRILL_LANG="en")
    shell = ["sh", "-c", f"yes ':skip' | ({command}) | head -1"]
    subprocess.run(shell, cwd=tmp_path, env={**env, "PYTHONPATH": "."}, timeout=60, check=False, capture_output=True)
    assert (tmp_path / "code").read_text().strip() == "0" and (tmp_path / "err").read_text() == ""


def test_a_foreign_progress_file_is_kept_aside(tmp_path):
    """It is told, nothing is deleted, and the session goes on with a new file."""
    (tmp_path / "progress.sqlite").write_bytes(b"not a database, by any means" * 99)
    run = pipe(tmp_path, "both-ends\n", CHOICE)
    assert run.returncode == 0 and "kept" in run.stderr and len(reviews(tmp_path)) == 1
    assert (tmp_path / "progress.kept-1.sqlite").read_bytes().startswith(b"not a database")


def test_a_folder_that_cannot_be_used_is_told(tmp_path):
    """Where the state folder is a file, answers are judged all the same."""
    home = tmp_path / "home"
    home.write_text("a file")
    run = pipe(home, "both-ends\n", CHOICE)
    assert run.returncode == 0 and "not kept" in run.stderr and "✓ Correct" in run.stdout


def test_a_broken_clock_is_refused(tmp_path):
    """With the value that stands in DRILL_NOW."""
    run = pipe(tmp_path, "", CHOICE, DRILL_NOW="yesterday")
    assert run.returncode == 2 and "yesterday" in run.stderr


def test_a_missed_question_is_due_the_next_day(tmp_path):
    """What was left is taken up again: the bare command asks it first."""
    pipe(tmp_path, "left-end\n", CHOICE)
    run = pipe(tmp_path, ":quit\n", DRILL_NOW="2026-03-03T20:00:00+00:00")
    assert "1 due, 7 for today." in run.stdout and CHOICE in run.stdout.split("─")[0]


@pytest.mark.parametrize(
    ("question", "typed", "code"),
    [
        ("chain-ordering", "forward-pass loss\nbackward-pass\nupdate\n.\n", 0),
        ("chain-ordering", "update\nloss\nbackward-pass\nforward-pass\n:done\n", 1),
        ("gates-cloze", "weights\nshared\n.\n", 0),
        ("gates-cloze", "权重\n共享\n。\n", 0),
        ("gates-cloze", "weights\nlost\n.\n", 1),
        ("halves-number", "0.5\n", 0),
        ("halves-number", "１／２\n", 0),
        ("halves-number", "2\n", 1),
    ],
)
def test_every_other_kind_is_asked_and_judged(tmp_path, question, typed, code):
    """An ordering and a cloze take several lines, a number one."""
    run = pipe(tmp_path, typed, question)
    assert run.returncode == code and "Traceback" not in run.stderr


def test_a_reason_is_given_once(tmp_path):
    """Where the verdict says why, the key says only what; after a miss the key has the reason."""
    why = "The slope goes to 0 at both ends."
    right = pipe(tmp_path, "both-ends\n", "capital-choice").stdout
    assert right.count(why) == 1 and "Key\nAt both ends" in right
    missed = pipe(tmp_path, "nowhere\n:answer\n:quit\n", "capital-choice").stdout
    assert missed.count(f"Why\n{why}") == 1


def test_steps_are_named_by_the_numbers_shown(tmp_path):
    """The numbers of this run, in the key's order."""
    shown = pipe(tmp_path, ":quit\n", "chain-ordering").stdout.splitlines()
    number = {line.split(") ")[1].strip(): line.split(")")[0].strip() for line in shown if ") " in line}
    assert "Answer with their numbers in order, like 2 3 1." in shown
    order = "".join(number[step] for step in ("Forward pass", "Loss", "Backward pass", "Update"))
    assert pipe(tmp_path, f"{order}\n.\n", "chain-ordering").returncode == 0
    wrong = (order[:2], order[0] * 2, "9")
    refused = pipe(tmp_path, "".join(f"{' '.join(one)}\n.\n" for one in wrong), "chain-ordering").stdout
    missing = ", ".join(sorted(order[2:]))
    for said in (f"missing: {missing}", f"{order[0]} is named twice", "none of them: 1, 2, 3, 4"):
        assert said in refused


def test_an_output_without_the_characters_goes_on(tmp_path):
    """Question marks, no crash."""
    run = pipe(tmp_path, "both-ends\n", CHOICE, DRILL_LANG="zh", PYTHONIOENCODING="ascii")
    assert run.returncode == 0 and "Traceback" not in run.stderr and "?" in run.stdout
