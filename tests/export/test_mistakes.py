"""The book of mistakes: each missed question once, the latest first, what was written, why it is wrong, the key."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from interview_drill.bank import open_bank
from interview_drill.export.mistakes import book, missed
from interview_drill.feedback import LANGUAGES
from interview_drill.memory.opening import open_store
from tests.cli.interviewed import BANK
from tests.cli.kept import looks_as_it_did
from tests.cli.running import drill
from tests.export.test_markdown import active, tokens
from tests.memory import reviews

START = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
ALONE = ("--bank-only", str(BANK))


def a_review(number, question, outcome, answer="x^2", **more):
    at = START + timedelta(days=number)
    plain = {"id": f"r{number}", "visit": f"v{number}", "at": at, "day": at.date(), "rating": 1, "score": 0.0}
    return reviews.a_review(question, **{**plain, "outcome": outcome, "answer": answer, **more})


HISTORY = [
    a_review(0, "doubling-formula", "incorrect", misconception="square"),
    a_review(1, "halving-formula", "correct"),
    a_review(2, "doubling-slope", "incorrect", answer="3 x"),
    a_review(3, "doubling-formula", "correct"),
    a_review(4, "doubling-code", None, answer="", tries=0, kind="code"),
    a_review(5, "doubling-why", None, answer="It is so.", kind="concept", assessed="self", visit="why"),
    a_review(6, "doubling-why", "partial", answer="", kind="concept", assessed="self", visit="why"),
    a_review(7, "gone-since", "incorrect", answer="y"),
    a_review(8, "doubling-slope", "undecided"),
    a_review(9, "halving-number", "unreadable"),
]


def lookup(id):
    bank = open_bank(alone=BANK)
    return bank.question(id) if id in bank else None


def named(reviews):
    return [(one.question, one.times, one.since) for one in missed(reviews)]


def test_missed_questions_stand_once_the_latest_first():
    """A key that was asked for counts, and ticks that were not complete; right, undecided and unreadable do not."""
    assert named(HISTORY) == [
        ("gone-since", 1, None),
        ("doubling-why", 1, None),
        ("doubling-code", 1, None),
        ("doubling-slope", 1, None),
        ("doubling-formula", 1, "2026-03-04"),
    ]


def test_a_mistake_made_again_is_told_anew():
    """The latest visit stands for it, with the number of times; what was right between no longer counts."""
    again = a_review(20, "doubling-formula", "incorrect", answer="x/2", misconception="half")
    first = missed([*HISTORY, again])[0]
    assert (first.question, first.times, first.since) == ("doubling-formula", 2, None)
    assert [review.answer for review in first.reviews] == ["x/2"]


def test_mending_in_the_same_visit_is_still_a_mistake():
    """Two tries of one visit: only the wrong one is quoted."""
    mended = a_review(0, "doubling-formula", "correct", answer="2x", id="r0b", tries=2, rating=None)
    told = book(missed([HISTORY[0], mended]), lookup, "en")
    assert "```\nx^2\n```" in told and "```\n2x\n```" not in told


def test_the_note_says_why_else_the_first_hint():
    """A misconception on record brings its note."""
    told = book(missed(HISTORY), lookup, "en")
    assert "Twice is added to itself" in told
    assert "No note fits this answer. A first hint: It is a line." in told
    assert told.index("Why doubling") < told.index("Code the double") < told.index("Write the double")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_book_looks_as_it_did(tmp_path, language):
    """From the store to standard output, in both languages."""
    store = open_store(tmp_path / "progress.sqlite").store
    store.record(*HISTORY)
    store.close()
    run = drill(tmp_path, "export", "mistakes", "--lang", language, *ALONE)
    assert run.returncode == 0
    looks_as_it_did(f"mistakes.{language}.md", run.stdout)
    drill(tmp_path, "export", "mistakes", "--lang", language, *ALONE, "--out", tmp_path / "m.md")
    assert (tmp_path / "m.md").read_text(encoding="utf-8") == run.stdout


@pytest.mark.parametrize(
    "answer",
    [
        "```\n# mine\n<script>alert(1)</script>",
        "`````",
        "\x1b]0;title\x07\x1b[2J",
        "[a](javascript:1)",
        "$$ <img src=x>",
    ],
)
def test_hostile_answers_are_harmless(answer):
    """Each is quoted in one fence; it opens nothing outside."""
    plain = book(missed([HISTORY[0]]), lookup, "en")
    told = book(missed([replace(HISTORY[0], answer=answer)]), lookup, "en")
    assert [token.type for token in tokens(told)] == [token.type for token in tokens(plain)]
    assert active(told) == {"heading_open"} and "\x1b" not in told and "\x07" not in told


def test_nothing_missed_is_good_news(tmp_path):
    """Said on stderr, so that a file stays empty; no error."""
    run = drill(tmp_path, "export", "mistakes", *ALONE)
    assert (run.returncode, run.stdout) == (0, "") and "Nothing was missed" in run.stderr
