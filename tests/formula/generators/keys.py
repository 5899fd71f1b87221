"""Every form of every formula question, with its scope and the tree of its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from interview_drill.bank import open_bank
from interview_drill.formula import ast
from interview_drill.formula.comparing import subject
from interview_drill.formula.scope import Form, Scope
from interview_drill.question import Question
from tests.formula.generators.worlds import World, worlds


@dataclass(frozen=True, eq=False, repr=False)
class Key:
    """One form of a question; `place` is 0 for the question's own key."""

    question: Question
    place: int
    form: Form
    scope: Scope
    tree: ast.Node

    def __repr__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.question.id}.{self.place}"

    @cached_property
    def worlds(self) -> tuple[World, ...]:
        return worlds(self.scope)


@cache
def questions() -> tuple[Question, ...]:
    """The shipped formula questions."""
    bank = open_bank()
    return tuple(bank.question(entry.id) for entry in bank.catalogue.entries if entry.kind == "formula")


@cache
def keys() -> tuple[Key, ...]:
    """All forms of all formula questions."""
    return tuple(key for question in questions() for key in _forms(question))


@cache
def siblings(name: str) -> tuple[Key, ...]:
    """All forms of the question with this id."""
    return tuple(key for key in keys() if key.question.id == name)


def _forms(question: Question) -> Iterator[Key]:
    for place, form in enumerate((question.task, *question.task.forms)):
        yield Key(question, place, form, subject(form).scope, subject(form).key)
