"""A form made ready: its scope, its key, and the key's values where answers are compared with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from interview_drill.formula import ast
from interview_drill.formula.agreement import Situation
from interview_drill.formula.computed import closer, computed_with
from interview_drill.formula.declaring import prepared
from interview_drill.formula.domain import Configuration, configurations, marked
from interview_drill.formula.notations.reading import Chain
from interview_drill.formula.scope import Form, Scope

MOST_KEPT = 24
"""Sets of situations that a subject keeps; those about an answer's constants come and go."""


class Subject:
    """A form made ready: its scope, its key, and the key's values where answers are compared with it."""

    def __init__(self, scope: Scope, key: ast.Node) -> None:
        self.scope = scope
        self.key = key
        self._situations: dict[tuple, list[Situation]] = {}

    def situations(self, extra: Mapping[str, str], marks: tuple[float, ...] = ()) -> list[Situation]:
        """The situations, with `extra` free indices beside the declared ones; with `marks`, further ones about them."""
        chosen = (tuple(sorted(extra.items())), marks)
        if chosen not in self._situations:
            found = marked(self.scope, marks, extra) if marks else configurations(self.scope, extra)
            self._keep(chosen, found, marks)
        return self._situations[chosen]

    def closer(self, chain: Chain, marks: tuple[float, ...] = ()) -> list[Situation]:
        """Further situations for an answer that computes with sizes or free indices; none for any other."""
        counts = computed_with((part.tree for part in chain.parts), self.scope, chain.indices)
        if not counts:
            return []
        chosen = (tuple(sorted(chain.indices.items())), marks, tuple(sorted(counts.items())))
        if chosen not in self._situations:
            self._keep(chosen, closer(self.scope, counts, marks, chain.indices))
        return self._situations[chosen]

    def _keep(self, chosen: tuple, found: Iterable[Configuration], marks: tuple[float, ...] = ()) -> None:
        if len(self._situations) > MOST_KEPT:
            self._situations.clear()
        made = (Situation(self.scope, self.key, one, marks) for one in found)
        self._situations[chosen] = [one for one in made if len(one.chosen)]

    def within(self, scope: Scope) -> Subject:
        """The same question for an answer that may use this scope: it can have made names for itself."""
        return self if scope is self.scope else Subject(scope, self.key)


@lru_cache(maxsize=256)
def subject(form: Form) -> Subject:
    """The form made ready, once. Raises AnswerError where the form itself cannot be read."""
    return Subject(*prepared(form))
