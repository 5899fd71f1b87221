"""How questions hang together: a follow-up's parent, prerequisites, and no circle among them."""

from __future__ import annotations

from collections.abc import Iterator

from interview_drill.bank.catalog import Catalogue
from interview_drill.kinds.specimen import Mistake
from interview_drill.question import Question


def chains(question: Question, catalogue: Catalogue) -> Iterator[Mistake]:
    """A parent or prerequisite that is not there yet is an advice; a circle is a mistake."""
    if question.parent and question.parent not in catalogue.files:
        yield Mistake("parent", "advice-parent-missing", {"parent": question.parent})
    if question.id in _ancestors(question, catalogue):
        yield Mistake("parent", "fault-parent-circle", {"id": question.id})
    for at, id in enumerate(question.prerequisites):
        if id not in catalogue.files:
            yield Mistake(f"prerequisites.{at}", "advice-prerequisite-missing", {"id": id})


def _ancestors(question: Question, catalogue: Catalogue) -> list[str]:
    """The parents above a question, the nearest first; a circle is walked once."""
    parents = {entry.id: entry.parent for entry in catalogue.entries}
    found: list[str] = []
    above = question.parent
    while above and above not in found:
        found.append(above)
        above = parents.get(above)
    return found
