"""Templates: every kind has one, and each passes the audit as it is printed."""

import pytest

from interview_drill.bank.audit import audit
from interview_drill.bank.templates import template
from interview_drill.errors import UsageError
from interview_drill.kinds import KINDS

from .banks import bank, write


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_a_sound_question(tmp_path, kind):
    """Nobody begins with mistakes."""
    opened = bank(write(tmp_path, **{f"my_{kind}": template(kind, f"my-{kind}")}))
    assert [(row.line, row.message, dict(row.facts)) for row in audit(opened) if not row.ok] == []
    assert opened.question(f"my-{kind}").kind == kind


def test_an_unknown_kind_has_none():
    """The error names those that there are."""
    with pytest.raises(UsageError) as refused:
        template("essay", "x")
    assert set(refused.value.facts["kinds"]) == set(KINDS)
