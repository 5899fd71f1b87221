"""What Typer says on its own (help labels, usage errors), said in the person's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from typer._click import exceptions  # typer gives these no public name

from interview_drill.cli import helping, screen
from interview_drill.cli.language import language, words

MISTAKES = (exceptions.ClickException,)
NUMBERS = ("int", "float")
UNBOUNDED = 10**6
"""An upper bound from here on is the machine's, and no answer to what may be typed."""
LABELS = ("Usage:", "Options:", "Arguments:", "Commands:", "Show this message and exit.", "[required]", "default:")


def translated(help_text: str) -> str:
    """A help page with Typer's own labels in the person's language; our texts are in it already."""
    if language() == "en":
        return helping.fitted(help_text)
    said = re.sub("|".join(map(re.escape, LABELS)), lambda label: words(_label(label.group())), help_text)
    return helping.fitted(said)


def _label(label: str) -> str:
    return "label-" + re.sub("[^a-z]+", "-", label.lower()).strip("-")


def complain(mistake: exceptions.ClickException, nearest: Callable[[str], list[str]]) -> int:
    """Say what is wrong with a command line and what to type; the exit code."""
    context = getattr(mistake, "ctx", None)
    if context and _asks_for_nothing(mistake):
        screen.plain(context.get_help())
        return 0
    command = context.command_path if context else "drill"
    message, facts = _sentence(mistake, nearest)
    screen.complain(message, **facts)
    screen.complain("usage-help", command=command)
    return mistake.exit_code


def _asks_for_nothing(mistake: exceptions.ClickException) -> bool:
    """`drill` alone, or with nothing but `--lang zh`."""
    return isinstance(mistake, exceptions.NoArgsIsHelpError) or mistake.message == "Missing command."


def _sentence(mistake: exceptions.ClickException, nearest: Callable[[str], list[str]]) -> tuple[str, dict[str, object]]:
    """The message id and facts for a mistake; Typer's own sentence where we have none."""
    if isinstance(mistake, exceptions.NoSuchOption):
        return _suggesting("usage-option", mistake.option_name, list(mistake.possibilities or ()))
    if isinstance(mistake, exceptions.MissingParameter) and mistake.param is not None:
        return "usage-missing", {"name": mistake.param.human_readable_name}
    unknown = re.fullmatch(r"No such command '(.*)'\..*", mistake.message, re.DOTALL)
    if unknown:
        return _suggesting("usage-command", unknown.group(1), nearest(unknown.group(1)))
    return next(_recognised(mistake), ("usage-other", {"sentence": mistake.format_message()}))


def _recognised(mistake: exceptions.ClickException) -> Iterator[tuple[str, dict[str, object]]]:
    """Typer's other sentences that a learner meets."""
    extra = re.fullmatch(r"Got unexpected extra arguments?\(?s?\)? \((.*)\)", mistake.message, re.DOTALL)
    if extra:
        yield "usage-extra", {"names": extra.group(1)}
    elif isinstance(mistake, exceptions.BadOptionUsage):
        yield "usage-valueless", {"name": mistake.option_name}
    elif isinstance(mistake, exceptions.BadParameter) and mistake.param is not None:
        message, facts = _wanted(mistake.param.type)
        yield message, {"name": (mistake.param.opts or [mistake.param.human_readable_name])[0], **facts}


def _wanted(type: object) -> tuple[str, dict[str, object]]:
    """What a value of this type is; nothing is said of the others, which are few and say it themselves."""
    low, high = getattr(type, "min", None), getattr(type, "max", None)
    if low is not None and high is not None and high < UNBOUNDED:
        return "usage-value-between", {"low": low, "high": high}
    if low is not None:
        return "usage-value-from", {"low": low}
    return "usage-value-number" if getattr(type, "name", "") in NUMBERS else "usage-value", {}


def _suggesting(message: str, name: str, possible: list[str]) -> tuple[str, dict[str, object]]:
    if possible:
        return f"{message}-near", {"name": name, "nearest": possible}
    return message, {"name": name}
