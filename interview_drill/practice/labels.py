"""Options and steps are shown with numbers, in an order of their own each time; an answer carries their ids.

A habit from paper tests is understood too: `a` is the first of what is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from string import ascii_lowercase

SEPARATORS = re.compile(r"(?:->|[\s,，、;；.。>→()（）])+")
INTRODUCED = re.compile(
    r"^(?:(?:the\s+)?(?:correct\s+|right\s+)?answer(?:\s+is)?|(?:正确)?答案(?:是|为)?|我选|我觉得选|应该选|应选|选择?|"
    r"i\s+(?:choose|pick)|(?:option|choice|number|no\.|选项)(?=[\s:]*[\w(]))\s*:?\s*"
)
"""Words in front of a number or a letter; they say nothing else. 不选4 begins with another one."""
COUNTED = re.compile(
    r"^(?:第\s*(?P<place>\d+|[一二三四五六七八九十])\s*(?:个|项|条)(?:选项)?|(?P<number>\d+)\s*[号项])$"
)
CLOSED = " \t.,;:!。，；：！"


def as_ids(text: str, order: Sequence[str], said: Mapping[str, Collection[str]] = {}) -> str:
    """The answer with shown numbers replaced by the ids they stand for, one a line; ids pass as they are.

    "3 1 2", "３，１，２", "3-1-2" and "312" all name three steps. An option may also be called (`option 4`, `选4`), or
    told in its own words, which `said` holds by id. What names nothing is left for the kind to refuse.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    named = names(order)
    if plain.isdigit() and len(plain) == len(order) > 1:
        return "\n".join(named.get(digit, digit) for digit in plain)
    words = list(_words(plain, named))
    if not all(word in named for word in words):
        called = _called(plain, named) or _quoted(text, named, said)
        words = [called] if called else words
    return "\n".join(named.get(word, word) for word in words)


def _called(plain: str, named: Mapping[str, str]) -> str | None:
    """The id of the one option that is introduced or counted: `answer: 4`, `第四个`."""
    bare = plain
    while (found := INTRODUCED.match(bare)) and found.end() < len(bare):
        bare = bare[found.end() :]
    bare = bare.strip(CLOSED + "()")
    if counted := COUNTED.match(bare):
        sign = counted["place"] or counted["number"]
        bare = sign if sign.isdecimal() else str(int(unicodedata.numeric(sign)))
    return named.get(bare)


def _quoted(text: str, named: Mapping[str, str], said: Mapping[str, Collection[str]]) -> str | None:
    """The id of the one option whose own words these are, with its number in front or without."""
    typed = _bare(text)
    found = {id for id, texts in said.items() if any(typed in _spelled(id, text, named) for text in texts)}
    return found.pop() if len(found) == 1 else None


def _spelled(id: str, text: str, named: Mapping[str, str]) -> list[str]:
    words = _bare(text)
    signs = (")", ".", ":") if words[:1].isdecimal() else (")", ".", ":", "")  # 10 is not the option 1 that says 0
    return [words, *(f"{name}{sign}{words}" for name, of in named.items() if of == id for sign in signs)]


def _bare(text: str) -> str:
    """Words as they are compared: only spaces, the marks of mathematics and the full stop are of no account."""
    return re.sub(r"[\s$`*]", "", unicodedata.normalize("NFKC", text).casefold()).strip(".。")


def names(order: Sequence[str]) -> Mapping[str, str]:
    """Everything that may be typed for an option or step -> its id; an id itself wins over a letter."""
    letters = zip(ascii_lowercase, order, strict=False)
    return dict(numbered(order)) | dict(letters) | {id.casefold(): id for id in order}


def numbered(order: Sequence[str]) -> list[tuple[str, str]]:
    """(number as shown, id) for every option or step."""
    return [(str(number), id) for number, id in enumerate(order, 1)]


def _words(plain: str, named: Mapping[str, str]) -> Iterator[str]:
    """The words of an answer. A dash belongs to an id, unless it stands between names."""
    for word in filter(None, SEPARATORS.split(plain)):
        parts = word.split("-")
        yield from parts if word not in named and all(part in named for part in parts) else [word]
