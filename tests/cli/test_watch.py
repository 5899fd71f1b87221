"""`drill watch`: graded again at every save, whatever an editor does to the file meanwhile."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager

import pytest

from .running import drill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no sandbox for programs, no interrupts to send")

STARTER = "# drill: softmax-code\nimport numpy as np\n\n\ndef softmax(x, axis=-1):\n    raise NotImplementedError\n"
RIGHT = STARTER.replace(
    "raise NotImplementedError",
    "e = np.exp(x - np.max(x, axis=axis, keepdims=True))\n    return e / e.sum(axis=axis, keepdims=True)",
)
WRONG = RIGHT.replace(" - np.max(x, axis=axis, keepdims=True)", "")


class Watched:
    """A running watch, and what it says after each look."""

    def __init__(self, run):
        self.run = run

    def look(self):
        """All that is said until it waits for a save."""
        said = []
        for line in self.run.stdout:
            if "Waiting for a file" in line:
                return "".join(said)
            said.append(line)
        raise AssertionError("ended: " + "".join(said))

    def interrupt(self):
        self.run.send_signal(signal.SIGINT)
        rest, _ = self.run.communicate(timeout=30)
        return self.run.returncode, rest


@contextmanager
def watching(home, *arguments):
    command = [sys.executable, "-u", "-m", "interview_drill", "watch", *map(str, arguments)]
    environment = {**os.environ, "DRILL_HOME": str(home), "DRILL_LANG": "en", "DRILL_NOW": "2026-03-01T20:00:00+00:00"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, env=environment, encoding="utf-8", **pipes) as run:
        try:
            yield Watched(run)
        finally:
            run.kill()


def later():
    """File systems that stamp coarsely see the next write as another."""
    time.sleep(0.05)


def save(file, text):
    """In one step, so that a disk that other tests keep busy cannot show half of it."""
    later()
    copy = file.with_name("copy")
    copy.write_text(text)
    copy.replace(file)


def reviews(home):
    with closing(sqlite3.connect(home / "progress.sqlite")) as opened:
        return [row[0] for row in opened.execute("SELECT outcome FROM standing ORDER BY ordinal")]


def test_graded_again_at_every_save(tmp_path):
    """The starter, a wrong program, half of one, a right one; Ctrl-C ends it with 130, and nothing is on record."""
    file = tmp_path / "softmax.py"
    file.write_text(STARTER)
    with watching(tmp_path / "home", file) as watched:
        assert "Nothing is written yet" in watched.look()
        for text, said in ((WRONG, "Not right"), (RIGHT[:-20], "cannot read"), (RIGHT, "✓ Correct")):
            save(file, text)
            assert said in watched.look()
        assert watched.interrupt()[0] == 130
    assert not (tmp_path / "home" / "progress.sqlite").exists()


def test_a_file_that_vanishes_and_one_that_is_replaced(tmp_path):
    """Said, not died of; an editor that renames its copy into place is seen by the inode."""
    file = tmp_path / "softmax.py"
    file.write_text(RIGHT)
    with watching(tmp_path / "home", file) as watched:
        assert "✓ Correct" in watched.look()
        file.unlink()
        assert "no such file" in watched.look()
        later()
        file.write_text(WRONG + "#" * (len(RIGHT) - len(WRONG)))
        assert "Not right" in watched.look()
        stamp = file.stat()
        copy = tmp_path / "copy"
        copy.write_text(RIGHT)
        assert copy.stat().st_size == stamp.st_size
        os.utime(copy, ns=(stamp.st_mtime_ns, stamp.st_mtime_ns))
        copy.replace(file)
        assert "✓ Correct" in watched.look()


@pytest.mark.parametrize("begin", [lambda file: file.write_text(""), lambda file: file.unlink()])
def test_a_save_of_two_steps_is_one(tmp_path, begin):
    """A file that is emptied or taken away first, and written after a while in which the disk is busy."""
    file = tmp_path / "softmax.py"
    file.write_text(WRONG)
    with watching(tmp_path / "home", file) as watched:
        assert "Not right" in watched.look()
        later()
        begin(file)
        time.sleep(0.2)
        file.write_text(RIGHT)
        assert "✓ Correct" in watched.look()


def test_other_files_too(tmp_path):
    """A formula in Markdown; a file with nothing to grade is told so and watched on."""
    file = tmp_path / "notes.md"
    file.write_text("# notes\n")
    with watching(tmp_path / "home", file) as watched:
        assert watched.look().strip()
        save(file, "# relu-formula\n\n$$\\max(0, x)$$\n")
        assert "✓ Correct" in watched.look()


def test_saves_count_where_they_are_recorded(tmp_path):
    """Each that changes the answer; not what stood there before, what is saved unchanged or what cannot be read."""
    file, home = tmp_path / "softmax.py", tmp_path / "home"
    file.write_text(STARTER)
    with watching(home, file, "--record") as watched:
        watched.look()
        for text in (WRONG, WRONG, RIGHT[:-20], RIGHT):
            save(file, text)
            watched.look()
        code, rest = watched.interrupt()
    assert code == 130 and "Answers on record: 2." in rest
    assert reviews(home) == ["incorrect", "correct"]


@pytest.mark.parametrize("name", ["", "missing.py"])
def test_what_cannot_be_watched(tmp_path, name):
    """A folder, and what is not there: exit 2 at once."""
    run = drill(tmp_path / "home", "watch", tmp_path / name)
    assert run.returncode == 2 and run.stdout == ""
    assert "drill check" in run.stderr if name == "" else "drill start" in run.stderr


def test_at_a_terminal_the_screen_is_cleared_before_each_look(tmp_path):
    """What stands there is the latest verdict alone."""
    pexpect, pyte = pytest.importorskip("pexpect"), pytest.importorskip("pyte")
    file = tmp_path / "softmax.py"
    file.write_text(WRONG)
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    environment = {**os.environ, "DRILL_HOME": str(tmp_path / "home"), "DRILL_LANG": "en", "TERM": "xterm"}
    run = pexpect.spawn(
        sys.executable, ["-m", "interview_drill", "watch", str(file)], env=environment, dimensions=(24, 80), timeout=30
    )
    for text, said in ((RIGHT, b"Not right"), (None, b"Correct")):
        run.expect(said)
        stream.feed(run.before + run.after)
        run.expect("Waiting for a file")
        stream.feed(run.before + run.after)
        if text:
            save(file, text)
    shown = "\n".join(screen.display)
    assert "Correct" in shown and "Not right" not in shown and shown.count("Waiting for a file") == 1
    run.sendintr()
    run.expect(pexpect.EOF)
    run.close()
    assert run.exitstatus == 130
