"""The templates of every language: a folder a language, a file a room, message id -> template."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

from interview_drill.question import in_language

FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(folder.name for folder in FOLDER.iterdir() if (folder / "cli.yaml").is_file()))

REPEATED = re.compile(r"(U\+([0-9a-f]{4,6})) [a-z ]+-\2", re.IGNORECASE)
"""A character's code with a name that only repeats it, as those of Chinese characters do."""

LISTS = frozenset(("at", "sizes"))
"""Facts that are lists in one text, as JSON tells them: `x = 3, k = 1`."""
SIGNS = {"zh": {", ": "、", "; ": "；"}}
PIECES = re.compile(r"(, |; |[()\[\]{}])")

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is a string here, so that a template `no` or `1e-6` stays what it is."""


@cache
def templates(language: str) -> Mapping[str, str]:
    """All templates of a language, whichever room they belong to."""
    found: dict[str, str] = {}
    for file in sorted((FOLDER / language).glob("*.yaml")):
        found.update(yaml.load(file.read_text(encoding="utf-8"), Loader=Loader) or {})
    return found


def phrase(message: str, language: str, **facts: object) -> str:
    """The sentence for a message id in one language, English where the language has none.

    Facts that are texts of several languages are taken in this one. Raises KeyError for an unknown id.
    """
    template = templates(language).get(message)
    if template is None:
        template = templates("en")[message]
    told = {name: _told(name, facts[name], language) for name in fields(template) if name in facts}
    return template.format_map(told).rstrip("\n")


@cache
def fields(template: str) -> tuple[str, ...]:
    """The facts that a template tells; a verdict may hold others, of any shape, that no sentence mentions."""
    return tuple({name for _, name, _, _ in Formatter().parse(template) if name})


def known(message: str) -> bool:
    """Whether any language has words for this id."""
    return message in templates("en")


def _told(name: str, value: object, language: str) -> str:
    said = plain(value, language)
    return separated(said, language) if name in LISTS else said


def separated(text: str, language: str) -> str:
    """The entries of a list with the language's own signs between them; what stands in brackets is mathematics."""
    signs, depth, said = SIGNS.get(language, {}), 0, []
    for piece in PIECES.split(text):
        depth += (piece in "([{") - (piece in ")]}") if piece else 0
        said.append(piece if depth else signs.get(piece, piece))
    return "".join(said)


def plain(value: object, language: str) -> str:
    """A fact as it stands in a sentence: numbers rounded to six figures, lists joined, texts in one language.

    A Chinese character's name is left out, because it says no more than its code.
    """
    if isinstance(value, Mapping):
        return in_language(value, language)  # type: ignore[arg-type]
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list | tuple):
        return ("、" if language == "zh" else ", ").join(plain(part, language) for part in value)
    return REPEATED.sub(r"\1", value) if isinstance(value, str) and REPEATED.fullmatch(value) else str(value)
