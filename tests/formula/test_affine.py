"""A comparison of sums, its numbers worked out."""

from fractions import Fraction

import pytest

from interview_drill.formula import ast
from interview_drill.formula.affine import straightened
from interview_drill.formula.notations import read
from interview_drill.formula.scope import Scope, Symbol

SCOPE = Scope({name: Symbol(name, "scalar") for name in "ijC"})


def compared(text: str) -> ast.Compare:
    tree = read(f"[{text}]", SCOPE).chains[0].parts[0].tree
    return tree.arguments[0]


@pytest.mark.parametrize(("text", "wanted"), [
    ("i = j", {"i": 1, "j": -1}),
    ("2 i/2 = j", {"i": 1, "j": -1}),
    ("2 (i - 1)/2 = j - 1", {"i": 1, "j": -1}),
    ("3 - (i + 2) < 0", {"i": -1, None: 1}),
    ("C/2 - i > 4", {"C": 1, "i": -2, None: -8}),
    ("3 i + 6 = 3 (j + 2)", {"i": 1, "j": -1}),
    ("i - i = 0", {}),
    ("(2)(3) i = j", {"i": 1, "j": Fraction(-1, 6)}),
    ("i = 2 j \\cdot 2^{-1}", {"i": 1, "j": -1}),
    ("i = 2^{99}", None),
    ("i = 2^{1/2}", None),
    ("i j = 4", None),
    ("i^2 = 4", None),
    ("1/i = 4", None),
    ("i/(j - j) = 4", None),
])  # fmt: skip
def test_what_is_left(text: str, wanted: dict | None):
    assert straightened(compared(text)) == wanted
