"""The texts of a question's file: every prose in its languages, with the path that it stands at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

LANGUAGES = ("en", "zh")


def texts(data: object, path: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    """Mappings whose keys are languages, wherever in plain data they stand; lists of words among them."""
    if isinstance(data, list):
        for at, part in enumerate(data):
            yield from texts(part, below(path, str(at)))
    elif isinstance(data, dict):
        if any(language in data for language in LANGUAGES) and all(map(_is_language, data)):
            yield path, data
        for name, part in data.items():
            yield from texts(part, below(path, name))


def prose(data: object) -> Iterator[tuple[str, str, str]]:
    """(path, language, words) of every text that is no list."""
    for path, text in texts(data):
        for language, words in text.items():
            if isinstance(words, str):
                yield below(path, language), language, words


def below(path: str, name: str) -> str:
    """The path of a part."""
    return f"{path}.{name}" if path else name


def _is_language(name: str) -> bool:
    return len(name.split("-")[0]) == 2 and name.split("-")[0].islower()
