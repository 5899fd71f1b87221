"""Declared names as they look on paper: y_hat is ŷ, lam is λ, C_prev may be spelled C_{t-1}, an entry P(i)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from interview_drill.formula.layout.letters import MARKS
from interview_drill.formula.layout.reader import read
from interview_drill.formula.layout.shapes import Accent, Fraction, Script, Shape, Sign, row
from interview_drill.formula.layout.signs import COMMANDS
from interview_drill.formula.layout.tex import tex
from interview_drill.formula.scope import OWN, Scope, Symbol

ALIASES = {"lam": "lambda", "lamda": "lambda", "eps": "epsilon", "inf": "infty"}
DERIVATIVE = re.compile(r"d([A-Za-z]+)_d([A-Za-z].*)")
ON_PAPER = re.compile(r"[\\({'|]")
WORD = re.compile(r"\\[A-Za-z]+|[A-Za-z]+|.", re.DOTALL)


@lru_cache(maxsize=1024)
def named(name: str) -> Shape:
    """A name by itself: a letter, with its mark, prime and subscripts, or an upright word."""
    name = name.rstrip(OWN)
    derivative = DERIVATIVE.fullmatch(name)
    if derivative:
        over, under = (row(Sign("∂"), named(part)) for part in derivative.groups())
        return Fraction(over, under)
    primes = len(name) - len(name.rstrip("'"))
    base, *rest = name.rstrip("'").split("_")
    shape = letter(base)
    while rest and rest[0] in MARKS:
        shape = Accent(shape, rest.pop(0))
    primes += rest.count("prime")
    below = [part for part in rest if part and part != "prime"]
    return _scripted(shape, below, primes)


def _scripted(shape: Shape, below: Sequence[str], primes: int) -> Shape:
    sub = row(*_listed(below)) if below else None
    sup = Sign("′" * primes) if primes else None
    return Script(shape, sub, sup) if sub or sup else shape


def _listed(below: Sequence[str]) -> list[Shape]:
    """Subscripts one after another, with commas; P_B_given_A has its bar."""
    found: list[Shape] = []
    for part in below:
        if part == "given":
            found.append(Sign("|", "mid"))
        else:
            comma = [Sign(",", "punct")] if found and found[-1] != Sign("|", "mid") else []
            found += [*comma, Sign(part) if part.isdigit() else letter(part)]
    return found


def letter(text: str) -> Shape:
    """One letter, a Greek letter by its name, or a word."""
    sign = COMMANDS.get(ALIASES.get(text, text))
    if sign is not None and sign.kind == "ord":
        return sign
    return Sign(text, "ord" if len(text) == 1 else "word")


def is_plain(name: str) -> bool:
    """Whether a name alone is what paper shows: one letter, Latin or Greek."""
    shape = letter(name)
    return isinstance(shape, Sign) and len(shape.text) == 1


def declared(name: str, scope: Scope | None) -> Shape:
    """A name as its question spells it, where the name itself is not what paper shows."""
    symbol = scope.symbols.get(name) if scope else None
    if symbol is None or symbol.parameters or is_plain(name) or not _on_paper(symbol):
        return named(name)
    return read(symbol.spellings[0])


def _on_paper(symbol: Symbol) -> bool:
    """Whether the first spelling is written in paper's own signs, and keeps the mark that the name has."""
    first = symbol.spellings[0] if symbol.spellings else ""
    marks = [mark for mark in symbol.name.split("_")[1:] if mark in MARKS]
    return bool(ON_PAPER.search(first)) and all(f"\\{mark}" in first for mark in marks)


def _is_hidden(symbol: Symbol, scope: Scope) -> bool:
    """Whether nobody knows the name, only a spelling."""
    return symbol.name in scope.options.get("internal", ()) and bool(symbol.spellings)


def called(name: str, indices: Sequence[Shape], scope: Scope | None) -> Shape | None:
    """An entry as its question spells it, P(i) or p_A(v_i), with these indices; None where subscripts will do."""
    symbol = scope.symbols.get(name) if scope else None
    if symbol is None or len(symbol.parameters) != len(indices) or not (_on_paper(symbol) or _is_hidden(symbol, scope)):
        return None
    first = symbol.spellings[0]
    if is_plain(name) and not re.match(rf"{name}(_\w)?\(", first):
        return None
    return _filled(first, dict(zip(symbol.parameters, indices, strict=True)))


def _filled(spelling: str, holes: dict[str, Shape]) -> Shape | None:
    """The spelling with its parameters replaced; None where one of them does not occur in it."""
    words = WORD.findall(spelling)
    if not set(holes) <= set(words):
        return None
    return read("".join(f"{{{tex(holes[word])}}}" if word in holes else word for word in words))
