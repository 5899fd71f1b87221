"""`drill list` and `drill show`: what there is, in both languages."""

import os
import re
import subprocess
import sys

import pytest
from rich.cells import cell_len

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


@pytest.mark.parametrize(
    ("typed", "language", "offered"),
    [
        ("正则化", "zh", '"L1 与 L2 正则化"？'),
        ("Convolutio", "en", "did you mean Convolution,"),
        ("batch normalisatio", "en", '"Softmax, batch normalisation"'),
        ("手写sigmoid", "zh", "是不是想写 sigmoid-formula、"),
    ],
)
def test_what_is_offered_can_be_typed(tmp_path, typed, language, offered):
    """Between quotes where it holds spaces or commas; by a part of its name, or a title."""
    run = drill(tmp_path, "list", typed, "--lang", language)
    assert run.returncode == 2 and offered in run.stderr


def test_what_is_like_nothing_is_offered_nothing(tmp_path):
    """Four letters have three in common with some id."""
    run = drill(tmp_path, "list", "nope")
    assert run.returncode == 2 and "did you mean" not in run.stderr and "`drill list`" in run.stderr


def test_a_topic_is_no_question(tmp_path):
    """`drill show` on a topic says which command lists it."""
    run = drill(tmp_path, "show", "交叉熵", "--lang", "zh")
    assert run.returncode == 2 and "drill list 交叉熵" in run.stderr


@pytest.mark.parametrize(("language", "said"), [("en", "real"), ("zh", "实数")])
def test_show_says_what_an_answer_may_use(tmp_path, language, said):
    """As a session does; a question without symbols has no such list."""
    told = drill(tmp_path, "show", "sigmoid-formula", "--lang", language).stdout
    assert re.search(rf"^ *x  .*{said}", told, re.MULTILINE)
    plain = drill(tmp_path, "show", "softmax-label", "--lang", language).stdout
    assert not re.search(rf"^ *\w+  .*{said}", plain, re.MULTILINE)


@pytest.mark.parametrize(("language", "said"), [("en", "curves"), ("zh", "曲线")])
def test_help_says_that_show_draws(tmp_path, language, said):
    """A curve tells a good part of a key; a session waits with it."""
    assert said in drill(tmp_path, "show", "--help", "--lang", language).stdout
    assert said not in drill(tmp_path, "practice", "--help", "--lang", language).stdout


def test_show_keeps_the_key_to_itself(tmp_path):
    """Unless it is asked for."""
    run = drill(tmp_path, "show", "softmax-label")
    assert run.returncode == 0 and "label" in run.stdout
    assert "distillation" not in run.stdout
    run = drill(tmp_path, "show", "softmax-label", "--answer")
    assert run.returncode == 0 and "distillation" in run.stdout


def test_options_stand_in_an_order_that_tells_nothing(tmp_path):
    """The key stands first in the file; on the pages it stands anywhere, and always at the same place."""
    from interview_drill.bank import open_bank

    choices = [entry.id for entry in open_bank().index() if entry.kind == "choice"][:6]
    places = []
    for id in choices:
        page = drill(tmp_path, "show", id).stdout
        key = open_bank().question(id).task.keys[0]
        places.append(re.findall(r"^  ([a-z0-9-]+)\)", page, re.MULTILINE).index(key))
        assert page == drill(tmp_path, "show", id).stdout
    assert len(set(places)) > 1


def test_no_line_ends_in_blanks(tmp_path):
    """On a pipe a page is text, and blanks at the end of a line are dirt in it."""
    pages = [
        drill(tmp_path, "list").stdout,
        drill(tmp_path, "show", "sigmoid-formula", "--answer", COLUMNS="40").stdout,
        drill(tmp_path, "show", "softmax-saturation", "--answer", "--lang", "zh", COLUMNS="30").stdout,
        drill(tmp_path, "show", "lstm-code", "--answer").stdout,
        drill(tmp_path, "practice", "sigmoid-formula", typed="1/(1+exp(-x))\n").stdout,
    ]
    assert not re.findall(r"[ \t]+$", "\n".join(pages), re.MULTILINE)


@pytest.mark.parametrize("columns", ["30", "40", "80"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_ids_stay_whole_however_narrow_the_terminal(tmp_path, columns, language):
    """A broken id cannot be typed; what does not fit beside it stands below."""
    for page, ids in [
        (["list"], ["logistic-regression", "regularization"]),
        (["list", "softmax"], ["softmax-gradient", "softmax-saturation"]),
        (["show", "softmax-saturation"], ["also-with-cross-entropy", "bounded-may-vanish"]),
    ]:
        text = drill(tmp_path, *page, "--lang", language, COLUMNS=columns).stdout
        assert all(id in text for id in ids)
        assert max(map(cell_len, text.splitlines())) <= int(columns)


def test_numbers_stand_under_each_other(tmp_path):
    """Aligned to the right, under the end of their heading."""
    head, *rows = drill(tmp_path, "list").stdout.split("\n\n")[0].splitlines()
    assert {len(row) for row in rows} == {len(head)} and rows[0].startswith(" 1  ")


def test_every_question_can_be_shown(tmp_path):
    """With its key, in both languages, as a page that fits the width."""
    from interview_drill.bank import open_bank

    one_a_kind = {entry.kind: entry.id for entry in open_bank().index()}
    for id in one_a_kind.values():
        for language in ("en", "zh"):
            run = drill(tmp_path, "show", id, "--answer", "--lang", language, COLUMNS="60")
            assert run.returncode == 0 and run.stderr == "" and len(run.stdout) > 100


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a full device")
def test_a_full_disk_is_told(tmp_path):
    """In one line, not with a traceback."""
    with open("/dev/full", "w") as full:
        surroundings = {**os.environ, "DRILL_HOME": str(tmp_path), "DRILL_LANG": "en"}
        command = [sys.executable, "-m", "interview_drill", "list"]
        run = subprocess.run(command, env=surroundings, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 2 and len(run.stderr.splitlines()) == 1


def test_a_derivation_is_shown_step_by_step(tmp_path):
    """Key and slips as mathematics, nothing raw and nothing cut off."""
    page = drill(tmp_path, "show", "sigmoid-derivative-derivation", "--answer", COLUMNS="60").stdout
    assert "\\" not in page and "$" not in page and "σ′(x) = σ(x)(1 − σ(x))" in page


def test_a_formula_too_wide_for_the_terminal_goes_on_below(tmp_path):
    """In one line, wrapped; its end is not lost."""
    page = drill(tmp_path, "show", "bce-formula", "--answer", COLUMNS="30").stdout
    assert "log(1 − ŷ))" in page.replace("\n    ", " ").replace("  ", " ")


def test_a_closed_pipe_ends_silently(tmp_path):
    """`drill list --json | head -1`."""
    command = f"'{sys.executable}' -m interview_drill list --json | head -1; echo ${{PIPESTATUS[0]}} >&2"
    surroundings = {**os.environ, "DRILL_HOME": str(tmp_path)}
    run = subprocess.run(["bash", "-c", command], env=surroundings, capture_output=True, text=True, check=False)
    assert run.stderr.strip() == "0" and len(run.stdout.splitlines()) == 1


def test_a_plain_terminal_shows_mathematics_in_its_own_signs(tmp_path):
    """Inside sentences too: no question marks where a letter with an index stood."""
    run = drill(tmp_path, "show", "softmax-formula", DRILL_ASCII="1")
    assert "z = (z_1, ..., z_C)" in run.stdout and "₁" not in run.stdout
