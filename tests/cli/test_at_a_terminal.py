"""Commands at a terminal: sentences break between words, a counting line makes room for others, ^C ends a line."""

import sys

import pexpect
import pyte
import pytest

from ..bank.banks import SOUND, write
from .practising import environment
from .running import drill

pytest.importorskip("termios")
PATIENCE_S = 30


def started(home, *arguments, columns=40):
    command = ["-m", "interview_drill", *map(str, arguments)]
    surroundings = environment(home, TERM="xterm-256color", DRILL_LANG="en")
    return pexpect.spawn(
        sys.executable, command, env=surroundings, dimensions=(40, columns), timeout=PATIENCE_S, encoding="utf-8"
    )


def drawn(text, columns=40):
    screen = pyte.Screen(columns, 40)
    pyte.Stream(screen).feed(text)
    return [line.rstrip() for line in screen.display]


def test_a_complaint_breaks_between_words(tmp_path):
    """Every word of it is whole on the screen; on a pipe it is one line."""
    run = started(tmp_path, "practice", "softmax-of-nothing")
    run.expect(pexpect.EOF)
    piped = drill(tmp_path, "practice", "softmax-of-nothing").stderr
    assert piped.count("\n") == 1
    assert " ".join(filter(None, drawn(run.before))).split() == piped.split()


def test_what_is_wrong_with_a_bank_begins_a_line(tmp_path):
    """The line that counts the checks is gone from where a fault is told."""
    root = write(tmp_path / "bank", a=SOUND.replace("key: right", "key: first"))
    run = started(tmp_path, "bank", "check", root, columns=200)
    run.expect(pexpect.EOF)
    told = [line for line in drawn(run.before, 200) if "a.yaml:" in line]
    assert told and all(line.startswith(str(root)) for line in told)


def test_an_interrupt_ends_the_line(tmp_path):
    """The shell's prompt does not stand behind the ^C."""
    file = tmp_path / "answer.md"
    file.write_text("# sigmoid-formula\n\n$\\frac{1}{1+e^{-x}}$\n")
    run = started(tmp_path, "watch", file, columns=80)
    run.expect("Ctrl-C ends")
    run.sendintr()
    run.expect(pexpect.EOF)
    assert run.before.endswith("^C\r\n")


def test_a_folder_is_graded_under_a_bar(tmp_path):
    """It counts below the lines that are there already, and leaves no trace among them; --plain moves nothing."""
    folder = tmp_path / "answers"
    folder.mkdir()
    for name in ("甲", "乙", "丙"):
        (folder / f"{name}.md").write_text("# sigmoid-formula\n\n$\\frac{1}{1+e^{-x}}$\n", encoding="utf-8")
    run = started(tmp_path, "check", folder, columns=100)
    run.expect(pexpect.EOF)
    assert "1 of 3 ████████░" in run.before and "3 of 3" in run.before
    assert not any("of 3" in line for line in drawn(run.before, 100))
    plain = started(tmp_path, "check", folder, "--plain", columns=100)
    plain.expect(pexpect.EOF)
    assert "of 3" not in plain.before and "\x1b" not in plain.before
