"""Lines -> claims: sides of equations as trees, and names that a derivation defines on its way."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations import read, read_as
from interview_drill.formula.notations.detect import PYTHON, paper
from interview_drill.formula.notations.indices import shape, sizes_of
from interview_drill.formula.notations.reading import Chain, Reading
from interview_drill.formula.notations.vocabulary import tokenised, vocabulary
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.steps.lines import MOST_LINES, Line, Piece, lines

UNDECLARED = ("name-undeclared", "name-undeclared-near")
NEW_NAME = re.compile(r"\s*(?P<left>[^=<>+*/]{1,40}?)\s*(?::=|=|≔|\\coloneqq)(?!=)")
DERIVATIVE = re.compile(r"\s*(?:d|∂|del)\w+_(?:d|∂|del)\w+")
"""`dJ_dz` is no new name: it would be a derivative that nobody checks."""


class Side(Struct, frozen=True):
    """One side of an equation; `indices` are its undeclared index letters with their sizes, `arrays` NumPy's rules."""

    tree: ast.Node
    at: int
    end: int
    indices: Mapping[str, str]
    arrays: bool = False


class Claim(Struct, frozen=True):
    """The equation of one piece of a line: `readings` are its sides, in each way to read them.

    `continues` says that the sides join the chain before it; `defined` is the name that it introduces, if any. `scope`
    is what may be used in it.
    """

    line: Line
    piece: Piece
    readings: tuple[tuple[Side, ...], ...]
    scope: Scope
    continues: bool
    defined: str | None = None


def claims(text: str, scope: Scope, notation: str | None = None, after: Line | None = None) -> tuple[Claim, ...]:
    """Every equation of a derivation, or of what follows the line `after`.

    Raises AnswerError with the fact `line` where one cannot be read.
    """
    found: list[Claim] = []
    for line in _few(lines(text, after), text):
        for piece in line.pieces:
            try:
                found.append(_claim(line, piece, scope, notation, bool(found or after)))
            except AnswerError as error:
                raise placed(error, line, piece) from None
            scope = found[-1].scope
    if not found:
        raise AnswerError("answer-empty", 0, len(text))
    return tuple(found)


def _few(found: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    beyond = next((line for line in found if line.number > MOST_LINES), None)
    if beyond is not None:
        raise AnswerError("too-many-lines", beyond.at, len(text), limit=MOST_LINES)
    return found


def placed(error: AnswerError, line: Line, piece: Piece) -> AnswerError:
    """The error with its place in the whole text, and its line."""
    at = piece.at if error.at is None else piece.at + error.at
    end = piece.at + len(piece.text) if error.end is None else piece.at + error.end
    facts = {name: value for name, value in error.facts.items() if name != "line"}
    return AnswerError(error.message, at, end, **facts, line=line.number)


def _claim(line: Line, piece: Piece, scope: Scope, notation: str | None, follows: bool) -> Claim:
    if piece.continues and not follows:
        raise AnswerError("step-continues-nothing")
    try:
        readings = _readings(piece, scope, notation)
    except AnswerError as error:
        made = None if piece.continues else _definition(line, piece, scope, notation, error)
        if made is None:
            raise
        return made
    if not piece.continues and len(readings[0]) < 2:
        raise AnswerError("step-claims-nothing")
    return Claim(line, piece, readings, scope, piece.continues)


def _readings(piece: Piece, scope: Scope, notation: str | None) -> tuple[tuple[Side, ...], ...]:
    """All ways to read a piece. In Python its sides are read one by one: there `a = b` would be an assignment."""
    if not PYTHON.search(piece.text):
        reading = read_as(notation if notation not in (None, "python") else paper(piece.text), piece.text, scope)
        return tuple(_sides(chain, piece, reading) for chain in reading.chains)
    found, at = [], 0
    for text in re.split(r"(?<![=!<>:])=(?!=)", piece.text):
        reading = read(text.strip(), scope, notation)
        inner = piece.at + at + len(text) - len(text.lstrip())
        found.append(_sides(reading.chains[0], replace(piece, at=inner), reading)[0])
        at += len(text) + 1
    return (tuple(found),)


def _sides(chain: Chain, piece: Piece, reading: Reading) -> tuple[Side, ...]:
    arrays = reading.notation == "python"
    return tuple(
        Side(part.tree, piece.at + part.at, piece.at + part.end, chain.indices, arrays) for part in chain.parts
    )


def _definition(line: Line, piece: Piece, scope: Scope, notation: str | None, error: AnswerError) -> Claim | None:
    """`u = 1 + e^{-x}` introduces u where nothing of that name is declared; None where this is no definition."""
    found = NEW_NAME.match(piece.text)
    if found is None or error.message not in UNDECLARED or (error.at or 0) >= found.end("left"):
        return None
    name, letter = _new_name(found["left"], scope)
    if name is None or name in scope.symbols or name.rstrip("'") in scope.symbols:
        return None
    rest = piece.text[found.end() :]
    tail = replace(piece, text=rest.lstrip(), at=piece.at + len(piece.text) - len(rest.lstrip()))
    sides = _readings(tail, scope, notation)[0]
    symbol, left = _symbol(name, letter, sides[0], scope)
    inside = replace(scope, symbols={**scope.symbols, name: symbol})
    head = Side(left, piece.at, piece.at + found.end("left"), sides[0].indices)
    return Claim(line, piece, ((head, *sides),), inside, False, name)


def _new_name(left: str, scope: Scope) -> tuple[str | None, str | None]:
    """The name on the left, and the index letter that it takes: `u`, `s_k`; (None, None) for anything else."""
    known = vocabulary(scope)
    tokens = [token for token in tokenised(left, known.lexicon) if token.kind != "end"]
    if not tokens or tokens[0].kind != "name" or DERIVATIVE.match(left):
        return None, None
    if len(tokens) == 1:
        return tokens[0].text, None
    typed = [token.text if token.kind == "sign" else token.kind for token in tokens[1:]]
    if typed == ["_", "{", "name", "}"]:
        return tokens[0].text, tokens[3].text
    if len({token.run for token in tokens}) == 1 and tokens[0].run is not None:
        return left.strip(), None
    return None, None


def _whole(name: str, tree: ast.Node, scope: Scope) -> Symbol:
    """A new name for a whole vector (`p = softmax(z)`, `a = z`) has entries too."""
    vector = tree.arguments[0] if isinstance(tree, ast.Apply) and tree.function == "softmax" else tree
    declared = scope.symbols.get(vector.name) if isinstance(vector, ast.Name) else None
    sizes = shape(declared, scope) if declared is not None else ()
    if not sizes:
        return Symbol(name, "value", value=tree)
    letters = tuple(f"{name}#{place}" for place in range(len(sizes)))
    return Symbol(name, "value", sizes, parameters=letters, value=ast.Entry(tree, tuple(map(ast.Name, letters))))


def _symbol(name: str, letter: str | None, side: Side, scope: Scope) -> tuple[Symbol, ast.Node]:
    """The new abbreviation and the tree that names it."""
    if letter is None:
        return _whole(name, side.tree, scope), ast.Name(name)
    declared = scope.symbols.get(letter)
    size = declared.shape[0] if declared and declared.shape else next(sizes_of(letter, side.tree, scope), None)
    if size is None:
        raise AnswerError("index-unbound", name=letter)
    symbol = Symbol(name, "value", shape=(size,), parameters=(letter,), value=side.tree)
    return symbol, ast.Entry(ast.Name(name), (ast.Name(letter),))
