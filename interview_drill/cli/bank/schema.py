"""`drill bank schema`: the JSON Schema of a question's file, for editors."""

from __future__ import annotations

import json

from interview_drill.bank.schema import schema
from interview_drill.cli import options, screen


def run(lang: options.Lang = None) -> int:
    screen.plain(json.dumps(schema(), ensure_ascii=False, indent=2))
    screen.complain("schema-save")
    return 0
