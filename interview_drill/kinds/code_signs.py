"""Signs of a Chinese keyboard in a program: which one Python stumbled over, and what to type in its place."""

from __future__ import annotations

import re
import unicodedata

STUMBLED = re.compile(r"invalid character '(?P<sign>.)' \(U\+")
"""How Python words it, in every version from 3.9 on."""
QUOTED = re.compile(r"""'[^'\n]*'|"[^"\n]*"|\#.*""")
NARROW = dict(zip("“”‘’。、—", "\"\"''.,-", strict=True))


def narrow(reason: str) -> tuple[str, str] | None:
    """(the sign, its half-width form) that a syntax error is about; None for another error, or a sign without one."""
    found = STUMBLED.match(reason)
    sign = found["sign"] if found else ""
    meant = NARROW.get(sign) or unicodedata.normalize("NFKC", sign)
    return (sign, meant) if meant != sign and meant.isascii() else None


def place(source: str, line: int | None, sign: str) -> int | None:
    """Where the sign stands in that line, behind whatever is quoted or a remark; None where it does not."""
    lines = source.splitlines(keepends=True)
    if not line or line > len(lines):
        return None
    blank = QUOTED.sub(lambda quoted: " " * len(quoted.group()), lines[line - 1])
    at = blank.find(sign)
    return None if at < 0 else len("".join(lines[: line - 1])) + at
