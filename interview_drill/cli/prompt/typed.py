"""What was typed at a prompt: an answer, or a `:` command (full-width `：` too), perhaps with text before it."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches

from msgspec import Struct

DONE = "done"
END = (".", "。", "．")
"""A line that ends an answer of several lines."""
COLONS = (":", "：")
COMMANDS = {
    "hint": ("h", "提示"),
    "answer": ("a", "答案"),
    "skip": ("s", "跳过"),
    "undo": ("u", "撤销"),
    "back": ("b", "上一行"),
    "why": ("w", "为什么", "依据"),
    "paper": ("p", "手写"),
    "edit": ("e", "编辑"),
    "flag": ("f", "反馈"),
    "lang": ("l", "语言"),
    "help": ("?", "帮助"),
    "quit": ("q", "exit", "退出"),
    DONE: ("d", "完成", "结束"),
}
"""Command -> its other names."""

NAMED = {name: command for command, others in COMMANDS.items() for name in (command, *others)}
COMMAND = re.compile(r":\s*(?P<name>\?|[^\W\d_]+)(?:\s+(?P<rest>\S.*))?")
UNKNOWING = frozenset(
    ("i don't know", "i dont know", "don't know", "dont know", "no idea", "idk", "不知道", "不会", "不懂")
)
REMARKED = ("flag",)
"""Commands that may be followed by a whole sentence; others by one word at most."""


class Typed(Struct, frozen=True):
    """`text` is the answer, or what there was of it when `command` was typed; `rest` is the command's own word.

    `command` is None for a plain answer; one that does not exist is handed on as it was typed, with its colon.
    `done` says that the answer was ended with `:done`.
    """

    text: str
    command: str | None = None
    rest: str = ""
    done: bool = False


def command(line: str) -> Typed | None:
    """The command that a line is, or None where it is none."""
    found = COMMAND.fullmatch(unicodedata.normalize("NFKC", line).strip())
    if not found:
        return None
    name, rest = found["name"].casefold(), found["rest"] or ""
    known = NAMED.get(name, f":{name}")
    return Typed("", known, rest) if known in REMARKED or len(rest.split()) < 2 else None


def bare(text: str) -> str | None:
    """What somebody wanted who typed a command without its colon, or that they do not know; None for anything else."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold().replace("’", "'").strip("我.!。！")
    if plain in UNKNOWING:
        return "unknowing"
    spoken = plain in ("?", "？") or len(plain) > 2 or (len(plain) == 2 and not plain.isascii())
    return NAMED.get(plain) if spoken else None


def read(text: str) -> Typed:
    """The answer, without the `:done` that ended it; or the command on its last line with what stands above it."""
    above, _, last = text.rstrip().rpartition("\n")
    found = command(last)
    if found is None:
        return Typed(text.strip("\n"))
    return Typed(above, done=True) if found.command == DONE else Typed(above, found.command, found.rest)


def nearest(name: str) -> str:
    """The command that looks most like what was typed, with its colon; `:help` where none does."""
    found = get_close_matches(name.removeprefix(":"), NAMED, n=1)
    return f":{NAMED[found[0]]}" if found else ":help"
