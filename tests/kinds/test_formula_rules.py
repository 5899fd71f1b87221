"""Each rule for reading an answer, with answers on both sides of the line, judged through the shipped bank."""

import pytest

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.kinds import Settings
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

RIGHT, WRONG, UNREADABLE = Outcome.CORRECT, Outcome.INCORRECT, Outcome.UNREADABLE

LEFT_HAND_SIDES = """
right      sigmoid-formula   \\sigma(x) = \\frac{1}{1+e^{-x}}
right      sigmoid-formula   f(x) = 1/(1+e^{-x})
right      sigmoid-formula   \\sigma(x) = \\frac{1}{1+e^{-x}} = \\frac{e^x}{1+e^x}
right      l1-formula        L_{reg} = L + \\lambda\\sum_i |w_i|
right      kl-formula        D_{KL}(P\\|Q) = \\sum_i P(i)\\log\\frac{P(i)}{Q(i)}
right      residual-gradient dL/dx = dL/dy dy/dx = dL/dy (1 + F'(x))
wrong      sigmoid-formula   \\sigma(-x) = \\frac{1}{1+e^{-x}}
wrong      sigmoid-formula   \\sigma(x) = \\frac{1}{1+e^{-x}} = \\frac{e^{-x}}{1+e^{-x}}
wrong      kl-formula        D_{KL}(Q\\|P) = \\sum_i P(i)\\log\\frac{P(i)}{Q(i)}
wrong      sigmoid-derivative \\sigma(x) = \\sigma(x)(1-\\sigma(x))
wrong      softmax-gradient  \\frac{\\partial a_j}{\\partial z_i} = a_i(1-a_j)
unreadable bayes-formula     P(A|B)P(B) = P(B|A)P(A)
unreadable bayes-formula     P(A|B)P(B)/P(B)
unreadable softmax-formula   a_k
unreadable l1-formula        L = L + \\lambda\\sum_i |w_i|
unreadable bayes-formula     P(A∩B)/P(B)
right      bayes-formula     P(A|B) = P(A,B)/P(B) = P(B|A)P(A)/P(B)
unreadable softmax-formula   a_k = softmax(z)_k
"""

NAMES_AND_PRODUCTS = """
right      bayes-formula     P(A) P(B|A) / P(B)
right      bayes-formula     p(B|A)\\,p(A)/p(B)
right      bn-formula        gamma*(x_i-mu)/sqrt(sigma^2+eps)+beta
right      bn-formula        γ(xᵢ-μ)/√(σ²+ε)+β
right      lstm-cell-state   f_t \\otimes C_{t-1} + i_t \\otimes \\tilde{C}_t
unreadable bce-formula       -(\\log ŷ·y + (1-y)\\log(1-ŷ))
unreadable bce-formula       -(y log p + (1-y) log(1-p))
unreadable l2-formula        L + \\lambda w^2
unreadable sigmoid-formula   1/(1+e^-2x)
unreadable sigmoid-formula   σ^{-1}
right      sigmoid-formula   1/(1+e^-x)
wrong      sigmoid-formula   1/1+e^{-x}
unreadable conv-output-size  [(n+2p-k)/s] + 1
right      conv-output-size  ⌊(n+2p-k)/s⌋+1
right      relu-derivative   \\mathbb{1}[x>0]
right      relu-formula      x·𝟙(x>0)
wrong      bce-formula       -(y\\log_2\\hat y+(1-y)\\log_2(1-\\hat y))
"""

INDICES_AND_SUMS = """
right      ce-formula        -\\sum_c y_c \\log \\hat{y}_c
right      ce-formula        -\\sum y_i\\log\\hat y_i
right      softmax-formula   e^{z_k}/(e^{z_1}+\\dots+e^{z_C})
right      softmax-formula   a_i = e^{z_i}/\\sum_j e^{z_j}
right      softmax-formula   e^{z_i}/\\sum_j e^{z_j}
right      softmax-formula   e^{z_k}/\\sum_k e^{z_k}
unreadable softmax-formula   a_i = e^{z_k}/\\sum_j e^{z_j}
wrong      softmax-formula   e^{z_k}/\\sum_{j=1}^{C} e^{z_m}
unreadable softmax-formula   e^{z_k}/\\sum_{j=0}^{C} e^{z_j}
wrong      ce-formula        -\\sum_{i=1}^{C-1} y_i\\log\\hat y_i
right      ce-kl-relation    \\sum_i p_A(v_i)\\log p_A(v_i) - p_A(v_i)\\log p_B(v_i)
wrong      softmax-formula   e^{z_k}/\\sum_{i=k} e^{z_i}
right      softmax-formula   e^{z_k}/\\sum_{i=1} e^{z_i}
right      kl-formula        \\sum p\\log\\frac{p}{q}
right      conv-formula      \\sum_{m=0}^{k_h-1}\\sum_{n=0}^{k_w-1} I(i+m,j+n)K(m,n)
right      softmax-formula   np.exp(z)/np.exp(z).sum()
wrong      softmax-formula   np.exp(z)/(1+np.exp(z))
right      softmax-gradient  np.diag(a) - np.outer(a, a)
wrong      softmax-gradient  np.diag(a)
"""

WHAT_COUNTS = """
wrong      bce-formula       -\\frac{1}{N}(y\\log\\hat y+(1-y)\\log(1-\\hat y))
wrong      l2-formula        L + \\frac{\\lambda}{2}\\sum_i w_i^2
wrong      conv-formula      \\sum_m\\sum_n I(i-m,j-n)K(m,n)
right      lstm-forget-gate  \\sigma(W_f [x_t, h_{t-1}] + b_f)
wrong      lstm-forget-gate  \\sigma(W_f [h_t, x_t] + b_f)
right      relu-derivative   \\begin{cases}1 & x\\ge 0\\\\ 0 & x<0\\end{cases}
unreadable relu-formula      \\begin{cases}x & x\\ge 0\\\\ 1+x & x\\le 0\\end{cases}
right      relu-formula      x(1+x/|x|)/2
right      sigmoid-formula   expit(x)
right      sigmoid-formula   １／（１＋ｅｘｐ（－ｘ））
unreadable sigmoid-formula   1/(1+\u0435^{-x})
unreadable sigmoid-formula   exponentials and so on
wrong      relu-formula      \\min(\\max(0,x),6)
"""

OUTCOMES = {"right": RIGHT, "wrong": WRONG, "unreadable": UNREADABLE}


def rows(table):
    for line in table.strip().splitlines():
        yield tuple(line.split(maxsplit=2))


@pytest.fixture(scope="module")
def bank():
    return open_bank()


@pytest.mark.parametrize(
    ("wanted", "question", "answer"),
    [row for table in (LEFT_HAND_SIDES, NAMES_AND_PRODUCTS, INDICES_AND_SUMS, WHAT_COUNTS) for row in rows(table)],
)
def test_a_rule_holds_on_both_sides(bank, wanted, question, answer):
    """Right, wrong or unreadable, as the rule says."""
    found = kinds.judge(bank.question(question), Answer(answer), Settings(seed=1))
    assert found.outcome is OUTCOMES[wanted], found


def test_a_false_left_hand_side_earns_no_note(bank):
    """What is wrong is only the name on the left: no idea about the answer is to blame."""
    found = kinds.judge(bank.question("sigmoid-formula"), Answer("\\sigma(-x) = 1/(1+e^{-x})"), Settings(seed=1))
    assert found.misconception is None and found.evidence[0].facts["part"] == 1


def test_another_order_of_joining_is_told(bank):
    """[x, h] counts, and the learner hears that the columns are permuted."""
    answer = Answer("\\sigma(W_f [x_t, h_{t-1}] + b_f)")
    found = kinds.judge(bank.question("lstm-forget-gate"), answer, Settings(seed=1))
    assert [one.message for one in found.evidence if one.message == "form-note"]
