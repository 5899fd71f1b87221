"""From what a question's file declares to a Scope: values of abbreviations and conditions are read into trees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations import read
from interview_drill.formula.scope import Declaration, Form, Scope, Symbol


def prepared(form: Form) -> tuple[Scope, ast.Node]:
    """The scope and the key's tree. Raises AnswerError where a declared formula cannot be read."""
    options: dict[str, object] = {"internal": frozenset(form.others)} if form.others else {}
    options["asked"] = frozenset(name for name, declared in form.answers.items() if declared.value is None)
    scope = prepared_symbols({**form.symbols, **form.others}, elementwise=form.elementwise, options=options)
    key = _tree(form.key, scope)
    for name, declared in form.answers.items():
        scope = _with(scope, replace(symbol(name, declared), answer=True))
    for name, declared in form.answers.items():
        value = key if declared.value is None else _tree(declared.value, scope, name)
        scope = _with(scope, replace(scope.symbols[name], value=value))
    return replace(scope, conditions=prepared_conditions(form.conditions, scope)), key


def prepared_conditions(texts: Iterable[str], scope: Scope) -> tuple[ast.Node, ...]:
    """The trees of comparisons that every sample must satisfy."""
    return tuple(_condition(text, scope) for text in texts)


def prepared_symbols(
    declared: Mapping[str, Declaration], elementwise: bool = False, options: Mapping[str, object] | None = None
) -> Scope:
    """The scope of some declarations. A value may use every declared name."""
    plain = {name: symbol(name, one) for name, one in declared.items()}
    scope = Scope(plain, elementwise=elementwise, options=options or {})
    for name, one in declared.items():
        if one.value is not None:
            scope = _with(scope, replace(scope.symbols[name], value=_tree(one.value, scope, name)))
    return scope


def symbol(name: str, declared: Declaration) -> Symbol:
    """The symbol of one declaration, its value still to be read."""
    return Symbol(
        name=name,
        type=declared.type,
        shape=declared.shape,
        range=declared.range,
        start=declared.start,
        outside=declared.outside,
        spellings=declared.spellings,
        parameters=declared.parameters,
    )


def _with(scope: Scope, added: Symbol) -> Scope:
    return replace(scope, symbols={**scope.symbols, added.name: added})


def _tree(text: str, scope: Scope, inside: str | None = None) -> ast.Node:
    """The tree of a formula of the file, its first reading; a function's parameters are names inside it."""
    declared = scope.symbols.get(inside or "")
    if declared is not None and declared.parameters:
        arguments = {name: Symbol(name, "scalar") for name in declared.parameters if name not in scope.symbols}
        if declared.type == "value":
            arguments = {name: replace(one, type="index") for name, one in arguments.items()}
        scope = replace(scope, symbols={**scope.symbols, **arguments})
    return read(text, scope).chains[0].parts[-1].tree


def _condition(text: str, scope: Scope) -> ast.Node:
    """A comparison is read as the inside of an indicator."""
    tree = _tree(f"[{text}]", scope)
    if isinstance(tree, ast.Apply) and tree.function == "indicator":
        return tree.arguments[0]
    raise AnswerError("condition-unreadable")
