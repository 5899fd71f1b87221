"""Options and steps are shown with numbers, in an order of their own each time; an answer carries their ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

SEPARATORS = re.compile(r"[\s,，、;；.。>→)）-]+")


def as_ids(text: str, order: Sequence[str]) -> str:
    """The answer with shown numbers replaced by the ids they stand for, one a line; ids pass as they are.

    "3 1 2", "３，１，２" and "312" all name three steps. What names nothing is left for the kind to refuse.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.isdigit() and len(plain) == len(order) > 1:
        words = list(plain)
    else:
        words = [word for word in SEPARATORS.split(plain) if word]
    named = {str(number): id for number, id in enumerate(order, 1)}
    known = {id.casefold(): id for id in order}
    return "\n".join(known.get(word.casefold(), named.get(word, word)) for word in words)


def numbered(order: Sequence[str]) -> list[tuple[str, str]]:
    """(number as shown, id) for every option or step."""
    return [(str(number), id) for number, id in enumerate(order, 1)]
