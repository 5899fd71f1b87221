"""Which language the person reads, settled once a process, before any help text is made."""

from __future__ import annotations

import locale
import os
import sys

from interview_drill.feedback import LANGUAGES, phrase
from interview_drill.memory import place

_chosen: list[str] = []


def language() -> str:
    """`--lang`, else `DRILL_LANG`, else what was remembered, else the locale's, else English."""
    if not _chosen:
        _chosen.append(_settle())
    return _chosen[0]


def choose(name: str) -> None:
    """Use this language from now on (`:lang`, or the first run's question)."""
    _chosen[:] = [name]


def settled() -> bool:
    """Whether somebody chose: where not, the first interactive run asks."""
    return any(known(name) for name in (_flag(sys.argv), os.environ.get("DRILL_LANG"), place.language()))


def words(message: str, **facts: object) -> str:
    """The sentence for a message id in the language in use."""
    return phrase(message, language(), **facts)


def _settle() -> str:
    wishes = (_flag(sys.argv), os.environ.get("DRILL_LANG"), place.language(), _locale())
    return next((name for name in map(known, wishes) if name), "en")


def known(wish: object) -> str | None:
    """`zh_CN.UTF-8` and `zh-Hans` are zh; a language without messages is none."""
    short = str(wish or "").replace("-", "_").split("_")[0].split(".")[0].lower()
    return short if short in LANGUAGES else None


def _flag(arguments: list[str]) -> str | None:
    """`--lang` is looked up before Typer parses, because help texts are made in its language."""
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _locale() -> str | None:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name), None) or locale.getlocale()[0]
