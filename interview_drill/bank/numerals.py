"""Numerals in prose: each as it is spelled, in one settled form, and whether it is a claim worth recomputing.

`117,248`, `117{,}248` and `117248` are one numeral; `4.5 \\times 10^{-5}`, `4.5×10⁻⁵` and `4.5e-5` another. Digits that
belong to a name (ResNet-50, fp16, L2) or to a section (6.2.2.3) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from interview_drill.bank.prose import CODE, MATHS, blanked

_POWER = r"10\s*(?:\^\s*\{?\s*(?P<%s>[-−+]?\d+)\s*\}?|(?P<%s>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
_NUMERAL = re.compile(
    rf"""
    (?P<sign>(?<![A-Za-z0-9_)\]}}%.])[-−])?
    (?<![A-Za-z0-9_])(?<![A-Za-z]-)(?<!\d\.)
    (?:{_POWER % ("power", "raised")}
      |(?P<digits>(?>\d{{1,3}}(?:(?:,|\{{,\}}|\\,)\d{{3}})+(?!\d)|\d+)(?>\.\d+)?)(?!\.?\d)
       (?:[eE](?P<e>[-−+]?\d+)(?!\w)|\s*[×·*]\s*{_POWER % ("times", "times_raised")})?)
    (?P<percent>\s?\\?[%％])?
    """,
    re.VERBOSE,
)
_EXPONENTS = ("power", "raised", "e", "times", "times_raised")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_SHORT_FRACTION = re.compile(r"(\\[dt]?frac)(\d)(\d)")
_COMMAND = re.compile(r"\\[A-Za-z]+")
_TIMES = (r"\times", r"\cdot")


class Numeral(Struct, frozen=True):
    """A numeral of a text: `at` and `end` are its offsets, `form` is the same however it is spelled.

    A form has no thousands separators, an `e` for a power of ten and a `%` at its end; the sign is kept apart.
    """

    at: int
    end: int
    form: str
    negative: bool

    @property
    def notable(self) -> bool:
        """Whether it is a claim: all but whole numbers below 10 are, `09` for a slip of the keyboard too."""
        return not self.form.isdigit() or len(self.form) > 1

    @property
    def value(self) -> Decimal:
        """Its value, a per cent as a fraction."""
        number = Decimal(self.form.removesuffix("%"))
        number = number.scaleb(-2) if self.form.endswith("%") else number
        return -number if self.negative else number

    @property
    def quantum(self) -> Decimal:
        """The place value of its last digit."""
        return Decimal((0, (1,), self.value.as_tuple().exponent))

    def stands_for(self, other: Numeral) -> bool:
        """Whether it spells the other one; a sign counts where the other has one."""
        return self.form == other.form and (self.negative or not other.negative)


def numerals(text: str, code: bool = False) -> Iterator[Numeral]:
    """The numerals of a text in their order; those inside code only where `code` is asked for."""
    text = MATHS.sub(_formula, text if code else CODE.sub(blanked, text))
    return map(_numeral, _NUMERAL.finditer(text))


def numeral(text: str) -> Numeral | None:
    """The one numeral that a text consists of; None where it is something else."""
    bare = text.strip()
    found = list(numerals(f"${bare}$", code=True))
    return found[0] if len(found) == 1 and found[0].end - found[0].at == len(bare) else None


def _numeral(found: re.Match[str]) -> Numeral:
    exponent = next((found[name] for name in _EXPONENTS if found[name]), None)
    form = re.sub(r"[^\d.]", "", found["digits"] or "1") + (f"e{int(exponent.translate(_PLAIN))}" if exponent else "")
    return Numeral(found.start(), found.end(), form + ("%" if found["percent"] else ""), bool(found["sign"]))


def _formula(found: re.Match[str]) -> str:
    """A formula of the same length, in which no digit belongs to a name: a hyphen is a minus, a command an operator."""
    return _COMMAND.sub(_operator, _SHORT_FRACTION.sub(_fraction, found[0].replace("-", "−")))


def _fraction(found: re.Match[str]) -> str:
    return f"{found[2]}/{found[3]}".rjust(len(found[0]))


def _operator(found: re.Match[str]) -> str:
    return ("×" if found[0] in _TIMES else "").ljust(len(found[0]))
