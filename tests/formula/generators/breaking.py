"""Lines as typed -> lines with one slip: a sign, a factor, a number, an index, a letter, a function.

A break may leave a line true, or one that nobody can read: whoever asks for breaks has to look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

SIGN = re.compile(r"[+\-−](?!>)")
NUMBER = re.compile(r"(?<![\d.])\d(?![\d.])")
FACTOR = re.compile(
    r"\\left\([^()]*(?:\([^()]*\)[^()]*)*\\right\)|\([^()=]*\)|\\hat\{?[yw]\}?(?:_\w)?|ŷ(?:_\w)?|\byhat(?:_\w)?"
    r"|\b[xyzqpSr]_\w|\\delta_\{\w+\}|e\^\{[^{}]*\}|\\frac\{\d\}\{\d\}|½|\\lambda|λ|\bz\b|x_j|E_\{\d?\w\}|A_\{\w+\}"
)
INDEX = re.compile(r"(?<=_)[ijklmth](?![A-Za-z])|(?<=_\{)[ijklmth](?=\})|(?<=\()[ijkm](?=\))|(?<=_\{\w)[ijk](?=\})")
LETTERS = (
    (r"\\hat\{?y\}?", "y"), (r"ŷ", "y"), (r"\byhat", "y"), (r"(?<![\\A-Za-z{])y(?![A-Za-z])", r"\\hat{y}"),
    (r"\\mu", r"\\sigma"), (r"\\sigma(?!['(_])", r"\\mu"), (r"μ", "σ"), (r"\bp_i", "q_i"), (r"\bq_i", "p_i"),
    (r"\bx_(?=\w)", "w_"), (r"p\(x\)", "q(x)"), (r"q\(x\)", "p(x)"), (r"H\(p\)", "H(q)"), (r"p\(w\)", "p(D|w)"),
    (r"\btau\b|τ", "σ"), (r"\\tau", r"\\sigma"), (r"p_A\(", "p_B("), (r"p_B\(", "p_A("), (r"\bE_(?=\{)", "A_"),
)  # fmt: skip
FUNCTIONS = (
    (r"\\log|\\ln", r"\\exp"), (r"\blog\b(?!\s*_)", "exp"), (r"\\sum", r"\\prod"), (r"Σ", "Π"), (r"Π", "Σ"),
    (r"\\prod", r"\\sum"), (r"\bsum_", "prod_"), (r"max", "min"), (r"min(?!us)", "max"), (r"tanh", "sin"),
    (r"(?<![A-Za-z])e\^", "2^"), (r"\^2|²", "^3"), (r"\bexp\(", "log("),
)  # fmt: skip


def broken(line: str) -> Iterator[tuple[str, str]]:
    """(what was done, the line with it done), every place in turn."""
    for kind, breaks in BREAKS.items():
        yield from ((kind, one) for one in breaks(line) if one != line)


def _signs(line: str) -> Iterator[str]:
    """Plus for minus and the other way round; a leading minus is lost."""
    for found in SIGN.finditer(line):
        before = line[: found.start()].rstrip()
        leading = not before or before[-1] in "=({[&"
        yield _with(line, found, "" if leading else "+" if found[0] != "+" else "-")


def _added(line: str) -> Iterator[str]:
    """A 2 or a minus before a right side."""
    for found in re.finditer(r"=\s*(?=\S)", line):
        yield line[: found.end()] + "2 " + line[found.end() :]
        yield line[: found.end()] + "-" + line[found.end() :]


def _numbers(line: str) -> Iterator[str]:
    for found in NUMBER.finditer(line):
        yield _with(line, found, str(int(found[0]) + 1))


def _dropped(line: str) -> Iterator[str]:
    """A factor is left out; where nothing is left in its place, a 1 stands there."""
    for found in FACTOR.finditer(line):
        yield _with(line, found, " ")
        yield _with(line, found, "1")


def _indices(line: str) -> Iterator[str]:
    letters = sorted(set(INDEX.findall(line)) | {"i", "k"})
    for found in INDEX.finditer(line):
        yield from (_with(line, found, letter) for letter in letters if letter != found[0])


def _swaps(pairs: Sequence[tuple[str, str]]) -> Callable[[str], Iterator[str]]:
    def swapped(line: str) -> Iterator[str]:
        for pattern, other in pairs:
            for found in re.finditer(pattern, line):
                yield _with(line, found, other.replace("\\\\", "\\"))

    return swapped


def _with(line: str, found: re.Match, text: str) -> str:
    return line[: found.start()] + text + line[found.end() :]


BREAKS: dict[str, Callable[[str], Iterator[str]]] = {
    "sign": _signs,
    "factor added": _added,
    "number": _numbers,
    "factor dropped": _dropped,
    "index": _indices,
    "letter": _swaps(LETTERS),
    "function": _swaps(FUNCTIONS),
}
