"""A small code question, the sigmoid, and what becomes of programs that answer it."""

from interview_drill import kinds
from interview_drill.grader.task import Draw, Recipe
from interview_drill.kinds import Settings
from interview_drill.kinds.code import Task
from interview_drill.question import Answer, Misconception, Place, Question

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
