"""Walking trees: what is told by a node's type is what its fields hold."""

from fractions import Fraction

import pytest

from interview_drill.bank import open_bank
from interview_drill.formula import ast
from interview_drill.formula.comparing import subject
from interview_drill.formula.trees import INSIDE, _gathered, depth, free_names, parts, walk

X, Y, TWO = ast.Name("x"), ast.Name("y"), ast.Number(Fraction(2))
ONE_OF_EACH = [
    X,
    TWO,
    ast.Entry(X, (Y, TWO)),
    ast.Apply("max", (X, Y)),
    ast.Plus((X, Y, TWO)),
    ast.Minus(X),
    ast.Times((X, TWO), "*"),
    ast.Over(X, Y),
    ast.Power(X, TWO),
]


@pytest.mark.parametrize("tree", ONE_OF_EACH, ids=lambda tree: type(tree).__name__)
def test_what_is_inside_a_node_is_what_its_fields_hold(tree: ast.Node):
    assert list(parts(tree)) == _gathered(tree)


def test_every_type_that_is_told_apart_is_tried():
    assert {type(tree) for tree in ONE_OF_EACH} == set(INSIDE)


def test_every_key_of_the_bank():
    bank, tried = open_bank(), 0
    for entry in bank.index():
        if entry.kind == "formula":
            for form in (bank.question(entry.id).task, *bank.question(entry.id).task.forms):
                for node in walk(subject(form).key):
                    assert list(parts(node)) == _gathered(node)
                    tried += 1
    assert tried > 500


def test_how_deep():
    assert [depth(tree) for tree in (X, ast.Minus(X), ast.Plus((X, ast.Minus(ast.Minus(Y)))))] == [1, 2, 4]


def test_a_bound_letter_is_not_free():
    body = ast.Times((ast.Entry(X, (ast.Name("i"),)), ast.Name("j")))
    assert list(free_names(ast.Big("sum", ("i",), (None,), None, body))) == ["x", "j"]
    assert list(free_names(body)) == ["x", "i", "j"]
