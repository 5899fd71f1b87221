"""Pages of the book, kept: an open question, a formula, and one in Chinese, at 80 columns with all their answers.

`SNAPSHOTS=write` writes the files again; read the difference before you commit it.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from wcwidth import wcswidth

from interview_drill.bank import open_bank
from tests.cli.kept import looks_as_it_did
from tests.cli.practising import environment

PAGES = [("cross-entropy-mle", "en"), ("crf-loss", "en"), ("kl-rlhf", "zh")]
ONE_OF_EACH = list({entry.kind: entry.id for entry in open_bank().index()}.items())


def page(home, question, language, **more):
    command = [sys.executable, "-m", "interview_drill", "show", question, "--answer", "--lang", language]
    surroundings = environment(home, COLUMNS="80", **more)
    return subprocess.run(command, env=surroundings, capture_output=True, timeout=60, check=True).stdout.decode()


@pytest.mark.parametrize(("question", "language"), PAGES)
def test_a_page_looks_as_it_did(tmp_path, question, language):
    """Every line."""
    seen = page(tmp_path, question, language)
    looks_as_it_did(f"page-{question}.{language}.txt", seen)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("kind", "question"), ONE_OF_EACH)
def test_a_page_of_every_kind_is_set_cleanly(tmp_path, kind, question, language):
    """No dollar is left over, no line is too wide (a program's apart), and never two empty lines but in programs."""
    seen = page(tmp_path, question, language)
    assert "$" not in seen
    if kind != "code":
        assert "\n\n\n" not in seen
        assert all(wcswidth(line) <= 80 for line in seen.splitlines())


def test_a_wrong_option_stands_over_its_note(tmp_path):
    """So that a reader knows whose note it is; an open question's is what people say."""
    asked = open_bank().question("convolution-param-count")
    lines = page(tmp_path, asked.id, "en").splitlines()
    start = lines.index("What often goes wrong")
    for wrong in asked.misconceptions:
        assert asked.task.options[wrong.answer].text["en"] in lines[start:]
    said = open_bank().question("cross-entropy-mle").misconceptions[0].claim["zh"]
    assert said[:12] in page(tmp_path, "cross-entropy-mle", "zh")


def test_answers_of_blanks_are_numbered_and_in_one_language(tmp_path):
    """Not run together."""
    english, chinese = (page(tmp_path, "convolution-equivariance-blanks", one) for one in ("en", "zh"))
    assert "[1] invariant  [2] equivariant" in english and "不变" not in english
    assert "[1] 不变  [2] 等变" in chinese


def test_a_number_is_shown_with_its_value_and_unit(tmp_path):
    """The expression as it is read."""
    assert "1 + 6 ⋅ 1 + 2 ⋅ 2 + 2 ⋅ 4 = 19 px" in page(tmp_path, "convolution-receptive-field-number", "en")


def test_plain_pages_have_formulas_on_one_line_and_no_rule(tmp_path):
    """A screen reader reads from left to right."""
    seen = page(tmp_path, "sigmoid-formula", "en", DRILL_PLAIN="1")
    assert "1 / (1 + e⁻ˣ)" in seen and "─" not in seen
