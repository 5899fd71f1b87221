"""The formulas of one text in several languages, which are the same formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping

from interview_drill.bank.prose import CODE, MATHS

_WORDS = re.compile(r"\\(?:text|textrm|textbf|mathrm|mbox|operatorname)\s*\{[^{}]*\}")
_SPACES = re.compile(r"\\[,;:! ]|\\q?quad(?![a-z])|~|\s+")
_STOP = re.compile(r"[.,;，。；]$")
"""Behind a formula on a line of its own stands what ends the sentence."""


def differing(text: Mapping[str, str]) -> tuple[str, str] | None:
    """(language, formula) of one that another language lacks, up to spacing and the words inside it; else None.

    How often a text names a symbol is a matter of language.
    """
    found = {language: _formulas(said) for language, said in text.items()}
    for language, mine in found.items():
        for other in found.values():
            if lacking := mine.keys() - other.keys():
                return language, mine[min(lacking)]
    return None


def _formulas(said: str) -> dict[str, str]:
    """Each formula as it stands, by what it is without spacing and words."""
    found = (match["shown"] or match["inline"] or "" for match in MATHS.finditer(CODE.sub("", said)))
    return {_STOP.sub("", _SPACES.sub("", _WORDS.sub(r"\\text{}", formula))): formula.strip() for formula in found}
