"""Statements that a question declares (goals, milestones, premises), and whether a chain of sides makes one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from interview_drill.formula import ast
from interview_drill.formula.notations import read
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.claims import Side
from interview_drill.formula.steps.definitions import written_out
from interview_drill.formula.steps.forms import Form, contains, context, form, index_letters, renamings
from interview_drill.formula.steps.lines import blanked


class Statement(Struct, frozen=True):
    """An equation to be recognised: its sides, and the index letters that may have other names."""

    sides: tuple[ast.Node, ...]
    letters: tuple[str, ...]
    forms: tuple[Form, ...]


class Sighting(Struct, frozen=True):
    """What counts as showing a milestone: see kinds/derivation.py."""

    statements: tuple[Statement, ...]
    by_value: bool = True
    without: tuple[str, ...] = ()


def statement(text: str, scope: Scope) -> Statement:
    """A declared equation read in its scope. Raises AnswerError."""
    chain = read(blanked(text), scope).chains[0]
    sides = tuple(part.tree for part in chain.parts)
    letters = index_letters(sides, scope, chain.indices)
    return Statement(sides, letters, tuple(form(side, context(scope, {})) for side in sides))


class Chain:
    """The sides of one chain so far, and their forms under each naming of index letters."""

    def __init__(self, scope: Scope, own: Mapping[str, ast.Node]) -> None:
        self.scope = scope
        self.own = own
        self.sides: list[Side] = []
        self._forms: dict[tuple, Form] = {}

    def copied(self) -> Chain:
        """The same chain, to go on with."""
        other = self.within(self.scope, self.own)
        other._forms = dict(self._forms)
        return other

    def within(self, scope: Scope, own: Mapping[str, ast.Node]) -> Chain:
        """The same sides where more names are known."""
        other = Chain(scope, own)
        other.sides = list(self.sides)
        return other

    def letters(self) -> tuple[str, ...]:
        extra = {name: size for side in self.sides for name, size in side.indices.items()}
        return index_letters([side.tree for side in self.sides], self.scope, extra)

    def forms(self, renaming: Mapping[str, str]) -> list[Form]:
        """The forms of all sides with index letters renamed."""
        key = tuple(sorted(renaming.items()))
        made = context(self.scope, renaming, self.own)
        for place, side in enumerate(self.sides):
            if (place, key) not in self._forms:
                self._forms[(place, key)] = form(side.tree, made)
        return [self._forms[(place, key)] for place in range(len(self.sides))]

    def _namings(self, one: Statement) -> Iterator[list[Form]]:
        yield from (self.forms(naming) for naming in renamings(one.letters, self.letters()))

    def states(self, one: Statement) -> bool:
        """Whether every side of a statement is a side of this chain."""
        return any(all(wanted in mine for wanted in one.forms) for mine in self._namings(one))

    def shows(self, sighting: Sighting, goals: Sequence[Statement]) -> bool:
        """Whether a milestone is shown here: stated, reached by value, or put into a larger side."""
        for one in sighting.statements:
            if self.states(one) or self._uses(one, goals):
                return True
            if sighting.by_value and self._reaches(one, sighting, goals):
                return True
        return False

    def _reaches(self, one: Statement, sighting: Sighting, goals: Sequence[Statement]) -> bool:
        """The statement's first side, and another without an operator that the statement's last has not.

        Neither another name for what is sought counts, nor a side of a goal, with or without its definitions put in.
        """
        allowed = operators(one.forms[-1])
        empty = {other.forms[0] for other in sighting.statements} | {side for goal in goals for side in goal.forms}
        for mine in self._namings(one):
            if one.forms[0] not in mine:
                continue
            for side, made in zip(self.sides, mine, strict=True):
                new = made not in empty and _plain(made, allowed, sighting.without)
                if new and not self._restates(side, one, goals):
                    return True
        return False

    def _restates(self, side: Side, one: Statement, goals: Sequence[Statement]) -> bool:
        """Whether a side only puts definitions into a side of a goal, or into the quantity of a milestone."""
        tree = written_out(side.tree, self.scope)
        known = [(goal.sides, goal.letters) for goal in goals]
        known += [(one.sides[:1], one.letters)] if isinstance(one.sides[0], ast.Name) else []
        for sides, letters in known:
            sought = [form(written_out(given, self.scope), context(self.scope, {})) for given in sides]
            namings = renamings(letters, self.letters())
            if any(form(tree, context(self.scope, naming, self.own)) in sought for naming in namings):
                return True
        return False

    def _uses(self, one: Statement, goals: Sequence[Statement]) -> bool:
        """Whether the statement's last side stands inside of one that takes no operator, where no goal holds it.

        The chain must be about something of the kind that the statement's first side is.
        """
        wanted = one.forms[-1]
        if not operators(one.forms[0]) <= frozenset().union(*(operators(made) for made in self.forms({}))):
            return False
        if wanted[0] not in ("*", "+", "^") or any(contains(side, wanted) for goal in goals for side in goal.forms):
            return False
        allowed = operators(wanted)
        return any(
            made != wanted and not operators(made) - allowed and contains(made, wanted)
            for mine in self._namings(one)
            for made in mine
        )


def _plain(made: Form, allowed: frozenset[str], without: Sequence[str]) -> bool:
    return not operators(made) - allowed and not words(made) & set(without)


OPERATORS = frozenset({"Derivative", "Expectation", "argmax", "argmin"})


def operators(made: Form) -> frozenset[str]:
    """What is still to be taken in a form: derivatives, means, places of extremes."""
    return OPERATORS & words(made)


def words(made: object) -> frozenset[str]:
    """The names of all symbols, functions and kinds of node in a form."""
    if isinstance(made, tuple):
        return frozenset().union(*map(words, made))
    return frozenset({made}) if isinstance(made, str) else frozenset()
