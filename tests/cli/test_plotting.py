"""Plots at the command line: a wrong formula beside the key, the curves of a page, and where nothing is drawn."""

import json
from itertools import takewhile

import pytest
from wcwidth import wcswidth

from .practising import Terminal
from .running import drill, lines

BRAILLE = range(0x2801, 0x2900)
LANGUAGES = {"en": ("the key", "yours"), "zh": ("标准答案", "你的答案")}


def plotted(text):
    return any(ord(char) in BRAILLE for char in text)


def rows(tmp_path, *answers):
    file = tmp_path / "answers.jsonl"
    file.write_text("".join(json.dumps(dict(zip(("question", "answer"), row, strict=True))) + "\n" for row in answers))
    return file


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("columns", ["40", "80", "120"])
def test_a_wrong_formula_beside_the_key(tmp_path, language, columns):
    """`check -v` draws both and marks the counterexample; no line is wider than the screen."""
    file = rows(tmp_path, ("sigmoid-formula", "1/(1+exp(x))"))
    run = drill(tmp_path, "check", "-v", file, COLUMNS=columns, DRILL_LANG=language)
    assert run.returncode == 1 and plotted(run.stdout)
    drawn = [line for line in run.stdout.splitlines() if plotted(line) or "┴" in line]
    assert all(wcswidth(line) <= int(columns) for line in drawn)
    assert all(f"  {name}" in run.stdout for name in LANGUAGES[language])
    below = run.stdout.split(drawn[-1] + "\n")[1].splitlines()
    captioned = [*takewhile(lambda line: line.startswith("    "), below)]
    assert captioned[-1].endswith((".", "。"))  # the curves' names and the caption, all of it indented
    assert run.stdout.count("✗") == 3 and run.stdout.count("✓") == 2  # the headline; a mark each; the caption


@pytest.mark.parametrize(
    ("options", "more"),
    [
        (["--json"], {}),
        ([], {}),
        (["-v"], {"COLUMNS": "39"}),
        (["-v"], {"DRILL_PLAIN": "1"}),
        (["-v", "--plain"], {}),
    ],
    ids=["json", "brief", "narrow", "plain", "plain by option"],
)
def test_where_nothing_is_drawn(tmp_path, options, more):
    """JSON, the short form, a sliver of a terminal, a screen reader."""
    file = rows(tmp_path, ("sigmoid-formula", "1/(1+exp(x))"))
    run = drill(tmp_path, "check", *options, file, **more)
    assert run.returncode == 1 and not plotted(run.stdout)


def test_what_is_right_or_has_more_variables_is_not_drawn(tmp_path):
    """Nor what cannot be read."""
    file = rows(tmp_path, ("sigmoid-formula", "1/(1+exp(-x))"), ("kl-formula", "sum_i P(i)"), ("relu-formula", "max("))
    run = drill(tmp_path, "check", "-v", file)
    assert run.returncode == 1 and not plotted(run.stdout)


def test_plain_terminals_get_ascii(tmp_path):
    """Letters for curves, no braille, no box lines."""
    file = rows(tmp_path, ("relu-formula", "abs(x)"))
    for more in ({"DRILL_ASCII": "1"}, {"TERM": "dumb"}):
        run = drill(tmp_path, "check", "-v", file, **more)
        assert not plotted(run.stdout) and "****" in run.stdout and "┤" not in run.stdout


def test_wide_box_lines_are_avoided(tmp_path):
    """Braille takes one column everywhere, box lines may take two."""
    run = drill(tmp_path, "show", "relu-formula", DRILL_AMBIGUOUS="wide")
    assert plotted(run.stdout) and "┤" not in run.stdout and "│" not in run.stdout


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("question", ["sigmoid-formula", "relu-formula", "relu-gelu-silu", "kl-formula"])
def test_the_curves_of_a_page(tmp_path, question, language):
    """Drawn under the stem with their labels in the reader's language, at 40 columns too."""
    run = drill(tmp_path, "show", question, COLUMNS="40", DRILL_LANG=language)
    assert run.returncode == 0 and plotted(run.stdout)
    assert all(wcswidth(line) <= 40 for line in run.stdout.splitlines())


def test_in_a_session_after_a_wrong_try(tmp_path):
    """At the terminal, and not again for the right answer."""
    session = Terminal(tmp_path, "sigmoid-formula", DRILL_LANG="en")
    session.enter("1/(1+exp(x))").wait("At x = 1: ✗ your value, ✓ that of the key.")
    assert plotted(session.text)
    session.prompt().process.send("\x15")
    session.enter("1/(1+exp(-x))").wait("✓ Correct")
    assert session.end() == 0 and session.text.count("that of the key.") == 1


BANK = """
kind: choice
level: 1
title: {en: t}
stem: {en: s}
hints: [{en: h}]
options:
  a: {text: {en: a}, why: {en: because}}
  b: {text: {en: b}, why: {en: because}}
  c: {text: {en: c}, why: {en: because}}
  d: {text: {en: d}, why: {en: because}}
key: a
plot:
"""


@pytest.mark.parametrize(
    ("plot", "said"),
    [
        ("  {low: -1, high: 1, curves: [{label: f, formula: x^2}]}", None),
        ("  {low: 1, high: -1, curves: [{label: f, formula: x}]}", "plot.low"),
        ("  {low: 0, high: 1, curves: []}", "one curve at least"),
        ("  {low: 0, high: 1, curves: [" + "{label: f, formula: x}, " * 5 + "]}", "4 at most"),
        ("  {low: 0, high: 1, curves: [{label: f, formula: x + y}]}", "cannot be read"),
        ("  {low: 0, high: 1, curves: [{label: f, formula: 'log(x)'}]}", "no finite value at 0"),
        ("  {low: 0, high: 1, curve: []}", "curves"),
    ],
)
def test_the_audit_draws_what_a_question_declares(tmp_path, plot, said):
    """A plot that cannot be drawn is a fault of its author's, at its line."""
    file = tmp_path / "mine" / "softmax" / "mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(BANK + plot + "\n")
    run = drill(tmp_path, "bank", "check", file, "--json")
    faults = [row for row in lines(run) if not row["ok"]]
    if said is None:
        assert not faults and any(row["check"] == "plot" for row in lines(run))
    elif said == "plot.low":
        assert [row["line"] for row in faults] == [BANK.count("\n") + 1]
    else:
        assert any(said in row["message"] for row in faults)


def test_a_figure_that_cannot_be_read_is_said_in_words(tmp_path):
    """The engine's own reason is told with its facts."""
    file = tmp_path / "mine" / "softmax" / "mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(BANK.replace("en: s}", "en: about 0.5}").replace("plot:", "figures: {'0.5': x}"))
    run = drill(tmp_path, "bank", "check", file)
    assert run.returncode == 4 and "`x` is not declared" in run.stdout


@pytest.mark.parametrize(
    "plot",
    [
        "  {low: 0, high: 1, curves: [{label: f, formula: 'x +'}]}",
        "  {low: 0, high: 1, curves: [{label: f, formula: " + "(" * 3000 + "x" + ")" * 3000 + "}]}",
        "  {low: 0, high: 1, curves: [{label: f, formula: '\\sum_{i=1}^{10000000} x^i'}]}",
        "  {low: -1e308, high: 1e308, curves: [{label: f, formula: x}]}",
        "  {low: 1, high: 1, curves: [{label: f, formula: x}]}",
        "  {low: 0, high: 1, variable: " + "x" * 300 + ", curves: [{label: f, formula: '1'}]}",
        "  {low: 0, high: 1, curves: [" + "{label: f, formula: x}, " * 900 + "]}",
        "  {low: 0, high: 1, curves: [{label: '" + "很长" * 300 + "', formula: x}]}",
    ],
    ids=["unread", "deep", "large", "far", "empty", "long variable", "many", "long label"],
)
def test_a_page_survives_any_plot(tmp_path, plot):
    """A question of somebody's own bank is shown, whatever it asks to draw."""
    file = tmp_path / "mine" / "softmax" / "mine.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(BANK + plot + "\n", encoding="utf-8")
    run = drill(tmp_path / "home", "show", "mine", "--bank", tmp_path / "mine")
    assert run.returncode == 0 and run.stderr == "" and "drill practice mine" in run.stdout
    assert len(run.stdout.splitlines()) < 60
