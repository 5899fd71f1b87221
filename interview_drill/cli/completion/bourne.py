"""The scripts that complete a command line in bash and zsh: builtins alone, no other program is started."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from interview_drill.bank.ids import IDS as ID_FILES
from interview_drill.bank.ids import TOPICS as TOPIC_FILES
from interview_drill.cli.completion.places import LISTED, VALUES, Place, filed, free, groups

BASH = """\
# Completion of `drill` for bash. In ~/.bashrc:  eval "$(drill completion bash)"
_drill_lines() {{
    local file
    for file in {folder}/bank-*"$1"; do
        if [ -r "$file" ]; then printf '%s\\n' "$(<"$file")"; fi
    done
}}
_drill() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command='' words='' options='' at
    local each known=()
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${{COMP_WORDS[at]}} in
            (--lang) ((at++)) ;;
            (-*) ;;
            (*) command=${{command:+$command }}${{COMP_WORDS[at]}}
                case $command in ({groups}) ;; (*) break ;; esac ;;
        esac
    done
    case $before in
{values}
    esac
    case $command in
{places}
    esac
    case $command in (-) compopt +o default 2>/dev/null ;; esac  # no files; an old bash offers them all the same
    case $word in (-*) words=$options ;; esac
    read -r -d '' -a known <<<"$words"  # not compgen -W: it would carry out what stands in a word
    for each in "${{known[@]-}}"; do
        if [[ -n $each && $each == "$word"* ]]; then COMPREPLY+=("$each"); fi
    done
}}
complete -o default -F _drill drill interview-drill
"""

ZSH = """\
#compdef drill interview-drill
# Completion of `drill` for zsh. In ~/.zshrc, after compinit:  eval "$(drill completion zsh)"
_drill_lines() {{
    local file
    for file in {folder}/bank-*$1(N); do print -r -- "$(<$file)"; done
}}
_drill() {{
    local word=${{words[CURRENT]}} before=${{words[CURRENT-1]}} command='' found='' options='' at
    for ((at = 2; at < CURRENT; at++)); do
        case ${{words[at]}} in
            (--lang) ((at++)) ;;
            (-*) ;;
            (*) command=${{command:+$command }}${{words[at]}}
                case $command in ({groups}) ;; (*) break ;; esac ;;
        esac
    done
    case $before in
{values}
    esac
    case $command in
{places}
    esac
    case $word in (-*) found=$options ;; esac
    if [[ $found == files ]]; then _files; else compadd -- ${{=found}}; fi
}}
if [[ ${{funcstack[1]}} == _drill ]]; then _drill "$@"; else compdef _drill drill interview-drill; fi
"""


def bash(places: Sequence[Place], folder: Path) -> str:
    """The script for bash; ids are read from files in `folder` whenever something is completed."""
    values = [*_values("words", places), f"        ({'|'.join(filed(places))}) return ;;"]
    rows = [_row(place, f'words="{_words(place)}"') for place in places]
    return _filled(BASH, places, folder, values, rows)


def zsh(places: Sequence[Place], folder: Path) -> str:
    """The script for zsh."""
    values = [*_values("found", places), f"        ({'|'.join(filed(places))}) found=files command=- ;;"]
    rows = [_row(place, f'found="{"files" if place.files else _words(place)}"') for place in places]
    return _filled(ZSH, places, folder, values, rows)


def _filled(template: str, places: Sequence[Place], folder: Path, values: list[str], rows: list[str]) -> str:
    return template.format(
        folder=shlex.quote(str(folder)),
        groups="|".join(shlex.quote(path) for path in groups(places)),
        values="\n".join(values),
        places="\n".join(rows),
    )


def _values(name: str, places: Sequence[Place]) -> list[str]:
    """What follows an option, where that is no file; `command` names no place then."""
    known = [(option, " ".join(words)) for option, words in VALUES.items()]
    known += [(option, f"$(_drill_lines {suffix})") for option, suffix in LISTED.items()]
    known.append(("|".join(free(places)), ""))
    return [f'        ({option}) {name}="{words}" command=- ;;' for option, words in known]


def _row(place: Place, words: str) -> str:
    return f"        ('{place.path}') {words} options='{' '.join(place.options)}' ;;"


def _words(place: Place) -> str:
    """Words and substitutions, to stand between double quotes."""
    files = [suffix for wanted, suffix in ((place.ids, ID_FILES), (place.topics, TOPIC_FILES)) if wanted]
    return " ".join([*place.words, *(f"$(_drill_lines {suffix})" for suffix in files)])
