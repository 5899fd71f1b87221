"""Options and steps are shown with numbers, in an order of their own each time; an answer carries their ids.

A habit from paper tests is understood too: `a` is the first of what is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase

SEPARATORS = re.compile(r"(?:->|[\s,，、;；.。>→)）])+")


def as_ids(text: str, order: Sequence[str]) -> str:
    """The answer with shown numbers replaced by the ids they stand for, one a line; ids pass as they are.

    "3 1 2", "３，１，２", "3-1-2" and "312" all name three steps. What names nothing is left for the kind to refuse.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    named = names(order)
    if plain.isdigit() and len(plain) == len(order) > 1:
        return "\n".join(named.get(digit, digit) for digit in plain)
    return "\n".join(named.get(word, word) for word in _words(plain, named))


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
