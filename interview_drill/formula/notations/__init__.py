"""Notations: a typed formula -> syntax trees, in whichever notation it stands.

    text --limits--> detect --> paper (LaTeX, ASCII, Unicode: one parser) or python --> chains --indices--> Reading

Seam: a notation is one module here with a function `(text, scope) -> tuple[Chain, ...]`, and a line in `NOTATIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import defining, indices, limits, paper, prose, python, titles
from interview_drill.formula.notations.detect import likely, told
from interview_drill.formula.notations.reading import Chain, Note, Part, Reading
from interview_drill.formula.notations.vocabulary import vocabulary
from interview_drill.formula.scope import Scope

__all__ = ["NOTATIONS", "Chain", "Note", "Part", "Reading", "read", "read_as"]

MOST_READINGS = 16

NOTATIONS: Mapping[str, Callable[[str, Scope], tuple[Chain, ...]]] = {
    "latex": paper.chains,
    "ascii": paper.chains,
    "unicode": paper.chains,
    "python": python.chains,
}


def read(text: str, scope: Scope, notation: str | None = None) -> Reading:
    """Read an answer in its notation, detected where it is not given.

    Where detection is unsure, the likelier notation is tried, then the other. Raises AnswerError, with the place in
    `text`, where the answer cannot be read: the error of the notation that it was most likely meant in.
    """
    limits.check(text)
    text, said = titles.without_prefix(text), ()
    if notation != "python" and _may_define(scope) and not text.isascii():
        text, said = prose.without_words(text, vocabulary(scope))
    found = _read(text, scope, notation)
    if not said:
        return found
    return replace(found, chains=tuple(replace(chain, notes=(*said, *chain.notes)) for chain in found.chains))


def _read(text: str, scope: Scope, notation: str | None) -> Reading:
    errors: dict[str, AnswerError] = {}
    for name in likely(text, notation):
        try:
            return _reading(name, text, scope)
        except AnswerError as error:
            errors[name] = error
    meant = told(text, notation)
    try:
        own = None if notation == "python" or not _may_define(scope) else defining.reading(text, scope, _on_paper)
    except AnswerError as error:
        raise errors[meant] if meant == "python" else error from None
    if own is not None:
        return own
    raise errors[meant]


def _may_define(scope: Scope) -> bool:
    """Free formulas have no names of their own; a derivation makes its names line by line."""
    return not scope.options.get("free") and not scope.options.get("derivatives")


def _on_paper(text: str, scope: Scope) -> Reading:
    return _reading("latex", text, scope)


def read_as(name: str, text: str, scope: Scope) -> Reading:
    """Read a text in one notation and no other. Raises AnswerError."""
    limits.check(text)
    return _reading(name, text, scope)


def _reading(name: str, text: str, scope: Scope) -> Reading:
    """All readings that make sense, each once; the first one's error where none does."""
    found: list[Chain] = []
    first: AnswerError | None = None
    for chain in NOTATIONS[name](text, scope):
        try:
            settled = indices.settle(chain, scope, text)
        except AnswerError as error:
            first = first or error
            continue
        if all(settled.parts != other.parts for other in found):
            found.append(settled)
    if len(found) > MOST_READINGS:
        raise AnswerError("too-many-readings", found[0].parts[0].at, found[0].parts[-1].end)
    if first is not None and not found:
        raise first
    return Reading(name, tuple(found), scope)
