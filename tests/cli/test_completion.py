"""Shell completion: a script that knows the commands, reads ids from plain files, and starts no program."""

import re
import shutil
import subprocess

import pytest

from interview_drill.cli.commands import COMMANDS, ITSELF

from .running import drill

BASH = """
source "$1"; shift
compopt() { printf '%s\n' no-files; }
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_drill
printf '%s\\n' "${COMPREPLY[@]}"
"""
ZSH = """
compdef() { :; }; compadd() { shift; print -rl -- "$@"; }; _files() { print files; }
source "$1"; shift
complete_() { local -a words; words=("$@"); local CURRENT=$#; _drill; }
complete_ "$@" | while read -r word; do [[ $word == "${@[-1]}"* || $word == files ]] && print -r -- $word; done; true
"""
FISH = 'source $argv[1]; complete -C (string join " " -- $argv[2..-1])'
STARTS = {"bash": ["--norc", "-c", BASH, "bash"], "zsh": ["-f", "-c", ZSH, "zsh"], "fish": ["-N", "-c", FISH]}


@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    """Each shell's script in a file, made in a state folder with an awkward name."""
    folder = tmp_path_factory.mktemp("completion") / "it's a $HOME `folder`"
    folder.mkdir()
    made = {}
    for shell in STARTS:
        run = drill(folder / "home", "completion", shell)
        assert run.returncode == 0 and run.stderr == ""
        made[shell] = folder / f"drill.{shell}"
        made[shell].write_text(run.stdout, encoding="utf-8")
    return made


@pytest.fixture(params=STARTS)
def shell(request):
    if not shutil.which(request.param):
        pytest.skip(f"no {request.param} here")
    return request.param


def completed(scripts, shell, *line, folder=None):
    """The words offered for the last word of a line; nothing is on the PATH, so nothing can be started."""
    run = subprocess.run(
        [shutil.which(shell), *STARTS[shell], str(scripts[shell]), *line],
        env={"PATH": "", "HOME": str(scripts[shell].parent)},
        cwd=folder or scripts[shell].parent,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert "command not found" not in run.stderr and "Unknown command" not in run.stderr, run.stderr
    return {word.split("\t")[0] for word in run.stdout.splitlines() if word}


def test_commands(scripts, shell):
    """All of them, and those of a group behind its name; the language may stand before."""
    assert completed(scripts, shell, "drill", "") == set(COMMANDS)
    assert completed(scripts, shell, "drill", "st") == {"start"}
    assert completed(scripts, shell, "drill", "bank", "") == set(COMMANDS["bank"])
    assert completed(scripts, shell, "drill", "--lang", "zh", "progress", "e") == {"export"}
    assert ITSELF not in completed(scripts, shell, "drill", "progress", "")


def test_ids_and_topics(scripts, shell):
    """Where a question or a topic is wanted, one after the other too."""
    assert completed(scripts, shell, "drill", "show", "softmax-f") == {"softmax-formula"}
    assert {"softmax", "softmax-formula"} <= completed(scripts, shell, "drill", "practice", "kl", "softmax")
    assert completed(scripts, shell, "drill", "list", "sof") == {"softmax"}
    assert completed(scripts, shell, "drill", "check", "-q", "relu-b") - {"no-files"} == {"relu-backward-code"}


def test_options(scripts, shell):
    """Those of the command, and the values that are known."""
    assert completed(scripts, shell, "drill", "check", "--re") == {"--record", "--report"}
    assert completed(scripts, shell, "drill", "bank", "check", "--w") == {"--watch"}
    assert completed(scripts, shell, "drill", "list", "--lang", "z") - {"no-files"} == {"zh"}
    assert completed(scripts, shell, "drill", "completion", "") == {"bash", "zsh", "fish"}


def test_files(scripts, shell, tmp_path):
    """Where a file is wanted the shell completes it itself: no id is offered."""
    (tmp_path / "answers.md").touch()
    offered = completed(scripts, shell, "drill", "check", "ans", folder=tmp_path)
    assert offered == {"bash": set(), "zsh": {"files"}, "fish": {"answers.md"}}[shell]


def test_a_set_is_offered_by_its_name(scripts, shell):
    """Those that `drill list --sets` shows, and no file."""
    silent = {"no-files"} if shell == "bash" else set()
    assert completed(scripts, shell, "drill", "practice", "--set", "wa") == {"warm-up"} | silent
    assert {"exam", "round", "warm-up"} <= completed(scripts, shell, "drill", "list", "--set", "")
    assert completed(scripts, shell, "drill", "practice", "--set", "zz") == silent


@pytest.mark.parametrize("option", ["--seed", "--limit", "--new", "--level", "--by", "--minutes", "--limit-s"])
def test_a_number_or_a_date_is_offered_nothing(scripts, shell, option, tmp_path):
    """No file, no id, no topic."""
    (tmp_path / "12.md").touch()
    offered = completed(scripts, shell, "drill", "practice", option, "", folder=tmp_path)
    assert offered == ({"no-files"} if shell == "bash" else set())


@pytest.mark.parametrize("option", ["--report", "--bank", "--python"])
def test_an_option_that_takes_a_file_is_offered_files(scripts, shell, option, tmp_path):
    """By the shell itself."""
    (tmp_path / "answers.md").touch()
    offered = completed(scripts, shell, "drill", "check", option, "ans", folder=tmp_path)
    assert offered == {"bash": set(), "zsh": {"files"}, "fish": {"answers.md"}}[shell]


def test_without_ids_the_rest_still_completes(scripts, shell, tmp_path):
    """No cache folder: silence, not an error."""
    text = scripts[shell].read_text(encoding="utf-8")
    other = tmp_path / "script"
    other.write_text(text.replace("/home/cache", "/gone"), encoding="utf-8")
    assert completed({shell: other}, shell, "drill", "show", "softmax-f") == set()
    assert completed({shell: other}, shell, "drill", "st") == {"start"}


@pytest.mark.parametrize("shell", STARTS)
def test_the_scripts_start_nothing(scripts, shell):
    """By reading, for shells that are not here: all that is substituted is a file, or what a function prints."""
    lines = [line for line in scripts[shell].read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    lines = [line for line in lines if "for file in" not in line]  # the folder's name may hold anything
    opened = re.compile(r"\((?!__drill_|commandline)" if shell == "fish" else r"\$\((?!<|_drill_|\(|compgen)|`")
    assert not [line for line in lines if opened.search(line)]


def test_a_word_is_no_command(scripts, shell, tmp_path):
    """Whatever stands in a file of ids: it is offered as it is, or not at all, and nothing of it is carried out."""
    cache = scripts[shell].parent / "home" / "cache"
    (cache / "bank-evil.ids").write_text("evil-$(:>made)\nevil-`:>made`\nevil-*\nevil-${HOME}\n", encoding="ascii")
    try:
        found = completed(scripts, shell, "drill", "show", "evil-", folder=tmp_path)
    finally:
        (cache / "bank-evil.ids").unlink()
    assert "evil-*" in found and not list(tmp_path.iterdir()) and not any("/" in word for word in found)


def test_an_own_bank_is_completed_after_its_first_use(tmp_path):
    """Its ids stand in a file as soon as its index is built; those of a folder given by --bank do not."""
    bank = tmp_path / "questions" / "softmax"
    bank.mkdir(parents=True)
    template = drill(tmp_path, "bank", "new", "choice", "mine-choice").stdout
    (bank / "mine-choice.yaml").write_text(template, encoding="utf-8")
    assert drill(tmp_path, "list").returncode == 0
    kept = "".join(file.read_text() for file in (tmp_path / "cache").glob("*.ids"))
    assert "mine-choice\n" in kept and "softmax-formula\n" in kept
    other = tmp_path / "other" / "softmax"
    other.mkdir(parents=True)
    (other / "other-choice.yaml").write_text(template, encoding="utf-8")
    assert drill(tmp_path, "list", "--bank", other.parent).returncode == 0
    assert "other-choice" not in "".join(file.read_text() for file in (tmp_path / "cache").glob("*.ids"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_unknown_shell(tmp_path, language):
    """Says which are known."""
    run = drill(tmp_path, "completion", "tcsh", DRILL_LANG=language)
    assert run.returncode == 2 and "fish" in run.stderr and run.stdout == ""
