"""The typographer's tree: what stands where on paper, whatever it means.

The syntax tree is set into these shapes (setting.py), and so is the LaTeX of a stem (reader.py). From here on there
is one way to paint them in two dimensions (painting.py), on one line (flat.py), as LaTeX and as MathML.
All text in the shapes is Unicode; what a plain terminal prints instead is the painter's business.
"""

from __future__ import annotations

from msgspec import Struct


class Sign(Struct, frozen=True):
    """One letter, number, operator or word.

    `kind` settles the space around it: ord (a letter or number), word (an upright name: ReLU), op (log), big (∑),
    bin (+), rel (=), punct (,), mid (the bar of P(A|B)), text (prose, spaced as written), space.
    """

    text: str
    kind: str = "ord"


class Row(Struct, frozen=True):
    """Shapes beside each other."""

    parts: tuple[Shape, ...]


class Fraction(Struct, frozen=True):
    """One shape over another; without a `bar` inside a binomial."""

    over: Shape
    under: Shape
    bar: bool = True


class Root(Struct, frozen=True):
    body: Shape
    degree: Shape | None = None


class Script(Struct, frozen=True):
    """A subscript, a superscript (primes included), or both."""

    base: Shape
    sub: Shape | None = None
    sup: Shape | None = None


class Limits(Struct, frozen=True):
    """What stands right below and right above a sign: the bounds of a sum."""

    base: Shape
    under: Shape | None = None
    over: Shape | None = None


class Accent(Struct, frozen=True):
    """A mark over a shape: hat, tilde, bar, vec, dot or ddot."""

    base: Shape
    mark: str


class Fence(Struct, frozen=True):
    """A shape in brackets or bars that grow with it; either side may be empty."""

    left: str
    body: Shape
    right: str


class Brace(Struct, frozen=True):
    """A horizontal brace over or under a shape, with a label."""

    body: Shape
    label: Shape | None
    above: bool


class Grid(Struct, frozen=True):
    """Rows of cells: a matrix, cases, aligned lines. `align` has a letter a column (l, c, r), repeated as needed."""

    rows: tuple[tuple[Shape, ...], ...]
    align: str = "c"


Shape = Sign | Row | Fraction | Root | Script | Limits | Accent | Fence | Brace | Grid
EMPTY = Row(())


def row(*parts: Shape) -> Shape:
    """The parts beside each other, without needless nesting."""
    flat: list[Shape] = []
    for part in parts:
        if type(part) is Row:
            flat += part.parts
        else:
            flat.append(part)
    return flat[0] if len(flat) == 1 else Row(tuple(flat))


def parts_of(shape: Shape) -> tuple[Shape, ...]:
    """The parts of a row; a lone shape is its own only part."""
    return shape.parts if isinstance(shape, Row) else (shape,)
