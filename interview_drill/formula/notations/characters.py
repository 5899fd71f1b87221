"""Single characters: which sign, letter or accent of our own alphabet a typed character stands for."""

from __future__ import annotations

import unicodedata

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi",
    "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "ϕ": "phi",
    "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi",
    "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "ℓ": "l",
}  # fmt: skip
ALIASES = {
    "lam": "lambda", "lamda": "lambda", "eps": "epsilon", "varepsilon": "epsilon", "vartheta": "theta",
    "varphi": "phi", "varsigma": "sigma", "varrho": "rho", "ell": "l",
}  # fmt: skip
"""Other spellings of a letter: declared names and typed words both go through it."""

LETTERS = frozenset(GREEK.values()) - {"l"}

SIGNS = {
    "−": "-", "–": "-", "—": "-", "‐": "-", "‒": "-", "⁃": "-", "﹣": "-", "·": "dot", "⋅": "dot", "∙": "dot",
    "•": "dot", "・": "dot", "×": "cross", "✕": "cross", "⊙": "odot", "∘": "odot", "⊗": "odot", "◦": "odot",
    "∗": "*", "∕": "/", "⁄": "/", "÷": "/", "≤": "<=", "⩽": "<=", "≦": "<=", "≥": ">=", "⩾": ">=", "≧": ">=",
    "≠": "!=", "≔": "=", "≜": "=", "∈": "in", "√": "sqrt", "∣": "|", "‖": "||", "∥": "||", "′": "'", "’": "'",
    "‘": "'", "ʹ": "'", "…": "dots", "⋯": "dots", "⋮": "dots", "⊤": "top", "∂": "partial", "∇": "nabla",
    "¬": "neg", "∧": "and", "∨": "or", "∩": "and", "∪": "or", "∼": "sim", "～": "sim", "~": "sim", "、": ",",
    "⊺": "top", "│": "|", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "。": ".", "⟨": "⟨", "⟩": "⟩", "〈": "⟨", "〉": "⟩",
    "⟦": "[", "⟧": "]", "【": "[",
    "】": "]", "←": "gets", "〔": "(", "〕": ")", "∁": "complement", "∀": "forall",
}  # fmt: skip
PLAIN = frozenset("+-*/^()[]{},;:=<>|'!&.")
WORDS = {"若": "if", "当": "if", "如果": "if", "否则": "otherwise", "其他": "otherwise", "其它": "otherwise",
         "其余": "otherwise", "则": "then", "为": "then", "取": "then", "且": "and", "或": "or", "时": "", "和": "and",
         "未定义": "undefined", "无定义": "undefined", "不存在": "undefined"}  # fmt: skip
BIG = {"∑": "sum", "Σ": "sum", "∏": "prod", "Π": "prod"}
SPECIAL = {"𝟙": ("indicator", "1"), "𝟏": ("indicator", "1"), "𝕀": ("indicator", "1"), "𝔼": ("expectation", "E"),
           "∞": ("name", "inf"), "∅": ("name", "emptyset")}  # fmt: skip
ACCENTS = {"\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0305": "bar", "\u0307": "dot", "\u030c": "check",
           "\u02c6": "hat", "\u20d7": ""}  # fmt: skip

SUPERSCRIPTS = {**{ch: str(n) for n, ch in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}, "⁺": "+", "⁻": "-", "⁼": "=", "⁽": "(", "⁾": ")",
                "ᵀ": "T", "⊤": "T", "ᶜ": "C", "ˣ": "x", "ʸ": "y", "ᶻ": "z", "ⁱ": "i", "ʲ": "j", "ᵏ": "k", "ⁿ": "n",
                "ᵐ": "m", "ᵖ": "p", "ᵃ": "a", "ᵇ": "b", "ᵈ": "d", "ᵉ": "e", "ᶠ": "f", "ᵍ": "g", "ʰ": "h", "ˡ": "l",
                "ᵒ": "o", "ʳ": "r", "ˢ": "s", "ᵗ": "t", "ᵘ": "u", "ᵛ": "v", "ʷ": "w", "ᴺ": "N", "ᶿ": "θ",
                "ᴷ": "K", "ᴹ": "M", "ᴾ": "P"}  # fmt: skip
SUBSCRIPTS = {**{ch: str(n) for n, ch in enumerate("₀₁₂₃₄₅₆₇₈₉")}, "₊": "+", "₋": "-", "₌": "=", "₍": "(", "₎": ")",
              "ₐ": "a", "ₑ": "e", "ₕ": "h", "ᵢ": "i", "ⱼ": "j", "ₖ": "k", "ₗ": "l", "ₘ": "m", "ₙ": "n", "ₒ": "o",
              "ₚ": "p", "ᵣ": "r", "ₛ": "s", "ₜ": "t", "ᵤ": "u", "ᵥ": "v", "ₓ": "x", "ᵧ": "γ", "ᵦ": "β", "ᵨ": "ρ",
              "ᵩ": "φ", "ᵪ": "χ"}  # fmt: skip

MODIFIERS = range(0x1D2C, 0x1D6B)
"""Raised and lowered letters of Unicode's phonetic block, whose decomposition says which letter they are."""
for _place, _script in (("<super>", SUPERSCRIPTS), ("<sub>", SUBSCRIPTS)):
    for _sign in map(chr, MODIFIERS):
        _found = unicodedata.decomposition(_sign).split()
        if _found[:1] == [_place]:
            _script.setdefault(_sign, chr(int(_found[1], 16)))

FRACTIONS = {"½": ("1", "2"), "⅓": ("1", "3"), "⅔": ("2", "3"), "¼": ("1", "4"), "¾": ("3", "4"), "⅛": ("1", "8")}

TWINS = {
    **dict(zip("АВЕКМНОРСТХаеорсухіјѕЅІЈԁԛԝһ", "ABEKMHOPCTXaeopcyxijsSIJdqwh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
    **dict(zip("оցսհոօ", "oguhno", strict=True)),
}
"""Letters of other alphabets that look like Latin ones: named and refused, never guessed."""


def plain(sign: str) -> str:
    """The half-width or upright twin of a full-width or mathematical-italic character, else the character itself."""
    if ord(sign) < 0x80 or sign in SPECIAL or sign in TWINS or sign in SIGNS:
        return sign
    folded = unicodedata.normalize("NFKC", sign)
    return folded if len(folded) == 1 and sign not in SUPERSCRIPTS and sign not in SUBSCRIPTS else sign


def unaccented(sign: str) -> tuple[str, str | None]:
    """A precomposed letter as (base, accent name); (sign, None) where it has no accent of ours."""
    parts = unicodedata.normalize("NFD", sign)
    if len(parts) == 2 and parts[1] in ACCENTS:
        return parts[0], ACCENTS[parts[1]]
    return sign, None


def described(sign: str) -> str:
    """How a strange character is called: its code and its Unicode name."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, 'unnamed').lower()}"
