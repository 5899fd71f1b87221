"""The sheet for a friend who asks, and the book of mistakes: what they hold, and where they are written.

`SNAPSHOTS=write` writes the kept sheets again; read the difference before you commit it.
"""

from shutil import copytree

import pytest

from interview_drill.memory.opening import open_store
from tests.cli.interviewed import BANK
from tests.cli.kept import looks_as_it_did
from tests.cli.running import drill
from tests.memory.reviews import a_review

LANGUAGES = ("en", "zh")
ALONE = ("--bank-only", str(BANK))


@pytest.mark.parametrize(
    ("language", "own", "back"),
    [
        ("en", "try once more: It is a line.", "Weak: step back to “Write the double”, say this"),
        ("zh", "再试一次：它是一条直线。", "答得不好：退一步，回到“手写两倍”，给出那里的提示"),
    ],
)
def test_a_sheet_has_each_questions_own_hint(tmp_path, language, own, back):
    """The parent's only where a question has none, and told as its parent's."""
    bank, sheet = copytree(BANK, tmp_path / "bank"), ("export", "interview", "--seed", 7, "--lang", language)
    told = drill(tmp_path, *sheet, "--bank-only", bank).stdout
    assert own in told and back not in told
    slope = bank / "doubling" / "doubling-slope.yaml"
    slope.write_text(slope.read_text(encoding="utf-8").partition("hints:")[0], encoding="utf-8")
    told = drill(tmp_path, *sheet, "--bank-only", bank).stdout
    assert own not in told and back in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_friends_sheet_looks_as_it_did(tmp_path, language):
    """Read aloud, hear, wrong claims with replies, how to go on."""
    run = drill(tmp_path, "export", "interview", "--minutes", 15, "--seed", 7, "--lang", language, *ALONE)
    assert run.returncode == 0
    looks_as_it_did(f"sheet.{language}.md", run.stdout)


def test_the_sheet_can_be_written_to_a_file(tmp_path):
    """The same text as on standard output."""
    wanted = ("export", "interview", "halving", "--minutes", 5, "--seed", 7, *ALONE)
    drill(tmp_path, *wanted, "--out", tmp_path / "sheet.md")
    assert (tmp_path / "sheet.md").read_text(encoding="utf-8") == drill(tmp_path, *wanted).stdout
    refused = drill(tmp_path, *wanted, "--out", tmp_path / "nowhere" / "sheet.md")
    assert refused.returncode == 2 and "nowhere" in refused.stderr


@pytest.mark.parametrize("command", [("export", "interview", "halving"), ("export", "mistakes")])
def test_what_was_exported_is_not_overwritten(tmp_path, command):
    """Unless --force says so; it is refused before the work, and standard output is no file."""
    file = tmp_path / "mine.md"
    file.write_text("mine", encoding="utf-8")
    store = open_store(tmp_path / "progress.sqlite").store
    store.record(a_review("halving-formula", outcome="incorrect"))
    store.close()
    run = drill(tmp_path, *command, "--out", file, *ALONE)
    assert run.returncode == 2 and "--force" in run.stderr and file.read_text(encoding="utf-8") == "mine"
    assert drill(tmp_path, *command, "--out", "-", *ALONE).returncode == 0
    assert drill(tmp_path, *command, "--out", file, "--force", *ALONE).returncode == 0
    assert file.read_text(encoding="utf-8").startswith("# ")
