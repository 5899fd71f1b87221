"""The rows below the line: each text is read once, the space is kept, and nothing slow or high gets in the way."""

from __future__ import annotations

import time

import pytest

from interview_drill.bank import open_bank
from interview_drill.cli.drawing import look
from interview_drill.cli.drawing.wrapping import Prose
from interview_drill.cli.prompt import judging, live
from interview_drill.cli.prompt.asking import Asking

ASKED = open_bank().question("sigmoid-formula")
FRACTION = "1/(1+exp(-x))"


@pytest.fixture
def preview(monkeypatch):
    monkeypatch.setattr(judging, "_warmed", {"formula"})
    rows = live.Preview()
    rows.begin(Asking(question=ASKED))
    return rows


def texts(rows):
    return [text for _, text in rows]


def test_a_text_is_read_once(preview, monkeypatch):
    """The screen is drawn much more often than a key is pressed."""
    seen = []
    monkeypatch.setattr(live, "_drawn", lambda asking, text, *_: seen.append(text) or [text])
    for text in ("x", "x", "x+1", "x"):
        preview.rows(text, 80, 24)
    assert seen == ["x", "x+1"]


def test_the_space_is_kept_until_the_next_prompt(preview):
    """What stands below does not jump while a fraction comes and goes."""
    assert len(preview.rows(FRACTION, 80, 24)) == 3
    assert texts(preview.rows("x", 80, 24)) == ["  x", "", ""] and texts(preview.rows("", 80, 24)) == ["", "", ""]
    preview.begin(Asking(question=ASKED))
    assert len(preview.rows("x", 80, 24)) == 1


def test_a_low_screen_has_one_line(preview):
    """Two dimensions need room."""
    assert texts(preview.rows(FRACTION, 80, live.FREE + 2)) == ["  1 / (1 + e⁻ˣ)"]


def test_what_is_slow_to_read_is_not_read_again_and_again(preview, monkeypatch):
    """Nothing as long is read at this prompt; shorter texts are."""
    seen = []

    def slow(asking, text, *_):
        seen.append(text)
        time.sleep(2 * live.SLOW_S if len(text) > 3 else 0)
        return [text]

    monkeypatch.setattr(live, "_drawn", slow)
    for text in ("x", "x+xx", "x+xx+", "x+xxx", "xy"):
        preview.rows(text, 80, 24)
    assert seen == ["x", "x+xx", "xy"]


@pytest.mark.parametrize("text", [":hint", "：hint", "   "])
def test_commands_and_nothing_have_no_preview(preview, text):
    """Nor has anything before the engine is there, or for a screen reader."""
    assert preview.rows(text, 80, 24) == []


def test_no_preview_before_the_engine_is_there_or_in_plain(preview, monkeypatch):
    """A key never waits for an import."""
    monkeypatch.setattr(judging, "_warmed", set())
    assert preview.rows("x", 80, 24) == []
    monkeypatch.setattr(judging, "_warmed", {"formula"})
    monkeypatch.setenv(look.PLAIN, "1")
    assert preview.rows("x", 80, 24) == []


def test_prose_is_wrapped_by_what_the_terminal_takes(monkeypatch):
    """Ten Greek letters are twenty columns where each takes two."""
    from rich.console import Console

    text, console = "σ σ σ σ σ σ σ σ σ σ", Console(width=20)
    assert len(Prose(text).wrap(console, 20)) == 1
    monkeypatch.setenv(look.AMBIGUOUS, "wide")
    assert len(Prose(text).wrap(console, 20)) == 2
