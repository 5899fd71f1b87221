"""The keyboard at a terminal, with prompt_toolkit: it edits the line; everything else on the screen is drawn elsewhere.

Imported only when something is asked at a terminal.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from prompt_toolkit import PromptSession
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from interview_drill.cli.asking import Asking
from interview_drill.cli.language import words
from interview_drill.cli.typed import Typed, command, read
from interview_drill.cli.wrapping import whole_entries

INDENT = "    "
STYLE = Style.from_dict({"prompt": "bold", "bottom-toolbar": "noreverse fg:ansibrightblack", "bottom-toolbar.text": ""})


class _Silent(Vt100_Output):
    """Never asks the terminal where its cursor is: some answer late or never, and the toolbar would wait for it."""

    def get_rows_below_cursor_position(self) -> int:
        return 1


class Keyboard:
    """Edits one line or several; raises EOFError on Ctrl-D and KeyboardInterrupt on Ctrl-C."""

    interactive = True
    seen = True

    def __init__(self) -> None:
        self._asking = Asking()
        self._opened = ""
        self._session: PromptSession[str] = PromptSession(
            history=InMemoryHistory(),
            output=_output(),
            key_bindings=self._keys(),
            style=STYLE,
            bottom_toolbar=self._toolbar,
            prompt_continuation=lambda width, *_: " " * width,
            enable_suspend=hasattr(signal, "SIGTSTP"),
            erase_when_done=False,
        )

    def read(self, asking: Asking) -> Typed:
        """What was typed; the text to mend stands in the line already, with the cursor where it could not be read."""
        self._asking = asking
        default = f"{asking.begun}\n" if asking.begun else asking.mend
        at = None if asking.begun else asking.at
        self._opened = default
        text = self._session.prompt(
            FormattedText([("class:prompt", asking.marker)]),
            multiline=asking.several,
            default=default,
            pre_run=_cursor_to(self._session.default_buffer, at),
        )
        return read(text)

    def _toolbar(self) -> str:
        columns = self._session.output.get_size().columns
        return whole_entries(words(self._asking.toolbar), columns - 1) if self._asking.toolbar else ""

    def _keys(self) -> KeyBindings:
        keys, several = KeyBindings(), Condition(lambda: self._asking.several)
        keys.add("c-d")(_leave)
        keys.add("c-u", filter=~several)(lambda event: event.current_buffer.reset())
        for colon in (":", "："):
            keys.add(colon, filter=Condition(self._untouched))(self._command)
        keys.add("enter", filter=several)(_next_line)
        keys.add("tab", filter=several)(lambda event: event.current_buffer.insert_text(INDENT))
        return keys

    def _untouched(self) -> bool:
        return bool(self._opened) and self._session.default_buffer.text == self._opened

    def _command(self, event: KeyPressEvent) -> None:
        """A colon as the first key at a text to mend begins a command, not a change; the text comes back after it."""
        buffer = event.current_buffer
        if self._asking.several:
            buffer.cursor_position = len(buffer.text)
            buffer.insert_text("" if buffer.text.endswith("\n") else "\n")
        else:
            buffer.reset()
        buffer.insert_text(event.data)


def _leave(event: KeyPressEvent) -> None:
    """Ctrl-D is `:quit`, whatever stands in the line."""
    event.app.exit(exception=EOFError)


def _next_line(event: KeyPressEvent) -> None:
    """Enter hands in where the last line is a command, else it begins a line: a blank one never ends a program.

    No indentation is added, because a terminal without bracketed paste types a pasted program key by key.
    """
    document = event.current_buffer.document
    if document.is_cursor_at_the_end and command(document.current_line):
        event.current_buffer.validate_and_handle()
    else:
        event.current_buffer.newline(copy_margin=False)


def _cursor_to(buffer: Buffer, at: int | None) -> Callable[[], None]:
    def place() -> None:
        if at is not None:
            buffer.cursor_position = min(at, len(buffer.text))

    return place


def _output() -> Output:
    usual = create_output(stdout=sys.stdout)
    if type(usual) is not Vt100_Output:
        return usual
    return _Silent.from_pty(sys.stdout, term=os.environ.get("TERM"), default_color_depth=ColorDepth.from_env())
