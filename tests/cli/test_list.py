"""`drill list` and `drill show`: what there is, in both languages."""

import pytest

from .running import drill, lines


def test_twelve_topics(tmp_path):
    """With their numbers, and what to type next."""
    run = drill(tmp_path, "list")
    assert run.returncode == 0 and run.stderr == ""
    for number, name in ((1, "softmax"), (6, "kl"), (12, "bayes")):
        assert any(line.split()[:1] == [str(number)] and name in line for line in run.stdout.splitlines())
    assert "drill practice" in run.stdout


def test_topics_in_chinese(tmp_path):
    """By --lang, over the environment."""
    run = drill(tmp_path, "list", "--lang", "zh")
    assert "交叉熵" in run.stdout and "题数" in run.stdout and "Cross-entropy" not in run.stdout


def test_json_has_a_line_a_question(tmp_path):
    """With the contract's keys, and nothing else on stdout."""
    found = lines(drill(tmp_path, "list", "--json"))
    keys = {"schema", "id", "kind", "topic", "level", "parent", "revision", "title"}
    assert found and all(set(row) == keys and set(row["title"]) == {"en", "zh"} for row in found)
    assert len({row["id"] for row in found}) == len(found)


@pytest.mark.parametrize("name", ["softmax", "q1", "Softmax", "批归一化"])
def test_a_topic_by_any_of_its_names(tmp_path, name):
    """In either language, or by number."""
    found = lines(drill(tmp_path, "list", name, "--json"))
    assert found and {row["topic"] for row in found} == {"softmax"}


def test_a_mistyped_name_is_answered_with_the_nearest(tmp_path):
    """Exit code 2, in the person's language."""
    run = drill(tmp_path, "list", "sofmax")
    assert run.returncode == 2 and "softmax" in run.stderr and run.stdout == ""
    run = drill(tmp_path, "show", "softmax-lable", "--lang", "zh")
    assert run.returncode == 2 and "是不是" in run.stderr and "softmax-label" in run.stderr


def test_show_keeps_the_key_to_itself(tmp_path):
    """Unless it is asked for."""
    run = drill(tmp_path, "show", "softmax-label")
    assert run.returncode == 0 and "label" in run.stdout
    assert "distillation" not in run.stdout
    run = drill(tmp_path, "show", "softmax-label", "--answer")
    assert run.returncode == 0 and "distillation" in run.stdout


def test_every_question_can_be_shown(tmp_path):
    """With its key, in both languages, as a page that fits the width."""
    from interview_drill.bank import open_bank

    one_a_kind = {entry.kind: entry.id for entry in open_bank().index()}
    for id in one_a_kind.values():
        for language in ("en", "zh"):
            run = drill(tmp_path, "show", id, "--answer", "--lang", language, COLUMNS="60")
            assert run.returncode == 0 and run.stderr == "" and len(run.stdout) > 100


def test_a_closed_pipe_ends_silently(tmp_path):
    """`drill list --json | head -1`."""
    import os
    import subprocess
    import sys

    command = f"'{sys.executable}' -m interview_drill list --json | head -1; echo ${{PIPESTATUS[0]}} >&2"
    surroundings = {**os.environ, "DRILL_HOME": str(tmp_path)}
    run = subprocess.run(["bash", "-c", command], env=surroundings, capture_output=True, text=True, check=False)
    assert run.stderr.strip() == "0" and len(run.stdout.splitlines()) == 1
