"""Short replies: yes or no, and how sure, in either language and in full-width letters."""

from __future__ import annotations

import re
import unicodedata

from interview_drill.practice.events import Sure, Tick

YES = frozenset(("y", "yes", "1", "是", "对", "有", "√", "✓", "是的", "对的"))
NO = frozenset(("n", "no", "0", "否", "不", "没", "没有", "×", "✗", "不是", "不对", "不是的"))
PERCENT = re.compile(r"(\d{1,3})\s*%?")


def tick(text: str) -> Tick | None:
    """Yes or no; None where it is neither."""
    word = _plain(text)
    return Tick(word in YES) if word in YES | NO else None


def sure(text: str) -> Sure | None:
    """A share in percent; Enter alone leaves it open; None where it is neither."""
    word = _plain(text)
    if not word:
        return Sure(None)
    found = PERCENT.fullmatch(word)
    return Sure(int(found[1])) if found and int(found[1]) <= 100 else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
