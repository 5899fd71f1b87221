"""The script that completes a command line in fish: builtins alone, no other program is started."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from interview_drill.bank.ids import IDS as ID_FILES
from interview_drill.bank.ids import TOPICS as TOPIC_FILES
from interview_drill.cli.completion.places import LISTED, VALUES, Place, groups

FISH = """\
# Completion of `drill` for fish. In ~/.config/fish/config.fish:  drill completion fish | source
function __drill_lines
    for file in {folder}/bank-*$argv[1]
        while read -l line
            echo $line
        end <$file
    end
end
function __drill_at
    set -l command
    set -l skipped
    for token in (commandline -opc)[2..-1]
        if test -n "$skipped"
            set skipped
            continue
        end
        switch $token
            case --lang
                set skipped yes
            case '-*'
            case '*'
                set command $command $token
                contains -- "$command" {groups}; or break
        end
    end
    test "$command" = "$argv[1]"
end
for name in drill interview-drill
    complete -c $name -f
{places}
end
"""


def fish(places: Sequence[Place], folder: Path) -> str:
    """The script for fish; ids are read from files in `folder` whenever something is completed."""
    rows = [row for place in places for row in _rows(place)]
    named = " ".join(map(_quoted, groups(places)))
    return FISH.format(folder=_quoted(str(folder)), groups=named, places="\n".join(rows))


def _rows(place: Place) -> Iterator[str]:
    start = f"    complete -c $name -n \"__drill_at '{place.path}'\""
    words = [*place.words]
    words += [f"(__drill_lines {suffix})" for on, suffix in ((place.ids, ID_FILES), (place.topics, TOPIC_FILES)) if on]
    if words:
        yield f"{start} -a {_quoted(' '.join(words))}"
    if place.files:
        yield f"{start} -F"
    for option in place.options:
        named = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
        yield f"{start} {named}{_value(option, place)}"


def _value(option: str, place: Place) -> str:
    if option in VALUES:
        return f" -x -a '{' '.join(VALUES[option])}'"
    if option in LISTED:
        return f" -x -a '(__drill_lines {LISTED[option]})'"
    if option in place.filed:
        return " -r -F"
    return " -x" if option in place.valued else ""


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
