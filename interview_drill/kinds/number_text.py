"""A number as people write it -> the formula that the engine reads, units and per cent signs settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
"""Full-width forms of a Chinese keyboard. Small raised digits stay: they are exponents, for the engine to read."""
ABOUT = re.compile(
    r"^(?:[≈~∼]|\\approx\b|约为?|大约|大概|about\b|approximately\b|approx\.?|roughly\b|ca\.)\s*",
    re.IGNORECASE,
)
ABOUT_BEHIND = re.compile(r"\s*(?:左右|上下)$")
FACTOR = re.compile(r"^(?:(?:by\s+)?(?:a\s+)?factor(?:\s+of)?\b|×)\s*(?=[\d.])", re.IGNORECASE)
"""In front of the number, where it counts how many times."""
TIMES = frozenset(("times", "倍"))
"""Units of a question that asks for a factor."""
QUALIFIER = re.compile(r"(?<=\d)\s*个?\s*(?:trainable|learnable|可训练的?|可学习的?)$", re.IGNORECASE)
"""Between a number and its unit: it says which ones are counted, as the question did."""
KILO = re.compile(r"(?<![\w.])(\d+\.\d+)k(?![\w.])")
"""`1.856k`: with a point, for `2k` could be twice a k."""
THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
DECIMAL = r"\d+(?:\.\d+)?"
CHINESE_POINT = re.compile(r"。(?=\d)")
"""What the key of the decimal point gives on a Chinese keyboard."""
PRODUCT = re.compile(rf"(?<![\w.^/])(?!0x){DECIMAL}(?:\s*x\s*{DECIMAL})+(?![\w.])", re.IGNORECASE)
"""`3x3x64`: nothing is called x here. Behind a power or a slash it is not clear how far it reaches; 0x is Python's."""
COMMA = re.compile(r"(?<![\w.,])\d+,\d+(?![\d,])")
WORD_BEHIND = re.compile(r"(?<=[\d)])\s*([^\W\d_]{2,}(?:\s+[^\W\d_]+)*|[\u4e00-\u9fff])\s*$")
PER_CENT = re.compile(
    rf"(?<![\w.])({DECIMAL})\s*(?:\\?%|per\s?cent\b)(?!\s*[\w.(])|百分之\s*({DECIMAL})",
    re.IGNORECASE,
)
"""A per cent sign belongs to the number before it; before another operand `%` is Python's remainder."""


INSIDE = re.compile(r"[_^]\{[^{}]*\}|_\w+|\([^()]*\)|\[[^\[\]]*\]")
WORDS = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")
WORKED_ON = re.compile(r"[-−+|<>!√]|\\sqrt|(?<![\w^])\d")
RAISED = re.compile(r"[⁰¹²³⁴-⁹]|\^\{?[-−]?\d|\be\^")


def formula(text: str, units: Iterable[str] = ()) -> str:
    """The text with everything that is a matter of writing put right; what it says is untouched."""
    found = ABOUT.sub("", CHINESE_POINT.sub(".", text.translate(NARROW)).strip())
    found = ABOUT_BEHIND.sub("", found.rstrip("。"))
    found = without_unit(FACTOR.sub("", found) if TIMES.intersection(units := tuple(units)) else found, units)
    found = THOUSANDS.sub(lambda match: match.group().replace(",", ""), found)
    found = KILO.sub(r"(\1*1000)", found)
    found = PER_CENT.sub(lambda match: f"({match.group(1) or match.group(2)}/100)", found)
    found = PRODUCT.sub(lambda match: re.sub("x", "*", match.group(), flags=re.IGNORECASE), found)
    return found.replace("≈", "=").replace("\\approx", "=")


def decimal_comma(bare: str) -> str | None:
    """A number with a comma for its decimal point; in brackets a comma parts arguments."""
    found = COMMA.search(bare)
    return found.group() if found and not re.search(r"[(\[{]", bare[: found.start()]) else None


def word_behind(bare: str) -> str | None:
    """The word or words behind the last number: a unit that the question does not have."""
    found = WORD_BEHIND.search(bare)
    return found.group(1) if found else None


def is_name(head: str) -> bool:
    """Whether what stands left of `=` only names a quantity: `w*`, `SiLU(-1)`, `σ²/τ²`; `2w`, `-w`, `w²` say more."""
    bare = WORDS.sub("", INSIDE.sub("", head))
    one_power = RAISED.search(head) and not re.search(r"/|\\frac", head)
    return bool(re.search(r"[^\W\d_]", head)) and not one_power and not WORKED_ON.search(bare)


def without_unit(text: str, units: Iterable[str]) -> str:
    """The text without a unit at its end."""
    for unit in sorted(units, key=len, reverse=True):
        if text.casefold().endswith(unit.casefold()):
            return QUALIFIER.sub("", text[: -len(unit)].rstrip())
    return text


def units_of(unit: str | None, words: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Every way to write a unit, in whichever language the learner thinks."""
    return (*([unit] if unit else []), *(word for said in words.values() for word in said))
