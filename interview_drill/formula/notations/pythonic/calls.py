"""Calls -> trees: declared functions, functions defined in the answer, and those of the libraries."""

from __future__ import annotations

import ast as syntax
from collections.abc import Sequence

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic import (
    arrays,
    divergences,
    einsum,
    functions,
    means,
    memory,
    reductions,
    scoping,
    subscripts,
)
from interview_drill.formula.notations.pythonic.arguments import Arguments
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.libraries import is_library
from interview_drill.formula.notations.pythonic.names import is_indexed, plain
from interview_drill.formula.notations.pythonic.statements import run
from interview_drill.formula.notations.pythonic.values import Function, Value
from interview_drill.formula.notations.vocabulary import vocabulary
from interview_drill.formula.scope import Symbol
from interview_drill.formula.trees import is_of_names

KNOWN = functions.KNOWN | reductions.KNOWN | means.KNOWN | arrays.KNOWN | divergences.KNOWN | einsum.KNOWN
FUNCTIONS = {"range", "where", "Piecewise", "Rational", "len", "Sum", "kl_div", "rel_entr", "einsum"}
METHODS = KNOWN.keys() - FUNCTIONS
ANSWERS = frozenset(["sigmoid", "softmax", "relu", "softplus", "logsumexp"])
DIVERGENCES = frozenset(["entropy", "rel_entr", "kl_div"])
"""Functions that may be an answer by themselves: of plain names, and summed up."""


def call(here: Context, node: syntax.Call) -> Value:
    """The value of a call. Raises AnswerError for what nothing here can be called by."""
    if any(isinstance(part, syntax.Starred) for part in node.args) or any(one.arg is None for one in node.keywords):
        raise here.fail("python-not-read", node, typed=here.source.typed(node)[:40])
    if isinstance(node.func, syntax.Name):
        return _by_name(here, node, node.func)
    if isinstance(node.func, syntax.Attribute):
        if is_library(here, node.func.value):
            return known(here, node, node.func.attr, node.args)
        return known(here, node, node.func.attr, [node.func.value, *node.args], METHODS)
    found = here.value(node.func)
    return inlined(here, node, found)


def _by_name(here: Context, node: syntax.Call, function: syntax.Name) -> Value:
    if function.id in here.bindings:
        return inlined(here, node, here.value(function))
    symbol = here.names.symbol(function.id)
    if symbol is not None:
        return _declared(here, node, symbol)
    return known(here, node, here.work.aliases.get(function.id, function.id), node.args)


def _declared(here: Context, node: syntax.Call, symbol: Symbol) -> Node:
    """F(x) of a declared function; P(i) of a declared array, as on paper."""
    if symbol.type == "function" or (symbol.type == "value" and symbol.parameters and not symbol.shape):
        return ast.Apply(symbol.name, tuple(here.number(part) for part in node.args))
    if is_indexed(symbol) and node.args and all(isinstance(part, syntax.Name) for part in node.args):
        return subscripts.entry_at(here, ast.Name(symbol.name), node.args)
    raise here.fail("python-not-a-function", node.func, name=here.source.typed(node.func))


def inlined(here: Context, node: syntax.Call, function: Value) -> Value:
    """A function that the answer defines, with its arguments put in."""
    if not isinstance(function, Function):
        raise here.fail("python-not-a-function", node.func, name=here.source.typed(node.func)[:40])
    typed = dict(zip(function.parameters, node.args, strict=False))
    typed |= {one.arg: one.value for one in node.keywords if one.arg in function.parameters}
    missing = set(function.parameters) - set(typed) - set(function.defaults)
    if missing or len(node.args) + len(node.keywords) != len(typed):
        count = len(function.parameters)
        raise here.fail("python-arguments", node, name=here.source.typed(node.func)[:40], count=count)
    given = {name: here.value(part) for name, part in typed.items()}
    marks = {name: memory.of_value(here, part, given[name]) for name, part in typed.items()}
    for name in function.defaults.keys() - given.keys():
        given[name], marks[name] = scoping.default(here, node, function, name), function.marks[name]
    return body_of(memory.bound(scoping.entered(here, function, given), marks), function)


def body_of(inside: Context, function: Function) -> Value:
    """What a function returns, its parameters bound."""
    is_expression = isinstance(function.body, syntax.expr)
    return scoping.kept(inside, inside.value(function.body)) if is_expression else run(inside, function.body)


def known(
    here: Context, node: syntax.Call, name: str, arguments: Sequence[syntax.expr], allowed: object = KNOWN.keys()
) -> Value:
    """A function of the libraries, by its name alone."""
    name = name if name in KNOWN else plain(name)
    if name not in KNOWN or name not in allowed:
        raise here.fail("unknown-function", node.func, name=here.source.typed(node.func)[:40])
    return KNOWN[name](Arguments(here, node, name, tuple(arguments), {one.arg: one.value for one in node.keywords}))


def library_name(here: Context, node: syntax.AST, tree: Node) -> str | None:
    """The library function, as typed, that an answer is and nothing else: softmax(z)[k], rel_entr(P, Q).sum()."""
    called = _innermost(node)
    if not isinstance(called, syntax.Call):
        return None
    typed = here.source.typed(called.func)
    name = typed.split(".")[-1]
    if here.names.symbol(typed) is None and (name in DIVERGENCES or _names_asked(here, name, called)):
        return typed
    while isinstance(tree, ast.Entry):
        tree = tree.base
    return typed if _is_bare(tree) and tree.function not in here.names.scope.symbols else None


def _names_asked(here: Context, name: str, called: syntax.Call) -> bool:
    """Whether a function of a library bears the usual name of what is asked for, and gets names alone: `F.silu(x)`."""
    bare = all(isinstance(one, syntax.Name) for one in called.args)
    return bare and name in KNOWN and vocabulary(here.names.scope).calls_asked(name)


def _innermost(node: syntax.AST) -> syntax.AST:
    """An answer without the index or the sum around it."""
    while True:
        if isinstance(node, syntax.Subscript):
            node = node.value
        elif isinstance(node, syntax.Call) and isinstance(node.func, syntax.Attribute) and node.func.attr == "sum":
            node = node.args[0] if node.args else node.func.value
        else:
            return node


def _is_bare(tree: Node) -> bool:
    return isinstance(tree, ast.Apply) and tree.function in ANSWERS and is_of_names(tree)
