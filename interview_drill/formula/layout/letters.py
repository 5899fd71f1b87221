"""Small letters for scripts, letters with marks, and the lettered alphabets, as far as Unicode has them."""

from __future__ import annotations

import unicodedata

RAISED = dict(
    zip(
        "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ⊤′″‴*∗∘†",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡᵀ′″‴**°†",
        strict=True,
    )
)
LOWERED = dict(
    zip("0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True)
)
LONGEST = {"raised": 3, "lowered": 4}  # more small letters than this are hard to read
MARKS = {"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308"}
BLACKBOARD = dict(zip("CHNPQRZ1", "ℂℍℕℙℚℝℤ𝟙", strict=True))
SCRIPT = dict(zip("BEFHILMRoeg", "ℬℰℱℋℐℒℳℛℴℯℊ", strict=True))


def raised(text: str) -> str | None:
    """`text` in small raised letters; None where one is missing or there are too many to read."""
    return _small(text, RAISED, LONGEST["raised"])


def lowered(text: str) -> str | None:
    """`text` in small lowered letters; None where one is missing or there are too many to read."""
    return _small(text, LOWERED, LONGEST["lowered"])


def _small(text: str, table: dict[str, str], longest: int) -> str | None:
    if len(text.strip("()")) > longest or not all(letter in table for letter in text):
        return None
    return "".join(table[letter] for letter in text)


def marked(text: str, mark: str) -> str:
    """One letter with a mark over it: ŷ is one character, C̃ needs a combining one."""
    return unicodedata.normalize("NFC", text + MARKS[mark])
