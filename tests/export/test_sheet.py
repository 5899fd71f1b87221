"""The sheet for a friend speaks to somebody who does not know the bank."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.export.parts import LONG, wrong_claims
from interview_drill.export.sheet import Asked, sheet
from interview_drill.feedback import LANGUAGES

BANK = open_bank()


def told(id, language):
    return sheet([Asked(1, BANK.question(id), 2.0, None, None, None, None)], 5, 7, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", [entry.id for entry in BANK.index() if entry.kind in LONG])
def test_a_slip_is_told_by_what_to_reply(id, language):
    """What the bank calls a wrong program or derivation says nothing to a friend."""
    question = BANK.question(id)
    page = told(id, language)
    assert not [wrong.name for wrong in question.misconceptions if f"`{wrong.name}`" in page]
    replies = [reply for _, reply in wrong_claims(question, language, 3)]
    assert len(set(replies)) == len(replies) and all(reply in page for reply in replies if "\n" not in reply)


@pytest.mark.parametrize(("minutes", "shown"), [(2.0, "2"), (2.5, "3"), (1.25, "1"), (0.2, "1")])
def test_minutes_are_whole(minutes, shown):
    """Half a minute counts as one, as people round."""
    asked = Asked(1, BANK.question("softmax-label"), minutes, None, None, None, None)
    assert f"about {shown} min" in sheet([asked], 5, 7, "en")


def test_what_can_be_said_is_quoted():
    """A wrong formula stands before its reply."""
    assert "- They say: " in told("sigmoid-formula", "en") and "- 对方说：" in told("sigmoid-formula", "zh")
