"""Banks from elsewhere: whatever they hold is refused at its place, or does nothing."""

import os
import sys

import pytest

from interview_drill.bank import open_bank
from interview_drill.bank.files import LARGEST
from interview_drill.errors import BankError

from .banks import SOUND, bank, write

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
TEXTS = {
    "a bomb of aliases": (BOMB, "source-anchor"),
    "deep nesting": ("[" * 5000 + "]" * 5000, "source-not-yaml"),
    "deep keys": (SOUND + "note: " + "{a: " * 60 + "1" + "}" * 60, "source-not-yaml"),
    "a tag that builds objects": ("!!python/object/apply:os.system ['true']", "source-tag"),
    "a terminal escape": (SOUND.replace("Title", '"\\e[2J"'), "source-control"),
    "a right-to-left mark": (SOUND.replace("Title", "a\u202eb"), "source-control"),
    "a mark in a key": (SOUND + '"note\u202e": x\n', "source-control"),
    "a null": (SOUND.replace("Title", '"\\0"'), "source-control"),
    "a number without end": (SOUND.replace("level: 2", "level: " + "9" * 100_000), "fault-expected-integer"),
    "too many documents": (SOUND + "---\n" + SOUND, "source-two-documents"),
    "a huge file": (SOUND + "#" * (LARGEST + 1), "file-too-large"),
    "no text at all": ("\udcff\udcfe", "source-not-utf8"),
}


def messages(root):
    with pytest.raises(BankError) as refused:
        bank(root).index()
    return {fault.message for fault in refused.value.faults}


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_refused(tmp_path, name):
    """At reading; nothing of it is built, shown or kept."""
    text, message = TEXTS[name]
    root = write(tmp_path)
    (root / "topic" / "a.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert message in messages(root)


@pytest.mark.parametrize("name", ["A", "a b", "a_b", "a\u202eb", "a\nb", "-a", "a\x1b[2J", "$(true)", "a;b", "é"])
def test_an_id_is_no_path_and_no_command(tmp_path, name):
    """Ids become names of files and parts of commands."""
    root = write(tmp_path)
    (root / "topic" / f"{name}.yaml").write_text(SOUND, encoding="utf-8")
    assert messages(root) == {"fault-id"}


@pytest.mark.parametrize("name", ["A B", "a\u202eb", "a\nb", "..."])
def test_a_topic_is_named_as_plainly(tmp_path, name):
    """By its folder."""
    folder = tmp_path / name
    folder.mkdir()
    (folder / "topic.yaml").write_text("name: {en: T, zh: 题}\norder: 1\n", encoding="utf-8")
    (folder / "a.yaml").write_text(SOUND, encoding="utf-8")
    if name.startswith("."):
        assert bank(tmp_path).index() == []
    else:
        assert messages(tmp_path) == {"fault-id", "fault-topic-unknown"}


@pytest.mark.parametrize("parent", ["../../etc/passwd", "/etc/passwd", "a"])
def test_a_parent_is_a_name_and_never_opened(tmp_path, parent):
    """What is no id of the bank is advice."""
    root = write(tmp_path, a=f"parent: {parent}\n" + SOUND)
    assert [entry.parent for entry in bank(root).index()] == [parent]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["topic/a.yaml", "topic/topic.yaml", "order.yaml", "bank.yaml", "sets/a.yaml"])
def test_a_pipe_does_not_hold_the_program_up(tmp_path, name):
    """Nobody will ever write into it."""
    root = write(tmp_path)
    (root / "sets").mkdir()
    (root / name).unlink(missing_ok=True)
    os.mkfifo(root / name)
    assert "file-irregular" in messages(root)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_that_go_round(tmp_path):
    """A file that links to itself is a fault; a folder that links to its parent is not followed."""
    root = write(tmp_path, b=SOUND)
    (root / "topic" / "again").symlink_to(root)
    assert [entry.id for entry in bank(root).index()] == ["b"]
    (root / "topic" / "a.yaml").symlink_to(root / "topic" / "a.yaml")
    assert messages(root) == {"file-unreadable"}
    assert "b" in open_bank(extra=root)


def test_a_folder_named_like_a_question(tmp_path):
    """It is a folder."""
    root = write(tmp_path, b=SOUND)
    (root / "topic" / "a.yaml").mkdir()
    assert [entry.id for entry in bank(root).index()] == ["b"]
