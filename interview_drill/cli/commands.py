"""The table of commands. A command's file is imported when it is called, and its help when help is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import typer
from typer.core import TyperCommand, TyperGroup

from interview_drill import __version__
from interview_drill.cli import helping, options, usage
from interview_drill.cli.exit_codes import INTERRUPTED
from interview_drill.cli.language import words

ITSELF = ""
"""What a group does when it is called without one of its commands."""
COMMANDS = {
    "practice": "interview_drill.cli.practice:practice",
    "list": "interview_drill.cli.list:run",
    "show": "interview_drill.cli.show:run",
    "check": "interview_drill.cli.check:run",
    "start": "interview_drill.cli.start:run",
    "watch": "interview_drill.cli.watch:run",
    "progress": {
        ITSELF: "interview_drill.cli.progress:run",
        "export": "interview_drill.cli.merging:write",
        "import": "interview_drill.cli.merging:merge",
    },
    "export": {
        "interview": "interview_drill.cli.export:interview",
        "mistakes": "interview_drill.cli.export:mistakes",
    },
    "doctor": "interview_drill.cli.doctor:run",
    "completion": "interview_drill.cli.completion.command:run",
    "bank": {
        "check": "interview_drill.cli.bank.check:run",
        "new": "interview_drill.cli.bank.new:run",
        "schema": "interview_drill.cli.bank.schema:run",
    },
}
"""Command -> module:function; a mapping is a group of commands."""

PLAIN = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
HELP = {"help_option_names": ["-h", "--help"], "terminal_width": helping.UNBROKEN}


class PipeClosed(Exception):
    """Whoever read our output has enough. No OSError: for those Typer ends the program with 1."""


class Command(TyperCommand):
    """A command whose help speaks the person's language."""

    def invoke(self, context):
        try:
            return super().invoke(context)
        except BrokenPipeError as gone:
            raise PipeClosed from gone

    def get_help(self, context) -> str:
        return usage.translated(super().get_help(context))


class Group(TyperGroup):
    """A group that knows its commands by name and imports one when it is called."""

    table = COMMANDS
    prefix = ""

    def list_commands(self, context) -> list[str]:
        return [name for name in self.table if name != ITSELF]

    def get_command(self, context, name: str):
        entry = self.table.get(name)
        if entry is None:
            return None
        return _group(name, entry) if isinstance(entry, dict) else _command(self.prefix + name, name, entry)

    def get_help(self, context) -> str:
        return usage.translated(super().get_help(context))


def _command(key: str, name: str, module: str):
    app = typer.Typer(**PLAIN)
    app.command(name, cls=Command, help=words(f"help-{key}"), context_settings=HELP)(_function(module))
    command = typer.main.get_command(app)
    command.name = name
    return command


def _function(module: str):
    path, function = module.split(":")
    return getattr(import_module(path), function)


def _group(name: str, table: dict[str, str]):
    cls = type("Group", (Group,), {"table": table, "prefix": f"{name}-"})
    alone = ITSELF not in table
    app = typer.Typer(cls=cls, no_args_is_help=alone, help=words(f"help-{name}"), context_settings=HELP, **PLAIN)
    if not alone:
        app.callback(invoke_without_command=True)(_function(table[ITSELF]))
        return typer.main.get_command(app)

    @app.callback()
    def group(lang: options.Lang = None) -> None:
        pass

    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"interview_drill {__version__}")
        raise typer.Exit


def root():
    """The tree of all commands, as Typer makes it."""
    app = typer.Typer(
        cls=Group,
        no_args_is_help=True,
        help=words("help-drill"),
        epilog=words("help-epilog"),
        context_settings=HELP,
        **PLAIN,
    )

    @app.callback()
    def drill(
        version: bool = typer.Option(False, "--version", help=words("help-version"), callback=_version, is_eager=True),
        lang: options.Lang = None,
    ) -> None:
        pass

    return typer.main.get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; its exit code. What was typed wrong is said with the nearest thing to type instead.

    Raises KeyboardInterrupt after a Ctrl-C.
    """
    try:
        code = root()(list(arguments), prog_name="drill", standalone_mode=False) or 0
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort as stopped:
        raise KeyboardInterrupt from stopped
    except usage.MISTAKES as mistake:
        return usage.complain(mistake, nearest)
    if code == INTERRUPTED:  # all that Typer leaves of a Ctrl-C
        raise KeyboardInterrupt
    return code


def nearest(name: str) -> list[str]:
    """The commands that look most like what was typed."""
    return get_close_matches(name, COMMANDS, n=3, cutoff=0.5)
