"""Every finding in words: exceptions, prints, starters, and no sentence with a hole."""

import re
from pathlib import Path

import pytest

from interview_drill.feedback.messages import templates
from interview_drill.feedback.speak import speak
from interview_drill.kinds import code
from interview_drill.verdict import Outcome
from tests.kinds.coding import KEY, NAIVE, judged, question


def test_an_untouched_starter_is_told_that_nothing_is_written():
    """One sentence, and no vector: every one fails in the same way. A program that only begins so is told of it."""
    found = judged(code.starter(question(), "en"))
    assert (found.outcome, [each.message for each in found.evidence]) == (Outcome.INCORRECT, ["starter-untouched"])
    begun = judged(KEY.replace("    e =", "    if np.ndim(x) == 0: raise NotImplementedError\n    e ="))
    assert begun.evidence[0].message == "raised"


@pytest.mark.parametrize(
    ("raised", "told"),
    [("NotImplementedError", "with NotImplementedError"), ("ValueError('no')", "with ValueError: no")],
)
@pytest.mark.parametrize("where", ["def sigmoid(x):\n    if np.ndim(x): raise {}\n    return x", "raise {}"])
def test_an_exception_is_told_with_its_text_if_it_has_one(raised, told, where):
    """No colon with nothing behind it, in a call or at loading."""
    lines = speak(judged(where.format(raised)), question(), "en").lines
    assert [line for line in lines if line.endswith(told)]


@pytest.mark.parametrize(
    ("prints", "message", "facts"),
    [
        ("print('hi')", "printed-again", {"text": "hi\n", "times": 7}),
        ("print('one'); print('two')", "printed-again", {"text": "one\ntwo\n", "times": 7}),
        ("print('hi') if np.ndim(x) == 0 else None", "printed", {"text": "hi\n"}),
    ],
)
def test_what_is_printed_on_every_vector_is_quoted_once(prints, message, facts):
    """With a count: five vectors, and two of them asked again."""
    found = judged(KEY.replace("    e =", f"    {prints}\n    e ="))
    (printed,) = [each for each in found.evidence if each.message.startswith("printed")]
    assert (printed.message, printed.facts) == (message, facts)


BROKEN = (
    "def sigmoid(x): return 1 / 0",
    "def sigmoid(): return 1",
    "def sigmoid(x): return str(x)",
    "def sigmoid(x): return np.ones((1, 2, 3)) if np.ndim(x) else 1.0",
    "def sigmoid(x): return x * np.nan",
    "def sigmoid(x): return np.tanh(x) if np.ndim(x) else 0.25",
    "def sigmoid(x): return np.ones(3)",
    "def sigmoid(x, eps=1e-5): return x",
    "def sigmoid(x): return [0.5] * np.size(x)",
    "def sigmoid(x): return np.vectorize(lambda v: 0.5 * (1 + np.tanh(v / 2)))(x)[()]",
    "import math\ndef sigmoid(x): return np.vectorize(lambda v: 1 / (1 + math.exp(-v)))(x)",
    "def sigmoid(x):\n    x *= 2\n    return x",
    "import itertools\nn = itertools.count()\ndef sigmoid(x): return x * 0.0 + next(n)",
    "import os\nos._exit(0)",
    "import os\ndef sigmoid(x): os._exit(0)",
    "import os\ndef sigmoid(x): os.write(4, b'x' * 99)",
    "raise ValueError",
    "def sigmoid(x): print('hi')",
    "def sigmoid(",
    NAIVE,
)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("source", BROKEN)
def test_every_finding_can_be_said(source, language):
    """No sentence asks for a fact that is not there, and none leaves a hole."""
    found = judged(source)
    lines = speak(found, question(), language).lines
    assert len(lines) >= len(found.evidence)
    holes = ("line None", "第 None", " ()", "（）", "{", "``")
    assert not [line for line in lines for hole in holes if hole in line]


MESSAGE = re.compile(r'(?:Finding|Evidence|Mistake)\(\s*(?:f?"[\w.{}]+", )?"([a-z-]+)"')
ROOM = Path(code.__file__).parents[1]
SOURCES = [*(ROOM / "grader").rglob("*.py"), *(ROOM / "kinds").glob("code*.py")]
STATUSES = [f"{status}{when}" for status in ("raised", "died", "timed-out", "garbled") for when in ("", "-at-load")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_message_of_the_grader_has_words(language):
    """A finding without a sentence would be a verdict without a reason."""
    used = {name for file in SOURCES for name in MESSAGE.findall(file.read_text(encoding="utf-8"))}
    assert {"wrong-value", "comes-near", "no-gradient", "fault-condition", "unused-argument"} <= used
    renamed = {"unstable", "unstable-raised", "raised-in-call", "no-single-number", "forbidden-warning", "warned"}
    assert sorted(name for name in {*used, *STATUSES, *renamed} - templates(language).keys() if name != "vector") == []
