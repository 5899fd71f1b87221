"""`drill bank check` and `drill bank new`: what authors see."""

import re
import shutil

import pytest

from interview_drill.bank import open_bank
from interview_drill.feedback.messages import known
from interview_drill.kinds import kind

from ..bank.banks import SOUND, write
from .running import drill, lines

KEYS = {"schema", "file", "line", "column", "question", "check", "ok", "message"}


def test_one_file_of_the_shipped_bank(tmp_path):
    """A row a check, and only of this question."""
    file = open_bank().folder / "softmax" / "softmax-label.yaml"
    run = drill(tmp_path, "bank", "check", file, "--json")
    found = lines(run)
    assert run.returncode == 0
    assert all(set(row) == KEYS and row["ok"] for row in found)
    assert {row["question"] for row in found} == {"softmax-label"}


@pytest.mark.parametrize(
    ("old", "new", "check", "line"),
    [
        ("key: right", "key: first", "kind", 12),
        ("{en: Title, zh: 标题}", "{en: Title}", "translations", 4),
        ("level: 2", "level: two", "read", 2),
        ("level: 2", "level: 2\nlevel: 3", "read", 3),
        ("hints:", "hint:", "read", 6),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, old, new, check, line):
    """Exit code 4; the file, the line and the column, in both forms of output."""
    root = write(tmp_path / "bank", a=SOUND.replace(old, new))
    run = drill(tmp_path / "home", "bank", "check", root, "--json")
    assert run.returncode == 4
    assert (check, line) in [(row["check"], row["line"]) for row in lines(run) if not row["ok"]]
    run = drill(tmp_path / "home", "bank", "check", root)
    assert run.returncode == 4 and f"a.yaml:{line}:" in run.stdout


def test_a_changed_copy_of_a_shipped_question(tmp_path):
    """It is checked in place of the shipped one, not refused for its id."""
    shipped = open_bank().folder / "softmax"
    copy = tmp_path / "softmax"
    copy.mkdir()
    shutil.copy(shipped / "softmax-label.yaml", copy)
    assert drill(tmp_path / "home", "bank", "check", copy).returncode == 0
    text = (copy / "softmax-label.yaml").read_text(encoding="utf-8")
    (copy / "softmax-label.yaml").write_text(text.replace("level: 1", "level: 0"), encoding="utf-8")
    run = drill(tmp_path / "home", "bank", "check", copy / "softmax-label.yaml")
    assert run.returncode == 4 and "softmax-label.yaml:2:" in run.stdout


def test_a_broken_bank_is_refused_by_every_command(tmp_path):
    """With all its mistakes on stderr, in the person's language."""
    root = write(
        tmp_path / "bank", a=SOUND.replace("level: 2", "level: x"), b=SOUND.replace("kind: choice", "kind: quiz")
    )
    for command in (["list"], ["show", "a"], ["check", "-", "--question", "a"]):
        run = drill(tmp_path / "home", *command, "--bank", root, typed="x")
        assert run.returncode == 4 and run.stdout == ""
        assert "a.yaml:2:8" in run.stderr and "b.yaml:1:7" in run.stderr
    assert "整数" in drill(tmp_path / "home", "list", "--bank", root, "--lang", "zh").stderr


def test_an_extra_bank_joins(tmp_path):
    """And may not take an id that is taken."""
    root = write(tmp_path / "bank", my_question=SOUND)
    assert "my-question" in [row["id"] for row in lines(drill(tmp_path, "list", "--json", "--bank", root))]
    write(root, softmax_label=SOUND)
    run = drill(tmp_path, "list", "--bank", root)
    assert run.returncode == 4 and run.stderr.count("softmax-label.yaml") == 2


def test_a_path_without_questions(tmp_path):
    """Exit code 2."""
    (tmp_path / "empty").mkdir()
    for path in ("empty", "missing"):
        run = drill(tmp_path / "home", "bank", "check", tmp_path / path)
        assert run.returncode == 2 and path in run.stderr


def test_a_template_passes_as_it_is_printed(tmp_path):
    """stdout is the file, stderr says where to put it."""
    run = drill(tmp_path / "home", "bank", "new", "ordering", "my-steps")
    assert run.returncode == 0 and "bank check" in run.stderr
    folder = tmp_path / "softmax"
    folder.mkdir()
    (folder / "my-steps.yaml").write_text(run.stdout, encoding="utf-8")
    assert drill(tmp_path / "home", "bank", "check", folder).returncode == 0


@pytest.mark.parametrize("arguments", [("essay", "x"), ("choice", "My_Id"), ("choice", "softmax-label")])
def test_what_cannot_be_begun(tmp_path, arguments):
    """An unknown kind, an id that is none, an id that is taken."""
    run = drill(tmp_path, "bank", "new", *arguments)
    assert run.returncode == 2 and run.stdout == "" and run.stderr


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("formula", "'y^2 - 2yp + p^2'", "'y^2 - 2yp + p^3'", 'instead of "Correct" (At y = '),
        ("formula", "'(p - y)**2'", "'(p - q)**2'", "`q` is not declared here"),
        ("formula", "'y - p'", "'(y - p)^2'", 'comes out as "Correct" instead of "Not right"'),
        ("code", "entry + entry", "entry + 1", "`answer["),
        ("code", "return x + 2", "return x * 2", "agree with the key"),
        ("number", "'10*5 + 5'", "'10*5 + x'", "`55` cannot be recomputed (`x` is not declared here"),
        ("number", "(10 * 5 + 5)", "(10 * 5 + 6)", "`220` is quoted, and comes out as 224."),
        ("number", "return np", "return np.nothing", "`220` cannot be recomputed (raised AttributeError"),
    ],
)
def test_a_fault_is_told_in_words(tmp_path, kind, old, new, said):
    """What the engine found against the answer, as a learner would read it; never a bare message id."""
    template = drill(tmp_path / "home", "bank", "new", kind, "my-question").stdout
    assert old in template
    file = tmp_path / "softmax" / "my-question.yaml"
    file.parent.mkdir()
    file.write_text(template.replace(old, new, 1), encoding="utf-8")
    run = drill(tmp_path / "home", "bank", "check", file)
    assert run.returncode == 4 and said in run.stdout


def test_every_check_has_a_name_in_words(tmp_path):
    """In both languages, for whatever the shipped questions are checked by; nothing of it is English in Chinese."""
    bank = open_bank()
    questions = [bank.question(entry.id) for entry in bank.index()]
    checks = {one.field.partition(".")[0] for asked in questions for one in kind(asked.kind).specimens(asked)}
    assert {"key", "blanks", "routes"} < checks and all(known(f"checked-{check}") for check in checks)
    file = bank.folder / "sigmoid" / "sigmoid-multiclass-heads.yaml"
    told = drill(tmp_path, "bank", "check", file, DRILL_LANG="zh").stdout.partition("检查：")[2].partition("\n")[0]
    assert "填空词" in told and not re.search("[a-z]", told)
    assert "words of blanks" in drill(tmp_path, "bank", "check", file).stdout
