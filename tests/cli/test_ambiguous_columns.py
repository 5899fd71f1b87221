"""Columns line up where the terminal gives σ, √ and … two columns, as where it gives them one."""

import os
import subprocess
import sys

import pytest

from interview_drill.formula.layout.measuring import columns

DRAWN = """
from interview_drill.cli import screen
screen.facts([("σ", "|one"), ("x", "|two"), ("Σ√σ", "|three"), ("温度", "|four")])
screen.table(["id", "|signs", "|end"], [["σ²", "|a", "|b"], ["plain", "|√…√", "|c"], ["“名”", "|d e f", "|g"]])
screen.table(["x", "n|"], [["σσ", "1|"], ["abc", "22|"]], numeric=(1,))
screen.options([("1", "|σ"), ("2", "|" + "σ " * 60)])
"""
WIDTHS = {"narrow": 1, "wide": 2}


def drawn(ambiguous):
    """In a process of its own: how Rich counts is settled once in a run."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "VIRTUAL_ENV") if name in os.environ}
    surroundings = {**kept, "LANG": "C.UTF-8", "COLUMNS": "60", "DRILL_AMBIGUOUS": ambiguous, "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", DRAWN], env=surroundings, capture_output=True, encoding="utf-8", check=True
    )
    return run.stdout.splitlines()


def places(lines, width):
    """In which column each bar of each line stands."""
    return [tuple(columns(line[:at], width) for at, char in enumerate(line) if char == "|") for line in lines]


@pytest.mark.parametrize("ambiguous", sorted(WIDTHS))
def test_what_stands_in_columns_lines_up(ambiguous):
    """Labels with values, tables, numbers aligned to the right, and no line is wider than the terminal."""
    lines, width = drawn(ambiguous), WIDTHS[ambiguous]
    found = places(lines, width)
    assert [len(set(part)) for part in (found[:4], found[4:8], found[8:11])] == [1, 1, 1], "\n".join(lines)
    assert len(found[4]) == 2 and all(columns(line, width) <= 60 for line in lines)
