"""Answers that are judged while they are written, for the kinds whose module has `step`, `ended` and `towards`."""

from __future__ import annotations

from msgspec import Struct

from interview_drill.verdict import Verdict


class Step(Struct, frozen=True):
    """What became of lines that were entered.

    `stands` are all lines that stand now, one an entry. `verdict` is on the new ones (None where they say nothing),
    or, with `arrived`, on the whole answer, which is complete. `mend` is the text from the first line that does not
    stand on.
    """

    stands: tuple[str, ...]
    verdict: Verdict | None = None
    mend: str = ""
    arrived: bool = False
