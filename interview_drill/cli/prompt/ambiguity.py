"""How wide σ, √ and box lines are: the terminal is asked once; the line editor and Rich are told.

Most terminals give them one column, many Chinese ones two. One is written, the place of the cursor asked for, and the
sign wiped away. A terminal that is silent for longer than PATIENCE_S has narrow ones; what it answers later is passed
over by the line editor.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
import unicodedata

import prompt_toolkit.utils
from prompt_toolkit.application import get_app_session
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import store_typeahead
from prompt_toolkit.keys import Keys

from interview_drill.cli.drawing import look, widths

SIGN = "σ"
QUESTION, WIPE = f"\r{SIGN}\x1b[6n", "\r\x1b[K"
ANSWER = re.compile(r"\x1b\[\d+;(\d+)R")
PATIENCE_S = 0.2
LAST = 0x10000
"""Mathematics, box lines and letters of ambiguous width all lie before this code point."""


def settle() -> None:
    """Ask where nobody said, and let the line editor and Rich count columns the same way."""
    if not look.ambiguity_known() and os.name == "posix":
        columns = _asked(get_app_session().input)
        if columns in look.WIDTHS.values():
            look.settle_ambiguity(columns)
    if look.ambiguous() == 2:
        _widen()
        widths.widen()


def _asked(keyboard: Input) -> int | None:
    """The columns that SIGN takes; None where the terminal does not say."""
    with keyboard.raw_mode():
        _write(QUESTION)
        column = _column(keyboard)
    _write(WIPE)
    return None if column is None else column - 1


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _column(keyboard: Input) -> int | None:
    """The column in the terminal's answer; keys typed meanwhile are kept for the prompt."""
    ends, others, column = time.monotonic() + PATIENCE_S, [], None
    while column is None and not keyboard.closed and (left := ends - time.monotonic()) > 0:
        if not select.select([keyboard.fileno()], [], [], left)[0]:
            break
        for key in keyboard.read_keys():
            found = ANSWER.fullmatch(key.data) if key.key is Keys.CPRResponse else None
            column = int(found[1]) if found else column
            others += [] if found else [key]
    store_typeahead(keyboard, others)
    return column


def _widen() -> None:
    """The line editor keeps a table of widths, which nothing public fills."""
    table = getattr(prompt_toolkit.utils, "_CHAR_SIZES_CACHE", {})
    table |= {char: 2 for char in map(chr, range(LAST)) if _ambiguous(char)}


def _ambiguous(char: str) -> bool:
    return unicodedata.east_asian_width(char) == "A" and not unicodedata.combining(char)
