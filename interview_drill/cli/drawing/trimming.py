"""Rendered lines without the blanks that Rich fills them up with: a pipe, a diff and a copied line want none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment


class Trimmed(Struct, frozen=True):
    """What Rich would draw of `body`, no line ending in blanks: nothing here has a background that they could show."""

    body: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for line in console.render_lines(self.body, options, pad=False):
            yield from _trimmed(line)
            yield Segment.line()


def _trimmed(line: Sequence[Segment]) -> Iterator[Segment]:
    length = len("".join(segment.text for segment in line).rstrip())
    for segment in line:
        if length > 0:
            yield Segment(segment.text[:length], segment.style)
        length -= len(segment.text)
