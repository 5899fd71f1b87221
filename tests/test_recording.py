"""README.md shows a newcomer's first minutes as `make docs` recorded them, from its first command to a verdict."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from interview_drill.feedback import phrase

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TYPED_LINES = 5

pytestmark = pytest.mark.skipif(not (ROOT / ".github").is_dir(), reason="not a checkout of the project")


def recording(language):
    return (ROOT / ".github" / f"first-minutes.{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_readme_shows_the_recording(language):
    """Between its markers, to the letter."""
    block = re.search(rf"<!-- recorded: {language} -->\n```console\n(.*?)```\n<!-- end -->", README, re.DOTALL)
    assert block and block[1] == recording(language)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_begins_with_the_first_command_and_ends_with_a_verdict(language):
    """At most five lines are typed; a wrong answer is told, a right one too."""
    lines = recording(language).splitlines()
    first = re.search(r"^\$ (.*?)  ", README, re.MULTILINE)
    assert first and lines[0] == f"$ {first[1]}"
    typed = [line for line in lines if re.match(r"\$ |› |中文 / English › ", line)]
    assert 2 < len(typed) <= TYPED_LINES
    assert any(line.endswith(phrase("outcome-incorrect", language)) for line in lines)
    assert any(line.endswith(phrase("outcome-correct", language)) for line in lines)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_picture_is_of_the_same_session(language):
    """An SVG that says the same words."""
    root = ET.parse(ROOT / ".github" / f"first-minutes.{language}.svg").getroot()
    said = "".join("".join(root.itertext()).split())
    lines = ["".join(line.split()) for line in recording(language).splitlines()]
    assert all(line in said for line in lines if line.startswith(("›", "✗", "✓")))
