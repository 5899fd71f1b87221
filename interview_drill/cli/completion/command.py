"""`drill completion bash|zsh|fish`: print the script that completes commands, options and ids in a shell."""

from __future__ import annotations

from typing import Annotated

import typer

from interview_drill.bank import open_bank
from interview_drill.bank.places import cache_folder
from interview_drill.cli import options, screen
from interview_drill.cli.completion.bourne import bash, zsh
from interview_drill.cli.completion.fish import fish
from interview_drill.cli.completion.places import SHELLS, places
from interview_drill.cli.language import words
from interview_drill.errors import UsageError

SCRIPTS = dict(zip(SHELLS, (bash, zsh, fish), strict=True))

Shell = Annotated[str, typer.Argument(help=words("option-shell"), metavar="SHELL")]


def run(shell: Shell, lang: options.Lang = None) -> int:
    if shell not in SHELLS:
        raise UsageError("completion-no-shell", name=shell, known=list(SHELLS))
    open_bank().index()  # writes the files of ids, if nothing has so far
    screen.plain(SCRIPTS[shell](places(), cache_folder().absolute()).rstrip("\n"))
    return 0
