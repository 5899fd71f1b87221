"""What a wrong answer to a question of the bank is told: what is wrong with it, nothing that the stem leaves open."""

import pytest
from msgspec.structs import replace

from interview_drill.bank import open_bank
from interview_drill.feedback.speak import speak
from interview_drill.kinds import Settings, judge
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

VITERBI = "def viterbi(emissions, transitions):\n    path = [int(k) for k in emissions.argmax(1)]\n    return {}"
CROSS_ENTROPY = "def cross_entropy_loss(y, y_hat):\n    p = (y * y_hat).sum(1)\n    return {}"


def told(question_id, program, language="en", seed=11):
    """All that is said, the hint at its end included."""
    question = open_bank().question(question_id)
    feedback = speak(judge(question, Answer(program), Settings(seed)), question, language)
    return " ".join([*feedback.lines, feedback.hint or ""])


@pytest.mark.parametrize(
    ("returned", "english", "chinese"),
    [
        ("[k + 0.3 for k in path]", "it should hold whole numbers", "里面应该都是整数"),
        ("np.array(path)[:, None]", "has the shape (2, 1); it should have (2,)", "的形状是 (2, 1)，应为 (2,)"),
        ("[k + 9 for k in path]", "a label out of range: labels run from 0", "标签超出范围：标签从 0 开始编号"),
        ("[-1 - k for k in path]", "a label out of range: labels run from 0", "标签超出范围：标签从 0 开始编号"),
    ],
)
def test_labels_are_told_what_is_wrong_with_them(returned, english, chinese):
    """Not that a list of 2 is no list of 2, nor that they score nan."""
    assert english in told("viterbi-code", VITERBI.format(returned))
    assert chinese in told("viterbi-code", VITERBI.format(returned), "zh")


def test_a_path_of_the_wrong_score_is_told_its_score():
    """Its labels are labels."""
    said = told("viterbi-code", VITERBI.format("path[::-1]"))
    assert "scores" in said
    assert "out of range" not in said


def test_a_guard_is_not_asked_for_the_author_s():
    """Where a truth has probability 0 any finite loss above 10 will do; elsewhere there is one right number."""
    clipped = CROSS_ENTROPY.format("float(-np.log(np.maximum(p, 1e-3)).mean())")
    assert "or another number that the task allows" in told("ce-code", clipped)
    assert "或题目允许的其他数" in told("ce-code", clipped, "zh")
    fixed = told("ce-code", CROSS_ENTROPY.format("float(-np.log(np.maximum(p, 1e-12)).sum() / 7)"))
    assert "or another number" not in fixed.partition("it should be")[2].partition(".")[0]


SOFTMAX = "def softmax(x, axis=-1):\n    e = np.exp(x - x.max(axis, keepdims=True))\n    return {}"


@pytest.mark.parametrize(
    "returned",
    [
        "(e / e.sum(axis, keepdims=True)).tolist()",
        "e / e.sum(axis)",
        "e / e.sum(-1 if x.ndim == 4 else axis, keepdims=True)",
    ],
)
def test_the_first_hint_is_for_whom_the_idea_is_missing(returned):
    """Not where the form is wrong, nor where some inputs alone go wrong, which are named."""
    question = open_bank().question("softmax-code")
    verdict = judge(question, Answer(SOFTMAX.format(returned)), Settings(11))
    assert verdict.outcome is Outcome.INCORRECT
    assert speak(replace(verdict, misconception=None), question, "en").hint is None
    lost = judge(question, Answer(SOFTMAX.format("e * 0.7")), Settings(11))
    assert speak(lost, question, "zh").hint == question.hints[0]["zh"]
