"""`drill check`: exit codes, lines, and that nothing is lost or kept."""

import json

import pytest

from .running import drill, lines

RIGHT = "# drill: relu-code\nimport numpy as np\n\n\ndef relu(x):\n    return np.maximum(0, x)\n"
WRONG = RIGHT.replace("np.maximum(0, x)", "np.abs(x)")
LSTM = """\
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm_step(x, h_prev, c_prev, W_f, b_f, W_i, b_i, W_c, b_c, W_o, b_o):
    v = np.concatenate([h_prev, x])
    f, i, o = sigmoid(W_f @ v + b_f), sigmoid(W_i @ v + b_i), sigmoid(W_o @ v + b_o)
    c = f * c_prev + i * np.tanh(W_c @ v + b_c)
    return o * np.tanh(c), c
"""
KEYS = {
    "schema",
    "row",
    "source",
    "id",
    "question",
    "kind",
    "outcome",
    "score",
    "misconception",
    "evidence",
    "feedback",
    "seed",
    "elapsed_ms",
}


@pytest.fixture
def answers(tmp_path):
    """Writes rows and gives the file."""

    def write(*rows, name="answers.jsonl"):
        file = tmp_path / name
        file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
        return file

    return write


def row(question, answer, **more):
    return {"question": question, "answer": answer, **more}


CORRECT = row("relu-formula", "max(0, x)")
INCORRECT = row("relu-formula", "min(0, x)")
UNREADABLE = row("relu-formula", "max(0, x")
SELF = row("softmax-label", "the truth")
UNKNOWN = row("relu-formla", "max(0, x)")


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([CORRECT], 0),
        ([CORRECT, SELF], 0),
        ([CORRECT, INCORRECT], 1),
        ([UNREADABLE], 1),
        ([INCORRECT, UNKNOWN], 2),
        ([CORRECT, "{"], 2),
    ],
)
def test_exit_codes(tmp_path, answers, rows, code):
    """The worst of several wins; open questions have no effect."""
    run = drill(tmp_path / "home", "check", answers(*rows), "--json")
    assert run.returncode == code
    assert len(lines(run)) == len(rows)


def test_a_line_an_answer(tmp_path, answers):
    """In input order, with the contract's keys."""
    run = drill(tmp_path, "check", answers({**CORRECT, "id": 5}, UNKNOWN, SELF, "{"), "--json", "--seed", "7")
    found = lines(run)
    assert all(set(line) == KEYS for line in found)
    assert [line["row"] for line in found] == [1, 2, 3, 4]
    assert [line["outcome"] for line in found] == ["correct", "unreadable", "undecided", "unreadable"]
    assert found[0]["id"] == 5 and found[0]["kind"] == "formula" and found[0]["score"] == 1
    assert found[1]["evidence"][0]["message"] == "unknown-question" and found[1]["question"] == "relu-formla"
    assert "relu-formula" in found[1]["feedback"][1]
    assert found[2]["evidence"][0]["method"] == "self"
    assert {line["seed"] for line in found} == {7}
    assert all(line["feedback"] for line in found)


def test_two_free_formulas(tmp_path, answers):
    """`expected` in place of a question; a formula that cannot be read is unreadable, not a crash."""
    found = lines(
        drill(
            tmp_path,
            "check",
            answers({"expected": "a+b", "answer": "b+a"}, {"expected": "a", "answer": "(("}),
            "--json",
        )
    )
    assert [(line["question"], line["kind"], line["outcome"]) for line in found] == [
        (None, "formula", "correct"),
        (None, "formula", "unreadable"),
    ]


def test_code_files(tmp_path):
    """Right and wrong programs, with the misconception's note first; a helper is mentioned on stderr alone."""
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    run = drill(tmp_path / "home", "check", tmp_path / "right.py", tmp_path / "wrong.py", "--json")
    right, wrong = lines(run)
    assert run.returncode == 1
    assert right["outcome"] == "correct"
    assert (wrong["outcome"], wrong["misconception"]) == ("incorrect", "absolute-value")


def test_a_helper_is_no_row(tmp_path):
    """A naive `sigmoid` that an LSTM step calls is mentioned on stderr, and the step alone is graded."""
    (tmp_path / "lstm.py").write_text(LSTM)
    run = drill(tmp_path / "home", "check", tmp_path / "lstm.py", "--json")
    (line,) = lines(run)
    assert (run.returncode, line["row"], line["question"], line["outcome"]) == (0, 1, "lstm-code", "correct")
    assert "sigmoid" in run.stderr


def test_several_processes_keep_the_order(tmp_path, answers):
    """--jobs changes nothing but the time."""
    file = answers(CORRECT, INCORRECT, SELF, UNKNOWN)
    one = lines(drill(tmp_path, "check", file, "--json", "--seed", "1"))
    two = lines(drill(tmp_path, "check", file, "--json", "--seed", "1", "--jobs", "2"))
    assert [(line["row"], line["outcome"]) for line in one] == [(line["row"], line["outcome"]) for line in two]


def test_the_page_for_people(tmp_path, answers):
    """Where, what and why, with counts at the end and the seed on stderr."""
    run = drill(tmp_path, "check", answers(CORRECT, UNKNOWN), "--seed", "9")
    assert "answers.jsonl:1" in run.stdout and "Correct" in run.stdout
    assert "1 correct" in run.stdout and "seed 9" in run.stderr
    run = drill(tmp_path, "check", answers(CORRECT), "--lang", "zh")
    assert "正确" in run.stdout and "种子" in run.stderr


def test_standard_input(tmp_path):
    """With --question; without it the error says what to type."""
    assert drill(tmp_path, "check", "-", "--question", "relu-formula", typed="max(0,x)\n").returncode == 0
    run = drill(tmp_path, "check", "-", typed="max(0,x)\n")
    assert run.returncode == 2 and "--question" in run.stderr


def test_an_empty_answer(tmp_path):
    """Whoever named the question already is not told to name it."""
    run = drill(tmp_path, "check", "-", "--question", "relu-formula", typed="")
    assert run.returncode == 2 and "--question" not in run.stderr


def test_nothing_to_grade(tmp_path):
    """A file without a question, an empty folder, a path that is not there."""
    (tmp_path / "a.py").write_text("print(1)\n")
    (tmp_path / "empty").mkdir()
    for path in ("a.py", "empty", "missing.py"):
        run = drill(tmp_path / "home", "check", tmp_path / path)
        assert run.returncode == 2 and path in run.stderr and run.stdout == ""


def test_check_leaves_no_trace(tmp_path, answers):
    """Only practice writes progress."""
    home = tmp_path / "home"
    drill(home, "check", answers(CORRECT, SELF))
    assert not list(home.rglob("*.sqlite"))


def test_record_keeps_the_answers_as_a_session_would(tmp_path, answers):
    """The first answer that can be read rates, a second one is a further try, an open one waits for its ticks."""
    home = tmp_path / "home"
    half_a_pair = row(SELF["question"], "\ud800")
    file = answers(UNREADABLE, INCORRECT, CORRECT, SELF, UNKNOWN, half_a_pair)
    run = drill(home, "check", file, "--record", DRILL_NOW="2026-03-01T20:00:00+00:00")
    assert run.returncode == 2 and "on record: 4" in run.stderr
    kept = lines(drill(home, "progress", "export"))
    assert [(one["question"], one["tries"], one["rating"], one["outcome"]) for one in kept] == [
        ("relu-formula", 1, 1, "incorrect"),
        ("relu-formula", 2, None, "correct"),
        (SELF["question"], 1, None, None),
        (SELF["question"], 2, None, None),
    ]
    assert kept[0]["visit"] == kept[1]["visit"] and kept[0]["day"] == "2026-03-01" and kept[0]["seconds"] is None
    assert kept[2]["assessed"] == "self" and kept[3]["answer"] == "?"


def test_record_adds_to_what_is_there(tmp_path, answers):
    """A second run is a second visit; exit codes and lines are those of a run that keeps nothing."""
    home = tmp_path / "home"
    for _ in range(2):
        run = drill(home, "check", answers(CORRECT), "--record", "--json")
        assert run.returncode == 0 and len(lines(run)) == 1
    kept = lines(drill(home, "progress", "export"))
    assert [one["rating"] for one in kept] == [3, 3] and kept[0]["visit"] != kept[1]["visit"]


def test_record_goes_on_where_nothing_can_be_kept(tmp_path, answers):
    """A state folder that is a file: said once, and every line is graded all the same."""
    home = tmp_path / "home"
    home.write_text("in the way")
    run = drill(home, "check", answers(CORRECT, INCORRECT), "--record", "--json")
    assert run.returncode == 1 and len(lines(run)) == 2
    assert run.stderr.count("cannot be used") == 1 and "on record: 0" in run.stderr


def test_a_table_of_grades(tmp_path, answers):
    """--report writes CSV beside the page."""
    report = tmp_path / "grades.csv"
    drill(tmp_path / "home", "check", answers(CORRECT, INCORRECT, name="ann.jsonl"), "--report", report)
    text = report.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "submission,relu-formula" and "ann.jsonl" in text


@pytest.mark.parametrize(("language", "said"), [("en", "this ending"), ("zh", "这个后缀")])
def test_a_table_of_grades_is_called_one(tmp_path, answers, language, said):
    """Another ending is refused before anything is graded, as an interview's report does it."""
    for name, code in (("g.md", 2), ("g", 2), ("g.CSV", 0)):
        run = drill(tmp_path / "home", "check", answers(CORRECT), "--report", tmp_path / name, "--lang", language)
        assert (run.returncode, said in run.stderr, (tmp_path / name).exists()) == (code, code == 2, code == 0)


def test_control_characters_are_powerless(tmp_path, answers):
    """An escape sequence in a file's id or answer reaches no terminal."""
    run = drill(tmp_path, "check", answers(row("\u001b[31mx", "\u001b]0;title\u0007")))
    assert "\u001b]0" not in run.stdout and "\u001b[31mx" not in run.stdout


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "headings that name no question (1): `kl-loss` (like `kl-"),
        ("zh", "有 1 个标题不是题目 id：`kl-loss`（近似 `kl-"),
    ],
)
def test_a_heading_that_names_no_question_is_told(tmp_path, language, said):
    """On stderr, with the nearest id; it is no row, and costs nothing."""
    file = tmp_path / "answers.md"
    file.write_text("# relu-formula\nmax(0, x)\n\n# kl-loss\ny\n", encoding="utf-8")
    run = drill(tmp_path, "check", file, "--json", DRILL_LANG=language)
    assert run.returncode == 0 and said in run.stderr
    assert [(row["row"], row["question"]) for row in lines(run)] == [(1, "relu-formula")]


@pytest.mark.parametrize("title", ["手写 sigmoid", "Write the sigmoid", "sigmoid formula"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_title_finds_its_question(tmp_path, title, language):
    """Not the id that is spelled most alike; the title may be in another language."""
    file = tmp_path / "answers.md"
    file.write_text(f"# relu-formula\nmax(0, x)\n\n# {title}\ny\n", encoding="utf-8")
    run = drill(tmp_path, "check", file, DRILL_LANG=language)
    assert run.returncode == 0 and f"`{title}`" in run.stderr and "`sigmoid-formula`" in run.stderr


def test_a_page_of_other_headings_says_which_there_are(tmp_path):
    """Five of them, then no more; titles of questions find their ids, and control characters have no power."""
    file = tmp_path / "answers.md"
    file.write_text("# Softmax formula\nx\n# \x1b[31mred\ny\n" + "# more\n" * 6, encoding="utf-8")
    run = drill(tmp_path, "check", file)
    assert run.returncode == 2 and "`Softmax formula` (like `softmax-formula`)" in run.stderr
    assert "(8):" in run.stderr and run.stderr.count("`more`") == 3 and "\x1b" not in run.stderr


def test_the_place_that_cannot_be_read_is_shown(tmp_path):
    """A caret under it, as at the prompt; an answer that was read, and JSON, have none."""
    file = tmp_path / "answers.md"
    file.write_text("# sigmoid-formula\n\n$$1/(1+e^{-x}$$\n\n# relu-formula\n\n$$\\max(0,x)$$\n")
    shown = drill(tmp_path / "home", "check", file).stdout.splitlines()
    (at,) = (number for number, line in enumerate(shown) if line.strip() == "^")
    assert shown[at - 1][shown[at].index("^")] == "("
    assert "^\n" not in drill(tmp_path / "home", "check", file, "--json").stdout
