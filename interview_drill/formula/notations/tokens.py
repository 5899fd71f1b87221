"""Normalised tokens: what is left of a typed formula once the ways of writing one sign are one."""

from __future__ import annotations

from msgspec import Struct


class Token(Struct, frozen=True):
    """One sign, with its place in the text as typed (`end` exclusive).

    `kind` is one of
      number       text is the decimal
      name         text is a canonical name: `x`, `sigma`, `y_hat`, `y'`
      function     text is a name of the function table: `exp`, `max`
      big          a sum or product sign: `sum`, `prod`
      word         `if`, `then`, `else`, `otherwise`, `for`, `and`, `or`, `not`, `in`
      sign         everything else; subscripts are always `_`, `{`, ..., `}`
      end          behind the last token
    `spaced` tells whether white space stands before it, `run` the place of the letters it was typed together with,
    `side` is "(" or ")" where a bar was typed as an opening or a closing one, "=" at the closed end of a half-open
    interval.
    """

    kind: str
    text: str
    at: int
    end: int
    spaced: bool = False
    run: tuple[int, int] | None = None
    side: str = ""

    def is_sign(self, *texts: str) -> bool:
        return self.kind == "sign" and self.text in texts

    def is_word(self, *texts: str) -> bool:
        return self.kind == "word" and self.text in texts

    @property
    def nesting(self) -> int:
        """1 at an opening bracket, -1 at a closing one, 0 at anything else."""
        return NESTING.get(self.text, 0) if self.kind == "sign" else 0

    def same(self, other: Token) -> bool:
        """Whether both are the same sign, wherever they stand."""
        return self.kind == other.kind and self.text == other.text


OPENING = {
    "(": ")", "[": "]", "{": "}", "\\{": "\\}", "⌊": "⌋", "⌈": "⌉", "⟨": "⟩", "cases": "/cases", "matrix": "/matrix"
}  # fmt: skip
CLOSING = {closing: opening for opening, closing in OPENING.items()}
NESTING = {**dict.fromkeys(OPENING, 1), **dict.fromkeys(CLOSING, -1)}
