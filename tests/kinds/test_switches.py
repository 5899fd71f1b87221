"""Where agreement says too little, an answer stays undecided: a case that no point reached, a number none tests."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.kinds import Settings, judge
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

BANK = open_bank()


def found(id, text):
    return judge(BANK.question(id), Answer(text), Settings(0))


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("relu-formula", r"\min(\max(0,x), e^{20})"),
        ("relu-formula", "np.clip(x, 0, 2**50)"),
        ("relu-formula", "np.where(np.sqrt(np.abs(x)) > 40, 0, np.maximum(x, 0))"),
        ("relu-formula", r"\max(0,x) + \mathbb{1}[\cos x < -0.9999]"),
        ("bce-formula", "-y*np.maximum(np.log(y_hat), -100) - (1-y)*np.maximum(np.log(1-y_hat), -100)"),
        ("adamw-formula", "w - min(lr, 1) * (m_hat / (np.sqrt(v_hat) + eps) + lam * w)"),
        ("conv-output-size", r"\lfloor (n+2p-k)/s \rfloor + 1 + 1[n > 5000]"),
        ("relu-formula", r"\max(0,x) + \lfloor x^2/e^{2e^2} \rfloor"),
        # 0 to a power that is nowhere seen to be 0, or only as far as rounding tells.
        ("bce-formula", r"-(y\log\hat y+(1-y)\log(1-\hat y))+0^{|y-\hat y|}"),
        ("relu-derivative", r"\mathbb{1}[x>0]+0^{|x-\pi|}"),
        ("l1-formula", r"L+\lambda\sum_i(|w_i|+(\lambda-\lambda)^{|e^{w_i}-e|})"),
        # Floors that only rounding puts on a step: right or wrong, they are not refused with a false example.
        ("conv-output-size", r"\left\lfloor\frac{n+2p-k-e^{-e^{2}e^{2}}}{s}\right\rfloor+1"),
        ("conv-output-size", "int((n+2*p-k)/s-np.exp(-np.exp(np.e)*2))+1"),
        ("relu-derivative", r"\lceil\tanh x\rceil"),
        ("relu-derivative", r"\lfloor 2\sigma(x)\rfloor"),
        ("sigmoid-derivative", r"\sigma(x)(1-\sigma(x))+\lfloor\sigma(x)\rfloor"),
        # Numbers that float64 does not see, or only in places that no point reached.
        ("sigmoid-formula", r"\frac{1}{1+e^{-x}} + e^{-40}"),
        ("sigmoid-formula", r"\frac{1}{1+2.718281828459045^{-x}}"),
        ("sigmoid-formula", r"\frac{1}{1+e^{-x}} + e^{-e^{2+2}}"),
        ("sigmoid-formula", r"\frac{1}{1+e^{-x}} \tanh(e^{2+2})"),
        ("softmax-formula", r"\frac{e^{z_k}}{\sum_j e^{z_j}} (1 + e^{-e^{2+2}})"),
        ("bce-formula", r"-y\log\hat{y} - (1-y)\log(1-\hat{y}) + e^{-e^{e^{e^{e^{\hat{y}}}}}}"),
        ("sigmoid-formula", r"\frac{1}{1+e^{-x}}\tanh(e^{2}e)"),
        ("sigmoid-formula", "1/(1+np.exp(-x)+np.exp(-np.exp(2)*np.exp(2)))"),
        ("bn-formula", r"\gamma\frac{x_i-\mu}{\sqrt{\sigma^2+\epsilon}}\tanh(e^{2}e^2)+\beta"),
        ("relu-formula", r"\max(0,x) + \mathbb{1}[2 < x^2 < 2.01]"),
        ("bce-formula", "-(y*np.log(y_hat + 1e-15) + (1-y)*np.log(1 - y_hat + 1e-15))"),
        # Switches over sizes, which a proof at the sizes 1 to 4 does not see.
        ("ce-formula", r"-\sum_i y_i \log \hat{y}_i + [C = 70]"),
        ("ce-formula", "-sum(y[i]*np.log(y_hat[i]) for i in range(C) if i < 50)"),
        ("ce-formula", r"-\sum_i y_i \log \hat{y}_i + [C - 4 = 4]"),
        ("ce-formula", r"-\sum_i y_i \log \hat{y}_i + [C = 2^{2^2}]"),
        ("ce-formula", r"-\sum_i y_i \log \hat{y}_i + [C = 1/0.1]"),
        # Polynomials that are nothing at all the sizes that are declared, and are not beyond.
        ("infonce-formula", r"-\log\frac{e^{s_k/\tau}}{\sum_j e^{s_j/\tau}}+(N-2)(N-3)(N-4)(N-5)"),
        ("infonce-formula", r"-\log\frac{e^{s_k/\tau}}{\sum_j e^{s_j/\tau}}+(N-2)(N-1-2)(N-2-2)(N-1-2-2)"),
        ("label-smoothing-formula", r"-\sum_i((1-\epsilon)y_i+\frac{\epsilon}{C})\log\hat y_i+(C-2)(C-3)(C-4)(C-5)"),
        ("distillation-formula", r"T^2\sum_i p_i\log\frac{p_i}{q_i}+(C-2)(C-3)(C-4)"),
        ("kl-formula", r"\sum_{i \le 100} P_i \log\frac{P_i}{Q_i}"),
    ],
)
def test_what_no_point_tests_is_not_accepted(id, text):
    verdict = found(id, text)
    assert verdict.outcome is Outcome.UNDECIDED
    assert verdict.evidence[0].message == "undecided-unseen"


@pytest.mark.parametrize(
    ("id", "text", "method"),
    [
        ("relu-formula", "(x + |x|)/2", "proved"),
        ("relu-formula", "x if x > 0 else 0", "proved"),
        ("sigmoid-formula", "np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))", "proved"),
        ("adamw-formula", r"w - |\eta| (\hat{m}/(\sqrt{\hat{v}} + \epsilon) + \lambda w)", "proved"),
        ("conv-output-size", "int((n + 2*p - k) / s) + 1", "sampled"),
        ("infonce-formula", r"-\log\frac{\frac1N e^{s_k/\tau}}{\frac1N\sum_j e^{s_j/\tau}}", "proved"),
        ("label-smoothing-formula", r"-(1-ε)\sum_i y_i\log ŷ_i - \frac{ε}{C}\sum_i\log ŷ_i", "proved"),
        ("sigmoid-formula", r"\frac{1}{1+2^{-x/\log 2}}", "proved"),
        ("sigmoid-formula", r"\frac{1}{4}(2 + 2\tanh\frac{x}{2})", "proved"),
        ("ce-formula", "-sum(y[i]*np.log(y_hat[i]) for i in range(C))", "proved"),
        ("softmax-gradient", "a[i]*((2*i/2 == j) - a[j])", "proved"),
        ("softmax-gradient", "a[i]*((3*i + 6 == 3*(j + 2)) - a[j])", "proved"),
    ],
)
def test_cases_that_were_seen_or_proved_count(id, text, method):
    """A dead branch is no trouble where SymPy shows that it is dead; int() is one function."""
    verdict = found(id, text)
    assert verdict.outcome is Outcome.CORRECT and verdict.evidence[0].method == method


@pytest.mark.parametrize(
    ("id", "text", "at"),
    [
        ("relu-formula", "x(1+x/|x|)/2", "x = 0"),
        ("sigmoid-formula", r"\frac{x^2-1}{(x^2-1)(1+e^{-x})}", "x = 1"),
        ("lr-gradient", r"\frac{(\hat y-y)(1-y)}{1-y}x_i", "y = 1"),
    ],
)
def test_a_hole_is_told_however_its_denominator_is_written(id, text, at):
    """A modulus or a difference that is 0 exactly is no rounding error."""
    verdict = found(id, text)
    assert verdict.outcome is Outcome.CORRECT
    holes = [one for one in verdict.evidence if one.message == "formula-undefined-at"]
    assert len(holes) == 1 and holes[0].facts["at"].startswith(at)


@pytest.mark.parametrize(
    "text",
    [
        r"\frac12\log(2\pi\sigma_2^2)-\frac12\log(2\pi\sigma_1^2)",
        r"\log(\sigma_2\sqrt{2\pi})-\log(\sigma_1\sqrt{2\pi})",
    ],
)
def test_what_has_pi_in_it_is_proved(text):
    """A constant that the key has not counts only with a proof, and pi is positive."""
    rest = r"+\frac{\sigma_1^2+(\mu_1-\mu_2)^2}{2\sigma_2^2}-\frac12"
    assert found("kl-gaussians-formula", text + rest).evidence[0].method == "proved"


@pytest.mark.parametrize(
    ("id", "text", "sizes"),
    [
        ("infonce-formula", r"-\log\frac{e^{s_k/\tau}}{\sum_j e^{s_j/\tau}}", "N = 2, 3, 4"),
        ("softmax-formula", r"\frac{9e^{z_k}}{9\sum_i e^{z_i}}", "C = 1, 2, 3, 4"),
    ],
)
def test_the_sizes_of_a_proof_are_those_that_were_proved(id, text, sizes):
    """Larger ones were only compared by numbers."""
    [proof, *_] = found(id, text).evidence
    assert (proof.message, proof.facts["sizes"]) == ("formula-proved-sizes", sizes)


def test_a_free_pair_is_held_to_the_same():
    from interview_drill.kinds import judge_pair

    assert judge_pair("x", Answer("min(x, 2^60)"), None, Settings(0)).outcome is not Outcome.CORRECT
