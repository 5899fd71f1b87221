"""What wrong programs are told: five softmaxes and five LSTM steps, in both languages, kept as files.

`SNAPSHOTS=write` writes the files again; read the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from interview_drill.bank import open_bank
from interview_drill.feedback.speak import speak
from interview_drill.kinds import Settings, judge
from interview_drill.question import Answer

FOLDER = Path(__file__).with_name("snapshots")
SEED = 7

SOFTMAX = {
    "no shift by the maximum": """
def softmax(x, axis=-1):
    e = np.exp(x)
    return e / np.sum(e, axis=axis, keepdims=True)
""",
    "the last axis, whatever is asked": """
def softmax(x, axis=-1):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
""",
    "keepdims forgotten": """
def softmax(x, axis=-1):
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return e / e.sum(axis)
""",
    "the caller's array changed": """
def softmax(x, axis=-1):
    x = x.astype(float, copy=False)
    x -= x.max(axis=axis, keepdims=True)
    e = np.exp(x)
    return e / e.sum(axis=axis, keepdims=True)
""",
    "a list instead of an array": """
def softmax(x, axis=-1):
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return (e / e.sum(axis=axis, keepdims=True)).tolist()
""",
}

STEP = """
def s(z):
    return 1 / (1 + np.exp(-z))

def lstm_step(x, h_prev, c_prev, W_f, b_f, W_i, b_i, W_c, b_c, W_o, b_o):
    v = np.concatenate([h_prev, x])
    f, i, o = s(W_f @ v + b_f), s(W_i @ v + b_i), s(W_o @ v + b_o)
    g = np.tanh(W_c @ v + b_c)
    c = f * c_prev + i * g
    return o * np.tanh(c), c
"""

LSTM = {
    "the candidate through a sigmoid": STEP.replace("np.tanh(W_c @ v + b_c)", "s(W_c @ v + b_c)"),
    "input before state": STEP.replace("[h_prev, x]", "[x, h_prev]"),
    "no tanh of the cell": STEP.replace("o * np.tanh(c), c", "o * c, c"),
    "the cell is not returned": STEP.replace("o * np.tanh(c), c", "o * np.tanh(c)"),
    "the candidate's bias forgotten": STEP.replace("W_c @ v + b_c", "W_c @ v"),
}

PROGRAMS = {"softmax-code": SOFTMAX, "lstm-code": LSTM}


def told(question_id, language):
    """Each program's headline and lines, whichever sandbox this machine has."""
    question = open_bank().question(question_id)
    for name, program in PROGRAMS[question_id].items():
        found = judge(question, Answer(program), Settings(SEED))
        feedback = speak(found, question, language)
        yield "\n".join([f"# {name}", feedback.headline, *feedback.lines, *filter(None, [feedback.hint])])


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("question_id", PROGRAMS)
def test_wrong_programs_are_told_as_they_were(question_id, language):
    """Every sentence, with its numbers."""
    seen = "\n\n".join(told(question_id, language)) + "\n"
    kept = FOLDER / f"{question_id}.{language}.txt"
    if os.environ.get("SNAPSHOTS") == "write":
        kept.write_text(seen, encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("question_id", PROGRAMS)
def test_no_two_programs_are_told_the_same(question_id):
    """Five mistakes, five answers."""
    bodies = [text.partition("\n")[2] for text in told(question_id, "en")]
    assert len(set(bodies)) == len(PROGRAMS[question_id]) == 5
