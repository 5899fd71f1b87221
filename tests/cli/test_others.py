"""`drill start`, `drill doctor`, `drill progress`, and help in both languages."""

import ast
import re

import pytest
from wcwidth import wcswidth

from interview_drill.cli.commands import COMMANDS

from .running import drill, lines


def test_start_writes_a_file_that_check_reads(tmp_path):
    """Header, signature and task; not over a file that is there."""
    target = tmp_path / "mine.py"
    run = drill(tmp_path / "home", "start", "softmax-code", "--out", target)
    assert run.returncode == 0 and f"drill check {target}" in run.stdout and f"drill watch {target}" in run.stdout
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# drill: softmax-code") and "def softmax(x, axis=-1)" in text
    ast.parse(text)
    assert drill(tmp_path / "home", "start", "softmax-code", "--out", target).returncode == 2
    assert drill(tmp_path / "home", "start", "softmax-code", "--out", target, "--force").returncode == 0
    found = lines(drill(tmp_path / "home", "check", target, "--json"))
    assert [line["question"] for line in found] == ["softmax-code"] and found[0]["outcome"] != "correct"


def test_start_on_standard_output(tmp_path):
    """In Chinese, if that is the language."""
    run = drill(tmp_path, "start", "softmax-code", "--out", "-", "--lang", "zh")
    assert run.returncode == 0 and run.stdout.startswith("# drill: softmax-code")
    assert any("\u4e00" <= char <= "\u9fff" for char in run.stdout)


@pytest.mark.parametrize("name", ["Softmax-Code", "softmax_code", "soft-max-code"])
def test_a_question_is_found_as_practice_finds_it(tmp_path, name):
    """However its id is spelled; it is not taken for a topic."""
    run = drill(tmp_path, "start", name, "--out", "-")
    assert run.returncode == 0 and run.stdout.startswith("# drill: softmax-code")
    assert "is a topic" in drill(tmp_path, "start", "Soft-Max", "--out", "-").stderr


@pytest.mark.parametrize("arguments", [(), ("softmax-label",), ("nothing",)])
def test_what_cannot_be_started(tmp_path, arguments):
    """Nothing named, no code question, no question at all."""
    run = drill(tmp_path, "start", *arguments)
    assert run.returncode == 2 and run.stderr


def test_start_writes_all_or_nothing(tmp_path):
    """A file that is there already is found before others are written."""
    (tmp_path / "relu_code.py").write_text("mine")
    run = drill(tmp_path / "home", "start", "softmax-code", "relu-code", "--out", tmp_path)
    assert run.returncode == 2 and "relu_code.py" in run.stderr
    assert (tmp_path / "relu_code.py").read_text() == "mine" and not (tmp_path / "softmax_code.py").exists()


def test_start_all(tmp_path):
    """A folder of starters, one a code question."""
    run = drill(tmp_path / "home", "start", "--all", "--out", tmp_path / "all")
    assert run.returncode == 0
    names = {file.name for file in (tmp_path / "all").iterdir()}
    assert {"softmax_code.py", "relu_code.py"} <= names


@pytest.mark.parametrize("language", ["en", "zh"])
def test_doctor_says_what_this_machine_offers(tmp_path, language):
    """Versions, sandbox, terminal, folders."""
    run = drill(tmp_path / "home", "doctor", "--lang", language)
    assert run.returncode == 0 and run.stderr == ""
    assert "numpy" in run.stdout and str(tmp_path) in run.stdout.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_doctor_says_in_words_what_confines_programs(tmp_path, language):
    """In the person's language."""
    told = drill(tmp_path, "doctor", "--lang", language).stdout
    assert ("沙箱" in told, "内核级沙箱" in told or "仅单独进程" in told) == (language == "zh",) * 2
    assert ("kernel sandbox" in told or "process only" in told) == (language == "en")


def test_doctor_tries_whether_the_folder_can_be_made(tmp_path):
    """A file has no folders, nor has /proc any new ones; what was tried leaves nothing behind."""
    (tmp_path / "x.jsonl").write_text("")
    for home, writable in ((tmp_path / "a" / "b", True), (tmp_path / "x.jsonl" / "y", False), ("/proc/nope", False)):
        (found,) = lines(drill(home, "doctor", "--json"))
        assert found["home"]["writable"] is writable
    assert not [*tmp_path.rglob("tmp*")]


def test_doctor_as_json(tmp_path):
    """One object."""
    (found,) = lines(drill(tmp_path, "doctor", "--json"))
    assert {"version", "python", "libraries", "sandbox", "terminal", "language", "home", "bank"} <= set(found)


def test_doctor_survives_a_broken_bank(tmp_path):
    """It is the command for when nothing works."""
    folder = tmp_path / "questions" / "softmax"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("kind: none\n")
    run = drill(tmp_path, "doctor")
    assert run.returncode == 0 and "bank check" in run.stdout


def test_progress_before_anything(tmp_path):
    """Twelve topics, nothing seen, and what to type."""
    found = lines(drill(tmp_path, "progress", "--json"))
    assert len(found) == 12 and all(row["seen"] == 0 for row in found)
    assert "drill practice" in drill(tmp_path, "progress").stdout


def test_progress_counts_what_was_practised(tmp_path):
    """One answer, seen in its topic; due after some days."""
    now = {"DRILL_NOW": "2026-03-01T20:00:00+00:00"}
    assert drill(tmp_path, "practice", "relu-formula", typed="max(0,x)\n", **now).returncode == 0
    (relu,) = [row for row in lines(drill(tmp_path, "progress", "--json", **now)) if row["topic"] == "relu"]
    assert (relu["seen"], relu["due"]) == (1, 0)
    later = {"DRILL_NOW": "2026-05-01T20:00:00+00:00"}
    (relu,) = [row for row in lines(drill(tmp_path, "progress", "--json", **later)) if row["topic"] == "relu"]
    assert relu["due"] == 1
    assert "2026-03" in drill(tmp_path, "progress", **now).stdout


def commands(table, prefix=()):
    for name, entry in table.items():
        yield from commands(entry, (*prefix, name)) if isinstance(entry, dict) else [(*prefix, *filter(None, [name]))]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", [(), *commands(COMMANDS)], ids=" ".join)
def test_help_speaks_the_language(tmp_path, command, language):
    """Every command has help, and none of it in the other language."""
    run = drill(tmp_path, *command, "--help", "--lang", language)
    assert run.returncode == 0
    assert ("用法" in run.stdout) == (language == "zh") and ("Usage" in run.stdout) == (language == "en")


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["show", "relu-formula", "extra"], "extra"),
        (["check", "--seed", "x"], "--seed"),
        (["check", "--seed"], "--seed"),
        (["practice", "--level", "9"], "1"),
        (["practice", "--interview", "--minutes", "0"], "600"),
        (["practice", "--new", "-1"], "0"),
        (["check", "x.py", "--limit-s", "soon"], "--limit-s"),
        (["list", "--lang", "fr"], "fr"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_mistyped_line_is_answered_in_the_persons_language(tmp_path, arguments, said, language):
    """With what is wrong with it, and nothing of Typer's own English."""
    run = drill(tmp_path, *arguments, DRILL_LANG=language)
    assert run.returncode == 2 and said in run.stderr.splitlines()[0] and "Traceback" not in run.stderr
    assert (language == "zh") == any("\u4e00" <= char <= "\u9fff" for char in run.stderr)
    assert "Got unexpected" not in run.stderr and "Invalid value" not in run.stderr


def test_a_language_alone_shows_the_help(tmp_path):
    """`drill --lang zh` is `drill` in Chinese."""
    run = drill(tmp_path, "--lang", "zh")
    assert run.returncode == 0 and "命令：" in run.stdout


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("command", [(), *commands(COMMANDS)], ids=" ".join)
def test_help_fits_the_screen(tmp_path, command, columns):
    """A Chinese character takes two columns; nothing is shortened, and no label is left in English."""
    page = drill(tmp_path, *command, "--help", "--lang", "zh", COLUMNS=str(columns)).stdout
    assert max(map(wcswidth, page.splitlines())) <= columns and "Show this" not in page
    assert not re.search(r"[a-z\u4e00-\u9fff]\.\.\.$", page, re.MULTILINE)
