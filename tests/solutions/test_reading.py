"""Paths: files, folders, standard input, and what cannot be read."""

import io
import sys
from types import SimpleNamespace

import pytest

from interview_drill.errors import UsageError
from interview_drill.solutions import read


def test_a_folder_is_every_solution_file_in_it(tmp_path, bank):
    """By name, hidden ones and other files left out; a YAML file that is no table is none of ours."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.py").write_text("# drill: relu-code\n")
    (tmp_path / "a.md").write_text("# relu-formula\nmax(0,x)\n")
    (tmp_path / ".hidden.py").write_text("# drill: relu-code\n")
    (tmp_path / "config.yaml").write_text("name: x\n")
    (tmp_path / "notes.txt").write_text("hello")
    (tmp_path / "data.csv").write_text("hello")
    found = list(read(str(tmp_path), bank))
    assert [(row.question, row.file) for row in found] == [
        ("relu-formula", str(tmp_path / "a.md")),
        ("relu-code", str(tmp_path / "sub" / "b.py")),
    ]


def test_a_missing_path_is_said_at_once(bank, tmp_path):
    """Before anything is graded."""
    with pytest.raises(UsageError):
        read(str(tmp_path / "nothing.py"), bank)


def test_an_unknown_format_needs_the_question(bank, tmp_path):
    """Then it is plain text."""
    file = tmp_path / "answer.rst"
    file.write_text("max(0, x)\n")
    with pytest.raises(UsageError):
        read(str(file), bank)
    (row,) = read(str(file), bank, question="relu-formula")
    assert row.answer.text == "max(0, x)"


def test_plain_text_needs_the_question(rows):
    """Without it there is nothing to grade."""
    assert rows("a.txt", "max(0,x)") == []
    assert rows("a.txt", "max(0,x)\n", question="relu-formula")[0].answer.text == "max(0,x)"


def test_standard_input(monkeypatch, bank):
    """With the question; without it the error says what to type."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("ｍax(0,x)".encode())))
    (row,) = read("-", bank, question="relu-formula")
    assert row.answer.text == "ｍax(0,x)"
    with pytest.raises(UsageError):
        read("-", bank)


def test_encodings(tmp_path, bank):
    """A mark at the beginning is no content; UTF-16 is read by its mark; anything else is a row with a fault."""
    file = tmp_path / "a.md"
    for content in ("# relu-formula\nx\n".encode("utf-8-sig"), "# relu-formula\nx\n".encode("utf-16")):
        file.write_bytes(content)
        assert [row.question for row in read(str(file), bank)] == ["relu-formula"]
    file.write_bytes(b"# relu-formula\n\xff\xfe\xfd\n")
    (row,) = read(str(file), bank)
    assert row.fault[0] == "file-not-text"


def test_rows_are_numbered_by_the_caller(rows):
    """Over all paths."""
    assert rows("a.py", "# drill: relu-code\n")[0].numbered(7).number == 7
