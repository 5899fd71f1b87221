"""What may hold an answer: a tuple with names, a wider float; nothing of the program's runs while they are read."""

import pytest

from interview_drill.grader.task import Draw, Examination, Recipe
from tests.grader.programs import messages, run

PAIR = Examination(
    entry="moments",
    signature="moments(x)",
    returns=("float", "array"),
    key="def moments(x): return float(x.sum()), 2 * x",
    recipes=(Recipe("some", {"x": Draw(normal=(0, 1), shape=(3,))}),),
)
NAMED = "import typing\nclass Out(typing.NamedTuple):\n    value: float\n    slope: object\n"
PLAIN = "import collections\nOut = collections.namedtuple('Out', 'value slope')\n"
STABLE = "def softmax(x, axis=-1):\n    x = x - x.max(axis, keepdims=True)\n    e = np.exp(x{})\n"
DIVIDE = "    return e / e.sum(axis, keepdims=True)"


@pytest.mark.parametrize("made", [NAMED, PLAIN], ids=["NamedTuple", "namedtuple"])
def test_a_tuple_with_names_is_a_tuple(made):
    """Its parts are held to what is due, like those of any other."""
    assert messages(run(made + "def moments(x): return Out(x.sum(), 2 * x)", PAIR)) == []
    assert "wrong-value" in messages(run(made + "def moments(x): return Out(x.sum(), x)", PAIR))
    assert "wrong-type" in messages(run(made + "def moments(x): return Out(x.sum(), 'slope')", PAIR))


def test_what_only_says_that_it_is_a_tuple_is_none():
    """A class may claim anything of itself, and is not asked."""
    claims = "class Out:\n    __class__ = tuple\n    def __len__(self): return 2\n"
    report = run(claims + "def moments(x): return Out()", PAIR)
    assert messages(report)[0] == "wrong-type"
    assert report.findings[0].facts["got"]["en"] == "Out"


def test_the_parts_of_a_tuple_are_those_that_it_holds():
    """Its class's own way to walk through it is never called."""
    walks = "class Out(tuple):\n    def __iter__(self): print('walked'); return iter((9, 9))\n"
    report = run(walks + "    def __len__(self): return 9\n" + "def moments(x): return Out((x.sum(), 2 * x))", PAIR)
    assert messages(report) == []
    assert report.printed.text == ""


def test_a_wider_float_is_compared_as_float64():
    """An array of np.longdouble, and a number."""
    assert messages(run(STABLE.format(".astype(np.longdouble)") + DIVIDE)) == []
    assert messages(run("def moments(x): return np.longdouble(x.sum()), 2 * x", PAIR)) == []
    assert "wrong-value" in messages(run("def moments(x): return np.longdouble(x.sum()) + 1e-3, 2 * x", PAIR))
    assert "wrong-type" in messages(run("def moments(x): return np.clongdouble(x.sum()), 2 * x", PAIR))


def test_a_wider_float_beyond_float64_asks_nobody():
    """What overflows in the conversion calls no function that the program left with NumPy."""
    calls = "np.seterr(all='call')\nnp.seterrcall(lambda *told: print('called'))\n"
    one = "def moments(x): return np.longdouble('1e4000'), 2 * x"
    many = "def moments(x): return x.sum(), np.full(3, np.longdouble('1e4000'))"
    for program in (one, many):
        report = run(calls + program, PAIR)
        assert "not-finite" in messages(report)
        assert report.printed.text == ""
