"""LaTeX commands, read by the scanner: letters, signs, accents, dress."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import commands, frames, words
from interview_drill.formula.notations.tokens import Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.scanner import Scanner

COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?|[^A-Za-z])")
MARK = re.compile(r"[+*](?=\s|$|[/)}\],=^_&;])|-(?=\s*(?:$|[/)}\],=^_&;+*]))")
"""`s_+` and `w^*`: a sign that stands for itself, because nothing follows that it could be applied to."""


def command(scanner: Scanner) -> None:
    """Read one command with what belongs to it."""
    found = COMMAND.match(scanner.text, scanner.pos)
    if not found:
        raise AnswerError("command-unknown", scanner.pos, scanner.pos + 1, command="\\")
    start, scanner.pos = scanner.pos, found.end()
    name = unicodedata.normalize("NFKC", found.group()[1:]).rstrip("*") or "*"  # a Chinese keyboard types `\｜`
    if name not in READ:
        raise AnswerError("command-unknown", start, scanner.pos, command="\\" + name)
    READ[name](scanner, name, start)


def skip_space(scanner: Scanner) -> None:
    """Move on to the next character that is no white space."""
    while scanner.pos < len(scanner.text) and scanner.text[scanner.pos].isspace():
        scanner.pos += 1


def argument(scanner: Scanner, missing: str, start: int) -> None:
    """Read one argument, without its braces: a group, or one digit, letter or command."""
    skip_space(scanner)
    ahead = scanner.text[scanner.pos : scanner.pos + 2]
    if not ahead or (ahead[0] in "}&=)]+*/^_," and not MARK.match(ahead)):
        raise AnswerError(missing, start, max(scanner.pos, start + 1))
    if scanner.text[scanner.pos] == "{":
        return _group(scanner, missing, start)
    scanner.depth += 1
    if scanner.depth > 40:
        raise AnswerError("brackets-too-deep", start, scanner.pos, limit=40)
    _one(scanner)
    scanner.depth -= 1


def _one(scanner: Scanner) -> None:
    sign = scanner.text[scanner.pos]
    if sign.isascii() and sign.isalpha():
        scanner.pos += 1
        scanner.emit("name", sign, scanner.pos - 1, scanner.pos)
    elif sign.isascii() and sign.isdigit():
        scanner.pos += 1
        scanner.emit("number", sign, scanner.pos - 1, scanner.pos)
    else:
        scanner.step()


def _group(scanner: Scanner, missing: str, start: int) -> None:
    opener = scanner.pos
    scanner.pos += 1
    before = len(scanner.out)
    scanner.depth += 1
    if scanner.depth > 40:
        raise AnswerError("brackets-too-deep", start, scanner.pos, limit=40)
    while scanner.pos < len(scanner.text) and scanner.text[scanner.pos] != "}":
        _inside(scanner)
    if scanner.pos >= len(scanner.text):
        raise AnswerError("bracket-never-closed", opener, opener + 1, sign="{")
    scanner.pos += 1
    scanner.depth -= 1
    if len(scanner.out) == before:
        raise AnswerError(missing, start, scanner.pos)


def _inside(scanner: Scanner) -> None:
    """One step, or a nested group with its braces."""
    if scanner.text[scanner.pos] != "{":
        return scanner.step()
    scanner.sign("{", scanner.pos, scanner.pos + 1)
    _group(scanner, "group-empty", scanner.pos)
    scanner.sign("}", scanner.pos - 1, scanner.pos)


def _raw_argument(scanner: Scanner) -> str:
    skip_space(scanner)
    found = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*)\}").match(scanner.text, scanner.pos)  # `{*{20}{c}}` is nested
    if not found:
        raise AnswerError("bracket-never-closed", scanner.pos - 1, scanner.pos, sign="{")
    scanner.pos = found.end()
    return found.group(1).strip()


def _sign(scanner: Scanner, name: str, start: int) -> None:
    if commands.SIGNS[name] == "sqrt":
        return _root(scanner, start)
    scanner.sign(commands.SIGNS[name], start, scanner.pos)


def _root(scanner: Scanner, start: int) -> None:
    """`\\sqrt` and its argument in braces; a degree stays in its square brackets before them."""
    scanner.sign("sqrt", start, scanner.pos)
    skip_space(scanner)
    if scanner.text.startswith("[", scanner.pos):
        while scanner.pos < len(scanner.text) and scanner.text[scanner.pos] != "]":
            scanner.step()
        if scanner.pos < len(scanner.text):
            scanner.step()
    _braced(scanner, "root-empty", start)


def _braced(scanner: Scanner, missing: str, start: int) -> None:
    scanner.sign("{", scanner.pos, scanner.pos)
    argument(scanner, missing, start)
    scanner.sign("}", scanner.pos, scanner.pos)


def _fraction(scanner: Scanner, name: str, start: int) -> None:
    scanner.sign("frac", start, scanner.pos)
    _braced(scanner, "fraction-incomplete", start)
    _braced(scanner, "fraction-incomplete", start)


def _accent(scanner: Scanner, name: str, start: int) -> None:
    """An accent goes on the first letter of its argument: `\\hat{y_i}` is `\\hat{y}_i`."""
    before = len(scanner.out)
    argument(scanner, "accent-without-letter", start)
    rest = scanner.out[before + 1 :]
    del scanner.out[before + 1 :]
    if rest and not rest[0].is_sign("_", "'"):
        raise AnswerError("accent-over-several", start, scanner.pos)
    end, spaced = scanner.pos, scanner.spaced
    scanner.accent(commands.ACCENTS[name], start)
    last = scanner.out[-1]
    scanner.out[-1] = Token(last.kind, last.text, start, end if not rest else last.end, last.spaced, None)
    scanner.out.extend(rest)
    scanner.spaced = spaced


def _style(scanner: Scanner, name: str, start: int) -> None:
    skip_space(scanner)
    if re.match(r"\{1\}|1", scanner.text[scanner.pos :]) and name in ("mathbf", "bm", "boldsymbol"):
        return _double(scanner, name, start)
    if name in ("rm", "it", "bf"):
        return
    before = len(scanner.out)
    argument(scanner, "style-without-argument", start)
    if len(scanner.out) == before:
        raise AnswerError("style-without-argument", start, scanner.pos)
    scanner.out[before] = replace(scanner.out[before], at=start)
    scanner.out[-1] = replace(scanner.out[-1], end=scanner.pos)


def _double(scanner: Scanner, name: str, start: int) -> None:
    """Blackboard letters: the indicator's 1, the expectation's E, a plain letter else."""
    skip_space(scanner)
    found = re.compile(r"\{\s*(\w)\s*\}|(\w)").match(scanner.text, scanner.pos)
    if not found:
        raise AnswerError("style-without-argument", start, scanner.pos)
    scanner.pos = found.end()
    letter = found.group(1) or found.group(2)
    if letter in "1I" and name != "mathrm":
        return scanner.emit("indicator", "1", start, scanner.pos)
    scanner.emit("expectation" if letter == "E" else "name", letter, start, scanner.pos)


def _size(scanner: Scanner, name: str, start: int) -> None:
    """`\\left(`: the size is dress, but a bar learns on which side it stands; `\\left.` is nothing."""
    skip_space(scanner)
    if scanner.text.startswith(".", scanner.pos):
        scanner.pos += 1
        return scanner.sign("\\left." if name == "left" else "\\right.", start, scanner.pos)
    side = "(" if name == "left" or name.endswith("l") else ")" if name == "right" or name.endswith("r") else ""
    before = len(scanner.out)
    if scanner.pos >= len(scanner.text):
        raise AnswerError("size-without-bracket", start, scanner.pos, command="\\" + name)
    scanner.step()
    if len(scanner.out) > before:
        last = scanner.out[-1]
        mark = side + ("!" if name in ("left", "right") else "")
        scanner.out[-1] = Token(last.kind, last.text, start, last.end, last.spaced, last.run, mark)


def _sided(scanner: Scanner, name: str, start: int) -> None:
    text, side = commands.SIDED[name]
    scanner.sign(text, start, scanner.pos, side)


def _frame(scanner: Scanner, name: str, start: int) -> None:
    """`\\boxed{...}`, `\\underbrace{...}_{...}`: what it is round stays one operand, unless it is an equation."""
    before = len(scanner.out)
    _braced(scanner, "style-without-argument", start)
    inside = scanner.out[before + 1 : -1]
    scanner.out[before:] = inside if frames.is_equation(inside) else scanner.out[before:]
    scanner.pos = frames.behind_word(scanner.text, scanner.pos, start) if name.endswith("brace") else scanner.pos


def _drop(scanner: Scanner, name: str, start: int) -> None:
    scanner.spaced = True


def _drop_with_argument(scanner: Scanner, name: str, start: int) -> None:
    _raw_argument(scanner)
    scanner.spaced = True


def _named(scanner: Scanner, name: str, start: int) -> None:
    scanner.emit("name", commands.NAMES[name], start, scanner.pos)


def _letter(scanner: Scanner, name: str, start: int) -> None:
    scanner.emit("name", commands.LETTER_COMMANDS[name], start, scanner.pos)


def _function(scanner: Scanner, name: str, start: int) -> None:
    scanner.emit("function", words.FUNCTIONS[name], start, scanner.pos)


def _big(scanner: Scanner, name: str, start: int) -> None:
    scanner.emit("big", commands.BIG[name], start, scanner.pos)


def _begin(scanner: Scanner, name: str, start: int) -> None:
    kind = _raw_argument(scanner).rstrip("*")
    if kind in commands.CASES:
        return scanner.sign("cases", start, scanner.pos)
    if kind in commands.MATRICES:
        if kind == "array":
            _raw_argument(scanner)
        return scanner.sign("matrix", start, scanner.pos)
    if kind not in commands.WRAPPERS:
        raise AnswerError("environment-unknown", start, scanner.pos, name=kind)
    scanner.sign("wrapper", start, scanner.pos)


def _end(scanner: Scanner, name: str, start: int) -> None:
    kind = _raw_argument(scanner).rstrip("*")
    known = {**dict.fromkeys(commands.CASES, "/cases"), **dict.fromkeys(commands.MATRICES, "/matrix")}
    scanner.sign(known.get(kind, "/wrapper"), start, scanner.pos)


def _escaped(scanner: Scanner, name: str, start: int) -> None:
    """`y\\_hat` is y_hat: the typed name without its backslash."""
    scanner.pos = start + 1
    scanner.step()


def _modifier(scanner: Scanner, name: str, start: int) -> None:
    """`\\not=` is an inequality."""
    skip_space(scanner)
    if not scanner.text.startswith("=", scanner.pos):
        raise AnswerError("command-unknown", start, scanner.pos, command="\\not")
    scanner.pos += 1
    scanner.sign("!=", start, scanner.pos)


def _stacked(scanner: Scanner, name: str, start: int) -> None:
    """`\\substack{i=1 \\\\ i \\ne k}`: conditions under one another are separated by commas."""
    before = len(scanner.out)
    argument(scanner, "group-empty", start)
    for place in range(before, len(scanner.out)):
        token = scanner.out[place]
        if token.is_sign("\\\\"):
            scanner.out[place] = Token("sign", ",", token.at, token.end)


READERS = (
    (commands.SIGNS, _sign),
    (commands.FRACTIONS, _fraction),
    (commands.ACCENTS, _accent),
    (commands.DOUBLE, _double),
    (commands.STYLES, _style),
    (commands.SIZES, _size),
    (commands.SIDED, _sided),
    (commands.DROPPED, _drop),
    (commands.WITH_DROPPED_ARGUMENT, _drop_with_argument),
    (commands.NAMES, _named),
    (commands.BIG, _big),
    (words.FUNCTIONS, _function),
    (commands.LETTER_COMMANDS, _letter),
    (commands.FRAMES, _frame),
    ({"begin"}, _begin),
    ({"end"}, _end),
    ({"_"}, _escaped),
    ({"not"}, _modifier),
    ({"substack"}, _stacked),
)
READ = {name: read for table, read in reversed(READERS) for name in table}
"""What reads each command; where a name stands in two tables, the first of them."""
