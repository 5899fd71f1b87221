"""How one sign, and one small or marked letter, is printed in a style."""

from __future__ import annotations

import unicodedata

from interview_drill.formula.layout.letters import lowered, marked, raised
from interview_drill.formula.layout.shapes import Accent, Limits, Script, Shape, Sign, parts_of
from interview_drill.formula.layout.signs import ASCII
from interview_drill.formula.layout.style import Style

SHORT = {"⌊": "|_", "⌋": "_|", "⌈": "|^", "⌉": "^|", "‖": "||", "⟨": "<", "⟩": ">"}


def short(sign: str, style: Style) -> str:
    """A bracket of one line."""
    return sign if style.unicode else SHORT.get(sign, sign)


def spelled(sign: Sign, style: Style) -> str:
    """The text of a sign: itself, or its ASCII spelling on a plain terminal."""
    if style.unicode or sign.text.isascii():
        return sign.text
    return ASCII.get(sign.text) or "".join(ASCII.get(letter) or _bare(letter) for letter in sign.text)


def _bare(letter: str) -> str:
    """A letter of another alphabet (𝔼, ℒ, 𝟙) as the plain one it is made from; itself where there is none."""
    return unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or letter


def accented(accent: Accent, style: Style) -> str | None:
    """The text of a marked letter: ŷ, or y_hat on a plain terminal; None where the base is no single letter."""
    if not isinstance(accent.base, Sign):
        return None
    if not style.unicode:
        return f"{spelled(accent.base, style)}_{accent.mark}"
    return marked(accent.base.text, accent.mark) if len(accent.base.text) == 1 else None


def is_word(shape: Shape, style: Style) -> bool:
    """Whether a letter is printed as several (`lambda`), so that it needs a space beside the next."""
    if isinstance(shape, Sign):
        text = spelled(shape, style)
        return len(text) > 1 and text[0].isalpha()
    if isinstance(shape, (Script, Limits)):
        return is_word(shape.base, style)
    return isinstance(shape, Accent) and not style.unicode


def small_sup(shape: Shape | None, style: Style) -> str | None:
    """A superscript in small letters, None where that cannot be."""
    text = _plain(shape)
    if text and set(text) <= {"′", "∗"}:
        return text if style.unicode else text.replace("′", "'").replace("∗", "*")
    return raised(text) if text and style.unicode else None


def small_sub(shape: Shape | None, style: Style) -> str | None:
    """A subscript in small letters, None where that cannot be."""
    text = _plain(shape)
    return lowered(text) if text and style.unicode else None


def _plain(shape: Shape | None) -> str | None:
    """The text of a row that holds nothing but signs."""
    if shape is None or not all(isinstance(part, Sign) for part in parts_of(shape)):
        return None
    return "".join(part.text for part in parts_of(shape) if isinstance(part, Sign))
