"""Record a newcomer's first minutes from the real program, at a pseudo-terminal, for README.md (`make docs`).

Each language's recording is written to `.github/first-minutes.<language>.txt`, in colour to `.svg`, and put into
README.md between its markers.
"""

from __future__ import annotations

import io
import os
import re
import sys
import tempfile
import time
from pathlib import Path

import pexpect
import pyte
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
COLUMNS, ROWS = 80, 150
PATIENCE_S = 60
COMMAND = "make practice"
NOW = "2026-03-01T20:00:00+00:00"
LEFT = "\x1b[D"
TYPED = ("1/(1+exp(x))\r", LEFT * 3 + "-\r")
"""A wrong answer, and the same line mended: three steps back, and the sign that was missing."""
LANGUAGES = {"zh": "1", "en": "2"}
"""What is typed at the first question of all."""
RULE = "─" * 40
"""What stands under a question's title, two lines below the question's beginning."""
COLOURS = {"default": "", "brown": "yellow"}


class Session:
    """The program at a pseudo-terminal, its screen drawn by pyte; tall, so that nothing scrolls away."""

    def __init__(self, home: str) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        fixed = {"DRILL_HOME": home, "DRILL_NOW": NOW, "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        program, *arguments = COMMAND.split()
        self._process = pexpect.spawn(program, arguments, cwd=str(ROOT), env=clean | fixed, dimensions=(ROWS, COLUMNS))

    def when(self, pattern: str, times: int = 1) -> Session:
        """Go on until the pattern stands on the screen so many times and nothing has changed for a moment."""
        deadline, calm = time.monotonic() + PATIENCE_S, 0
        while calm < 5:
            if time.monotonic() > deadline:
                sys.exit(f"never came: {pattern}\n" + "\n".join(self.screen.display).rstrip())
            moved = self._read()
            seen = len(re.findall(pattern, "\n".join(self.screen.display), re.MULTILINE)) >= times
            calm = calm + 1 if seen and not moved else 0
        return self

    def type(self, keys: str) -> Session:
        self._process.send(keys)
        return self

    def _read(self) -> bool:
        try:
            self._stream.feed(self._process.read_nonblocking(65536, timeout=0.1))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        return True

    def close(self) -> None:
        self._process.close(force=True)

    def rows(self) -> int:
        """How many rows the first question takes: those before the second one begins."""
        rules = [row for row, line in enumerate(self.screen.display) if line.startswith(RULE)]
        last = rules[1] - 2
        while not self.screen.display[last - 1].strip():
            last -= 1
        return last


def recorded(choice: str) -> list[Text]:
    """The screen's rows in colour, from the first command to the verdict on the mended answer."""
    with tempfile.TemporaryDirectory() as home:
        session = Session(home).when("English ›").type(choice + "\r").when("^› ")
        for turn, keys in enumerate(TYPED, 2):
            session.type(keys).when("^› ", turn)
        session.when(RULE, 2)
        rows = [_row(session.screen, row) for row in range(session.rows())]
        session.close()
    return [Text(f"$ {COMMAND}", style="bold"), *rows]


def _row(screen: pyte.Screen, row: int) -> Text:
    drawn = Text()
    for column in range(COLUMNS):
        char = screen.buffer[row][column]
        colour = COLOURS.get(char.fg, f"#{char.fg}" if re.fullmatch("[0-9a-f]{6}", char.fg) else char.fg)
        drawn.append(char.data, style=f"{'bold ' if char.bold else ''}{colour}".strip())
    drawn.rstrip()
    return drawn


def write(language: str, rows: list[Text]) -> None:
    """The recording as text and as a picture, and the text in README.md."""
    target = ROOT / ".github" / f"first-minutes.{language}.txt"
    target.parent.mkdir(exist_ok=True)
    text = "\n".join(row.plain for row in rows) + "\n"
    target.write_text(text, encoding="utf-8")
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    for row in rows:
        console.print(row, soft_wrap=True)
    picture = console.export_svg(title="drill practice", unique_id=f"drill-{language}")
    target.with_suffix(".svg").write_text(picture, encoding="utf-8")
    readme = ROOT / "README.md"
    begin, end = f"<!-- recorded: {language} -->\n", "<!-- end -->"
    before, marker, rest = readme.read_text(encoding="utf-8").partition(begin)
    if not marker:
        sys.exit(f"README.md has no {begin.strip()}")
    after = rest[rest.index(end) :]
    readme.write_text(f"{before}{begin}```console\n{text}```\n{after}", encoding="utf-8")


if __name__ == "__main__":
    for name, choice in LANGUAGES.items():
        write(name, recorded(choice))
