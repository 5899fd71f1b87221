"""Shapes -> one line of text, with the brackets that a line needs and paper does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from interview_drill.formula.layout.letters import MARKS
from interview_drill.formula.layout.shapes import (
    Accent,
    Brace,
    Fence,
    Fraction,
    Grid,
    Limits,
    Root,
    Row,
    Script,
    Shape,
    Sign,
    parts_of,
)
from interview_drill.formula.layout.spacing import Mode, gaps, inside, kind_of, kinds
from interview_drill.formula.layout.spelling import accented, is_word, short, small_sub, small_sup, spelled
from interview_drill.formula.layout.style import Style

FACTORS = {"ord", "word", "op", "big", "fence", "inner"}
MISREAD = set("0123456789.−-")
"""A quotient that begins so would be read into the factor before it: γ 2x/y, yᵢ −x/2."""
CALLED = frozenset("σPfgF")
"""Letters that stand for functions: before a bracket any other letter may be a factor, ŷ(1 − ŷ)."""
OPEN_SCRIPT = re.compile(r"[_^]\w+$")
"""The end of `W_if` or `W^T`, which would swallow the next letter."""


def flatten(shape: Shape, style: Style, mode: Mode = Mode.PAGE) -> str:
    """The shape on one line."""
    return WRITERS[type(shape)](shape, style, mode)


def _sign(sign: Sign, style: Style, mode: Mode) -> str:
    if sign.kind == "big" and style.unicode:
        return {"∑": "Σ", "∏": "Π"}.get(sign.text, sign.text)
    return spelled(sign, style)


def _row(row: Row, style: Style, mode: Mode) -> str:
    texts = [flatten(part, style, mode) for part in row.parts]
    spaces = gaps(kinds(row.parts), [is_word(part, style) for part in row.parts], mode) if row.parts else []
    for place, part in enumerate(row.parts):
        before, after = (kind_of(row.parts[near]) if 0 <= near < len(texts) else "" for near in (place - 1, place + 1))
        misread = before in FACTORS and texts[place][:1] in MISREAD
        if isinstance(part, Fraction) and (after in FACTORS or before in ("op", "inner", "fence") or misread):
            texts[place] = f"({texts[place]})"
            spaces[place] = 0 if before in ("op", "fence") else spaces[place]
        elif (before, _bracket_of(part)) in (("inner", "("), ("op", "("), ("op", "["), ("ord", "[")):
            spaces[place] = int(before != "inner" and "_" in texts[place - 1])
        elif place and OPEN_SCRIPT.search(texts[place - 1]) and texts[place][:1].isalnum():
            spaces[place] = 1
    return "".join(" " * space + text for space, text in zip(spaces, texts, strict=True))


def _bracket_of(shape: Shape) -> str:
    base = shape.base if isinstance(shape, Script) else shape
    return base.left if isinstance(base, Fence) else ""


def _fraction(fraction: Fraction, style: Style, mode: Mode) -> str:
    over, under = flatten(fraction.over, style, mode), flatten(fraction.under, style, mode)
    if not fraction.bar:
        return f"{over} over {under}"
    over = f"({over})" if _is_sum(fraction.over) or _ends_open(fraction.over) else over
    under = f"({under})" if _is_sum(fraction.under) or _is_product(fraction.under) else under
    slash = " / " if mode == Mode.PAGE and " " in over + under else "/"
    return over + slash + under


def _is_sum(shape: Shape) -> bool:
    return bool({"bin", "rel", "punct", "text"} & set(kinds(parts_of(shape))))


def _ends_open(shape: Shape) -> bool:
    """Whether a slash after the shape could be read as part of a sum or of a function's argument."""
    if isinstance(shape, Fraction):
        return _ends_open(shape.under)
    found = kinds(parts_of(shape))
    return any(kind == "big" or (kind == "op" and found[place + 1 :] != ["fence"]) for place, kind in enumerate(found))


def _is_product(shape: Shape) -> bool:
    """Whether a slash before the shape would take only its first factor; calls, dx and lone sums are one thing."""
    parts = parts_of(shape)
    if len(parts) < 2:
        return isinstance(shape, Fraction)
    is_differential = len(parts) == 2 and _spelling(parts[0]) in ("∂", "d")
    is_lone_sum = kind_of(parts[0]) == "big" and not any(isinstance(part, Fraction) for part in parts)
    return not (_is_call(parts) or is_differential or is_lone_sum)


def _is_call(parts: Sequence[Shape]) -> bool:
    """Whether two shapes are a function and its argument: P(A) and p(x), not x(1 − x)."""
    if len(parts) != 2 or not isinstance(parts[1], Fence):
        return False
    named = kind_of(parts[0]) in ("op", "word") or _spelling(parts[0]) in CALLED
    return named or (_spelling(parts[0]).isalpha() and not _is_sum(parts[1].body))


def _spelling(shape: Shape | None) -> str:
    while isinstance(shape, Script | Accent | Limits):
        shape = shape.base
    return shape.text if isinstance(shape, Sign) else ""


def _root(root: Root, style: Style, mode: Mode) -> str:
    body = flatten(root.body, style, mode)
    if not style.unicode:
        return f"sqrt({body})"
    degree = small_sup(root.degree, style) or ""
    return f"{degree}√{body}" if isinstance(root.body, Sign) and len(body) == 1 else f"{degree}√({body})"


def _script(script: Script, style: Style, mode: Mode) -> str:
    base = flatten(script.base, style, mode)
    if isinstance(script.base, Row | Fraction | Script | Root) and script.base != Row(()):
        base = f"({base})"
    return base + _sub(script.sub, style) + _sup(script.sup, style)


def _sub(sub: Shape | None, style: Style) -> str:
    if sub is None:
        return ""
    text = flatten(sub, style, Mode.SCRIPT)
    return small_sub(sub, style) or ("_" + (text if text.isalnum() else f"{{{text}}}"))


def _sup(sup: Shape | None, style: Style) -> str:
    if sup is None:
        return ""
    text = flatten(sup, style, Mode.SCRIPT)
    return small_sup(sup, style) or ("^" + (text if len(text) == 1 else f"({text})"))


def _limits(limits: Limits, style: Style, mode: Mode) -> str:
    base = flatten(limits.base, style, mode)
    small = [small_sub(limits.under, style), small_sup(limits.over, style)]
    if limits.over and not all(small):
        under = flatten(limits.under, style, Mode.SCRIPT) if limits.under else ""
        return base + (f"_{{{under}}}" if under else "") + _sup(limits.over, style)
    return base + _sub(limits.under, style) + _sup(limits.over, style)


def _accent(accent: Accent, style: Style, mode: Mode) -> str:
    text = accented(accent, style)
    if text is not None:
        return text
    base = flatten(accent.base, style, mode)
    over = MARKS["bar"] if accent.mark == "bar" else MARKS[accent.mark]
    return "".join(letter + over for letter in base) if style.unicode else f"{accent.mark}({base})"


def _fence(fence: Fence, style: Style, mode: Mode) -> str:
    body = flatten(fence.body, style, inside(fence, mode))
    if not style.unicode and fence.left and fence.left in "⌊⌈":
        return f"{'floor' if fence.left == '⌊' else 'ceil'}({body})"
    right = "}" if fence.left == "{" and isinstance(fence.body, Grid) else fence.right
    return short(fence.left, style) + body + short(right, style)


def _brace(brace: Brace, style: Style, mode: Mode) -> str:
    return flatten(brace.body, style, mode)


def _grid(grid: Grid, style: Style, mode: Mode) -> str:
    between = " " if grid.align.startswith("rl") else ", "
    return "; ".join(between.join(flatten(cell, style, mode) for cell in line) for line in grid.rows)


WRITERS: dict[type, Callable[..., str]] = {
    Sign: _sign, Row: _row, Fraction: _fraction, Root: _root, Script: _script, Limits: _limits, Accent: _accent,
    Fence: _fence, Brace: _brace, Grid: _grid,
}  # fmt: skip
