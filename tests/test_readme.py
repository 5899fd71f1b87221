"""README.md tells of every command."""

import re
from pathlib import Path

import pytest

from interview_drill.cli.commands import COMMANDS, ITSELF

README = Path(__file__).parents[1].joinpath("README.md").read_text(encoding="utf-8")
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
