"""Lines -> claims: sides of equations as trees, and names that a derivation defines on its way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations import read, read_as, shadowing
from interview_drill.formula.notations.defining import NEW_NAME, new_name, symbol_of
from interview_drill.formula.notations.detect import PYTHON, paper
from interview_drill.formula.notations.reading import Chain, Reading
from interview_drill.formula.scope import OWN, Scope, Symbol
from interview_drill.formula.steps.brackets import unequal
from interview_drill.formula.steps.forms import index_letters
from interview_drill.formula.steps.lines import MOST_LINES, Line, Piece, lines
from interview_drill.formula.trees import free_names

LETTERS = re.compile(r"(?P<left>[a-z])\s*=\s*(?P<right>[a-z])")
UNSIGNED = ("sign-out-of-place", "sign-unknown", "command-unknown", "operand-missing")
UNDECLARED = ("name-undeclared", "name-undeclared-near")


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
        if line.unread:
            raise AnswerError(*line.unread, line=line.number)
        for piece in conditioned(line.pieces, scope):
            follows = bool(after) or not all(one.piece.aside for one in found)
            try:
                found.append(_claim(line, piece, scope, notation, follows))
            except AnswerError as error:
                raise placed(error, line, piece) from None
            scope = found[-1].scope
    if not found:
        raise AnswerError("answer-empty", 0, len(text))
    return tuple(found)


def conditioned(pieces: Sequence[Piece], scope: Scope) -> tuple[Piece, ...]:
    """`k = i` between index letters says for which letters the equation before it is meant, or the next one."""
    found: list[Piece] = []
    waiting = None
    for piece in pieces:
        letters = _index_letters(piece, scope) if len(pieces) > 1 else None
        before = found[-1] if found and not found[-1].condition else None
        if letters is None:
            found.append(replace(piece, condition=waiting) if waiting else piece)
            waiting = None
        elif before is not None and before.aside == piece.aside:
            found[-1] = replace(before, condition=letters)
        else:
            waiting = letters
    return tuple(found) if waiting is None else tuple(pieces)


def _index_letters(piece: Piece, scope: Scope) -> tuple[str, bool, str] | None:
    found = LETTERS.fullmatch(piece.text)
    if found is None or piece.continues or piece.condition or not _are_letters(found.groups(), scope):
        return None
    return found["left"], True, found["right"]


def _are_letters(names: Sequence[str], scope: Scope) -> bool:
    """Whether they name indices: declared ones, or letters that stand for nothing else."""
    return all(scope.symbols[name].type == "index" for name in names if name in scope.symbols)


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
    made = _taken_over(line, piece, scope, notation)
    if made is not None:
        return made
    try:
        readings = _readings(piece, scope, notation)
    except AnswerError as error:
        made = None if piece.continues else _definition(line, piece, scope, notation, error)
        if made is None:
            raise _without_equality(piece, error) from None
        return made
    if not piece.continues and len(readings[0]) < 2:
        raise AnswerError("step-claims-nothing")
    piece = _without_idle_condition(piece, readings[0], scope)
    return Claim(line, piece, readings, scope, piece.continues)


def _without_equality(piece: Piece, error: AnswerError) -> AnswerError:
    """What cannot be read because it compares otherwise: a step is an equation."""
    place = unequal(piece.text)
    stands = place is not None and error.message in UNSIGNED and (error.at is None or place[0] <= error.at <= place[1])
    return AnswerError("step-not-equal", *place, sign=piece.text[slice(*place)]) if stands else error


def _without_idle_condition(piece: Piece, sides: Sequence[Side], scope: Scope) -> Piece:
    """`k = i` where k stands no more is how one came to an equation, which is judged for every i."""
    letters = set(piece.condition[::2]) if piece.condition else set()
    if len(letters) < 2 or not _are_letters(piece.condition[::2], scope):
        return piece
    extra = {name: size for side in sides for name, size in side.indices.items()}
    used = index_letters([side.tree for side in sides], scope, extra)
    return replace(piece, condition=None) if len(letters & set(used)) == 1 else piece


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
    name, letter = new_name(found["left"], scope)
    if name is None or name in scope.symbols or name.rstrip("'") in scope.symbols:
        return None
    return _making(line, piece, found, (name, letter), lambda own: _with(scope, own), scope, notation)


def _taken_over(line: Line, piece: Piece, scope: Scope, notation: str | None) -> Claim | None:
    """The same for a name that only the question's file uses; None where this is no definition of one."""
    found = None if piece.continues or not scope.options.get("yielding") else NEW_NAME.match(piece.text)
    try:
        typed, letter = new_name(found["left"], scope) if found else (None, None)
    except AnswerError:
        return None
    if typed is None or not shadowing.gives_way(typed, scope):
        return None
    names = (typed + OWN, letter)
    made = _making(line, piece, found, names, lambda own: shadowing.given_way(scope, own, typed), scope, notation)
    return None if _is_a_number(made) and _is_size(typed, scope) else made


def _is_a_number(made: Claim) -> bool:
    """Whether a name is set to a number: `n = 2` says how long the question's vectors are, and is no abbreviation."""
    return not any(free_names(made.readings[0][1].tree))


def _is_size(name: str, scope: Scope) -> bool:
    return name in scope.symbols and scope.symbols[name].type == "size"


def _making(
    line: Line,
    piece: Piece,
    found: re.Match,
    names: tuple[str, str | None],
    entering: Callable[[Symbol], Scope],
    scope: Scope,
    notation: str | None,
) -> Claim:
    """The claim that makes a new name; `names` are it and its index letter, `entering` makes the scope with it."""
    rest = piece.text[found.end() :]
    tail = replace(piece, text=rest.lstrip(), at=piece.at + len(piece.text) - len(rest.lstrip()))
    sides = _readings(tail, scope, notation)[0]
    symbol, left = symbol_of(*names, sides[0].tree, scope)
    head = Side(left, piece.at, piece.at + found.end("left"), sides[0].indices)
    return Claim(line, piece, ((head, *sides),), entering(symbol), False, symbol.name)


def _with(scope: Scope, own: Symbol) -> Scope:
    return replace(scope, symbols={**scope.symbols, own.name: own})
