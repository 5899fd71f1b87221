"""A report says what is wrong, the simplest case first, and what the failing vectors share."""

import numpy as np
import pytest
from msgspec.structs import replace

from interview_drill.errors import SandboxError
from interview_drill.grader.task import Draw, Examination, Recipe
from tests.grader.programs import KEY, SOFTMAX, messages, run, wrong

NAIVE = "def softmax(x, axis=-1):\n    e = np.exp(x)\n    return e / e.sum(axis, keepdims=True)"
WHOLE = "def softmax(x, axis=-1):\n    e = np.exp(x - x.max())\n    return e / e.sum()"
LOOPS = """
import math

def softmax(x, axis=-1):
    moved = np.moveaxis(x, axis, -1)
    out = np.empty(moved.shape)
    for place in np.ndindex(moved.shape[:-1]):
        top = max(moved[place])
        weights = [math.exp(v - top) for v in moved[place]]
        for k, w in enumerate(weights):
            out[place + (k,)] = w / sum(weights)
    return np.moveaxis(out, -1, axis)
"""

PATH = Examination(
    entry="path",
    signature="path(scores)",
    returns="ints",
    key="def path(scores): return [int(k) for k in scores.argmax(1)]",
    measure="def measure(answer, scores): return sum(scores[t, k] for t, k in enumerate(answer))",
    recipes=(
        Recipe("tie", {"scores": Draw(value=[[1, 1], [0, 2]])}),
        Recipe("some", {"scores": Draw(normal=(0, 1), shape=(3, 2))}),
    ),
)

PAIR = Examination(
    entry="pair",
    signature="pair(w)",
    returns=("float", "array"),
    key="def pair(w): return float(w.sum()), 2 * w",
    recipes=(Recipe("some", {"w": Draw(normal=(0, 1), shape=("N",))}, {"N": (2, 4)}),),
)


@pytest.mark.parametrize("source", [KEY, LOOPS], ids=["key", "loops"])
def test_right_programs_have_no_finding(source):
    """Any route to the right numbers is right, on any seed."""
    for seed in range(5):
        assert run(source, seed=seed).findings == ()


def test_only_extreme_vectors_failing_is_called_unstable():
    """The formula is right; the numbers overflow."""
    report = run(NAIVE)
    assert messages(report)[0] == "unstable"
    assert report.findings[0].facts["vector"] == "large"
    assert report.shared.tags == ("extreme",)
    assert report.shared.recipes == ("large",)


def test_an_exception_on_extreme_vectors_alone_is_unstable_too():
    """math.exp raises where NumPy's gives infinity."""
    assert messages(run("import math\n" + NAIVE.replace("np.exp", "np.vectorize(math.exp)")))[0] == "unstable-raised"


def test_the_smallest_failing_vector_comes_first_and_the_cause_is_shared():
    """3 x 3 before 4 x 5; the recipes that fail are named, in words where they have them."""
    report = run(WHOLE)
    assert report.findings[0].message == "wrong-value"
    sizes = [report.traces[finding.vector].vector.size for finding in report.findings]
    assert sizes == sorted(sizes)
    assert report.shared.recipes == ("square", "axis-0")
    assert report.shared.names == ({"en": "square inputs", "zh": "方阵"}, "axis-0")
    assert report.shared.whole
    assert report.shared.failed == 6


def test_got_and_wanted_are_those_of_the_worst_entry():
    """The facts point at an index of the answer, and write it as Python does."""
    report = run(WHOLE)
    facts, trace = report.findings[0].facts, report.traces[report.findings[0].vector]
    gap = np.abs(trace.got.value - trace.wanted.value)
    index = [int(place) for place in np.unravel_index(gap.argmax(), gap.shape)]
    assert (facts["index"], facts["place"]) == (index, f"answer{index}")
    assert float(facts["got"]) == pytest.approx(trace.got.value[tuple(index)])


def test_the_same_seed_gives_the_same_report():
    """A failure can be seen again; another seed draws other numbers."""
    assert run(WHOLE, seed=3).findings == run(WHOLE, seed=3).findings
    assert run(WHOLE, seed=3).findings != run(WHOLE, seed=4).findings


def test_a_measured_answer_is_judged_by_its_quality():
    """Any best path is right; a worse one is wrong, however plausible, and so is one out of range."""
    assert not wrong(run("def path(s): return [len(r) - 1 - int(np.argmax(r[::-1])) for r in s]", PATH))
    assert messages(run("def path(s): return [0] * len(s)", PATH))[0] == "worse-answer"
    assert messages(run("def path(s): return [9] * len(s)", PATH))[0] == "out-of-range"
    assert messages(run("def path(s): return [0]", PATH))[0] == "wrong-shape"


def test_each_part_of_a_tuple_is_checked():
    """The part that is wrong is named."""
    report = run("def pair(w): return w.sum(), 3 * w", PAIR)
    assert (report.findings[0].message, report.findings[0].facts["part"]) == ("wrong-value", 1)
    assert report.findings[0].facts["place"].startswith("answer[1][")
    assert messages(run("def pair(w): return 2 * w, w.sum()", PAIR))[0] == "no-single-number"
    facts = run("def pair(w): return w.sum(), list(w)", PAIR).findings[0].facts
    assert (facts["place"], facts["got"]["en"][:7], facts["wanted"]["zh"]) == (
        "answer[1]",
        "list of",
        "ndarray（float64）",
    )
    assert not wrong(run("def pair(w): return [np.float32(w.sum()).astype(float) * 0 + w.sum(), 2 * w]", PAIR))


def test_no_question_can_do_without_form_and_shape():
    """A check of values alone has nothing to compare where the shape is another."""
    task = replace(PAIR, checks=("value",))
    assert messages(run("def pair(w): return np.ones(3), 2 * w", task))[0] == "no-single-number"
    assert messages(run("def pair(w): return w.sum(), np.ones((7, 7))", task))[0] == "wrong-shape"
    assert messages(run("def pair(w): return w.sum()", task))[0] == "wrong-type"


def test_warnings_alone_are_advice():
    """Right numbers with a warning that nobody forbade are right."""
    report = run(KEY.replace("    e =", "    np.log(np.zeros(1))\n    e =", 1))
    assert set(messages(report)) == {"warned"}
    assert not wrong(report)


def test_prints_do_not_count():
    """What a program prints is kept apart from what it answers, at loading too."""
    assert run("print('loading')\n1 / 0").printed.text == "loading\n"
    report = run(KEY.replace("    e =", "    print('hello')\n    e =", 1))
    assert not wrong(report)
    assert report.printed.text == "hello\n" and report.printed.times >= len(report.traces)


def test_the_line_that_raises_is_named():
    """The learner's own line, not one of NumPy's."""
    report = run("def softmax(x, axis=-1):\n    y = x\n    return np.reshape(y, (7, 7, 7))")
    assert (report.findings[0].message, report.findings[0].facts["line"]) == ("raised", 3)


EVERYDAY = """
import abc, bisect, collections, contextlib, copy, dataclasses, decimal, enum, fractions, functools, heapq, itertools
import json, logging, math, operator, random, re, statistics, string, threading, time, typing
from concurrent.futures import ThreadPoolExecutor
from numpy.lib.stride_tricks import as_strided, sliding_window_view
import numpy.linalg as la

@dataclasses.dataclass
class Shift:
    top: np.ndarray

def exponentials(x, axis):
    shift = Shift(x.max(axis, keepdims=True))
    return np.exp(x - shift.top)

def softmax(x, axis=-1):
    with ThreadPoolExecutor(1) as pool:
        e = pool.submit(exponentials, x, axis).result()
    np.random.default_rng(1).normal(), np.fft.fft(e), la.norm(e), np.polynomial.Polynomial([1, 2]), decimal.Decimal(1)
    return e / np.einsum("i...->...", np.moveaxis(e, axis, 0)).reshape(np.sum(e, axis, keepdims=True).shape)
"""


def test_everyday_libraries_and_threads_work_inside():
    """The layers are put on after NumPy is loaded, and leave the standard library readable."""
    assert messages(run(EVERYDAY)) == []


def test_what_is_not_main_does_not_run():
    """`if __name__ == "__main__"` is for the learner's own trials; classes and other functions may be there."""
    source = KEY + "\nclass Other: pass\ndef helper(): return Other()\nif __name__ == '__main__':\n    raise SystemExit"
    assert not wrong(run(source))


def test_a_program_that_cannot_be_read_is_told_by_its_line():
    """No vector is tried."""
    report = run("x = 1\ndef softmax(:\n    pass")
    assert (messages(report), report.findings[0].facts["line"], report.traces) == (["unreadable"], 2, ())
    assert messages(run("def other(x): return x")) == ["no-entry"]


BROKEN = [KEY.replace("return", "return 1 / 0 *"), KEY.replace("return e", "return 'a' #"), "1 / 0"]


def test_no_vectors_and_no_measure_decide_nothing():
    """A question without vectors would pass every program; a measure that fails on the key would fail every one."""
    with pytest.raises(SandboxError, match="no vectors"):
        run(KEY, replace(SOFTMAX, recipes=()))
    with pytest.raises(SandboxError, match="oracle-failed"):
        run(PATH.key, replace(PATH, measure="def measure(answer, scores): return None"))


@pytest.mark.parametrize("key", BROKEN)
def test_a_key_that_fails_is_nobodys_fault_but_ours(key):
    """The learner is not judged by a broken oracle."""
    broken = Examination("softmax", SOFTMAX.signature, "array", key, SOFTMAX.recipes)
    with pytest.raises(SandboxError, match="oracle-failed"):
        run(KEY, broken)
