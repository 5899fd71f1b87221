"""A derivation in a session: one slip made and mended, the screen kept in both languages.

`SNAPSHOTS=write` writes the files again; read the difference before you commit it.
"""

import os

import pytest

from tests.cli.practising import Terminal
from tests.cli.test_practice_snapshots import END, FOLDER, MARKS, START, pasted

QUESTION = "lr-gradient-derivation"
SLIPPED = """\
dJ/dyhat = -y/yhat + (1-y)/(1-yhat)
dyhat/dz = yhat (1+yhat)
dJ/dz = yhat - y
dz/dw_j = x_j
dJ/dw_j = (yhat - y) x_j
"""
DOWN, LEFT, RUBOUT, LAST = "\x1b[B", "\x1b[D", "\x7f", "\x1b[1;5F"
"""Down, Left, Backspace, Ctrl-End."""
MENDED = START + DOWN + END + LEFT * len("yhat)") + RUBOUT + "-" + LAST + "\r:done\r"


@pytest.mark.parametrize("language", sorted(MARKS))
def test_a_slip_is_mended_in_its_line(tmp_path, language):
    """The slip is named with its line, the lines open again as they were, and one key mends them."""
    _, wrong, right = MARKS[language]
    session = Terminal(tmp_path, QUESTION, DRILL_LANG=language).send(pasted(SLIPPED)).wait(wrong).prompt()
    session.send(MENDED).wait(right)
    assert session.end() == 0
    kept = FOLDER / f"{QUESTION}.{language}.txt"
    if os.environ.get("SNAPSHOTS") == "write":
        kept.write_text(session.text + "\n", encoding="utf-8")
    assert session.text + "\n" == kept.read_text(encoding="utf-8")
