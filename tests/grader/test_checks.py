"""Every check holds on its own examples, and is in the table."""

from pathlib import Path

import pytest

from interview_drill.grader import checks
from interview_drill.grader.checks import CHECKS

EXAMPLES = [(name, example) for name, module in CHECKS.items() for example in module.EXAMPLES]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_check_finds_what_its_examples_say(name, example):
    """One test walks all checks there are or will be."""
    found = CHECKS[name].check(example.trace, example.task, example.declared)
    assert tuple(finding.message for finding in found) == example.messages


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_brings_examples_of_both_kinds(name):
    """A check that nothing fails, or everything, is no check."""
    assert {bool(example.messages) for example in CHECKS[name].EXAMPLES} == {True, False}


def test_every_check_is_in_the_table():
    """A file with a `check` and no line in the table would never run."""
    files = {file.stem for file in Path(checks.__file__).parent.glob("*.py")} - {"__init__", "example", "fitting"}
    assert files == {module.__name__.rpartition(".")[2] for module in CHECKS.values()}
