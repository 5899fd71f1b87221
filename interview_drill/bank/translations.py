"""Whether every prose of a file is there in every language."""

from __future__ import annotations

from collections.abc import Iterator

from interview_drill.kinds.specimen import Mistake

LANGUAGES = ("en", "zh")


def translations(data: object, path: str = "") -> Iterator[Mistake]:
    """Texts (mappings whose keys are languages) that lack one, and `$` signs that do not pair."""
    if isinstance(data, list):
        for at, part in enumerate(data):
            yield from translations(part, _below(path, str(at)))
    elif isinstance(data, dict):
        if data and any(language in data for language in LANGUAGES) and all(_is_language(key) for key in data):
            yield from _text(data, path)
        for name, part in data.items():
            yield from translations(part, _below(path, name))


def _text(text: dict[str, object], path: str) -> Iterator[Mistake]:
    for language in LANGUAGES:
        if not text.get(language):
            yield Mistake(path, "fault-language-missing", {"missing": language})
    for language, said in text.items():
        if isinstance(said, str) and said.replace(r"\$", "").count("$") % 2:
            yield Mistake(_below(path, language), "fault-dollar")


def _is_language(name: str) -> bool:
    return len(name.split("-")[0]) == 2 and name.split("-")[0].islower()


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
