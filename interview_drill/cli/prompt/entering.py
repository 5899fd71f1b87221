"""Enter in an answer of several lines: it begins a line, or hands in where a command was typed alone on one."""

from __future__ import annotations

from prompt_toolkit.document import Document
from prompt_toolkit.key_binding.key_processor import KeyPressEvent

from interview_drill.cli.prompt.typed import command


class Enter:
    """One key at one prompt after the other. A command counts on any line, not only the last one.

    The reader looks for a command below the answer, so it is moved there. The Enter that only made room for it never
    happened: what it split is whole again.
    """

    def __init__(self) -> None:
        self._before = self._after = ""

    def __call__(self, event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        typed = buffer.document.current_line_before_cursor
        if command(typed):
            buffer.document = Document(f"{self._without(buffer.document, len(typed))}\n{typed.strip()}")
            buffer.validate_and_handle()
            return
        # No indentation is added: a terminal without bracketed paste types a pasted program key by key.
        self._before = buffer.text
        buffer.newline(copy_margin=False)
        self._after = buffer.text

    def _without(self, document: Document, length: int) -> str:
        """The answer without the command that ends at the cursor, and without its line where nothing else is on it."""
        before, after = document.text_before_cursor[:-length], document.text_after_cursor
        if before + after == self._after:
            return self._before
        alone = not document.current_line_after_cursor.strip()
        return before.removesuffix("\n") + after if alone else before + after
