"""A grid of dots that becomes lines of characters: braille has 2 x 4 dots a character, plain text one."""

from __future__ import annotations

from msgspec import Struct

BRAILLE = 0x2800
RAISED = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a braille character, by row and column (Unicode, chapter 21.1)."""
PLAIN = "*.o+"
"""The letters that stand for the curves where there is no braille."""


class Canvas(Struct):
    """`columns` x `rows` characters. Dots count from the upper left; those outside are not drawn."""

    columns: int
    rows: int
    braille: bool
    _dots: dict[tuple[int, int], int] = {}
    _signs: dict[tuple[int, int], str] = {}

    @property
    def width(self) -> int:
        """Dots in a row."""
        return self.columns * (2 if self.braille else 1)

    @property
    def height(self) -> int:
        """Dots in a column."""
        return self.rows * (4 if self.braille else 1)

    def dot(self, x: int, y: int, curve: int) -> None:
        """One dot of a curve, by number; in plain text the curve drawn first keeps its place."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._dots.setdefault((x, y), curve)

    def sign(self, x: int, y: int, sign: str) -> None:
        """One character in place of what is drawn at a dot; the first one set there stays."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._signs.setdefault((x * self.columns // self.width, y * self.rows // self.height), sign)

    def lines(self) -> list[str]:
        """The characters, row by row, each row of full length."""
        cells = self._braille() if self.braille else self._plain()
        return [
            "".join(self._signs.get((x, y)) or cells.get((x, y), " ") for x in range(self.columns))
            for y in range(self.rows)
        ]

    def _braille(self) -> dict[tuple[int, int], str]:
        bits: dict[tuple[int, int], int] = {}
        for x, y in self._dots:
            cell = (x // 2, y // 4)
            bits[cell] = bits.get(cell, 0) | RAISED[y % 4][x % 2]
        return {cell: chr(BRAILLE + bit) for cell, bit in bits.items()}

    def _plain(self) -> dict[tuple[int, int], str]:
        return {cell: PLAIN[curve % len(PLAIN)] for cell, curve in self._dots.items()}
