"""Tab in a formula: the declared symbols, then the LaTeX commands that the grader reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from interview_drill import kinds
from interview_drill.cli.prompt.typed import COLONS
from interview_drill.cli.prompt.typed import COMMANDS as COLON_COMMANDS
from interview_drill.formula.notations import commands, words
from interview_drill.question import Question

WORD = re.compile(r"\\?[A-Za-z][A-Za-z0-9_]*$|\\$|$")
NAME = re.compile(r"\\?[A-Za-z][A-Za-z0-9_]*")
COMMANDS = tuple(
    sorted(
        f"\\{name}"
        for table in (
            commands.LETTER_COMMANDS, commands.SIGNS, commands.BIG, commands.FRACTIONS, commands.ACCENTS,
            commands.DOUBLE, commands.STYLES, commands.NAMES, words.FUNCTIONS, ("left", "right", "begin", "end"),
        )
        for name in table
        if name.isascii() and name.isalpha()
    )
)  # fmt: skip


COLON = re.compile(rf"[{''.join(COLONS)}][A-Za-z]*$")


def begun_command(line: str) -> str:
    """The command that a line begins with its colon; nothing where it is an answer's."""
    return line if COLON.fullmatch(line) else ""


class Symbols(Completer):
    """Completes the word before the cursor for one question at a time; behind a colon, a command."""

    def __init__(self) -> None:
        self.question: Question | None = None

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        if line := begun_command(document.current_line_before_cursor):
            for name in COLON_COMMANDS:
                if name.startswith(line[1:].casefold()):
                    yield Completion(f":{name}", start_position=-len(line))
            return
        begun = WORD.search(document.text_before_cursor).group()
        for word in candidates(self.question, begun):
            yield Completion(word, start_position=-len(begun))


def candidates(question: Question | None, begun: str) -> list[str]:
    """The words that go on from `begun`, symbols first; without a letter typed the symbols alone."""
    if question is None or not hasattr(question.task, "symbols"):
        return []
    symbols = list(dict.fromkeys(_symbols(question)))
    known = [*symbols, *COMMANDS] if begun else symbols
    return [word for word in known if word.startswith(begun) and word != begun]


def _symbols(question: Question) -> Iterator[str]:
    """The declared names that a learner is told of, and those of their spellings that are one word."""
    kind, task = kinds.kind(question.kind), question.task
    for name, declared in (kind.given(task) if hasattr(kind, "given") else task.symbols).items():
        yield from (one for one in (name, *declared.spellings) if NAME.fullmatch(one))
