"""Rows of answers, in JSON Lines and YAML."""

import json

import pytest


def line(**fields):
    return json.dumps(fields, ensure_ascii=False)


def test_rows_of_answers(rows):
    """Question, answer, notation and id; other keys are never read."""
    text = line(id="a/1", question="relu-formula", answer="max(0,x)", notation="ascii", expect="different", note="x")
    (row,) = rows("a.jsonl", text)
    assert (row.id, row.question, row.answer.text, row.answer.notation) == ("a/1", "relu-formula", "max(0,x)", "ascii")
    assert row.line == 1


def test_two_free_formulas(rows):
    """`expected` in place of `question`, with declarations if wanted."""
    (row,) = rows("a.jsonl", line(expected="a+b", answer="b+a", symbols={"a": {"type": "scalar"}}))
    assert (row.question, row.expected, row.symbols) == (None, "a+b", {"a": {"type": "scalar"}})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "row-not-json"),
        ("[" * 10_000, "row-not-json"),
        ("[1]", "row-not-a-mapping"),
        ("3", "row-not-a-mapping"),
        (line(question="relu-formula"), "row-without-answer"),
        (line(question="relu-formula", answer=None), "row-without-answer"),
        (line(question="relu-formula", answer={"a": 1}), "row-without-answer"),
        (line(answer="x"), "row-without-question"),
    ],
)
def test_a_bad_line_is_a_row_and_the_rest_is_read(rows, text, message):
    """Nothing is lost, and line numbers are the file's."""
    bad, good = rows("a.jsonl", f"{text}\n\n{line(question='relu-formula', answer='max(0,x)')}\n")
    assert bad.fault[0] == message and bad.line == 1
    assert good.question == "relu-formula" and good.line == 3


def test_numbers_and_lists_are_answers(rows):
    """A number as written; a list is one line an entry."""
    found = rows("a.jsonl", line(question="q", answer=3) + "\n" + line(question="q", answer=["a", "b"]))
    assert [row.answer.text for row in found] == ["3", "a\nb"]


def test_an_unknown_notation_is_detected_later(rows):
    """`mixed` is nobody's notation."""
    assert rows("a.jsonl", line(question="q", answer="x", notation="mixed"))[0].answer.notation is None


def test_the_option_names_the_question_of_rows_without(rows):
    """Rows that name theirs keep it."""
    text = line(answer="x") + "\n" + line(question="relu-code", answer="y")
    assert [row.question for row in rows("a.jsonl", text, question="relu-formula")] == ["relu-formula", "relu-code"]


def test_yaml_rows(rows):
    """With their lines; words stay words."""
    found = rows(
        "a.yaml", "- question: relu-formula\n  answer: no\n- {question: softmax-label, answer: |-\n    a\n    b\n  }\n"
    )
    assert [row.fault for row in found][:1] == [("file-not-yaml", found[0].fault[1])]
    found = rows(
        "a.yaml", "- question: relu-formula\n  answer: no\n- question: softmax-label\n  answer: |\n    a\n    b\n"
    )
    assert [(row.question, row.answer.text, row.line) for row in found] == [
        ("relu-formula", "no", 1),
        ("softmax-label", "a\nb\n", 3),
    ]


def test_yaml_that_is_no_table(rows):
    """Said for a file that was named."""
    assert rows("a.yaml", "name: x\n")[0].fault[0] == "table-no-rows"
    assert rows("a.yaml", "a: [1\n")[0].fault[0] == "file-not-yaml"
