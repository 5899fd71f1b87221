"""Whether every prose of a file is there in every language."""

from __future__ import annotations

from collections.abc import Iterator

from interview_drill.bank.prose import LANGUAGES, below, texts
from interview_drill.kinds.specimen import Mistake


def translations(data: object) -> Iterator[Mistake]:
    """Texts that lack a language, and `$` signs that do not pair."""
    for path, text in texts(data):
        for language in LANGUAGES:
            if not text.get(language):
                yield Mistake(path, "fault-language-missing", {"missing": language})
        for language, said in text.items():
            if isinstance(said, str) and said.replace(r"\$", "").count("$") % 2:
                yield Mistake(below(path, language), "fault-dollar")
