"""What may be typed where: the table of commands, flattened for the scripts that complete it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from interview_drill.bank.ids import IDS as ID_FILES
from interview_drill.bank.ids import SETS as SET_FILES
from interview_drill.cli.commands import Group, root
from interview_drill.feedback import LANGUAGES
from interview_drill.kinds import KINDS

SHELLS = ("bash", "zsh", "fish")
VALUES = {"--lang": tuple(LANGUAGES), "--kind": tuple(KINDS)}
"""Options whose values are known words."""
LISTED = {"--question": ID_FILES, "-q": ID_FILES, "--set": SET_FILES}
"""Options whose values stand in the files of ids -> which of these."""
PATHS = ("path", "file", "directory")
"""What typer calls the types of files."""
PROGRAMS = ("--python",)
"""Options that take a file, though they are words to us."""
WORDS = {"KIND": tuple(KINDS), "SHELL": SHELLS}
"""Known words by what an argument is called in the help."""


class Place(Struct, frozen=True):
    """A command line as far as `path` ("", "list", "bank check").

    `words` may follow, or `options`; `valued` are those that want a value behind them, `filed` those whose value is
    a file. `ids` and `topics` say that questions' ids or topics may follow, `files` that files may.
    """

    path: str
    words: tuple[str, ...]
    options: tuple[str, ...]
    valued: tuple[str, ...]
    filed: tuple[str, ...] = ()
    ids: bool = False
    topics: bool = False
    files: bool = False


def places() -> list[Place]:
    """Every place where something can be completed, the empty line first."""
    return list(_places("", root()))


def _places(path: str, command) -> Iterator[Place]:
    below = command.list_commands(None) if isinstance(command, Group) else []
    yield _place(path, tuple(below), command.params)
    for name in below:
        yield from _places(f"{path} {name}".strip(), command.get_command(None, name))


def _place(path: str, below: tuple[str, ...], params: list) -> Place:
    options = [param for param in params if param.param_type_name == "option"]
    taken = " ".join(param.metavar or "" for param in params if param.param_type_name == "argument")
    known = tuple(word for name, words in WORDS.items() if name in taken for word in words)
    valued = [(name, _takes_file(option)) for option in options if not option.is_flag for name in option.opts]
    return Place(
        path,
        (*below, *known),
        (*(name for option in options for name in option.opts), "--help"),
        tuple(name for name, _ in valued),
        tuple(name for name, filed in valued if filed),
        ids="QUESTION" in taken,
        topics="TOPIC" in taken,
        files="PATH" in taken or "FILE" in taken,
    )


def groups(found: Sequence[Place]) -> list[str]:
    """The paths that other places lie under."""
    return [place.path for place in found if any(other.path.startswith(f"{place.path} ") for other in found)]


def _takes_file(option) -> bool:
    return option.type.name in PATHS or option.opts[0] in PROGRAMS


def filed(found: Sequence[Place]) -> list[str]:
    """Options whose values are files."""
    return sorted({name for place in found for name in place.filed})


def free(found: Sequence[Place]) -> list[str]:
    """Options whose values nobody can offer: numbers, dates, words of one's own."""
    return sorted({name for place in found for name in place.valued} - {*VALUES, *LISTED, *filed(found)})
