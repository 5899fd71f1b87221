"""Curves -> lines of text. An engine that knows neither formulas nor questions.

    scale.py     numbers -> a window with round ticks     canvas.py   dots -> characters (braille, or plain ASCII)
    drawing.py   curves, marks and axes -> lines

Curves are told apart by how their line is broken, never by colour.
"""

from interview_drill.plot.drawing import LABEL_AT, Curve, Look, Mark, draw

__all__ = ["LABEL_AT", "Curve", "Look", "Mark", "draw"]
