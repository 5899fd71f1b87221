"""Banks of your own, written from CONTRIBUTING.md alone: audited, practised, handed out, alone or with the shipped."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ..bank.banks import SOUND, write
from .running import drill, lines

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.fixture
def mine(tmp_path):
    """The bank that CONTRIBUTING.md shows, file by file."""
    text = CONTRIBUTING.read_text(encoding="utf-8")
    part = text[text.index("### A bank of your own") :]
    listing, question = re.findall(r"```\w*\n(.*?)```", part, re.DOTALL)[:2]
    root = tmp_path / "bank"
    for line in listing.splitlines():
        name, _, content = line.partition(" ")
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content.strip() or question, encoding="utf-8")
    return root / "mine"


def test_the_example_is_audited(tmp_path, mine):
    """Chinese alone is no mistake, nor an advice."""
    run = drill(tmp_path / "home", "bank", "check", mine)
    assert run.returncode == 0, run.stdout
    assert "advice" not in run.stdout and "1 choice" in run.stdout


def test_a_chinese_question_is_practised_in_english(tmp_path, mine):
    """With its Chinese stem and note; everything around them is English."""
    run = drill(tmp_path / "home", "practice", "--bank", mine, "adam-bias", typed="overflow\nzero-start\n")
    assert "Adam 里为什么要把" in run.stdout and "但 mₜ 只是梯度的平均" in run.stdout.replace("m_t", "mₜ")
    assert "Not right" in run.stdout
    shown = drill(tmp_path / "home", "show", "adam-bias", "--bank", mine, "--answer").stdout
    assert "优化器" in drill(tmp_path / "home", "list", "--bank", mine).stdout and "指数平均从零开始" in shown


def test_a_misspelt_field_has_its_place_and_the_nearest_name(tmp_path, mine):
    """Exit code 4, from the audit and from every other command."""
    file = mine / "optimisers" / "adam-bias.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("hints:", "hnits:"), encoding="utf-8")
    for arguments in (["bank", "check", mine], ["list", "--bank", mine], ["practice", "--bank", mine]):
        run = drill(tmp_path / "home", *arguments)
        assert run.returncode == 4
        assert re.search(
            r"adam-bias\.yaml:\d+:1: There is no key `hnits` here: did you mean `hints`\?", run.stdout + run.stderr
        )


def test_a_bank_may_stand_alone(tmp_path, mine):
    """Then its questions are all there are; a set's other members are passed over."""
    home = tmp_path / "home"
    assert [row["id"] for row in lines(drill(home, "list", "--json", "--bank-only", mine))] == ["adam-bias"]
    assert len(lines(drill(home, "list", "--json", "--bank", mine))) > 60
    found = lines(drill(home, "list", "--json", "--bank", mine, "--set", "homework"))
    assert [row["id"] for row in found] == ["adam-bias", "softmax-formula"]
    assert drill(home, "show", "softmax-formula", "--bank-only", mine).returncode == 2
    assert drill(home, "list", "--bank-only", tmp_path / "nowhere").returncode == 2


def test_a_set_is_practised_in_its_order(tmp_path, mine):
    """Whatever the teaching order says."""
    run = drill(tmp_path / "home", "practice", "--bank", mine, "--set", "homework", typed="zero-start\n:quit\n")
    assert run.stdout.index("Adam 的偏差修正") < run.stdout.index("Write softmax")


def test_sets_are_listed(tmp_path):
    """A wrong name is answered with the nearest."""
    assert "warm-up" in drill(tmp_path, "list", "--sets").stdout
    assert {row["set"] for row in lines(drill(tmp_path, "list", "--sets", "--json"))} >= {"warm-up", "exam"}
    assert "warm-up" in drill(tmp_path, "list", "--set", "warmup").stderr


CODE = """\
kind: code
level: 1
title: {zh: 加倍}
stem: {zh: '实现 `doubled(x)`，返回 $2x$。'}
entry: doubled
signature: doubled(x)
returns: array
key: |
  def doubled(x):
      return x * 2.0
equivalents:
  - |
    def doubled(x):
        return x + x
misconceptions:
  - name: squared
    answer: |
      def doubled(x):
          return x ** 2
    note: {zh: 加倍不是平方。}
mutants:
  - name: tripled
    program: |
      def doubled(x):
          return 3.0 * x
recipes:
  - name: a vector
    arguments: {x: {normal: [0, 2], shape: [3]}}
hints: [{zh: 乘二。}]
"""


def test_a_handout_has_starters_and_no_keys(tmp_path, mine):
    """And never overwrites what somebody has begun, unless told to."""
    (mine / "optimisers" / "my-double.yaml").write_text(CODE, encoding="utf-8")
    out = tmp_path / "handout"
    hand_out = ["start", "--bank-only", mine, "--all", "--out", out]
    assert drill(tmp_path / "home", *hand_out).returncode == 0
    (file,) = out.iterdir()
    text = file.read_text(encoding="utf-8")
    assert file.name == "my_double.py" and text.startswith("# drill: my-double\n")
    assert "返回 $2x$" in text and "* 2.0" not in text and "** 2" not in text and "3.0 *" not in text
    file.write_text("begun")
    assert drill(tmp_path / "home", *hand_out).returncode == 2 and file.read_text() == "begun"
    assert drill(tmp_path / "home", *hand_out, "--force").returncode == 0 and file.read_text(encoding="utf-8") == text


def test_the_kill_table_calls_mutants_by_name(tmp_path, mine):
    """With the recipes whose vectors kill them."""
    (mine / "optimisers" / "my-double.yaml").write_text(CODE, encoding="utf-8")
    run = drill(tmp_path / "home", "bank", "check", mine / "optimisers" / "my-double.yaml", "--table")
    assert run.returncode == 0
    assert re.search(r"my-double +2 +1 +2 +2 × 20", run.stdout)
    assert re.search(r"tripled +wrong-value +a vector 3", run.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="no interrupts to send")
def test_watching_checks_again_at_every_save(tmp_path):
    """Until it is interrupted."""
    file = write(tmp_path / "bank", a=SOUND) / "topic" / "a.yaml"
    command = [sys.executable, "-u", "-m", "interview_drill", "bank", "check", str(file), "--watch"]
    environment = {**os.environ, "DRILL_HOME": str(tmp_path), "DRILL_LANG": "en"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as run:
        assert until(run, "proved")
        time.sleep(0.1)
        file.write_text(SOUND.replace("key: right", "key: first"), encoding="utf-8")
        assert until(run, "Faults: ")
        run.send_signal(signal.SIGINT)
        assert run.wait(20) == 130


def until(run, words):
    return next((line for line in run.stdout if words in line), None)


def test_escapes_in_texts_and_names_are_powerless(tmp_path):
    """A file's name is shown with its signs spelled out; a text that has any is refused."""
    root = write(tmp_path / "bank", a=SOUND.replace("Title", '"\\e]0;owned\\a"'))
    (root / "topic" / "b\x1b[2Jc.yaml").write_text(SOUND, encoding="utf-8")
    for arguments in (["bank", "check", root], ["list", "--bank", root], ["start", "--all", "--bank", root]):
        run = drill(tmp_path / "home", *arguments)
        assert run.returncode == 4 and "\x1b" not in run.stdout + run.stderr
        assert "U+001B" in run.stdout + run.stderr
