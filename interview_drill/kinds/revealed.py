"""The key of a question, as it is revealed."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from interview_drill.question import Text


class Revealed(Struct, frozen=True):
    """One part of the key: `heading` is a message id, `form` says how `text` is shown."""

    heading: str
    text: Text
    form: Literal["formula", "code", "prose"] = "prose"


def in_every_language(text: str) -> Text:
    """What needs no translation (a formula, a program, a number) as a text."""
    return {"en": text}
