"""Scalar trees are interned, and fold exact arithmetic without ever computing anything huge."""

from fractions import Fraction

import pytest

from interview_drill.formula import elementary
from interview_drill.formula.elementary import Pool, TooLarge, as_json, in_order


@pytest.fixture
def pool():
    return Pool()


def test_equal_trees_are_one_node(pool):
    """Interning makes equality identity."""
    x = pool.sym("x")
    assert pool.add(x, pool.num(1)) is pool.add(x, pool.num(1))
    assert pool.add(x, pool.num(1)) is not pool.mul(x, pool.num(2))


def test_numbers_fold_exactly(pool):
    """0.1 + 0.2 is 3/10, and 2^-3 an eighth."""
    assert pool.add(pool.num(Fraction(1, 10)), pool.num(Fraction(2, 10))).number == Fraction(3, 10)
    assert pool.pow(pool.num(2), pool.num(-3)).number == Fraction(1, 8)
    assert pool.div(pool.num(1), pool.num(3)).number == Fraction(1, 3)


def test_nothing_huge_is_computed(pool):
    """A tower of powers stays a tree; a quotient by zero too."""
    assert pool.pow(pool.num(2), pool.num(10**9)).number is None
    assert pool.pow(pool.num(10**29), pool.num(30)).number is None
    assert pool.div(pool.num(1), pool.num(0)).number is None
    assert pool.pow(pool.num(0), pool.num(-1)).number is None


def test_zero_times_something_undefined_is_kept(pool):
    """0 * log(-1) is not 0: only atoms vanish beside a zero."""
    assert pool.mul(pool.num(0), pool.sym("x")).number == 0
    assert pool.mul(pool.num(0), pool.fn("log", pool.sym("x"))).number is None


def test_conditions_between_numbers_are_decided(pool):
    """Kronecker deltas and indicators of indices leave no trace."""
    assert pool.compare("<", pool.num(1), pool.num(2)).op == "true"
    assert pool.as_number(pool.compare("=", pool.num(1), pool.num(2))).number == 0
    held = pool.compare(">", pool.sym("x"), pool.num(0))
    assert pool.logic("and", held, pool.truth(True)) is held
    assert pool.logic("or", held, pool.truth(True)).op == "true"
    assert pool.logic("not", pool.truth(False)).op == "true"


def test_cases_drop_what_cannot_hold(pool):
    """A case that never holds goes, and one that always holds ends the list."""
    one, two, three = map(pool.num, (1, 2, 3))
    assert pool.cases([(one, pool.truth(False)), (two, pool.truth(True))], three) is two
    assert pool.cases([(one, pool.truth(False))], None).label == "undefined"


def test_parts_come_before_what_is_made_of_them(pool):
    """The order of evaluation, however deep the tree, without recursion."""
    deep = pool.sym("x")
    for _ in range(5000):
        deep = pool.neg(pool.add(deep, pool.num(1)))
    order = in_order([deep])
    assert order[0].op in ("sym", "num") and order[-1] is deep
    assert len({id(node) for node in order}) == len(order)


def test_json_keeps_cases_and_sharing(pool):
    """What the prover reads: nested lists, cases in pairs, an undefined rest as null."""
    x = pool.sym("x")
    tree = pool.cases([(x, pool.compare(">", x, pool.num(0)))], None)
    assert as_json(tree) == ["cases", [[["sym", "x"], ["cmp", ">", ["sym", "x"], ["num", "0"]]]], None]


def test_a_formula_that_is_too_large_says_so(pool, monkeypatch):
    """A billion terms end at the limit of nodes."""
    monkeypatch.setattr(elementary, "MOST_NODES", 50)
    with pytest.raises(TooLarge):
        for number in range(100):
            pool.num(number)
