"""Markdown that holds foreign text: fences that cannot be closed from within, prose without HTML or links."""

from __future__ import annotations

import re

LONGEST = 20_000
"""Characters of one answer; whatever stands behind them is left out, and said to be."""
FENCED = re.compile(r"^```[^\n]*\n(?P<program>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
KEPT = re.compile(
    r"\$\$(?P<display>[^$]+)\$\$"
    r"|\$(?P<mathematics>(?:[^$\n]|\n(?![ \t]*\n))+)\$"
    r"|`(?P<code>(?:[^`\n]|\n(?![ \t]*\n))+)`"
)
"""What an author marked; what stands within a line ends with its paragraph."""
HELD = "\ue000"
"""Stands for what is kept while the rest is made quiet; `visible` leaves none of these in a text."""
TAG = re.compile(r"<(?=[A-Za-z/!?])")
LINK = re.compile(r"\](?=[\[(:])")
BLOCK = re.compile(
    r"^((?:[ \t]|[-*+][ \t]|\d+[.)][ \t])*)(#|>|~~~|=+[ \t]*$|[-*_](?:[ \t]*[-*_])*[ \t]*$)", re.MULTILINE
)
"""A heading, a quotation, a fence or a rule, perhaps in an entry of a list."""
LAST = re.compile(rf"\\+(?={HELD}|\Z)")
"""Backslashes that would take what follows its power."""
LEADING = re.compile(r"^(?:[#>=~]|[-+*_](?=[-+*_\s]|$)|\d+[.)](?=\s|$))")
"""What would begin a block of its own on the first line of a formula; `{}` before it changes nothing in LaTeX."""
TYPED = "\n\t\u3000"
"""What people type that Python does not call printable: line ends, tabs, and the full-width space."""


def visible(text: str) -> str:
    """Text whose control characters and lone surrogates are visible and powerless; tabs and line ends stay."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char if char.isprintable() or char in TYPED else f"\\u{{{ord(char):x}}}" for char in plain)


def fenced(text: str, language: str = "") -> str:
    """A fence around text as it was typed, longer than any run of backticks in it."""
    body = visible(text.strip("\r\n"))
    if len(body) > LONGEST:
        body = f"{body[:LONGEST]}\n…"
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", body)), default=0))
    return f"{fence}{language}\n{body}\n{fence}"


def span(text: str) -> str:
    """One line as inline code."""
    body = visible(" ".join(text.split()))
    ticks = "`" * (1 + max(map(len, re.findall("`+", body)), default=0))
    inner = f" {body} " if body.startswith("`") or body.endswith("`") else body
    return f"{ticks}{inner}{ticks}" if body else ""


def prose(text: str) -> str:
    """Prose of a bank. Its mathematics, code, bold type and lists stay; its programs are fenced anew."""
    parts, at, said = [], 0, visible(text).strip()
    for found in FENCED.finditer(said):
        parts += [_quiet(said[at : found.start()]), fenced(found["program"])]
        at = found.end()
    return "".join([*parts, _quiet(said[at:])])


def line(text: str) -> str:
    """Prose as one line, for a heading or an entry of a list."""
    return " ".join(prose(text).split())


def mathematics(latex: str) -> str:
    """A formula on lines of its own; the steps of a derivation below each other."""
    steps = [LEADING.sub(r"{}\g<0>", _inside(step)) for step in visible(latex).splitlines() if step.strip()]
    return "\n\n".join(f"$$\n{step}\n$$" for step in steps)


def entry(text: str, marker: str = "- ") -> str:
    """An entry of a list: lines behind the first stand under it."""
    first, *rest = text.split("\n")
    return "\n".join([marker + first, *((" " * len(marker) + one).rstrip() for one in rest)])


def _quiet(text: str) -> str:
    """Outside mathematics and code nothing begins a tag, a link, a heading, a rule or a code span.

    The prose is looked at as a whole: only so is it seen what a line is.
    """
    kept = map(_kept, KEPT.finditer(text))
    return re.sub(HELD, lambda _: next(kept), _escaped(KEPT.sub(HELD, text)))


def _kept(found: re.Match[str]) -> str:
    if found["code"]:
        return span(found["code"])
    return f"$${_inside(found['display'])}$$" if found["display"] else f"${_inside(found['mathematics'])}$"


def _escaped(text: str) -> str:
    """Prose without a live backtick or tag. Entities, not backslashes: one that stands before ours would undo it."""
    quiet = TAG.sub("&lt;", text).replace("`", "&#96;")
    quiet = BLOCK.sub(r"\1\\\2", LINK.sub(r"]\\", quiet))
    return LAST.sub(lambda found: "&#92;" * len(found[0]), quiet)


def _inside(latex: str) -> str:
    """LaTeX that cannot leave its dollars, nor open a tag, a code span or a link."""
    bare = " ".join(latex.replace("$", "").replace("`", "'").split())
    return LINK.sub("] ", re.sub(r"<\s*", r"\\lt ", bare))
