"""An answer under way, drawn as the grader reads it: from its syntax trees, nothing compared. Fast enough for each key.

text --the grader's reader--> trees --layout--> lines
"""

from __future__ import annotations

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.comparing import subject
from interview_drill.formula.layout import linear, plane
from interview_drill.formula.layout.style import Style
from interview_drill.formula.notations import read
from interview_drill.formula.notations.reading import Reading
from interview_drill.formula.scope import Form, Scope, Symbol
from interview_drill.formula.stating import parted
from interview_drill.formula.steps.claims import Claim, claims
from interview_drill.formula.steps.walking import walked
from interview_drill.formula.valuing import NO_NAMES
from interview_drill.kinds.derivation_ready import derivation as ready


def formula(task, text: str, style: Style) -> list[str]:
    """Lines at most `style.width` wide, where that can be. Raises AnswerError where no form lets it be read."""
    first: AnswerError | None = None
    for form in (task, *task.forms):
        try:
            return _in_form(form, text, style)
        except AnswerError as error:
            first = first or error
    raise first


def _in_form(form: Form, text: str, style: Style) -> list[str]:
    reading = _read(text, subject(form).scope)
    chain = reading.chains[0]
    label = [chain.label] if chain.label else []
    drawn = plane.chained([*label, *(part.tree for part in chain.parts)], style, reading.scope)
    made = reading.scope.options.get("made", ())
    own = [one for name, one in reading.scope.symbols.items() if name in made]
    return [*drawn, *(row for one in own for row in _defined(one, style, reading.scope))]


def _read(text: str, scope: Scope) -> Reading:
    """The reading of an answer, without what it says of the question's own quantities."""
    try:
        return read(text, scope)
    except AnswerError:
        bare, stated = parted(text, scope, None)
        if not stated:
            raise
        return read(bare, scope)


def _defined(one: Symbol, style: Style, scope: Scope) -> list[str]:
    """A name that the answer makes for itself, and what it stands for."""
    name = ast.Name(one.name)
    letters = tuple(ast.Name(letter) for letter in one.parameters if "#" not in letter)
    value = one.value if letters or not one.parameters else one.value.base
    return plane.chained([ast.Entry(name, letters) if letters else name, value], style, scope)


def number(text: str, value: float, style: Style) -> list[str]:
    """An expression without names, and what it comes to."""
    return plane.display(valued(text, value), style)


def valued(text: str, value: float) -> str:
    """The same as LaTeX, to six figures."""
    scope = subject(NO_NAMES).scope
    digits, _, exponent = f"{value:.6g}".partition("e")
    figures = rf"{digits} \cdot 10^{{{int(exponent)}}}" if exponent else digits
    sign = "=" if float(f"{value:.6g}") == value else r"\approx"
    return f"{linear.latex(read(text, scope).chains[0].parts[-1].tree, scope)} {sign} {figures}"


def derivation(task, before: tuple[str, ...], text: str, style: Style) -> list[str]:
    """Every equation of some lines that follow `before`, each of which stands; a new name is known from its line on."""
    walk = walked(ready(task), before)
    return [row for claim in claims(text, walk.scope, None, walk.last) for row in _claim(claim, style)]


def _claim(claim: Claim, style: Style) -> list[str]:
    sides = [side.tree for side in claim.readings[0]]
    return plane.chained(["", *sides] if claim.continues else sides, style, claim.scope)
