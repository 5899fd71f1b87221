"""Braces that a formula editor writes round every letter and cell: `{{y}_{i}}`, `{f}'(x)`, `{x,}&{x > 0}`.

Only what stands as an operand is freed of them: exponents, indices and arguments keep theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.words import SEVERAL

ROWS = ("cases", "matrix", "/cases", "/matrix", "&", "\\\\")
BRACKETS = ("(", ")", "[", "]", "|", "||", "\\{", "\\}")


def freed(tokens: list[Token]) -> list[Token]:
    """The tokens without such braces."""
    out: list[Token | None] = list(tokens)
    opened: list[tuple[int, bool]] = []
    above = -1
    for place, token in enumerate(tokens):
        if token.is_sign("{"):
            opened.append((place, _is_argument(tokens, place, above)))
        elif token.is_sign("}") and opened:
            at, is_argument = opened.pop()
            above = place if at and tokens[at - 1].is_sign("frac") else above
            inside = [one for one in out[at + 1 : place] if one is not None]
            if inside and not is_argument and _says_nothing(inside, tokens, at, place):
                out[at] = out[place] = None
    return [token for token in out if token is not None]


def half_open(tokens: list[Token]) -> list[Token]:
    """`[0, \\infty)` below an indicator: round brackets both, of which the closed one says so by its side."""
    out = list(tokens)
    for place, token in enumerate(tokens):
        texts = [one.text for one in tokens[place : place + 4]]
        if token.text != "1" or texts[1:3] != ["_", "{"] or texts[-1] not in ("[", "("):
            continue
        end = next((at for at in range(place, len(tokens)) if tokens[at].is_sign("}")), 0) - 1
        if end > 0 and (texts[-1], tokens[end].text) in (("[", ")"), ("(", "]")):
            for at, text in ((place + 3, "("), (end, ")")):
                out[at] = replace(tokens[at], text=text, side="" if tokens[at].text == text else "=")
    return out


def _is_argument(tokens: Sequence[Token], place: int, above: int) -> bool:
    """Whether braces at a place hold an index, an exponent or an argument; `above` closes the last numerator."""
    if not place:
        return False
    before = tokens[place - 1]
    return before.is_sign("_", "^", "frac", "sqrt", "]") or above == place - 1 or before.text in SEVERAL


def _says_nothing(inside: Sequence[Token], tokens: Sequence[Token], at: int, place: int) -> bool:
    """Whether a formula means the same without the braces from one place to another."""
    before = tokens[at - 1] if at else None
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if _is_cell(before) and _is_cell(behind):
        return True
    if inside[0].is_sign("cases", "matrix") and inside[-1].is_sign("/cases", "/matrix"):
        return True
    if len(inside) == 1 and inside[0].is_sign(*BRACKETS):
        return True
    listed = before is not None and before.is_sign(",") and behind is not None and behind.is_sign(")", ",")
    return not listed and _is_name(inside, behind)


def _is_cell(beside: Token | None) -> bool:
    return beside is not None and beside.is_sign(*ROWS)


def _is_name(inside: Sequence[Token], behind: Token | None) -> bool:
    """Whether one name stands there with its indices and powers, of which what follows adds no second of a kind."""
    if inside[0].kind not in ("name", "function"):
        return False
    scripts, depth = [], 0
    for place, token in enumerate(inside[1:], 1):
        if depth == 0 and token.is_sign("_", "^", "'"):
            scripts.append(token.text)
        elif depth == 0 and not token.is_sign("{") and not (inside[place - 1].is_sign("^")):
            return False
        depth += token.is_sign("{") - token.is_sign("}")
    if behind is None or not behind.is_sign("_", "^", "'"):
        return True
    return behind.text not in scripts and "^" not in scripts
