"""The keyboard at a terminal, with prompt_toolkit: it edits the line, and draws what stands below it meanwhile.

Imported only when something is asked at a terminal.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import defaultdict
from collections.abc import Callable

from prompt_toolkit import PromptSession
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText, StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout.processors import TabsProcessor
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from interview_drill.cli.drawing.wrapping import whole_entries
from interview_drill.cli.language import words
from interview_drill.cli.prompt import ambiguity
from interview_drill.cli.prompt.asking import Asking
from interview_drill.cli.prompt.completing import Symbols, begun_command
from interview_drill.cli.prompt.entering import Enter
from interview_drill.cli.prompt.live import Preview
from interview_drill.cli.prompt.typed import COLONS, Typed, command, read

INDENT = "    "
STYLE = Style.from_dict(
    {
        "prompt": "bold",
        "bottom-toolbar": "noreverse",
        "bottom-toolbar.text": "",
        "commands": "fg:ansibrightblack",
        "preview": "bold",
        "preview.mark": "fg:ansimagenta",
        "preview.reason": "fg:ansimagenta",
        "chosen": "reverse",
    }
)


class _Silent(Vt100_Output):
    """Never asks the terminal where its cursor is: some answer late or never, and the toolbar would wait for it."""

    def get_rows_below_cursor_position(self) -> int:
        return 1


class _Answers(InMemoryHistory):
    """What was handed in; commands are no answers."""

    def append_string(self, text: str) -> None:
        if not command(text):
            super().append_string(text)


class Keyboard:
    """Edits one line or several; raises EOFError on Ctrl-D, and KeyboardInterrupt on Ctrl-C where nothing is typed.

    Up and Down go through the answers of this session to questions of the same kind.
    """

    interactive = True
    mends = True
    seen = True

    def __init__(self) -> None:
        ambiguity.settle()
        self._asking = Asking()
        self._opened = ""
        self._emptied = False
        self._preview, self._symbols = Preview(), Symbols()
        self._histories: defaultdict[str, _Answers] = defaultdict(_Answers)
        self._session: PromptSession[str] = PromptSession(
            output=_output(),
            completer=self._symbols,
            complete_while_typing=False,
            reserve_space_for_menu=0,
            key_bindings=self._keys(),
            style=STYLE,
            bottom_toolbar=self._below,
            prompt_continuation=lambda width, *_: " " * width,
            enable_suspend=hasattr(signal, "SIGTSTP"),
            erase_when_done=False,
            input_processors=[TabsProcessor(tabstop=len(INDENT), char1=" ", char2=" ")],
        )

    def read(self, asking: Asking) -> Typed:
        """What was typed; the text to mend stands in the line already, with the cursor where it could not be read."""
        self._asking, self._symbols.question = asking, asking.question
        self._preview.begin(asking)
        self._session.default_buffer.history = self._histories[asking.question.kind if asking.question else ""]
        default = f"{asking.begun}\n" if asking.begun and asking.several else asking.begun or asking.mend
        at = None if asking.begun else asking.at
        self._opened, self._emptied = default, False
        text = self._session.prompt(
            FormattedText([("class:prompt", asking.marker)]),
            multiline=asking.several,
            default=default,
            pre_run=_cursor_to(self._session.default_buffer, at),
        )
        return read(text)

    def _below(self) -> StyleAndTextTuples:
        """The preview, then what else can be typed, or the words that Tab offers."""
        size, buffer = self._session.output.get_size(), self._session.default_buffer
        rows = self._preview.rows(buffer.text, size.columns, size.rows)
        found: StyleAndTextTuples = [(style, f"{text}\n") for style, text in rows]
        return found + (_offered(buffer, size.columns) or self._commands(size.columns))

    def _commands(self, columns: int) -> StyleAndTextTuples:
        message = "emptied" if self._emptied and not self._session.default_buffer.text else self._asking.toolbar
        toolbar = whole_entries(words(message), columns - 1) if message else ""
        return [("class:commands", toolbar)]

    def _keys(self) -> KeyBindings:
        keys, several = KeyBindings(), Condition(lambda: self._asking.several)
        keys.add("c-d")(_leave)
        keys.add("c-u", filter=~several)(lambda event: event.current_buffer.reset())
        keys.add(Keys.CPRResponse)(lambda event: None)
        for colon in COLONS:
            keys.add(colon, filter=Condition(self._untouched))(self._command)
        keys.add("enter", filter=several)(Enter())
        keys.add("c-c", filter=Condition(lambda: bool(self._session.default_buffer.text)))(self._empty)
        indents = several & Condition(self._answering)
        keys.add("tab", filter=indents)(lambda event: event.current_buffer.insert_text(INDENT))
        return keys

    def _empty(self, event: KeyPressEvent) -> None:
        """A first Ctrl-C takes away what stands in the line or lines, and a second one leaves; Up brings it back."""
        event.current_buffer.reset(append_to_history=True)
        self._emptied = True

    def _answering(self) -> bool:
        """Whether the line is one of the answer, and no command."""
        return not begun_command(self._session.default_buffer.document.current_line_before_cursor)

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


def _offered(buffer: Buffer, columns: int) -> StyleAndTextTuples:
    """The words that Tab goes through, from the chosen one on, as many as fit."""
    state = buffer.complete_state
    if state is None or not state.completions:
        return []
    chosen = state.complete_index or 0
    found, room = [], columns - 1
    for place, one in enumerate(state.completions[chosen:], chosen):
        room -= len(one.text) + 2
        if room < 0 and found:
            break
        found += [("class:chosen" if place == state.complete_index else "class:commands", one.text), ("", "  ")]
    return found


def _leave(event: KeyPressEvent) -> None:
    """Ctrl-D is `:quit`, whatever stands in the line."""
    event.app.exit(exception=EOFError)


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
