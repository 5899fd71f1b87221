"""Twenty wrong answers, every relation of the diagnosis among them, and the sentences they earn in both languages.

`SNAPSHOTS=write pytest tests/kinds/test_diagnosis.py` writes the files anew; read the diff.
"""

import os
from pathlib import Path

import pytest

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.feedback import phrase
from interview_drill.feedback.messages import known
from interview_drill.kinds import Settings
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

FOLDER = Path(__file__).parent / "snapshots"
RELATIONS = {
    "negated", "factor", "offset", "reciprocal", "swapped", "missing-term", "shadowed", "power", "root", "dual",
}  # fmt: skip
WRONG = r"""
ce-softmax-gradient      negated       y_i - \hat y_i
relu-formula             negated       -\max(0, x)
l2-formula               factor        2L + 2\lambda\sum_i w_i^2
bce-formula              factor        -(y\log_2\hat y + (1-y)\log_2(1-\hat y))
ce-formula               factor        -\frac{1}{C}\sum_i y_i\log\hat y_i
bce-formula              factor        -\frac{1}{2}(y\log\hat y + (1-y)\log(1-\hat y))
conv-output-size         offset        \lfloor (n+2p-k)/s \rfloor
sigmoid-formula          offset        \frac{1}{1+e^{-x}} - \frac12
softmax-formula          reciprocal    \frac{\sum_i e^{z_i}}{e^{z_k}}
sigmoid-formula          reciprocal    1 + e^{-x}
kl-formula               swapped       \sum_i Q(i)\log\frac{Q(i)}{P(i)}
bn-formula               swapped       \beta\frac{x_i-\mu}{\sqrt{\sigma^2+\epsilon}} + \gamma
residual-formula         missing-term  F(x)
bn-formula               missing-term  \gamma\frac{x_i-\mu}{\sqrt{\sigma^2+\epsilon}}
softmax-formula          shadowed      \frac{e^{z_k}}{\sum_{i=1}^{C} e^{z_k}}
bn-formula               power         \gamma\frac{x_i-\mu}{\sigma^2+\epsilon} + \beta
sigmoid-formula          power         \frac{1}{(1+e^{-x})^2}
l2-formula               root          L + \lambda\|w\|_2
sigmoid-formula          root          \frac{1}{\sqrt{1+e^{-x}}}
conv-formula             dual          \sum_m\sum_n I(i-m,j-n)K(m,n)
bce-formula              dual          -(y\log(1-\hat y) + (1-y)\log\hat y)
"""


def rows():
    return [line.split(maxsplit=2) for line in WRONG.strip().splitlines()]


@pytest.fixture(scope="module")
def verdicts():
    bank = open_bank()
    return [kinds.judge(bank.question(name), Answer(text), Settings(seed=1)) for name, _, text in rows()]


def test_every_relation_is_among_them():
    """The table covers the whole diagnosis."""
    assert {relation for _, relation, _ in rows()} == RELATIONS and len(rows()) >= 20


def test_each_relation_is_found(verdicts):
    """facts.relation says what the answer is to the key."""
    found = [verdict.evidence[0].facts.get("relation") for verdict in verdicts]
    assert found == [relation for _, relation, _ in rows()]
    assert {verdict.outcome for verdict in verdicts} == {Outcome.INCORRECT}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sentences_are_as_they_were(verdicts, language):
    """A counterexample that a person can check, and the relation in words."""
    lines = []
    for (name, _, text), verdict in zip(rows(), verdicts, strict=True):
        lines.append(f"{name}: {text}")
        lines += [f"    {phrase(one.message, language, **one.facts)}" for one in verdict.evidence if known(one.message)]
    file, said = FOLDER / f"diagnosis.{language}.txt", "\n".join(lines) + "\n"
    if os.environ.get("SNAPSHOTS") == "write":
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8")


UNRELATED = r"""
relu-derivative     1
relu-derivative     \mathrm{sign}(x)
relu-derivative     \begin{cases}1 & x > 0\\ e^x & x \le 0\end{cases}
relu-formula        \begin{cases}1/x & x > 0\\ -7 & x \le 0\end{cases}
softmax-gradient    a_i(\delta_{ij} - a_j) + [i = 1]
softmax-gradient    a_i(\delta_{ij} - a_j) + [i = 2][j = 1]
softmax-gradient    \begin{cases}a_i(1-a_i) & i = j\\ -a_i a_j & i < j\end{cases}
relu-formula        1.00000000001\max(0, x)
l1-formula          L + \lambda\sum_i \sqrt{w_i}^4
silu-formula        e^{\log x}\sigma(x)
sigmoid-formula     \frac{\sqrt x}{\sqrt x(1 + e^{-x})}
"""


@pytest.mark.parametrize("row", UNRELATED.strip().splitlines())
def test_no_relation_is_told_that_does_not_hold(row: str):
    """Where the key is 0 anything seems its reciprocal; what is right at most points seems the key times 1."""
    name, text = row.split(maxsplit=1)
    verdict = kinds.judge(open_bank().question(name), Answer(text), Settings(seed=1))
    assert verdict.outcome != Outcome.CORRECT
    assert all("relation" not in one.facts for one in verdict.evidence), verdict.evidence


LACKING = r"""
conv-output-size    \lfloor n-k+2p/s \rfloor + 1
conv-output-size    floor(n+2p-k/s) + 1
bce-formula         -y\log\hat y + (1-y)\log(1-\hat y)
silu-formula        x/1+e^{-x}
"""


@pytest.mark.parametrize("row", LACKING.strip().splitlines())
def test_brackets_that_are_missing_are_told(row: str):
    """A slash, a minus and a function take what stands next to them."""
    assert "brackets-missing" in told(row)


@pytest.mark.parametrize(
    "row",
    [
        "conv-output-size  n-k+2p/s+1",  # the floor is missing too
        r"conv-output-size  \frac{n-k+2p}{s} + 1",
        r"sigmoid-formula  \frac{1}{1-e^{-x}}",
        "residual-formula  x + x + F(x)",
        "sigmoid-formula  1/1+e^{-x}",  # one over the key: one thing is enough
    ],
)
def test_no_brackets_are_asked_for_where_they_do_not_mend(row: str):
    """Nor beside a relation that was found."""
    assert "brackets-missing" not in told(row)


def told(row: str) -> list[str]:
    """The messages that a wrong answer earns."""
    name, text = row.split(maxsplit=1)
    verdict = kinds.judge(open_bank().question(name), Answer(text), Settings(seed=1))
    assert verdict.outcome is Outcome.INCORRECT
    return [one.message for one in verdict.evidence]


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("bayes-formula", r"\frac{u}{v}, u = P(B|A)P(A), v = P(A)", None),
        ("cfg-formula", r"\epsilon_c + s d, d = \epsilon_c - \epsilon_u", None),
        ("lstm-cell-state", r"f_t v + i_t u, u = C_{t-1}, v = \tilde C_t", {"f_t", "i_t"}),
    ],
)
def test_a_relation_is_about_names_of_the_question(question, answer, told):
    """A learner's own name is no help, and what it is made of would change places in it as well."""
    found = kinds.judge(open_bank().question(question), Answer(answer), Settings(seed=1))
    names = [set(one.facts["names"]) for one in found.evidence if one.message == "relation-swapped"]
    assert found.outcome is Outcome.INCORRECT and names == ([told] if told else [])
