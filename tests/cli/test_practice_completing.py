"""Tab offers nothing that the grader would not read."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.cli.prompt.completing import COMMANDS, candidates
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
