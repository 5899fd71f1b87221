"""The texts of a question's file: every prose in its languages, with the path that it stands at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from interview_drill.feedback import LANGUAGES

CODE = re.compile(r"```.*?(?:```|\Z)|`[^`]*`", re.DOTALL)
MATHS = re.compile(r"(?<!\\)\$\$(?P<shown>.*?)\$\$|(?<!\\)\$(?P<inline>.*?)(?<!\\)\$", re.DOTALL)
"""A formula, within a line or on one of its own."""


def blanked(found: re.Match[str]) -> str:
    """As much white space as was found, on as many lines."""
    return re.sub(r"[^\n]", " ", found[0])


def texts(
    data: object, languages: Collection[str] = LANGUAGES, path: str = ""
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Mappings whose keys are languages, one of these among them; the values may be lists of words."""
    if isinstance(data, list):
        for at, part in enumerate(data):
            yield from texts(part, languages, below(path, str(at)))
    elif isinstance(data, dict):
        if any(language in data for language in languages) and all(map(_is_language, data)):
            yield path, data
        for name, part in data.items():
            yield from texts(part, languages, below(path, name))


def prose(data: object, languages: Collection[str] = LANGUAGES) -> Iterator[tuple[str, str, str]]:
    """(path, language, words) of every text that is no list."""
    for path, text in texts(data, languages):
        for language, words in text.items():
            if isinstance(words, str):
                yield below(path, language), language, words


def below(path: str, name: str) -> str:
    """The path of a part."""
    return f"{path}.{name}" if path else name


def _is_language(name: str) -> bool:
    return len(name.split("-")[0]) == 2 and name.split("-")[0].islower()
