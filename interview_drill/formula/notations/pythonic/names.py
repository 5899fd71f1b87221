"""Identifiers -> declared names: canonical spellings, Greek letters, accents, and what Python allows of the rest."""

from __future__ import annotations

import ast as syntax
import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations import characters
from interview_drill.formula.notations.lexicon import canonical
from interview_drill.formula.notations.pythonic.source import LAMBDA
from interview_drill.formula.notations.pythonic.values import number, shifted
from interview_drill.formula.scope import Scope, Symbol

CONSTANTS = {"e": "e", "E": "e", "pi": "pi", "π": "pi", "inf": "inf", "oo": "inf", "infty": "inf"}
LAMBDAS = frozenset({LAMBDA.rstrip("_"), "lmbda", "lmda"})
COMMAND = re.compile(r"\\([A-Za-z]+)")


class Names(Struct, frozen=True):
    """The names of a scope; `letters` are undeclared letters that stand as an index, with where their arrays start."""

    scope: Scope
    identifiers: dict[str, str]
    letters: dict[str, int]

    @property
    def taken(self) -> set[str]:
        return set(self.scope.symbols) | set(self.letters) | set(CONSTANTS.values())

    def symbol(self, identifier: str) -> Symbol | None:
        """The declared symbol that an identifier spells."""
        name = self.identifiers.get(plain(identifier))
        return self.scope.symbols[name] if name is not None else None

    def tree(self, identifier: str) -> Node | None:
        """The tree of an identifier; a free index counts from 0 in Python. None where it is not known."""
        symbol = self.symbol(identifier)
        if symbol is not None:
            return self._declared(symbol)
        if identifier in self.letters:
            return shifted(ast.Name(identifier), -self.letters[identifier])
        if identifier in CONSTANTS:
            return ast.Name(CONSTANTS[identifier])
        return self._subscripted(identifier) or (ast.Name(identifier) if self.scope.options.get("free") else None)

    def declares(self, identifier: str) -> bool:
        """Whether an identifier means something by the question or as an index: constants do not count."""
        known = self.symbol(identifier) or self.letters.get(identifier) or self._subscripted(identifier)
        return known is not None or bool(self.scope.options.get("free"))

    def _declared(self, symbol: Symbol) -> Node:
        name = ast.Name(symbol.name)
        return shifted(name, -symbol.start) if symbol.type == "index" else name

    def _subscripted(self, identifier: str) -> Node | None:
        """`x_i` where x is a declared array and i a declared index: its entry, as on paper."""
        base, _, index = identifier.rpartition("_")
        array, free = self.symbol(base), self.symbol(index)
        if array is None or free is None or free.type != "index" or not is_indexed(array):
            return None
        return ast.Entry(ast.Name(array.name), (ast.Name(free.name),))


def is_indexed(symbol: Symbol) -> bool:
    """Whether a symbol has entries."""
    return symbol.type == "array" or (symbol.type == "value" and bool(symbol.shape or symbol.parameters))


def names(scope: Scope, body: Iterable[syntax.AST]) -> Names:
    """The names of a scope, and the undeclared letters that `body` uses as an index."""
    identifiers: dict[str, str] = {}
    shown = [symbol for name, symbol in scope.symbols.items() if name not in scope.options.get("hidden", ())]
    for symbol in shown:
        for spelling in _identifiers(symbol):
            identifiers.setdefault(spelling, symbol.name)
    identifiers |= {plain(symbol.name): symbol.name for symbol in shown}
    return Names(scope, identifiers, dict(_letters(scope, identifiers, body)))


def _identifiers(symbol: Symbol) -> Iterable[str]:
    yield plain(symbol.name)
    for spelling in symbol.spellings:
        bare = COMMAND.sub(r"\1", spelling) if COMMAND.fullmatch(spelling) else spelling
        if bare.isidentifier():
            yield plain(bare)


@lru_cache(maxsize=4096)
def plain(identifier: str) -> str:
    """One form for all spellings of a name: `yhat`, `ŷ` and `y_hat`; `lam`, `λ` and `lambda`; `eps` and `ε`."""
    parts = [_letter(part) for part in (identifier.rstrip("_") or identifier).split("_")]
    glued = re.fullmatch(r"([A-Za-z])(hat|tilde|bar)", parts[0])
    return "_".join([*(glued.groups() if glued else (parts[0],)), *parts[1:]])


def _letter(part: str) -> str:
    if len(part) == 1:
        base, accent = characters.unaccented(part)
        return f"{characters.GREEK.get(base, base)}_{accent}" if accent else characters.GREEK.get(part, part)
    return "lambda" if part in LAMBDAS else canonical(part)


def _letters(scope: Scope, identifiers: dict[str, str], body: Iterable[syntax.AST]) -> Iterable[tuple[str, int]]:
    statements = list(body)
    assigned = frozenset(name for statement in statements for name in _assigned(statement))
    for node, bound in _with_bound(statements, assigned):
        if isinstance(node, syntax.Subscript):
            for name in set(_index_names(node.slice)) - bound:
                if plain(name) not in identifiers and name.isascii() and len(name) <= 2:
                    yield name, start_of(node.value, scope, identifiers)


def _assigned(statement: syntax.AST) -> Iterable[str]:
    """The names that a statement binds for those behind it, and the parameters of its functions."""
    for part in syntax.walk(statement):
        if isinstance(part, syntax.Assign):
            yield from (name for target in part.targets for name in _stored(target))
        elif isinstance(part, syntax.AnnAssign | syntax.AugAssign | syntax.For):
            yield from _stored(part.target)
        elif isinstance(part, syntax.FunctionDef):
            yield from (argument.arg for argument in part.args.args)


def _stored(target: syntax.AST) -> Iterable[str]:
    names = (part for part in syntax.walk(target) if isinstance(part, syntax.Name))
    return (name.id for name in names if isinstance(name.ctx, syntax.Store))


def _with_bound(
    nodes: Iterable[syntax.AST], bound: frozenset[str]
) -> Iterable[tuple[syntax.AST, frozenset[str]]]:
    """Every node with the names that are bound around it."""
    for node in nodes:
        inside = bound
        if isinstance(node, syntax.GeneratorExp | syntax.ListComp):
            inside |= {name for clause in node.generators for name in _stored(clause.target)}
        elif isinstance(node, syntax.Lambda):
            inside |= {argument.arg for argument in node.args.args}
        elif isinstance(node, syntax.Call):
            inside |= {part.elts[0].id for part in node.args[1:] if _is_bounds(part)}
        yield node, inside
        yield from _with_bound(syntax.iter_child_nodes(node), inside)


def _is_bounds(node: syntax.AST) -> bool:
    """(i, 1, n), as SymPy's sums bind their index."""
    return isinstance(node, syntax.Tuple) and len(node.elts) == 3 and isinstance(node.elts[0], syntax.Name)


def _index_names(node: syntax.AST) -> Iterable[str]:
    """The names of an index expression, those of arrays inside it (p[y[i]]) left out."""
    if isinstance(node, syntax.Name):
        yield node.id
    elif isinstance(node, syntax.Tuple | syntax.BinOp | syntax.UnaryOp | syntax.Slice):
        for child in syntax.iter_child_nodes(node):
            yield from _index_names(child)


def start_of(node: syntax.AST, scope: Scope, identifiers: dict[str, str]) -> int:
    """The first index of an array on paper: 1, unless it is declared otherwise."""
    while isinstance(node, syntax.Subscript):
        node = node.value
    name = identifiers.get(plain(node.id)) if isinstance(node, syntax.Name) else None
    return scope.symbols[name].start if name is not None and is_indexed(scope.symbols[name]) else 1


def size_of(text: str) -> Node:
    """The tree of a declared size: a name, a number, or a sum of both (`H+D`)."""
    parts = [part.strip() for part in text.split("+")]
    trees = [number(int(part)) if part.isdigit() else ast.Name(part) for part in parts]
    return trees[0] if len(trees) == 1 else ast.Plus(tuple(trees))
