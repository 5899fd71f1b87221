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


def alive(process: int) -> bool:
    """Whether it runs: a zombie, whom its new parent has yet to hear of, does not."""
    return _parent(process) is not None


def descendants(process: int) -> set[int]:
    """Every living process below this one."""
    running = {int(name): _parent(int(name)) for name in os.listdir("/proc") if name.isdigit()}
    parents = {each: parent for each, parent in running.items() if parent is not None}
    found, size = {process}, 0
    while len(found) != size:
        size = len(found)
        found |= {each for each, parent in parents.items() if parent in found}
    return found - {process}


def _parent(process: int) -> int | None:
    """None for a process that is gone, or as good as."""
    try:
        with open(f"/proc/{process}/stat", "rb") as line:
            state, parent = line.read().rpartition(b")")[2].split()[:2]
    except OSError:
        return None
    return None if state == b"Z" else int(parent)
