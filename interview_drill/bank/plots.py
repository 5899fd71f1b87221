"""Plots that a question declares: every formula can be read, and is a finite number all along."""

from __future__ import annotations

import math

from interview_drill.errors import AnswerError
from interview_drill.kinds.specimen import Mistake
from interview_drill.question import MOST_CURVES, Plot, PlotCurve
from interview_drill.verdict import Evidence


def undrawn(plot: Plot) -> Mistake | None:
    """The first thing wrong with a plot; None where it can be drawn."""
    if not plot.low < plot.high:
        return Mistake("plot.low", "fault-plot-range")
    if not 1 <= len(plot.curves) <= MOST_CURVES:
        return Mistake("plot.curves", "fault-plot-curves", {"most": MOST_CURVES})
    mistakes = (_broken(plot, place, curve) for place, curve in enumerate(plot.curves))
    return next(filter(None, mistakes), None)


def _broken(plot: Plot, place: int, drawn: PlotCurve) -> Mistake | None:
    from interview_drill.formula.graphs import curve  # costs NumPy: only the audit pays for it

    field = f"plot.curves.{place}.formula"
    try:
        points = curve(drawn.formula, plot.variable, plot.low, plot.high)
    except AnswerError as error:
        reason = Evidence("match", error.message, error.facts)
        return Mistake(field, "fault-plot-unread", {"formula": drawn.formula, "reason": reason})
    gap = next((x for x, y in points if not math.isfinite(y)), None)
    return None if gap is None else Mistake(field, "fault-plot-infinite", {"formula": drawn.formula, "at": gap})
