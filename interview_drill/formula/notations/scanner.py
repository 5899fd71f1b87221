"""Text on paper -> raw tokens, character by character; `latex` reads the commands."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import characters, latex, lettering, titles
from interview_drill.formula.notations.lexicon import Lexicon
from interview_drill.formula.notations.tokens import Token

ASCII_SIGNS = re.compile(r"\(\*\)|//|<=|>=|!=|==|:=|=>|->|\|\||\*\*|&&|\.\.\.")
SAME_SIGN = {"(*)": "odot", "==": "=", ":=": "=", "**": "^", "&&": "and", "...": "dots", "&": "&"}
NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
LONGEST = 64
"""Digits that are read as one number."""
LETTERS = re.compile(r"([A-Za-z]+)(?=_|\b|\d|\W|$)")
TWO_LETTERS = re.compile(r"[a-z]{2}(?![A-Za-z_])")
DRESS = re.compile(r"[\s\u200b-\u200d\u2060-\u2064\ufeff\u00ad]")


class Scanner:
    """Where the scanning stands: `pos` in `text`, the end of a declared name with `_` there, and the tokens so far.

    `folded` is the text with each character's plain twin in its place.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.folded = text if text.isascii() else "".join(map(characters.plain, text))
        self.lexicon = lexicon
        self.latex = "\\" in text
        self.pos = 0
        self.depth = 0
        self.spaced = False
        self.literal = 0
        self.out: list[Token] = []

    def scan(self) -> list[Token]:
        """All tokens of the text. Raises AnswerError at a sign that no formula has."""
        if self.folded is not self.text:
            _title(self)
        while self.pos < len(self.text):
            self.step()
        return self.out

    def step(self) -> None:
        """Read what stands at `pos`: at least one character."""
        sign = self.folded[self.pos]
        read = reader(sign)
        if read is None:
            raise self.strange(sign)
        read(self, sign)

    def emit(self, kind: str, text: str, at: int, end: int, run: tuple[int, int] | None = None, side: str = "") -> None:
        self.out.append(Token(kind, text, at, end, self.spaced, run, side))
        self.spaced = False

    def ahead(self) -> str:
        """The character behind the one at `pos`."""
        return self.text[self.pos + 1 : self.pos + 2]

    def sign(self, text: str, at: int, end: int, side: str = "") -> None:
        self.emit("sign", text, at, end, None, side)

    def strange(self, sign: str) -> AnswerError:
        at = self.pos
        if sign in characters.TWINS:
            code = characters.described(sign)
            return AnswerError("look-alike", at, at + 1, sign=sign, code=code, twin=characters.TWINS[sign])
        return AnswerError("sign-unknown", at, at + 1, sign=sign, code=characters.described(sign))

    def accent(self, name: str, at: int) -> None:
        """Put an accent on the letter that was read last."""
        if not self.out or self.out[-1].kind != "name":
            raise AnswerError("accent-without-letter", at, at + 1)
        last = self.out.pop()
        text = f"{last.text}_{name}" if name else last.text
        self.out.append(Token("name", text, last.at, max(last.end, self.pos), last.spaced, last.run))


def _title(scanner: Scanner) -> None:
    """`损失 = ...` begins with a name."""
    found = titles.TITLE.match(scanner.text)
    name = titles.named(found["name"]) if found else None
    if name is None:
        return
    kind, text = scanner.lexicon.words.get(name, ("name", name))
    scanner.emit(kind, text, found.start("name"), found.end("name"), found.span("name"))
    scanner.pos = found.end()


def _space(scanner: Scanner, sign: str) -> None:
    scanner.pos += 1
    scanner.spaced = True


def _number(scanner: Scanner, sign: str) -> None:
    start = scanner.pos
    found = NUMBER.match(scanner.folded, start, start + LONGEST)
    scanner.pos = found.end()
    scanner.emit("number", found.group(), start, scanner.pos)


def _point(scanner: Scanner, sign: str) -> None:
    """`.5` is a number; any other point is a sign."""
    (_number if scanner.ahead().isdecimal() else _sign)(scanner, sign)


def _greek(scanner: Scanner, sign: str) -> None:
    scanner.pos += 1
    scanner.emit("name", characters.GREEK[sign], scanner.pos - 1, scanner.pos)
    lettering.typed_accent(scanner)


def _big(scanner: Scanner, sign: str) -> None:
    scanner.pos += 1
    scanner.emit("big", characters.BIG[sign], scanner.pos - 1, scanner.pos)


def _special(scanner: Scanner, sign: str) -> None:
    scanner.pos += 1
    kind, text = characters.SPECIAL[sign]
    scanner.emit(kind, text, scanner.pos - 1, scanner.pos)


def _vulgar(scanner: Scanner, sign: str) -> None:
    """`½`."""
    start, scanner.pos = scanner.pos, scanner.pos + 1
    scanner.sign("frac", start, scanner.pos)
    for number in characters.FRACTIONS[sign]:
        scanner.sign("{", start, start)
        scanner.emit("number", number, start, scanner.pos)
        scanner.sign("}", scanner.pos, scanner.pos)


def _accented(scanner: Scanner, sign: str) -> None:
    base, accent = characters.unaccented(sign)
    start, scanner.pos = scanner.pos, scanner.pos + 1
    name = characters.GREEK.get(base, base)
    scanner.emit("name", f"{name}_{accent}", start, scanner.pos)


def _combining(scanner: Scanner, sign: str) -> None:
    scanner.pos += 1
    scanner.accent(characters.ACCENTS[sign], scanner.pos - 1)


def _sign(scanner: Scanner, sign: str) -> None:
    start = scanner.pos
    if found := ASCII_SIGNS.match(scanner.folded, start):
        scanner.pos = found.end()
        return scanner.sign(SAME_SIGN.get(found.group(), found.group()), start, scanner.pos)
    scanner.pos += 1
    scanner.sign(characters.SIGNS.get(sign, sign), start, scanner.pos)


def _tilde(scanner: Scanner, sign: str) -> None:
    """In LaTeX `~` is a space, elsewhere it reads "drawn from"."""
    if scanner.latex:
        return _space(scanner, sign)
    _sign(scanner, sign)


def _script(scanner: Scanner, table: dict[str, str], opener: str) -> None:
    """A run of small raised or lowered characters, as `^{...}` or `_{...}`."""
    start = scanner.pos
    while scanner.pos < len(scanner.text) and scanner.text[scanner.pos] in table:
        scanner.pos += 1
    scanner.sign(opener, start, start)
    scanner.sign("{", start, start)
    small = "".join(table[sign] for sign in scanner.text[start : scanner.pos])
    for token in Scanner(small, scanner.lexicon).scan():
        scanner.emit(token.kind, token.text, start + token.at, start + token.end)
    scanner.sign("}", scanner.pos, scanner.pos)


def _subscript(scanner: Scanner, sign: str) -> None:
    """`_` and what it lowers, always as `_`, `{`, ..., `}`."""
    start = scanner.pos
    scanner.pos += 1
    scanner.sign("_", start, scanner.pos)
    latex.skip_space(scanner)
    ahead = characters.plain(scanner.text[scanner.pos : scanner.pos + 1] or " ")
    if ahead == "{":
        return
    if ahead == "(" and not scanner.latex:
        return _bracketed(scanner, start)
    scanner.sign("{", scanner.pos, scanner.pos)
    _lowered(scanner, start)
    scanner.sign("}", scanner.pos, scanner.pos)


def _superscript(scanner: Scanner, sign: str) -> None:
    """`^`, and the sign behind it where that stands for itself: `s^+` is `s^{+}`."""
    start = scanner.pos
    scanner.pos += 1
    scanner.sign("^", start, scanner.pos)
    if latex.MARK.match(scanner.text, scanner.pos):
        scanner.sign("{", scanner.pos, scanner.pos)
        scanner.step()
        scanner.sign("}", scanner.pos, scanner.pos)


def _lowered(scanner: Scanner, start: int) -> None:
    """One LaTeX argument, or in plain text all letters that were typed together; all digits of a logarithm's base."""
    if _base_ten(scanner):
        return _number(scanner, "1")
    found = LETTERS.match(scanner.text, scanner.pos)
    if scanner.latex and not _kronecker(scanner) and scanner.pos >= scanner.literal:
        return latex.argument(scanner, "subscript-missing", start)
    if not found:
        return latex.argument(scanner, "subscript-missing", start)
    letters = found.group(1)
    behind = scanner.text[scanner.pos + len(letters) :][:1]
    lowered_again = behind == "_" and scanner.pos >= scanner.literal
    if (lowered_again or behind in characters.ACCENTS) and len(letters) > 1:
        letters = letters[:-1]
    lettering.run(scanner, letters)


def _base_ten(scanner: Scanner) -> bool:
    """`\\log_10` is not log to the base 1 of 0, whatever TeX would print."""
    is_log = len(scanner.out) > 2 and scanner.out[-3].kind == "function" and scanner.out[-3].text == "log"
    return is_log and scanner.text.startswith("10", scanner.pos)


def _kronecker(scanner: Scanner) -> bool:
    """`\\delta_ij` means both letters."""
    of_delta = len(scanner.out) > 2 and scanner.out[-3].text == "delta"
    return of_delta and TWO_LETTERS.match(scanner.text, scanner.pos) is not None


def _bracketed(scanner: Scanner, start: int) -> None:
    """`sum_(i=1)^C` and `x_(t-1)`: round brackets round a subscript are braces."""
    depth, end = 0, scanner.pos
    while end < len(scanner.text):
        sign = characters.plain(scanner.text[end])
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            break
        end += 1
    else:
        raise AnswerError("bracket-never-closed", scanner.pos, scanner.pos + 1, sign="(")
    scanner.sign("{", scanner.pos, scanner.pos + 1)
    scanner.pos += 1
    while scanner.pos < end:
        scanner.step()
    scanner.sign("}", end, end + 1)
    scanner.pos = end + 1


def _cjk(scanner: Scanner, sign: str) -> None:
    for word in sorted(characters.WORDS, key=len, reverse=True):
        if scanner.text.startswith(word, scanner.pos):
            start, scanner.pos = scanner.pos, scanner.pos + len(word)
            if characters.WORDS[word]:
                scanner.emit("word", characters.WORDS[word], start, scanner.pos)
            return
    raise scanner.strange(sign)


STEPS = (
    (lambda sign: bool(DRESS.match(sign)), _space),
    (lambda sign: sign == "\\", lambda scanner, sign: latex.command(scanner)),
    (lambda sign: sign == "$" or (sign == "`"), _space),
    (lambda sign: sign == "_", _subscript),
    (lambda sign: sign == "^", _superscript),
    (lambda sign: sign in characters.SUPERSCRIPTS,
     lambda scanner, sign: _script(scanner, characters.SUPERSCRIPTS, "^")),
    (lambda sign: sign in characters.SUBSCRIPTS,
     lambda scanner, sign: _script(scanner, characters.SUBSCRIPTS, "_")),
    (lambda sign: sign in characters.SPECIAL, _special),
    (lambda sign: sign in characters.FRACTIONS, _vulgar),
    (lambda sign: sign.isdecimal(), _number),
    (lambda sign: sign == ".", _point),
    (lambda sign: sign.isascii() and sign.isalpha(), lettering.letters),
    (lambda sign: sign == "~", _tilde),
    (lambda sign: sign in characters.BIG, _big),
    (lambda sign: sign in characters.GREEK, _greek),
    (lambda sign: sign in characters.PLAIN or sign in characters.SIGNS, _sign),
    (lambda sign: sign in characters.ACCENTS, _combining),
    (lambda sign: characters.unaccented(sign)[1] is not None, _accented),
    (lambda sign: any(word.startswith(sign) for word in characters.WORDS), _cjk),
)  # fmt: skip
"""Which characters are read how; the first that applies."""


@lru_cache(maxsize=2048)
def reader(sign: str) -> Callable[[Scanner, str], None] | None:
    """What reads a character; None where no formula has it."""
    return next((read for applies, read in STEPS if applies(sign)), None)
