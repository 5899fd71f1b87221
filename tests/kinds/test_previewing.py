"""What is drawn while an answer is typed: the grader's own reading of it, in two dimensions, of the right width."""

from __future__ import annotations

import pytest

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.errors import AnswerError
from interview_drill.formula.layout.measuring import measured
from interview_drill.formula.layout.style import Style
from interview_drill.kinds import Settings
from interview_drill.verdict import Outcome

BANK = open_bank()
PREVIEWED = ("formula", "number", "derivation")
ASKED = [entry.id for entry in BANK.index() if entry.kind in PREVIEWED]
FORMULAS = [entry.id for entry in BANK.index() if entry.kind == "formula"]
BOUNDLESS = 10_000
STYLES = {
    "80 columns": Style(width=77),
    "wide signs": Style(width=97, ambiguous=2),
    "ASCII": Style(unicode=False, width=97),
}
JUDGED_OF_EACH = 3


def right(question):
    return [one for one in kinds.kind(question.kind).specimens(question) if one.outcome is Outcome.CORRECT]


def preview(id, text, style=STYLES["80 columns"], *before):
    question = BANK.question(id)
    return kinds.kind(question.kind).preview(question, text, style, *before)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("id", ASKED)
def test_every_right_answer_is_drawn_without_a_fall_back(id, style):
    """As if there were room without end, and no line is wider than the room there is."""
    boundless = Style(style.unicode, style.ambiguous, BOUNDLESS)
    for specimen in right(BANK.question(id)):
        drawn = preview(id, specimen.answer.text, style)
        assert drawn == preview(id, specimen.answer.text, boundless), specimen.answer.text
        assert all(measured(line, style) <= style.width for line in drawn)
        assert style.unicode or "".join(drawn).isascii()


@pytest.mark.parametrize("id", FORMULAS)
def test_what_is_drawn_is_what_the_grader_read(id):
    """The same tree: on one line it is what the verdict says that it read."""
    question = BANK.question(id)
    for specimen in [one for one in right(question) if "=" not in one.answer.text][:JUDGED_OF_EACH]:
        facts = kinds.judge(question, specimen.answer, Settings(seed=1)).evidence[0].facts
        assert preview(id, specimen.answer.text, Style(width=0)) == [facts["parsed"]]


def test_fractions_roots_sums_and_hats_are_drawn():
    """Two dimensions, not a line."""
    assert preview("sigmoid-formula", "1/(1+e^{-x})") == ["   1", "───────", "1 + e⁻ˣ"]
    assert any("∑" in line for line in preview("softmax-formula", r"e^{z_k}/\sum_j e^{z_j}"))


@pytest.mark.parametrize(
    ("text", "message", "at"), [("1/(1+exp(-x", "bracket-never-closed", 8), ("1/", "operand-missing", 1)]
)
def test_what_is_incomplete_has_a_place_and_a_reason(text, message, at):
    """Where the caret goes."""
    with pytest.raises(AnswerError) as refused:
        preview("sigmoid-formula", text)
    assert (refused.value.message, refused.value.at) == (message, at)


def test_an_expression_has_its_value_and_a_number_says_nothing_new():
    """`0.5` needs no preview."""
    question = next(entry.id for entry in BANK.index() if entry.kind == "number")
    assert preview(question, "2 * 3^2") == ["2 ⋅ 3² = 18"]
    assert preview(question, "0.5") == []
    assert preview(question, "1/3")[1].endswith("≈ 0.333333")


def test_a_name_defined_on_the_way_is_known_from_its_line_on():
    """The lines that stand are behind the one that is typed."""
    asked = "lr-gradient-derivation"
    assert preview(asked, "let u = 1 - yhat", STYLES["80 columns"]) == ["u = 1 − ŷ"]
    with pytest.raises(AnswerError):
        preview(asked, "dyhat/dz = yhat u")
    assert preview(asked, "dyhat/dz = yhat u", STYLES["80 columns"], ("let u = 1 - yhat",))[1].endswith("= ŷu")
