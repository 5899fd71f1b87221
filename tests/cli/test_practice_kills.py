"""A session that is killed at any moment: the record opens, and holds every answer whose verdict was shown, once."""

import os
import sqlite3
import subprocess
import time
from contextlib import closing
from random import Random

import pytest

from tests.cli.practising import BANK, PROGRAM, environment, pipe

MOMENTS = 25 if os.environ.get("FULL") else 3
"""Of each of two sessions."""
TYPED = [*"....", "11", "12", "13", "1/2", "2", "weights", "lost", "shared", "4321", ":hint", ":undo", ":answer"]
NAMED = ["halves-number", "capital-choice", "gates-cloze", "chain-ordering"]
VERDICTS = ("✓", "✗", "◐")


def script(seed):
    """A hundred things to type, the end marks among them; the same seed is the same session."""
    return "".join(f"{Random(seed * 1000 + number).choice(TYPED)}\n" for number in range(100))


def record(home):
    """(question, tries, answer) of every answer ever written, in order; the retractions; the file's own verdict."""
    with closing(sqlite3.connect(home / "progress.sqlite")) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        answers = opened.execute("SELECT question, tries, answer FROM reviews ORDER BY ordinal").fetchall()
        loose = opened.execute("SELECT COUNT(*) FROM retractions WHERE review NOT IN (SELECT id FROM reviews)")
        assert loose.fetchone() == (0,)
        cards = {question for (question,) in opened.execute("SELECT question FROM cards")}
        rated = opened.execute("SELECT DISTINCT question FROM standing WHERE rating IS NOT NULL")
        assert cards == {question for (question,) in rated}
    return answers


def killed(home, typed, after):
    """What was on the screen when the session was killed: at so many bytes of output, give or take a moment."""
    command = [*PROGRAM, *NAMED, "--bank", str(BANK), "--seed", "7"]
    surroundings = environment(home, DRILL_LANG="en", PYTHONUNBUFFERED="1")
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=subprocess.DEVNULL, env=surroundings) as run:
        run.stdin.write(typed.encode())
        run.stdin.close()
        seen = b""
        while len(seen) < after and (more := run.stdout.read1(256)):
            seen += more
        time.sleep(Random(after).random() * 0.005)
        run.kill()
        return (seen + run.stdout.read()).decode(errors="ignore")


@pytest.fixture(scope="module", params=[1, 2])
def whole(request, tmp_path_factory):
    """A session that nobody kills: what was typed, what it showed, what went on record."""
    home, typed = tmp_path_factory.mktemp("whole"), script(request.param)
    shown = pipe(home, typed, *NAMED).stdout
    return typed, shown, record(home)


def _spread(moment, size):
    """A random place in its share of the output, so that the moments reach from the first byte to the last."""
    return int(size * (moment + Random(moment).random()) / MOMENTS)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_no_answer_is_lost_or_doubled(tmp_path, whole, moment):
    """What is on record is how the whole session begins, as far at least as its verdicts were seen."""
    typed, shown, answers = whole
    assert len(answers) > 5
    seen = killed(tmp_path, typed, _spread(moment, len(shown.encode())))
    found = record(tmp_path) if (tmp_path / "progress.sqlite").exists() else []
    assert found == answers[: len(found)]
    assert len(found) >= sum(line.startswith(VERDICTS) for line in seen.splitlines())
    again = pipe(tmp_path, "1/2\n", "halves-number")
    assert again.returncode == 0 and "progress" not in again.stderr
    assert record(tmp_path) == [*found, ("halves-number", 1, "1/2")]
