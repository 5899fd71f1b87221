"""`python -m tests.redteam [FAMILY]...` runs the submissions and prints, family by family, what became of them.

DRILL_SANDBOX=process leaves the kernel's layers off; then only `hang`, `die` and `lie` run, for the others do what they
say.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import interview_drill
from interview_drill.grader import sandbox
from tests import redteam
from tests.grader.programs import run, wrong

LIMIT_S = 1.0


def fate(name: str, places: dict[str, str]) -> tuple[str, float]:
    """(accepted, or the message of the decisive finding; seconds)."""
    source, _ = redteam.read(name, **places)
    began = time.monotonic()
    report = run(source, limit_s=LIMIT_S)
    return (report.findings[0].message if wrong(report) else "ACCEPTED"), time.monotonic() - began


def told(family: str, places: dict[str, str]) -> str:
    fates = [fate(name, places) for name in redteam.family(family)]
    found = ", ".join(f"{message} {count}" for message, count in Counter(message for message, _ in fates).most_common())
    return f"{family}: {len(fates)} submissions, longest {max(seconds for _, seconds in fates):.2f} s: {found}"


def main(families: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder, "canary")
        canary.write_text("alive", encoding="utf-8")
        package = str(Path(interview_drill.__file__).parents[1])
        places = {"CANARY": str(canary), "FOLDER": folder, "WORKER": str(sandbox.WORKER), "PACKAGE": package}
        for family in families:
            print(told(family, places if family == "touch" else {}))
        print(f"canary: {canary.read_text(encoding='utf-8')}, files beside it: {len(list(Path(folder).iterdir())) - 1}")


if __name__ == "__main__":
    harmless = redteam.FAMILIES if sandbox.kernel_wanted() else ("hang", "die", "lie")
    main(sys.argv[1:] or list(harmless))
