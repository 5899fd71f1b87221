"""Plots on the screen: a wrong formula of one variable beside the key, and the curves that a question declares."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from contextlib import suppress

from msgspec.structs import replace

from interview_drill import kinds, plot
from interview_drill.cli import screen
from interview_drill.cli.drawing import look
from interview_drill.cli.language import language, words
from interview_drill.errors import AnswerError
from interview_drill.question import MOST_CURVES, Answer, Plot, PlotCurve, Question, in_language
from interview_drill.verdict import Outcome, Verdict

NARROWEST = 40
WIDEST = 76
INDENT = 4
SHORT, TALL = 8, 12
SIGNS, ASCII_SIGNS = ("✗", "✓"), ("X", "O")


def beside(question: Question, answer: Answer, verdict: Verdict) -> None:
    """A wrong formula of one real variable and the key, the counterexample marked; nothing where there are more."""
    kind = kinds.kind(question.kind)
    if verdict.outcome is not Outcome.INCORRECT or not hasattr(kind, "graph") or not wanted():
        return
    graph = kind.graph(question, answer)
    if graph is None:
        return
    yours, right = SIGNS if look.unicode() else ASCII_SIGNS
    curves = [
        plot.Curve(words("plot-wanted"), graph.wanted),
        plot.Curve(words("plot-yours"), graph.yours, watched=False),
    ]
    at_yours = math.nan if graph.at_yours is None else graph.at_yours
    marks = [plot.Mark(graph.x, at_yours, yours), plot.Mark(graph.x, graph.at_wanted, right)]
    caption = words("plot-marks", variable=graph.variable, x=graph.x, yours=yours, right=right)
    _show(curves, marks, graph.variable, caption)


def declared(drawn: Plot | None) -> None:
    """The curves of a question's page."""
    if drawn is None or not wanted():
        return
    with suppress(AnswerError):  # its author is told by `bank check`
        _show([_curve(one, drawn) for one in drawn.curves[:MOST_CURVES]], (), drawn.variable)


def wanted() -> bool:
    """Not where a plot would be read out letter by letter, nor where there is no room for it."""
    return not look.plain() and screen.width() >= NARROWEST


def _curve(one: PlotCurve, drawn: Plot) -> plot.Curve:
    from interview_drill.formula.graphs import curve  # costs NumPy: only a question with a plot pays for it

    label = one.label if isinstance(one.label, str) else in_language(one.label, language())
    return plot.Curve(label, curve(one.formula, drawn.variable, drawn.low, drawn.high))


def _fitting(text: str, room: int) -> str:
    """As much of a label as one line holds."""
    columns_of = screen.page().columns_of
    while columns_of(text) > room:
        text = text.removesuffix("...")[:-1] + "..."
    return text


def _show(curves: Sequence[plot.Curve], marks: Sequence[plot.Mark], variable: str, caption: str = "") -> None:
    here = _here()
    fitting = [replace(curve, label=_fitting(curve.label, here.width - plot.LABEL_AT)) for curve in curves]
    drawn = plot.draw(fitting, marks, variable, here)
    screen.blank()
    screen.lines(drawn, INDENT)
    if caption:
        screen.prose(caption, INDENT)


def _here() -> plot.Look:
    """As the terminal can show it. Braille takes one column everywhere; box lines two on some Chinese terminals."""
    width = min(WIDEST, screen.width() - INDENT)
    fancy = look.unicode() and os.environ.get("TERM") != "dumb"
    return plot.Look(width, SHORT if width < 60 else TALL, fancy, fancy and look.ambiguous() == 1)
