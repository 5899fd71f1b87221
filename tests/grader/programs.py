"""A small softmax question, and ways to run programs against it."""

from __future__ import annotations

import os

from interview_drill.grader.examining import examine
from interview_drill.grader.report import Report
from interview_drill.grader.task import Draw, Examination, Recipe

KEY = """
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
"""

SOFTMAX = Examination(
    entry="softmax",
    signature="softmax(x, axis=-1)",
    returns="array",
    key=KEY,
    recipes=(
        Recipe("one-row", {"x": Draw(normal=(0, 2), shape=("N",))}, {"N": (2, 5)}),
        Recipe("square", {"x": Draw(normal=(0, 2), shape=(3, 3))}, says={"en": "square inputs", "zh": "方阵"}),
        Recipe("axis-0", {"x": Draw(normal=(0, 2), shape=("N", 4)), "axis": Draw(value=0)}, {"N": (2, 5)}),
        Recipe("large", {"x": Draw(value=[1000, 1001, 1002])}, tags=("extreme",)),
    ),
)


def run(source: str, task: Examination = SOFTMAX, seed: int = 7, limit_s: float = 5.0) -> Report:
    return examine(task, source, seed, limit_s)


def messages(report: Report) -> list[str]:
    return [finding.message for finding in report.findings]


def wrong(report: Report) -> bool:
    return any(not finding.harmless for finding in report.findings)


def descendants(process: int) -> set[int]:
    """Every living process below this one."""
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", "rb") as line:
                state, parent = line.read().rpartition(b")")[2].split()[:2]
        except OSError:
            continue
        if state != b"Z":
            parents[int(name)] = int(parent)
    found, size = {process}, 0
    while len(found) != size:
        size = len(found)
        found |= {each for each, parent in parents.items() if parent in found}
    return found - {process}
