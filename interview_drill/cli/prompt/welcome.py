"""The first session at a terminal asks which language to speak, once, and remembers."""

from __future__ import annotations

import unicodedata

from interview_drill.cli import language, screen
from interview_drill.cli.prompt.asking import Asking, Reader
from interview_drill.memory.place import remember_language

NAMES = {"1": "zh", "zh": "zh", "中文": "zh", "chinese": "zh", "2": "en", "en": "en", "english": "en", "英文": "en"}

AGAIN = "请输入 1 或 2  ·  Type 1 or 2"
"""Nobody chose yet, so it is said in both."""


def ask_language(reader: Reader) -> None:
    """Ask where nobody chose yet; Enter alone keeps what the locale says. Raises EOFError where nobody answers."""
    if language.settled():
        return
    screen.plain("1  中文\n2  English")
    use(_answer(reader))


def use(name: str) -> None:
    """Speak this language now, and from the next start on."""
    language.choose(name)
    remember_language(name)


def named(text: str) -> str | None:
    """The language that a word stands for."""
    return NAMES.get(unicodedata.normalize("NFKC", text).strip().casefold())


def _answer(reader: Reader) -> str:
    while True:
        text = reader.read(Asking("中文 / English › ", toolbar=None)).text
        found = named(text) if text.strip() else language.language()
        if found:
            return found
        screen.plain(AGAIN)
