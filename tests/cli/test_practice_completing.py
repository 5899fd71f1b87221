"""Tab offers nothing that the grader would not read."""

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from interview_drill.bank import open_bank
from interview_drill.cli.prompt import typed
from interview_drill.cli.prompt.completing import COMMANDS, Symbols, candidates
from interview_drill.errors import AnswerError
from interview_drill.formula.notations import read
from interview_drill.formula.scope import Scope, Symbol

SCOPE = Scope({"x": Symbol("x", "scalar")})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_known_to_the_reader(command):
    """Whatever else is wrong with it standing alone."""
    try:
        read(f"{command}{{x}}", SCOPE)
    except AnswerError as refused:
        assert refused.message != "command-unknown"


def test_symbols_come_first_and_nothing_comes_without_a_question():
    """Those of the question before the commands; an option has none."""
    asked = open_bank().question("lr-gradient-derivation")
    assert candidates(asked, "")[:3] == ["n", "w", "x"] and "s" not in candidates(asked, "")
    assert candidates(asked, "y_") == ["y_hat"] and r"\alpha" in candidates(asked, "\\a")
    assert candidates(None, "x") == [] == candidates(open_bank().question("softmax-label"), "")


def offered(text):
    return [one.text for one in Symbols().get_completions(Document(text), CompleteEvent())]


def test_commands_are_completed_behind_a_colon():
    """Alone on their line, from either keyboard; what is no command is an answer's."""
    assert offered(":he") == [":help"] == offered("：he") == offered("x = 1\n:he")
    assert len(offered(":")) == len(typed.COMMANDS) and offered(":zz") == []
    assert offered("x :he") == [] == offered("he")
