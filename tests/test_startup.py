"""Starting is fast because little is imported: each command pays for what it uses, and for nothing else."""

import os
import subprocess
import sys

import pytest

HEAVY = ("numpy", "sympy", "prompt_toolkit", "fsrs", "sqlite3", "pydantic")
SCRIPT = """
import sys
sys.argv = ["drill", *{arguments!r}]
from interview_drill.cli.commands import run
code = run(sys.argv[1:])
print("MODULES", code, *sorted(sys.modules), file=sys.stderr)
"""


def modules(home, *arguments):
    """The modules that a command leaves loaded."""
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(arguments=arguments)],
        env={**os.environ, "DRILL_HOME": str(home), "DRILL_LANG": "en"},
        capture_output=True,
        text=True,
        check=True,
    )
    marker, code, *found = run.stderr.splitlines()[-1].split()
    assert (marker, code) == ("MODULES", "0")
    return set(found)


@pytest.mark.parametrize(
    "arguments",
    [("list",), ("list", "softmax"), ("list", "--json"), ("show", "softmax-label"), ("bank", "new", "choice", "x")],
)
@pytest.mark.parametrize("start", ["first", "second"])
def test_reading_the_bank_needs_no_engine(tmp_path, arguments, start):
    """Neither with a cold cache nor with a warm one."""
    if start == "second":
        modules(tmp_path, *arguments)
    assert not modules(tmp_path, *arguments) & set(HEAVY)


@pytest.mark.parametrize("arguments", [("list", "--json"), ("progress", "--json"), ("doctor", "--json")])
def test_json_never_needs_rich(tmp_path, arguments):
    """Drawing is for people."""
    assert "rich" not in modules(tmp_path, *arguments)


def test_a_warm_start_reads_no_question(tmp_path):
    """`list` finds everything in the index: no kind is even imported."""
    modules(tmp_path, "list")
    warm = modules(tmp_path, "list", "--json")
    assert not {name for name in warm if name.startswith("interview_drill.kinds.")} - {
        "interview_drill.kinds.specimen",
        "interview_drill.kinds.revealed",
    }
