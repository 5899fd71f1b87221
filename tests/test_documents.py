"""README.md tells of every command, CONTRIBUTING.md of every key of a question."""

import re
from pathlib import Path

import pytest

from interview_drill import kinds
from interview_drill.bank.reading import Common
from interview_drill.cli.commands import COMMANDS, ITSELF

ROOT = Path(__file__).parents[1]
README = ROOT.joinpath("README.md").read_text(encoding="utf-8")
CONTRIBUTING = ROOT.joinpath("CONTRIBUTING.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `drill (\w+)(.*)$", README, re.MULTILINE)
PATHS = [
    (name, below)
    for name, entry in COMMANDS.items()
    for below in (entry if isinstance(entry, dict) else (ITSELF,))
]


@pytest.mark.parametrize(("name", "below"), PATHS)
def test_the_table_has_every_command(name, below):
    """A row names it; commands of one group may share one."""
    assert any(first == name and re.search(rf"\b{below}\b", rest) for first, rest in ROWS)


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_an_author_is_told_of_every_key(kind):
    """Its own in the row of its kind, the common ones anywhere."""
    (row,) = re.findall(rf"^\| {kind} \|.*$", CONTRIBUTING, re.MULTILINE)
    assert not [key for key in kinds.kind(kind).Task.__struct_fields__ if f"`{key}`" not in row]
    assert not [key for key in Common.__struct_fields__ if not re.search(rf"\b{key}\b", CONTRIBUTING)]
