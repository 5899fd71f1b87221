"""The text of an answer -> Python's own syntax tree, and where each of its nodes was typed."""

from __future__ import annotations

import ast as syntax
import re
import unicodedata
import warnings

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import characters

DEEPEST = 60
MOST_EXPONENT = 300
PARAMETER = r"[A-Za-z_]\w*\s*(?:=[^,:]*)?"
LAMBDA_AS_NAME = re.compile(rf"\blambda\b(?!\s*(?:\*?{PARAMETER})?(?:,\s*{PARAMETER})*:)")
LAMBDA = "lambd_"
"""What stands for the Greek letter while Python parses: its own name is a keyword, and places must not move."""
EXPONENT = re.compile(r"(?<![A-Za-z_])[\d.]+[eE][+-]?(\d+)")
MINUS_SIGNS = str.maketrans("−–", "--")


class Source:
    """A parsed text: `body` is its statements; `span` tells where a node was typed."""

    def __init__(self, text: str) -> None:
        """Raises AnswerError where this is no Python."""
        self.text = text
        self._source = _comparable(text)
        self._indented = self._source[:1].isspace()
        self._lines = self._source.split("\n")
        self._starts = _line_starts(self._source)
        _check_exponents(self._source)
        self.body = self._parsed().body
        self._check_depth()

    def _parsed(self) -> syntax.Module:
        source = f"if 1:\n{self._source}" if self._indented else self._source
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                parsed = syntax.parse(source)
        except SyntaxError as error:
            raise self._complaint(error) from None
        except (ValueError, RecursionError, MemoryError):
            raise AnswerError("python-too-deep", 0, len(self.text)) from None
        if self._indented:
            parsed.body = parsed.body[0].body  # type: ignore[attr-defined]
        return parsed

    def _complaint(self, error: SyntaxError) -> AnswerError:
        at = self._offset((error.lineno or 1) - self._indented, max((error.offset or 1) - 1, 0))
        at = min(at, len(self.text))
        for pattern, message in COMPLAINTS.items():
            if found := re.search(pattern, error.msg or ""):
                return AnswerError(message, at, at + 1, sign=found.group(1))
        if not self.text[at:].strip():
            return AnswerError("formula-breaks-off", len(self.text.rstrip()), len(self.text))
        return AnswerError("python-syntax", at, at + 1)

    def _offset(self, line: int, column: int) -> int:
        if line > len(self._starts):
            return len(self.text)
        return self._starts[max(line, 1) - 1] + column

    def span(self, node: syntax.AST) -> tuple[int, int]:
        """Where a node was typed: offsets into the text, end exclusive. Python counts columns in UTF-8 bytes."""
        first = self._place(node.lineno, node.col_offset)  # type: ignore[attr-defined]
        last = self._place(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
        return first, max(last, first + 1)

    def _place(self, line: int, column: int) -> int:
        line -= self._indented
        typed = self._lines[line - 1].encode("utf-8")[:column].decode("utf-8", "ignore")
        return self._starts[line - 1] + len(typed)

    def typed(self, node: syntax.AST) -> str:
        """The text of a node as typed."""
        at, end = self.span(node)
        return self.text[at:end]

    def fail(self, message: str, node: syntax.AST, **facts: object) -> AnswerError:
        """An error with its caret under a node."""
        return AnswerError(message, *self.span(node), **facts)

    def _check_depth(self) -> None:
        waiting: list[tuple[syntax.AST, int]] = [(statement, 0) for statement in self.body]
        while waiting:
            node, depth = waiting.pop()
            if depth > DEEPEST:
                raise AnswerError("python-too-deep", 0, len(self.text))
            waiting += [(child, depth + _step(node, child)) for child in syntax.iter_child_nodes(node)]


COMPLAINTS = {
    r"'([(\[{])' was never closed": "bracket-never-closed",
    r"unmatched '([)\]}])'": "bracket-never-opened",
    r"closing parenthesis '([)\]}])' does not match": "bracket-never-opened",
}


def _step(node: syntax.AST, child: syntax.AST) -> int:
    """A long sum leans to the left, a term a level: that is not depth."""
    return int(not (isinstance(node, syntax.BinOp) and child is node.left and isinstance(child, syntax.BinOp)))


def _comparable(text: str) -> str:
    """The text with half-width signs and one kind of line end, each sign where it was typed.

    Raises AnswerError for letters that only look like Latin ones.
    """
    for at, sign in enumerate(text):
        if sign in characters.TWINS:
            code = characters.described(sign)
            raise AnswerError("look-alike", at, at + 1, sign=sign, code=code, twin=characters.TWINS[sign])
    ends = text.replace("\r\n", " \n").replace("\r", "\n")
    plain = "".join(map(_half_width, ends)).translate(MINUS_SIGNS)
    return LAMBDA_AS_NAME.sub(LAMBDA, plain)


def _half_width(sign: str) -> str:
    if "\uff01" <= sign <= "\uff5e":
        return chr(ord(sign) - 0xFEE0)
    invisible = unicodedata.category(sign) in ("Zs", "Cf")
    return " " if invisible else sign


def _line_starts(source: str) -> list[int]:
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts[:-1]


def _check_exponents(source: str) -> None:
    """1e999999999 is refused before anyone computes it."""
    for found in EXPONENT.finditer(source):
        if len(found.group(1)) > 3 or int(found.group(1)) > MOST_EXPONENT:
            raise AnswerError("python-exponent-too-large", *found.span())


def literal(node: syntax.AST | None) -> object:
    """A number written out, with its sign; None for everything else."""
    if isinstance(node, syntax.UnaryOp) and isinstance(node.op, syntax.USub):
        inner = literal(node.operand)
        return -inner if isinstance(inner, int | float) else None
    return node.value if isinstance(node, syntax.Constant) else None
