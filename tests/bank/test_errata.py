"""The sheet that this bank grew from errs 28 times: none of it passes, and each slip earns a note that is kind."""

from pathlib import Path

import pytest
import yaml

from interview_drill.bank import open_bank
from interview_drill.feedback.speak import speak
from interview_drill.grader import oracle
from interview_drill.grader.sandbox import supervisor
from interview_drill.kinds import Settings, judge
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

ROWS = yaml.safe_load((Path(__file__).parent / "errata.yaml").read_text(encoding="utf-8"))
SETTINGS = Settings(seed=20240416)
REFUSED = (Outcome.INCORRECT, Outcome.PARTIAL)
SHEETS = {"en": "sheets", "zh": "面经"}
BANK = open_bank()


def checks(*names):
    """Every check of these names in the table, for parametrising: (row, check)."""
    found = [(row, check) for row in ROWS for name in names for check in row.get(name, ())]
    return pytest.mark.parametrize(("row", "check"), found, ids=[f"{row['id']}-{c['question']}" for row, c in found])


def verdict(check):
    return judge(BANK.question(check["question"]), Answer(check["answer"]), SETTINGS)


def misconception(check):
    """The claim as the question has it; StopIteration where it has none of this name."""
    named = BANK.question(check["question"]).misconceptions
    return next(one for one in named if one.name == check["misconception"])


def note(name, check):
    """What a check tells: the note of the misconception, or the question's own."""
    return BANK.question(check["question"]).note if name == "noted" else misconception(check).note


def plain(text):
    """A text on one line, as the screen wraps it anew; what is mathematics and what is not makes no difference."""
    return " ".join(text.replace("$", "").split())


def tells(said, language, right):
    """Whether the right idea is told, and before anything about sheets."""
    at, sheets = plain(said).find(plain(right)), plain(said).find(SHEETS[language])
    return at >= 0 and (sheets < 0 or at < sheets)


def test_every_erratum_has_a_row():
    """E1 to E28, each once, each met somewhere."""
    assert [row["id"] for row in ROWS] == [f"E{number}" for number in range(1, 29)]
    meeting = {"typed", "claimed", "noted", "value", "parent"}
    assert [row["id"] for row in ROWS if not meeting & row.keys()] == []


@checks("typed")
def test_a_wrong_statement_is_not_accepted_and_earns_its_note(row, check):
    """Typed or chosen, it is refused by the misconception's name, and the note is what is said first."""
    found = verdict(check)
    assert found.outcome in REFUSED and found.misconception == check["misconception"]
    for language, right in check["right"].items():
        assert tells(speak(found, BANK.question(check["question"]), language).lines[0], language, right)


@checks("claimed")
def test_a_wrong_claim_stands_at_its_question_beside_the_key_point_it_misses(row, check):
    """In both languages; no machine grades it, and the note is there to be read."""
    claim, points = misconception(check), BANK.question(check["question"]).task.points
    assert any(all(plain(said) in plain(point.text[lang]) for lang, said in check["point"].items()) for point in points)
    for language, right in check["right"].items():
        assert claim.claim[language] and tells(claim.note[language], language, right)


@checks("noted")
def test_a_closing_note_names_the_right_idea_first(row, check):
    for language, right in check["right"].items():
        assert tells(BANK.question(check["question"]).note[language], language, right)


@checks("accepted")
def test_what_may_stand_passes_with_its_warning(row, check):
    """A shadowed index is understood, and said; what the sheet has right is right here."""
    found = verdict(check)
    assert found.outcome == Outcome.CORRECT
    warnings = [one.message for one in found.evidence if one.message.startswith("note-")]
    assert warnings == ([check["warning"]] if "warning" in check else [])


@checks("damaged")
def test_damaged_text_cannot_be_read(row, check):
    assert verdict(check).outcome == Outcome.UNREADABLE


@pytest.mark.parametrize("row", [row for row in ROWS if "reason" not in row], ids=lambda row: row["id"])
def test_nobody_is_blamed_for_what_sheets_print(row):
    """A note of each row says in both languages that many sheets have it so."""
    notes = [note(name, check) for name in ("typed", "claimed", "noted") for check in row.get(name, ())]
    assert any(all(word in said[language] for language, word in SHEETS.items()) for said in notes)


def test_the_restored_listing_prints_its_number():
    """E12: by the key of the code question, on the sheet's own three rows."""
    wanted = next(row["value"] for row in ROWS if "value" in row)
    vectors, replies = oracle.wanted(BANK.question(wanted["question"]).task.examination, 1, supervisor())
    values = [r.value for v, r in zip(vectors, replies, strict=True) if v.recipe.name == wanted["recipe"]]
    assert values == [pytest.approx(wanted["is"], abs=5e-8)]


@checks("parent")
def test_follow_ups_hang_below_their_questions(row, check):
    """E28: whatever number the sheet gives them."""
    question = BANK.question(check["question"])
    assert {name: getattr(question, name) for name in check if name != "question"} == {
        name: value for name, value in check.items() if name != "question"
    }
