"""Questions and answers: the nouns that every room shares, plain data without behaviour of their own."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

Text = Mapping[str, str]
"""One prose in several languages: {"en": ..., "zh": ...}. `$...$` inside it is LaTeX, shown as mathematics."""


def in_language(text: Text, language: str) -> str:
    """The prose in `language`; English is the fall-back, else whatever is there."""
    return text.get(language) or text.get("en") or next(iter(text.values()), "")


class Misconception(Struct, frozen=True):
    """A wrong idea that people arrive with.

    `answer` is what someone with this idea would hand in, in the form that the question's kind takes (a formula, an
    option's id, a program, a step); a wrong answer that equals it earns `note`. `claim` is what they would say, where
    the question is an open one.
    """

    name: str
    answer: str
    note: Text
    claim: Text | None = None


class Program(Struct, frozen=True):
    """A figure that takes more than an expression: the source of `figure()`, a number without arguments."""

    program: str


MOST_CURVES = 4
"""Curves beyond these could not be told apart without colour."""


class PlotCurve(Struct, frozen=True):
    """One curve of a plot: what it is called (the same in every language, or a text), and its formula."""

    label: str | Text
    formula: str


class Plot(Struct, frozen=True):
    """What a question's page draws: curves over one `variable` from `low` to `high`, all of them finite there."""

    curves: tuple[PlotCurve, ...]
    low: float
    high: float
    variable: str = "x"


class Place(Struct, frozen=True):
    """Where a question stands: its file, and the line and column (from 1) of each field, by dotted path."""

    file: str
    marks: Mapping[str, tuple[int, int]]


class Question(Struct, frozen=True):
    """One question of the bank.

    `id` is the file's name and never changes; `revision` counts changes of meaning, so that progress survives edits;
    `task` is what the kind needs to judge an answer (`kinds/<kind>.py` declares its type). `figures` are the numerals
    that its prose quotes, each with what computes it; `given` those that are stated, not computed. `plot` is drawn
    under the stem.
    """

    id: str
    kind: str
    topic: str
    level: int
    parent: str | None
    prerequisites: tuple[str, ...]
    revision: int
    title: Text
    stem: Text
    hints: tuple[Text, ...]
    misconceptions: tuple[Misconception, ...]
    note: Text | None
    task: object
    place: Place
    figures: Mapping[str, str | Program] = {}
    given: tuple[str, ...] = ()
    plot: Plot | None = None


class Answer(Struct, frozen=True):
    """What a learner handed in; `notation` is a hint (latex, ascii, unicode, python), None to detect it."""

    text: str
    notation: str | None = None
