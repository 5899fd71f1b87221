"""The table of grades: every submission has its row, and nothing in it is more than text."""

import csv

import pytest

from interview_drill.cli.grading import Line
from interview_drill.cli.report import ELSEWHERE, write_report
from interview_drill.errors import UsageError
from interview_drill.solutions import Row
from interview_drill.verdict import Evidence, Outcome, verdict


def line(file, question, outcome, misconception=None):
    found = verdict(outcome, Evidence("match", "equal"), misconception=misconception)
    return Line(Row(file, question=question), found)


@pytest.fixture
def table(tmp_path):
    """The rows of a report over these lines, as a reader of CSV gets them."""

    def write(*lines):
        file = tmp_path / "成绩.csv"
        write_report(file, lines)
        with file.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.reader(stream))

    return write


def test_a_row_a_submission_and_a_column_a_question(table):
    """In the order of the files; what a file does not answer stays empty."""
    rows = table(
        line("王芳.py", "softmax-code", Outcome.CORRECT),
        line("王芳.py", "bn-code", Outcome.PARTIAL),
        line("ann.py", "softmax-code", Outcome.INCORRECT),
    )
    assert rows[:3] == [
        ["submission", "bn-code", "softmax-code"],
        ["王芳.py", "partial", "correct"],
        ["ann.py", "", "incorrect"],
    ]


def test_a_file_that_cannot_be_read_has_its_outcome_too(table):
    """In a column of its own, which is there only then."""
    rows = table(line("a.py", "relu-code", Outcome.CORRECT), line("半途.py", None, Outcome.UNREADABLE))
    assert rows[:3] == [
        ["submission", "relu-code", ELSEWHERE],
        ["a.py", "correct", ""],
        ["半途.py", "", "unreadable"],
    ]


def test_several_answers_to_one_question_are_all_told(table):
    """The last one does not hide the first."""
    rows = table(line("a.jsonl", "kl-code", Outcome.CORRECT), line("a.jsonl", "kl-code", Outcome.INCORRECT))
    assert rows[1] == ["a.jsonl", "correct; incorrect"]


def test_misconceptions_by_count(table):
    """The most frequent first, below an empty row."""
    wrong = [line(f"{at}.py", "relu-code", Outcome.INCORRECT, "leaky") for at in range(3)]
    rows = table(line("x.py", "bn-code", Outcome.INCORRECT, "n-1"), *wrong)
    assert rows[-4:] == [
        [],
        ["question", "misconception", "count"],
        ["relu-code", "leaky", "3"],
        ["bn-code", "n-1", "1"],
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(table, sign):
    """Whatever files, questions and misconceptions are called."""
    name = f"{sign}HYPERLINK(1)"
    rows = table(line(name, name, Outcome.INCORRECT, name))
    assert {cell for row in rows for cell in row if "HYPER" in cell} == {f"'{name}"}


def test_a_name_that_is_no_unicode_is_shown_by_its_bytes(table):
    """Linux lets a file be called anything."""
    assert table(line("caf\udce9.py", "relu-code", Outcome.CORRECT))[1][0] == "caf\\udce9.py"


def test_a_report_that_cannot_be_written_is_the_user_s_to_mend(tmp_path):
    """A folder that is not there."""
    with pytest.raises(UsageError, match="file-not-writable"):
        write_report(tmp_path / "none" / "grades.csv", [])
