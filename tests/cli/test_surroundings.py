"""Closed streams, an odd home, no columns: a command says what is wrong, or does without, and never tumbles."""

import os
import signal
import subprocess
import sys
from types import SimpleNamespace

import pytest
from wcwidth import wcswidth

from interview_drill.cli import ignore_hangups
from interview_drill.cli.drawing.caret import caret
from interview_drill.cli.prompt import afterwards
from interview_drill.memory.opening import open_store
from tests.cli.interviewed import START, Candidate, held
from tests.cli.practising import environment, pipe
from tests.cli.running import drill

POSIX = pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")
RIGHT = "1/(1+e^{-x})\n"
COMMAND = f"{sys.executable} -m interview_drill"


@POSIX
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize(("command", "code"), [("list --json", 0), ("nonsense", 2), ("practice sigmoid-formula", 2)])
def test_a_stream_that_is_closed_leads_nowhere(tmp_path, closed, command, code):
    """The exit code is that of the command; no file opened later stands in the stream's place."""
    shell = f"{COMMAND} {command} {'' if '<' in closed else '</dev/null'} {closed}"
    run = subprocess.run(["sh", "-c", shell], env=environment(tmp_path), capture_output=True, text=True, check=False)
    assert (run.returncode, "Traceback" in run.stderr) == (code, False)


@pytest.mark.parametrize("columns", ["0", "-3", "wide", "\u00b2", ""])
def test_an_impossible_width_is_ignored(tmp_path, columns):
    """Some containers say 0; text that is 0 columns wide would be no text."""
    assert "Write the logistic sigmoid" in drill(tmp_path, "show", "sigmoid-formula", COLUMNS=columns).stdout


@pytest.mark.parametrize("home", ["/" + "x" * 300, "~nobody-of-this-name/x", "/dev/null/x"])
def test_a_home_that_cannot_be_is_no_obstacle(tmp_path, monkeypatch, home):
    """Nothing is kept there, which is said where it matters; everything else works."""
    monkeypatch.chdir(tmp_path)
    for command in (("list",), ("doctor",), ("completion", "bash")):
        assert drill(tmp_path, *command, DRILL_HOME=home).returncode == 0
    run = drill(tmp_path, "practice", "sigmoid-formula", typed=RIGHT, DRILL_HOME=home)
    assert run.returncode == 0 and "Correct" in run.stdout and "Traceback" not in run.stderr


@pytest.mark.parametrize("instant", ["0001-01-01", "1989-12-31", "2200-01-01", "9999-12-31T23:59:59+00:00"])
@pytest.mark.parametrize("command", [("progress",), ("practice", "sigmoid-formula")])
def test_a_clock_out_of_all_time_is_refused(tmp_path, instant, command):
    """A card needs room for the day on which to ask again, and an export its way back."""
    run = drill(tmp_path, *command, typed=RIGHT, DRILL_NOW=instant)
    assert run.returncode == 2 and instant in run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize("path", ["x" * 300 + ".py", "{file}/x.py"])
@pytest.mark.parametrize("command", [("check",), ("watch",), ("list", "--bank"), ("start", "sigmoid-code", "--out")])
def test_what_the_system_refuses_is_said(tmp_path, path, command):
    """With the file's name, by any command."""
    file = tmp_path / "file"
    file.touch()
    run = drill(tmp_path, *command, path.format(file=file))
    assert run.returncode == 2 and "x" in run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize("seconds", ["nan", "inf", "-1", "0", "1e300"])
def test_a_limit_is_a_time(tmp_path, seconds):
    """And one that ends."""
    run = drill(tmp_path, "check", "--question", "sigmoid-formula", "-", "--limit-s", seconds, typed=RIGHT)
    assert run.returncode == 2 and "--limit-s" in run.stderr


@POSIX
def test_a_device_is_no_bank(tmp_path):
    """An empty one least of all."""
    run = drill(tmp_path, "list", "--bank-only", os.devnull)
    assert (run.returncode, run.stdout) == (2, "")


@POSIX
def test_a_pipe_in_a_folder_does_not_hold_up_the_others(tmp_path):
    """Nobody will write into it; one that was named itself is read (a shell makes such ones)."""
    answers = tmp_path / "handed-in"
    answers.mkdir()
    os.mkfifo(answers / "a.py")
    (answers / "b.md").write_text("## sigmoid-formula\n\n$$1/(1+e^{-x})$$\n", encoding="utf-8")
    assert drill(tmp_path / "home", "check", answers).returncode == 0


@pytest.mark.parametrize("command", [("progress", "export"), ("export", "interview", "--out")])
def test_the_record_is_not_written_over(tmp_path, command):
    """It cannot be made again."""
    assert drill(tmp_path, "practice", "sigmoid-formula", typed=RIGHT).returncode == 0
    before = (tmp_path / "progress.sqlite").read_bytes()
    run = drill(tmp_path, *command, tmp_path / "progress.sqlite")
    assert run.returncode == 2 and "record of your answers" in run.stderr
    assert (tmp_path / "progress.sqlite").read_bytes() == before


def test_a_report_that_cannot_be_written_is_refused_before_the_interview(tmp_path):
    """Not half an hour later."""
    (tmp_path / "folder.md").mkdir()
    run = pipe(tmp_path, RIGHT, "--interview", "--report", str(tmp_path / "folder.md"))
    assert (run.returncode, run.stdout) == (2, "")


@pytest.mark.parametrize("command", [("progress",), ("progress", "--json"), ("export", "mistakes")])
def test_of_a_record_that_cannot_be_opened_nothing_is_claimed(tmp_path, command):
    """Least of all that nothing was answered or missed."""
    (tmp_path / "progress.sqlite").mkdir()
    run = drill(tmp_path, *command)
    assert (run.returncode, run.stdout) == (2, "") and "cannot be used" in run.stderr


@POSIX
def test_what_runs_under_nohup_goes_on():
    """Whoever started it said so: the terminal may go."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        ignore_hangups()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


class Gone(Candidate):
    """Presses Ctrl-C in the second question."""

    def read(self, asking):
        typed = super().read(asking)
        if len(self.asked) > 1:
            raise KeyboardInterrupt
        return typed


def test_an_interview_that_is_broken_off_leaves_its_report(tmp_path, monkeypatch, capsys):
    """With what was answered until then, on the screen too."""
    target = tmp_path / "report.md"
    assert held(Gone(lambda question: True), tmp_path, monkeypatch, target=target) == 130
    assert "Questions: 1, strong: 1." in target.read_text(encoding="utf-8")
    assert "Questions: 1, strong: 1." in capsys.readouterr().out


def test_what_only_accompanies_a_session_does_not_end_it(tmp_path, capsys):
    """A record that is locked meanwhile: what was written the last time is not told, that is all."""
    store = open_store(tmp_path / "progress.sqlite").store
    store.close()
    visit = SimpleNamespace(id="v", question=SimpleNamespace(id="q"), reviews=())
    afterwards.tell(visit, None, SimpleNamespace(store=store), START)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("text", ["a" * 100_000, "中" * 100_000, "e\u0301" * 100_000, "\t" * 100_000])
@pytest.mark.parametrize("at", [0, 2000, 99_999])
def test_a_pasted_novel_is_pointed_into_on_one_line(text, at):
    """A line of the answer around the place, and the mark under it, as wide as the screen at most."""
    line, mark = caret(text, at, len(text), 76)
    assert 1 <= wcswidth(line.replace("\t", " ")) <= 76 and 1 <= len(mark) <= 76 and mark.strip(" ^") == ""
