"""Short answers as typed: ids and words, whatever the keyboard made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from difflib import get_close_matches

from interview_drill.errors import AnswerError

BETWEEN_IDS = re.compile(r"[\s,，、;；>→]+|->")
HYPHEN = re.compile(r"(?<=[^\W\d_])\s*[-‐‑–]\s*(?=[^\W\d_])")
RAISED = re.compile(r"(?<!\^)[⁰¹²³⁴-⁹⁺⁻]+")
ARTICLE = re.compile(r"^(?:the|an?)\s+(?=[^\W\d_]{2})")
POINT = re.compile(r"(?<![\w.])[.．](?=\d)")
"""The point of `.5`, which is no full stop."""
PYTHON_POWER = re.compile(r"(?<=[\w)])\s*\*\*\s*(?=[\w(-])")
ADJECTIVE = re.compile(r"(?<=[\u4e00-\u9fff]{2})的$")
"""等变的 is 等变: two characters at least stand before it, so 目的 stays."""
MINUS = str.maketrans("‐‑–−", "----")
EDGES = " \t.,;:!?。，、；：！？\"'“”‘’`"


def plain(text: str) -> str:
    """Text for comparing words: full-width forms made narrow; letter case, spaces and hyphens in words of no account.

    A hyphen that does not stand between two letters is a minus: `-inf`, `T^-2`. Small raised digits are a power, and
    so is Python's `**`.
    """
    level = POINT.sub("0.", PYTHON_POWER.sub("^", RAISED.sub(lambda found: "^" + found.group(), text)))
    narrow = ARTICLE.sub("", unicodedata.normalize("NFKC", level).casefold().strip(EDGES))
    return ADJECTIVE.sub("", re.sub(r"\s+", "", HYPHEN.sub("", narrow)).translate(MINUS))


def ids(text: str, known: Collection[str]) -> list[str]:
    """The ids named in an answer, in its order.

    Raises AnswerError for an empty answer, a word that is no id, and an id named twice.
    """
    words = [word for word in BETWEEN_IDS.split(unicodedata.normalize("NFKC", text).strip()) if word]
    if not words:
        raise AnswerError("answer-empty")
    found = [_id(word, known, text) for word in words]
    for word in found:
        if found.count(word) > 1:
            raise AnswerError("id-twice", *_place(word, text), id=word)
    return found


def _id(word: str, known: Collection[str], text: str) -> str:
    by_case = {id.casefold(): id for id in known}
    if word.casefold() in by_case:
        return by_case[word.casefold()]
    near = get_close_matches(word.casefold(), by_case, n=1, cutoff=0.7)
    if near:
        raise AnswerError("id-unknown-near", *_place(word, text), id=word, nearest=by_case[near[0]])
    raise AnswerError("id-unknown", *_place(word, text), id=word, known=sorted(known))


def _place(word: str, text: str) -> tuple[int | None, int | None]:
    """Where a word stands in the text as typed; nowhere if the keyboard wrote it in wide letters."""
    at = text.casefold().rfind(word.casefold())
    return (at, at + len(word)) if at >= 0 else (None, None)
