"""The LaTeX of stems and notes -> shapes: shows anything, understands nothing, never fails.

Answers are read by the notations, which refuse what they do not understand. Prose may contain all of LaTeX: here an
unknown command is shown by its name, and a missing or stray brace is let pass.
"""

from __future__ import annotations

import re
from functools import lru_cache

from interview_drill.formula.layout.letters import BLACKBOARD, MARKS, SCRIPT
from interview_drill.formula.layout.pairing import pair
from interview_drill.formula.layout.shapes import (
    EMPTY,
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
    row,
)
from interview_drill.formula.layout.signs import BRACKETS, COMMANDS, LIMIT_FUNCTIONS, sign

TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
SPACES = {",": 1, ":": 1, ";": 1, " ": 1, "quad": 2, "qquad": 4, "thinspace": 1, "enspace": 1}
UPRIGHT = {"mathrm", "mathbf", "boldsymbol", "bm", "mathit", "mathsf", "mathtt", "mathnormal", "bf", "rm"}
PROSE = {"text", "textbf", "textit", "textrm", "mbox", "hbox"}
ACCENTS = {"widehat": "hat", "widetilde": "tilde", "overline": "bar"} | {mark: mark for mark in MARKS}
INTEGRALS = "∫∬∮"
ENVIRONMENTS = {  # name -> left bracket, alignment, right bracket
    "cases": ("{", "l", ""), "matrix": ("", "c", ""), "smallmatrix": ("", "c", ""), "pmatrix": ("(", "c", ")"),
    "bmatrix": ("[", "c", "]"), "vmatrix": ("|", "c", "|"), "Vmatrix": ("‖", "c", "‖"), "Bmatrix": ("{", "c", "}"),
}  # fmt: skip
COLUMNS = ("array", "tabular")  # their first argument says how columns are aligned
IGNORED = {"displaystyle", "textstyle", "limits", "nolimits", "!", "nonumber", "left.", "right.", "middle", "label"}
ENDS = ("}", "&", "\\\\", "\\end", "\\right")


@lru_cache(maxsize=1024)
def read(latex: str) -> Shape:
    """The shape of any LaTeX at all."""
    reader = Reader(latex)
    rows = [reader.cells()]
    while not reader.done():
        if reader.take() == "\\\\":
            rows.append(reader.cells())
        else:  # a brace, \right or \end that closes nothing
            rows[-1][-1] = row(rows[-1][-1], *reader.cells())
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    return Grid(tuple(map(tuple, rows)), "rl")


class Reader:
    """One pass over the tokens; every method takes what it can and leaves the rest."""

    def __init__(self, latex: str) -> None:
        self.tokens = TOKEN.findall(latex)
        self.place = 0

    def done(self) -> bool:
        return self.place >= len(self.tokens)

    def peek(self) -> str:
        return "" if self.done() else self.tokens[self.place]

    def take(self) -> str:
        token = self.peek()
        self.place += 1
        return token

    def skip_space(self) -> None:
        while self.peek().isspace():
            self.place += 1

    def cells(self) -> list[Shape]:
        """cells := row ('&' row)*"""
        found = [self.row()]
        while self.peek() == "&":
            self.take()
            found.append(self.row())
        return found

    def row(self, *ends: str) -> Shape:
        """row := (atom scripts)*, up to a token that ends it"""
        parts: list[Shape] = []
        self.skip_space()
        while not self.done() and self.peek() not in ENDS + ends:
            if self.peek() in ("^", "_", "'"):
                parts.append(self.scripts(parts.pop() if parts else EMPTY))
            else:
                parts.append(self.atom())
            self.skip_space()
        return row(*pair([part for part in parts if part != EMPTY]))

    def scripts(self, base: Shape) -> Shape:
        """scripts := (('^' | '_') argument | "'")*"""
        sub, sup = EMPTY, EMPTY
        while self.peek() in ("^", "_", "'"):
            mark = self.take()
            if mark == "_":
                sub = row(sub, self.argument())
            else:
                sup = row(sup, Sign("′") if mark == "'" else self.argument())
            self.skip_space()
        return scripted(base, sub if sub != EMPTY else None, sup if sup != EMPTY else None)

    def argument(self) -> Shape:
        """argument := '{' row '}' | one digit | atom"""
        self.skip_space()
        if self.peek()[:1].isdigit():
            digits = self.take()
            if len(digits) > 1:
                self.place -= 1
                self.tokens[self.place] = digits[1:]
            return Sign(digits[0])
        return EMPTY if self.done() or self.peek() in ENDS else self.atom()

    def group(self) -> Shape:
        """The rest of '{' row '}' after its first brace."""
        parts = [self.row()]
        while self.peek() == "&" or self.peek() == "\\\\":
            self.take()
            parts += [Sign(" ", "space"), self.row()]
        if self.peek() == "}":
            self.take()
        return row(*parts)

    def raw(self) -> str:
        """'{' anything '}' as written, braces inside kept in pairs."""
        self.skip_space()
        if self.peek() != "{":
            return self.take()
        start, depth = self.place + 1, 0
        while not self.done():
            depth += {"{": 1, "}": -1}.get(self.take(), 0)
            if depth == 0:
                break
        return "".join(self.tokens[start : self.place - (depth == 0)])

    def option(self) -> Shape | None:
        """'[' row ']', or nothing"""
        self.skip_space()
        if self.peek() != "[":
            return None
        self.take()
        inner = self.row("]")
        if self.peek() == "]":
            self.take()
        return inner

    def atom(self) -> Shape:
        """atom := command | '{' row '}' | character"""
        token = self.take()
        if token == "{":
            return self.group()
        if token.startswith("\\") and len(token) > 1:
            return self.command(token[1:].rstrip("*"))
        return Sign(" ", "space") if token == "~" else sign(token)

    def command(self, name: str) -> Shape:
        """What a command shows; an unknown one shows its name."""
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            return Fraction(self.argument(), self.argument())
        if name in READERS:
            return READERS[name](self)
        if name in ACCENTS:
            return accent(self.argument(), ACCENTS[name])
        if name in PROSE:
            return Sign(self.raw().replace("$", ""), "text")
        if name in UPRIGHT:
            return upright(self.raw())
        if name in SPACES:
            return Sign(" " * SPACES[name], "space")
        if name in IGNORED or name.lower() in ("big", "bigg", "bigl", "bigr", "biggl", "biggr", "bigm"):
            return EMPTY
        return COMMANDS.get(name) or sign(BRACKETS.get(name, name)) if name else EMPTY


def scripted(base: Shape, sub: Shape | None, sup: Shape | None) -> Shape:
    """A base with its scripts: bounds stand over and under a sum, a hat over y_i moves to the y."""
    if isinstance(base, Sign) and ((base.kind == "big" and base.text not in INTEGRALS) or base.text in LIMIT_FUNCTIONS):
        return Limits(base, sub, sup)
    if isinstance(base, Brace):
        return Brace(base.body, sup if base.above else sub, base.above)
    return Script(base, sub, sup)


def accent(base: Shape, mark: str) -> Shape:
    """A mark over a shape; over a letter with an index it stands over the letter."""
    if isinstance(base, Script):
        return Script(accent(base.base, mark), base.sub, base.sup)
    return Accent(base, mark)


def upright(text: str) -> Shape:
    """\\mathrm{ReLU} is a word, \\mathbf{x} a letter, and \\mathbf{\\hat x} whatever it holds."""
    letters = text.strip()
    if letters.isalpha() and letters.isascii():
        return Sign(letters, "word" if len(letters) > 1 else "ord")
    return Reader(text).group()


def _alphabet(letters: dict[str, str]) -> object:
    return lambda reader: row(*(Sign(letters.get(letter, letter)) for letter in reader.raw()))


def _operator(reader: Reader) -> Shape:
    name = reader.raw().replace("\\,", "").replace(" ", "")
    return Sign(name, "op")


def _root(reader: Reader) -> Shape:
    degree = reader.option()
    return Root(reader.argument(), degree)


def _left(reader: Reader) -> Shape:
    left = _bracket(reader)
    body = reader.cells()
    if reader.peek() != "\\right":
        return row(sign(left), *body) if left else row(*body)
    reader.take()
    return Fence(left, row(*body), _bracket(reader))


def _bracket(reader: Reader) -> str:
    reader.skip_space()
    token = reader.take()
    name = token[1:] if token.startswith("\\") else token
    return "" if name == "." else BRACKETS.get(name, name) if token != "|" else "|"


def _environment(reader: Reader) -> Shape:
    name = reader.raw().rstrip("*")
    align = "".join(letter for letter in reader.raw() if letter in "lcr") if name in COLUMNS else "rl"
    left, align, right = ENVIRONMENTS.get(name, ("", align or "c", ""))
    rows = [reader.cells()]
    while reader.peek() == "\\\\":
        reader.take()
        rows.append(reader.cells())
    if reader.peek() == "\\end":
        reader.take()
        reader.raw()
    grid = Grid(tuple(tuple(line) for line in rows if line != [EMPTY]) or ((EMPTY,),), align)
    return Fence(left, grid, right) if left or right else grid


def _over(reader: Reader) -> Shape:
    mark = reader.argument()
    return Limits(reader.argument(), over=mark)


def _under(reader: Reader) -> Shape:
    mark = reader.argument()
    return Limits(reader.argument(), under=mark)


def _not(reader: Reader) -> Shape:
    inner = reader.argument()
    crossed = {"=": "≠", "∈": "∉"}
    return Sign(crossed.get(inner.text, inner.text + "\u0338"), "rel") if isinstance(inner, Sign) else inner


READERS = {
    "sqrt": _root,
    "binom": lambda reader: Fence("(", Fraction(reader.argument(), reader.argument(), bar=False), ")"),
    "left": _left,
    "begin": _environment,
    "operatorname": _operator,
    "mathbb": _alphabet(BLACKBOARD),
    "mathcal": _alphabet(SCRIPT),
    "mathscr": _alphabet(SCRIPT),
    "overset": _over,
    "stackrel": _over,
    "underset": _under,
    "substack": lambda reader: Grid(tuple((Reader(line).row(),) for line in reader.raw().split("\\\\"))),
    "underbrace": lambda reader: Brace(reader.argument(), None, above=False),
    "overbrace": lambda reader: Brace(reader.argument(), None, above=True),
    "xrightarrow": lambda reader: Limits(Sign("→", "rel"), over=reader.argument()),
    "not": _not,
    "bmod": lambda reader: Sign("mod", "op"),
    "pmod": lambda reader: Fence("(", row(Sign("mod", "op"), reader.argument()), ")"),
    "boxed": lambda reader: reader.argument(),
    "phantom": lambda reader: reader.argument() and EMPTY,
    "color": lambda reader: Row(()) if reader.raw() else EMPTY,
    "textcolor": lambda reader: reader.raw() and reader.argument(),
    "tag": lambda reader: Sign(f"  ({reader.raw()})", "text"),
}
