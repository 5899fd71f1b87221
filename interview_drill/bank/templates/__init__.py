"""A template a kind: a small sound question with comments, to be written over."""

from __future__ import annotations

import re
from pathlib import Path

from interview_drill.errors import UsageError

FOLDER = Path(__file__).parent


def template(kind: str, id: str) -> str:
    """The YAML of a new question. Raises UsageError for an unknown kind."""
    file = FOLDER / f"{kind}.yaml"
    kinds = sorted(one.stem for one in FOLDER.glob("*.yaml"))
    if kind not in kinds:
        raise UsageError("unknown-kind", kind=kind, kinds=kinds)
    return re.sub(r"\bID\b", id, file.read_text(encoding="utf-8"))
