"""Code questions: from findings to outcomes, and the misconception behind a wrong answer."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from interview_drill import kinds
from interview_drill.errors import AnswerError, SandboxError
from interview_drill.feedback.messages import templates
from interview_drill.feedback.speak import speak
from interview_drill.grader.task import Declared, Draw, Recipe
from interview_drill.kinds import Settings, code
from interview_drill.kinds.code import Task
from interview_drill.question import Answer, Misconception, Place, Question
from interview_drill.verdict import Outcome

KEY = "def sigmoid(x):\n    e = np.exp(-np.abs(x))\n    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))[()]\n"
NAIVE = "def sigmoid(x): return 1 / (1 + np.exp(-x))"
FLIPPED = "def sigmoid(x): return 1 / (1 + np.exp(np.minimum(x, 600)))"
TANH = "def sigmoid(x): return np.tanh(x)"

TASK = Task(
    entry="sigmoid",
    signature="sigmoid(x)",
    returns="like-first",
    key=KEY,
    recipes=(
        Recipe("some", {"x": Draw(normal=(0, 2), shape=("N",))}, {"N": (2, 4)}),
        Recipe("zero", {"x": Draw(value=0.0)}),
        Recipe("far", {"x": Draw(value=[-1000, 0, 1000])}, tags=("extreme",)),
    ),
    forbid_warnings=("overflow",),
    equivalents=("def sigmoid(x): return 0.5 * (1 + np.tanh(x / 2))",),
    mutants=("def sigmoid(x): return x",),
    partial=("overflowing",),
)


def question(task=TASK):
    wrong = (
        Misconception("overflowing", NAIVE, {"en": "exp(1000) overflows."}),
        Misconception("flipped", FLIPPED, {"en": "The sign."}),
        Misconception("tanh", TANH, {"en": "Another function."}),
    )
    stem = {"en": 'Write `sigmoid`: """stable""" \\ exact.', "zh": "实现 sigmoid。"}
    return Question("sigmoid-x", "code", "sigmoid", 2, None, (), 1, stem, stem, (), wrong, None, task, Place("f", {}))


def judged(source, seed=3, task=TASK):
    return kinds.judge(question(task), Answer(source), Settings(seed, 5.0))


def test_specimens_come_out_as_declared():
    """Key and equivalents correct; starter, mutants and misconceptions not, each misconception by its name."""
    for specimen in code.specimens(question()):
        found = kinds.judge(question(), specimen.answer, Settings(11))
        assert (found.outcome, found.misconception) == (specimen.outcome, specimen.misconception), specimen.field


def test_a_right_answer_says_how_it_was_found():
    """The number of vectors, the level of isolation and the seed are evidence."""
    found = judged(KEY)
    assert (found.outcome, found.score, found.evidence[0].message) == (Outcome.CORRECT, 1.0, "all-vectors")
    assert found.evidence[0].facts["count"] == 5
    assert found.evidence[0].facts["level"] in ("kernel sandbox", "process only")


def test_a_slow_answer_is_right_with_advice():
    """Slow costs nothing; ordinary loops are not called slow."""
    found = judged("import time\n" + KEY.replace("    e =", "    time.sleep(0.15)\n    e ="))
    assert (found.outcome, [evidence.message for evidence in found.evidence]) == (
        Outcome.CORRECT,
        ["all-vectors", "slow"],
    )
    assert len(judged(KEY).evidence) == 1


GUARDED = replace(
    TASK,
    signature="sigmoid(x, eps=1e-5)",
    key="def sigmoid(x, eps=1e-5): return x / (1 + eps)",
    recipes=(
        Recipe("some", {"x": Draw(normal=(0, 2), shape=("N",))}, {"N": (2, 4)}),
        Recipe("another eps", {"x": Draw(value=[1.0]), "eps": Draw(value=0.5)}),
    ),
    partial=(),
)
LOOP = "def sigmoid(x, eps=1e-5): return np.array([v / (1 + eps) for v in x])"
VECTORIZE = "def sigmoid(x, eps=1e-5): return np.vectorize(lambda v: v / (1 + eps))(x)"


@pytest.mark.parametrize(("source", "line"), [(LOOP, 1), (VECTORIZE, 1), ("\n\n" + LOOP, 3)])
def test_a_loop_where_the_key_has_none_is_right_with_advice(source, line):
    """Also one that hides in a call."""
    found = judged(source, task=GUARDED)
    assert (found.outcome, found.evidence[1].message, found.evidence[1].facts) == (
        Outcome.CORRECT,
        "not-vectorised",
        {"line": line},
    )


def test_loops_are_no_news_where_the_key_loops_too():
    """Advice that the key itself ignores is none."""
    assert len(judged(LOOP, task=replace(GUARDED, key=LOOP)).evidence) == 1


def test_a_guard_typed_in_is_right_with_advice():
    """Where the caller hands one over; another small number of the program's own is fine."""
    typed = "def sigmoid(x, eps=1e-5): return x / (1 + eps) + 0 * np.log(1e-5)"
    (_, advice) = judged(typed, task=GUARDED).evidence
    assert (advice.message, advice.facts) == ("hard-coded-eps", {"value": "1e-05", "line": 1})
    assert len(judged(typed.replace("log(1e-5)", "log(1e-9)"), task=GUARDED).evidence) == 1


def test_an_argument_that_a_wrong_answer_never_reads_is_named():
    """Unless it reads none, as a file that is still to be filled in."""
    found = judged("def sigmoid(x, eps=1e-5): return x / (1 + 1e-5)", task=GUARDED)
    assert found.outcome is Outcome.INCORRECT
    pointers = [evidence for evidence in found.evidence if evidence.message == "unused-argument"]
    assert [pointer.facts for pointer in pointers] == [{"names": ["eps"], "line": 1}]
    assert "unused-argument" not in [
        each.message for each in judged("def sigmoid(x): raise NotImplementedError").evidence
    ]


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


def test_a_near_miss_is_asked_about():
    """Most failing vectors agree with a misconception's program: its note is posed as a question, not as a verdict."""
    found = judged("def sigmoid(x): return np.tanh(x) if np.ndim(x) else 0.25")
    assert (found.outcome, found.misconception) == (Outcome.INCORRECT, None)
    near = [evidence.facts for evidence in found.evidence if evidence.message == "comes-near"]
    assert near[0]["name"] == "tanh"
    assert 0 < near[0]["alike"] < near[0]["failed"]
    assert "Another function." in " ".join(speak(found, question(), "en").lines)
    assert len(near) <= 2


def test_the_decisive_finding_is_told_on_a_small_vector():
    """Two rows are enough to see it, and few digits."""
    task = replace(TASK, recipes=(Recipe("some", {"x": Draw(normal=(0, 2), shape=("N",))}, {"N": (1, 9)}),))
    facts = judged(TANH.replace("np.tanh", "0.9 * np.tanh"), task=task).evidence[0].facts
    assert len(facts["inputs"].split(",")) == 1
    assert (facts["vector"], facts["seed"]) == ("some", 3)


def test_a_forbidden_warning_earns_part_of_the_credit():
    """Right values on the way through an overflow."""
    found = judged("import numpy\ndef sigmoid(z):\n    return 1.0 / (1.0 + numpy.exp(-z))")
    assert (found.outcome, found.score, found.misconception) == (Outcome.PARTIAL, 0.5, "overflowing")
    assert found.evidence[0].message == "forbidden-warning"


def test_a_wrong_answer_that_behaves_like_a_misconception_earns_its_name():
    """Written otherwise, it answers every vector alike."""
    found = judged("def sigmoid(x):\n    x = np.clip(x, -300, 300)\n    return np.sinh(x) / np.cosh(x)")
    assert (found.outcome, found.misconception) == (Outcome.INCORRECT, "tanh")


def test_a_wrong_answer_of_another_kind_earns_no_name():
    """A note that does not fit teaches the wrong thing."""
    found = judged("def sigmoid(x): return 0.9 * np.tanh(x)")
    assert (found.outcome, found.misconception) == (Outcome.INCORRECT, None)
    assert found.evidence[0].facts["vector"]


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


def test_what_cannot_be_read_counts_no_attempt():
    """A syntax error with a place to point at; a missing function by its signature."""
    found = judged("x = 1\ndef sigmoid(x:\n    pass")
    (evidence,) = found.evidence
    assert (found.outcome, evidence.message, evidence.facts["at"]) == (Outcome.UNREADABLE, "syntax-error", 6)
    assert judged("def sigmoidal(x): return x").evidence[0].message == "no-entry"
    with pytest.raises(AnswerError):
        code.judge(question(), Answer("1 +"), Settings(1))


def test_a_machine_that_cannot_run_it_decides_nothing(monkeypatch):
    """Never held against the learner."""
    found = kinds.judge(question(), Answer(KEY), Settings(1, python="/no/such/python"))
    assert (found.outcome, found.score) == (Outcome.UNDECIDED, None)
    assert found.evidence[0].message == SandboxError("sandbox-python").message


def test_the_starter_is_python_with_the_header_and_the_task():
    """Quotes and backslashes of the stem do not break it; both languages are there."""
    text = code.starter(question(), "en")
    assert text.startswith("# drill: sigmoid-x\n")
    names: dict = {}
    exec(text, names)
    assert names["sigmoid"].__doc__.strip() == "Write `sigmoid`: '''stable''' \\ exact."
    assert "实现 sigmoid。" in code.starter(question(), "zh")


def test_the_key_is_revealed_as_code():
    """Shown only when asked for."""
    assert [(part.form, part.text["en"]) for part in code.revealed(question())] == [("code", KEY)]


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"signature": "sigmoid(x"}, "signature", "fault-signature"),
        ({"signature": "other(x)"}, "signature", "fault-signature"),
        ({"key": "def other(x): return x"}, "key", "fault-program"),
        ({"mutants": ("def sigmoid(x) return x",)}, "mutants.0", "fault-program"),
        ({"measure": "def quality(a, x): return 0"}, "measure", "fault-program"),
        ({"returns": "matrix"}, "returns", "fault-no-such-form"),
        ({"checks": ("value", "colour")}, "checks.1", "fault-no-such-check"),
        ({"checks": (Declared("gradient", with_respect_to=("x",)),)}, "checks.0", "fault-gradient"),
        ({"checks": (Declared("shift-invariance"),)}, "checks.0", "fault-shift"),
        (
            {"checks": (Declared("shift-invariance", with_respect_to=("z",)),)},
            "checks.0.with_respect_to",
            "fault-no-such-argument",
        ),
        (
            {"recipes": (Recipe("r", {"x": Draw(value=1)}, {"N": 2}, conditions=("N",)),)},
            "recipes.0.conditions.0",
            "fault-condition",
        ),
        (
            {"recipes": (Recipe("r", {"x": Draw(value=1)}, {"N": 2}, conditions=("N > K",)),)},
            "recipes.0.conditions.0",
            "fault-no-size",
        ),
        ({"partial": ("nobody",)}, "partial", "fault-no-such-misconception"),
        ({"recipes": ()}, "recipes", "fault-no-recipes"),
        ({"recipes": (Recipe("r", {"y": Draw(value=1)}),)}, "recipes.0.arguments", "fault-arguments"),
        ({"recipes": (Recipe("r", {"x": Draw()}),)}, "recipes.0.arguments.x", "fault-one-source"),
        ({"recipes": (Recipe("r", {"x": Draw(value=1, normal=(0, 1))}),)}, "recipes.0.arguments.x", "fault-one-source"),
        ({"recipes": (Recipe("r", {"x": Draw(constant=0, shape=("N",))}),)}, "recipes.0.arguments.x", "fault-no-size"),
    ],
)
def test_an_authors_mistakes_are_placed(change, field, message):
    """Without running anything."""
    assert (field, message) in [mistake[:2] for mistake in code.faults(question(replace(TASK, **change)))]


def test_a_sound_question_has_no_fault():
    """The walk over mistakes can come out empty."""
    assert list(code.faults(question())) == []


@pytest.mark.parametrize(
    "signature",
    [
        "sigmoid(x): import os\ndef other()",
        "sigmoid(x): import os; y = 1 #",
        "sigmoid(x=__import__('os').system('true'))",
        "sigmoid(x: print('x'))",
        "sigmoid(x) -> print('x')",
        "sigmoid(x, *, y=open('z'))",
        "sigmoid(x) #",
    ],
)
def test_a_signature_runs_nothing(signature):
    """It is written into the file that learners fill in: names and constants, no more."""
    assert code.parameters(signature) is None


@pytest.mark.parametrize("signature", ["f()", "f(x, axis=-1)", "f(x, eps=1e-5, *, mask=None)", "f(x, size=(1, -2))"])
def test_a_plain_signature_is_read(signature):
    """With its defaults."""
    assert code.parameters(signature) is not None
