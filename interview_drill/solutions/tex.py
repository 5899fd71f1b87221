r"""LaTeX: a sectioning command whose title is a question's id, then the answer as display formula, listing or prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_drill.solutions import sections
from interview_drill.solutions.row import Row, Writing
from interview_drill.solutions.sections import Block, Section

COMMENT = re.compile(r"(?<!\\)%.*")
HEADING = re.compile(r"\\(?:part|chapter|(?:sub)*section|(?:sub)?paragraph)\*?\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
FORMULAS = r"equation|align|flalign|gather|multline|displaymath|eqnarray|math"
LISTINGS = r"verbatim|lstlisting|minted"
BLOCK = re.compile(
    rf"\\begin\{{(?P<formula>(?:{FORMULAS})\*?)\}}(?P<formula_body>.*?)\\end\{{(?P=formula)\}}"
    rf"|\\begin\{{(?P<listing>{LISTINGS})\}}(?:\[[^\]]*\])?(?:\{{\w*\}})?(?P<listing_body>.*?)\\end\{{(?P=listing)\}}"
    r"|\$\$(?P<dollars>.*?)\$\$|\\\[(?P<brackets>.*?)\\\]",
    re.DOTALL,
)
WRAPPER = re.compile(r"\\(?:texttt|textbf|emph|label)\{([^{}]*)\}")
ALIGNED = re.compile(
    r"(?P<inner>\\begin\{(?P<name>cases|[pbvBV]?matrix|array)\}.*?\\end\{(?P=name)\})"
    r"|(?P<end>\\\\(?:\[[^\]]*\])?)|(?<!\\)&"
)
NOISE = re.compile(r"\\(?:label|tag)\{[^{}]*\}|\\(?:nonumber|notag)\b")


def rows(writing: Writing) -> Iterator[Row]:
    """The rows of a document; with --question the whole of it answers that question."""
    if writing.question is not None:
        whole = Section(writing.question, 1, blocks=list(_blocks(_body(writing.text))))
        answer = sections.answer_in(whole, writing.kind(writing.question))
        if answer:
            yield writing.row(line=1, question=writing.question, answer=answer)
        return
    yield from sections.pages(writing, of_text(writing.text))


def of_text(text: str) -> Iterator[Section]:
    """The sections of a document, each up to the next heading of any rank."""
    headings = list(HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        title = WRAPPER.sub(r"\1", heading.group(1))
        line = text.count("\n", 0, heading.start()) + 1
        yield Section(title, line, blocks=list(_blocks(_body(text[heading.end() : end]))))


def _body(text: str) -> str:
    return text.partition(r"\end{document}")[0].rpartition(r"\begin{document}")[2]


def _blocks(text: str) -> Iterator[Block]:
    at = 0
    for found in BLOCK.finditer(text):
        yield from _prose(text[at : found.start()])
        at = found.end()
        if found["listing_body"] is not None:
            yield Block("code", found["listing_body"].strip("\n"), "")
        else:
            body = next(found[name] for name in ("formula_body", "dollars", "brackets") if found[name] is not None)
            yield Block("math", _steps(body, found["formula"] or ""))
    yield from _prose(text[at:])


def _steps(body: str, environment: str) -> str:
    r"""A formula without labels and comments; in an aligned environment `\\` ends a line, and `&` only aligns.

    Inside of cases and matrices both are theirs.
    """
    plain = NOISE.sub("", COMMENT.sub("", body))
    if not environment.startswith(("align", "flalign", "gather", "multline", "eqnarray")):
        return plain.strip()
    parted = ALIGNED.sub(lambda found: found["inner"] or ("\n" if found["end"] else " "), " ".join(plain.split()))
    return "\n".join(" ".join(part.split()) for part in parted.split("\n") if part.strip())


def _prose(text: str) -> Iterator[Block]:
    plain = COMMENT.sub("", text).strip()
    if plain:
        yield Block("prose", plain)
