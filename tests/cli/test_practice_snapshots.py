"""A session worth a screenshot, kept: a formula, a program and a choice at 80 columns, in both languages.

`SNAPSHOTS=write` writes the files again; read the difference before you commit it.
"""

import pytest

from tests.cli.kept import looks_as_it_did
from tests.cli.practising import Terminal
from tests.cli.test_practice_kinds import NAIVE, SOFTMAX

MARKS = {"en": ("? I cannot read", "✗ Not right", "✓ Correct"), "zh": ("? 没看懂", "✗ 不对", "✓ 正确")}
QUESTIONS = ("sigmoid-formula", "softmax-code", "softmax-saturation")
END, CLEAR, START, KILL = "\x1b[F", "\x15", "\x1b[1;5H", "\x0b"
"""End, Ctrl-U, Ctrl-Home, Ctrl-K."""


def pasted(program: str) -> str:
    return f"\x1b[200~{program.rstrip()}\x1b[201~\r:done\r"


def formula(home, language, question):
    """Unreadable, then wrong, then mended."""
    unreadable, wrong, right = MARKS[language]
    session = Terminal(home, question, DRILL_LANG=language).enter("1/(1+exp(x)").wait(unreadable)
    return session.send(END + ")\r").wait(wrong).enter(":hint").send(CLEAR + "1/(1+exp(-x))\r").wait(right)


def code(home, language, question):
    """A naive program, pasted, then a stable one."""
    _, wrong, right = MARKS[language]
    session = Terminal(home, question, DRILL_LANG=language).send(pasted(NAIVE)).wait(wrong).prompt()
    return session.send(START + KILL * 12 + pasted(SOFTMAX)).wait(right)


def choice(home, language, question):
    """A wrong option by its number, then the key."""
    _, wrong, _ = MARKS[language]
    return Terminal(home, question, DRILL_LANG=language).enter("1").wait(wrong).enter(":answer")


PLAYED = dict(zip(QUESTIONS, (formula, code, choice), strict=True))


@pytest.mark.parametrize("language", sorted(MARKS))
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_session_looks_as_it_did(tmp_path, language, question):
    """Every line on the screen, from the first to the last, whichever sandbox this machine has."""
    session = PLAYED[question](tmp_path, language, question)
    assert session.end() == 0
    seen = session.text.replace("process only", "kernel sandbox") + "\n"
    looks_as_it_did(f"{question}.{language}.txt", seen)
