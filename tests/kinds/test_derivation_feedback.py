"""What is said of a false line: no assumption that only seems to help, no name of the file's, no hint already met."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.feedback import speak

from .asking import judged

BANK = open_bank()
GAUSSIAN = "KL = E_q[−log σ − (z−μ)²/(2σ²) + z²/2]"


def told(id, text, language="en"):
    """(the messages of the evidence, all that is said)"""
    asked = BANK.question(id)
    found = judged(asked, text)
    said = speak(found, asked, language)
    return [one.message for one in found.evidence], "\n".join([*said.lines, said.hint or ""])


@pytest.mark.parametrize(
    ("id", "text", "needed"),
    [
        ("sigmoid-derivative-derivation", "σ'(x) = e^{-x}/(1+e^{-x})^2 + 10^{-25}", None),
        ("sigmoid-derivative-derivation", "σ(x) = max(σ(x), 10^{-40})", None),
        ("sigmoid-derivative-derivation", "|x| = x", "needs-positive"),
        ("kl-gaussian-derivation", "KL = −log σ − (z−μ)²/(2σ²) + z²/2", None),
        ("kl-gaussian-derivation", "E_q[(z−μ)²] = 1", "needs-value"),
    ],
)
def test_an_assumption_is_more_than_what_is_not_seen(id, text, needed):
    """A term that no point feels where x is positive needs nothing; a mean's variable has no value."""
    found = [message for message in told(id, text)[0] if message.startswith("needs-")]
    assert found == ([needed] if needed else [])


@pytest.mark.parametrize(
    ("id", "text", "hidden", "shown"),
    [
        ("residual-gradient-derivation", "x_{l+1} = x_l + 2 F_l(x_l)", "start", "Fₗ(xₗ)"),
        ("softmax-shift-derivation", "e^{z_i-c_i} = e^{z_i}", "own", "cᵢ"),
        ("softmax-shift-derivation", "a_i = 2 a_i", "own", "z = "),
    ],
)
def test_names_that_only_the_file_uses_are_not_shown(id, text, hidden, shown):
    """A quantity without a name is left out, and what has only a spelling is spelled so."""
    said = told(id, text)[1]
    assert hidden not in said and shown in said


@pytest.mark.parametrize(("language", "first"), [("en", "free of $2\\pi$"), ("zh", "2\\pi")])
def test_the_hint_is_ahead_of_what_is_shown(language, first):
    """The next milestone's stands in place of the question's first hint; where nothing is shown, that one does."""
    asked = BANK.question("kl-gaussian-derivation")
    messages, said = told(asked.id, f"{GAUSSIAN}\nlog σ² = (log σ)²", language)
    assert messages[-1] == "milestone-hint" and asked.hints[0][language] not in said and first in said
    assert asked.hints[0][language] in told(asked.id, "log σ² = (log σ)²", language)[1]
