"""What confines an answer on this machine: found by starting a child and looking at what it got."""

from __future__ import annotations

from interview_drill.errors import SandboxError
from interview_drill.grader.sandbox import supervisor
from interview_drill.grader.trial import Trial


def isolation(python: str | None = None) -> dict[str, object]:
    """`level` is "kernel sandbox" or "process only", None where nothing can run; `notes` are ids of what is missing."""
    try:
        with Trial(supervisor(python), 5.0) as trial:
            return {"level": trial.level, "notes": [f"sandbox-note-{note}" for note in trial.notes]}
    except SandboxError as error:
        return {"level": None, "notes": [error.message], "facts": dict(error.facts)}
