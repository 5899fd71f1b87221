"""The program as a process, for tests of its commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.warm import warmed


def drill(home: Path, *arguments: object, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """One command, in English unless said otherwise, with a state folder of its own."""
    warmed(home)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "VIRTUAL_ENV") if name in os.environ}
    fixed = {"DRILL_HOME": str(home), "DRILL_LANG": "en", "LANG": "C.UTF-8", "TZ": "UTC", "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-m", "interview_drill", *map(str, arguments)],
        input=typed,
        env={**kept, **fixed, **more},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def lines(run: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    """The JSON Lines on stdout."""
    return [json.loads(line) for line in run.stdout.splitlines()]
