"""Shapes -> LaTeX, for pages, notebooks and answers that are copied elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from interview_drill.formula.layout.letters import BLACKBOARD, SCRIPT
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
)
from interview_drill.formula.layout.signs import COMMANDS, WRITTEN

DELIMITERS = {
    "{": r"\{", "}": r"\}", "⌊": r"\lfloor", "⌋": r"\rfloor", "⌈": r"\lceil", "⌉": r"\rceil", "⟨": r"\langle",
    "⟩": r"\rangle", "‖": r"\|", "": ".",
}  # fmt: skip
LETTERED = {sign: f"\\mathbb{{{plain}}}" for plain, sign in BLACKBOARD.items()} | {
    sign: f"\\mathcal{{{plain}}}" for plain, sign in SCRIPT.items()
}
PRIMES = {"′": "'", "−": "-", "|": r"\mid", "‖": r"\parallel", "/": "/"}
SPECIAL = {mark: f"\\{mark}" for mark in "{}%&#$_"}


def tex(shape: Shape) -> str:
    """The LaTeX of a shape."""
    return WRITERS[type(shape)](shape)


def _sign(sign: Sign) -> str:
    text = sign.text
    if sign.kind == "op":
        return f"\\{text}" if COMMANDS.get(text) == sign else f"\\operatorname{{{text}}}"
    if sign.kind == "text":
        return f"\\text{{{text}}}"
    if sign.kind == "word" and len(text) > 1:
        return f"\\mathrm{{{text}}}"
    return "\\ " * len(text) if sign.kind == "space" else "".join(map(_letter, text))


def _letter(letter: str) -> str:
    known = PRIMES.get(letter) or LETTERED.get(letter) or SPECIAL.get(letter)
    return known or (f"\\{WRITTEN[letter]}" if letter in WRITTEN else letter)


def _row(row: Row) -> str:
    """Parts beside each other; a space keeps a command from the letter that follows it."""
    found = ""
    for text in map(tex, row.parts):
        glued = found and text and _ends_in_command(found) and text[0].isalpha()
        found += f" {text}" if glued else text
    return found


def _ends_in_command(text: str) -> bool:
    stem = text.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return len(stem) < len(text) and stem.endswith("\\")


def _fraction(fraction: Fraction) -> str:
    command = "frac" if fraction.bar else "binom"
    return f"\\{command}{{{tex(fraction.over)}}}{{{tex(fraction.under)}}}"


def _root(root: Root) -> str:
    degree = f"[{tex(root.degree)}]" if root.degree else ""
    return f"\\sqrt{degree}{{{tex(root.body)}}}"


def _script(script: Script) -> str:
    base = tex(script.base)
    if isinstance(script.base, Row | Script | Fraction | Root | Limits) and script.base != Row(()):
        base = f"{{{base}}}"
    return base + _scripts(script.sub, script.sup)


def _scripts(sub: Shape | None, sup: Shape | None) -> str:
    low = f"_{{{tex(sub)}}}" if sub else ""
    if isinstance(sup, Sign) and set(sup.text) == {"′"}:
        return low + "'" * len(sup.text)
    return low + (f"^{{{tex(sup)}}}" if sup else "")


def _limits(limits: Limits) -> str:
    return tex(limits.base) + _scripts(limits.under, limits.over)


def _accent(accent: Accent) -> str:
    return f"\\{accent.mark}{{{tex(accent.base)}}}"


def _fence(fence: Fence) -> str:
    left, right = (DELIMITERS.get(side, side) for side in (fence.left, fence.right))
    if isinstance(fence.body, Grid) and (fence.left, fence.right) == ("{", ""):
        return f"\\begin{{cases}} {_lines(fence.body)} \\end{{cases}}"
    between = " " if left[-1:].isalpha() else ""
    return f"\\left{left}{between}{tex(fence.body)}\\right{right}"


def _brace(brace: Brace) -> str:
    command, mark = ("overbrace", "^") if brace.above else ("underbrace", "_")
    return f"\\{command}{{{tex(brace.body)}}}" + (f"{mark}{{{tex(brace.label)}}}" if brace.label else "")


def _grid(grid: Grid) -> str:
    name = "aligned" if grid.align.startswith("rl") else "matrix"
    return f"\\begin{{{name}}} {_lines(grid)} \\end{{{name}}}"


def _lines(grid: Grid) -> str:
    return r" \\ ".join(" & ".join(map(tex, line)) for line in grid.rows)


WRITERS: dict[type, Callable[..., str]] = {
    Sign: _sign, Row: _row, Fraction: _fraction, Root: _root, Script: _script, Limits: _limits, Accent: _accent,
    Fence: _fence, Brace: _brace, Grid: _grid,
}  # fmt: skip
