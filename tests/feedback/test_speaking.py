"""What is said of an answer is text that stands by itself."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.feedback import LANGUAGES, speak
from interview_drill.question import in_language
from interview_drill.verdict import Evidence, Outcome, verdict


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_ends_with_its_last_word(language):
    """However its author wrote it down."""
    bank = open_bank()
    missed = verdict(Outcome.INCORRECT, Evidence("match", "equal"))
    hints = [speak(missed, bank.question(entry.id), language).hint for entry in bank.index()]
    assert [hint for hint in hints if hint and hint != hint.strip()] == []
    written = [in_language(hint, language) for entry in bank.index() for hint in bank.question(entry.id).hints[:1]]
    assert any(hint.endswith("\n") for hint in written)
