"""The same formula in other signs: what people type for one reading. Text to text, by notation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from interview_drill.formula import ast
from interview_drill.formula.notations.pythonic.shapes import rank
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import walk
from tests.formula.generators.keys import Key

Respelling = Callable[[str], str]

FULL_WIDTH = str.maketrans({"(": "（", ")": "）", "+": "＋", "-": "－", ",": "，", "|": "｜", "=": "＝", "/": "／"})


def _swap(pattern: str, by: str) -> Respelling:
    return lambda text: re.sub(pattern, by, text)


def _group(text: str, start: int, brackets: str = "{}") -> int:
    """Where the group that opens at `start` closes."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == brackets[0]) - (text[at] == brackets[1])
        if not depth:
            return at
    raise ValueError(text)


def _exp_in_words(text: str) -> str:
    """e^{...} as \\exp(...)"""
    while (at := text.find("e^{")) >= 0 and not text[:at].endswith("\\"):
        end = _group(text, at + 2)
        text = f"{text[:at]}\\exp({text[at + 3 : end]}){text[end + 1 :]}"
    return text


def _roomy(text: str) -> str:
    """Spaces around signs, never inside a command."""
    return re.sub(r"(?<!\\)([+=/])", r"  \1 ", text)


def _of_a_list(text: str) -> str:
    """sum(f for i in range(n)) as np.sum([...]), each up to its own bracket"""
    while found := re.search(r"(?<![\w.])sum\(", text):
        end = _group(text, found.end() - 1, "()")
        text = f"{text[: found.start()]}np.sum([{text[found.end() : end]}]){text[end + 1 :]}"
    return text


LATEX: Mapping[str, Respelling] = {
    "dfrac": _swap(r"\\frac", r"\\dfrac"),
    "tfrac": _swap(r"\\frac", r"\\tfrac"),
    "bare brackets": _swap(r"\\left([(\[|]) ?|\\right([)\]|])", r"\1\2"),
    "sized brackets": lambda text: text.replace("\\left(", "\\bigl(").replace("\\right)", "\\bigr)"),
    "Big brackets": lambda text: text.replace("\\left(", "\\Big(").replace("\\right)", "\\Big)"),
    "thin spaces": _swap(r"(\\log|\\sum|\\lambda|\\gamma)", r"\\,\1"),
    "thick spaces": _swap(r"\+", r"\\;+\\;"),
    "quads": _swap(r"\+", r"\\quad+~"),
    "roomy": _roomy,
    "bare scripts": _swap(r"([_^])\{(\w)\}", r"\1\2"),
    "spaced scripts": _swap(r"([_^])\{(\w)\}", r"\1 { \2 }"),
    "ln": _swap(r"\\log(?![_A-Za-z])", r"\\ln"),
    "named log": _swap(r"\\log(?![_A-Za-z])", r"\\operatorname{log}"),
    "upright log": _swap(r"\\log(?![_A-Za-z])", r"\\mathrm{log}"),
    "upright e": _swap(r"(?<![A-Za-z\\])e\^", r"\\mathrm{e}^"),
    "exp in words": _exp_in_words,
    "hat over all": _swap(r"\\hat\{(\w)\}_\{(\w)\}", r"\\hat{\1_\2}"),
    "bare hat": _swap(r"\\hat\{(\w)\}", r"\\hat \1"),
    "wide hat": _swap(r"\\hat\{(\w)\}", r"\\widehat{\1}"),
    "tilde over all": _swap(r"\\tilde\{C\}_\{t\}", r"\\tilde{C_t}"),
    "bar of a condition": lambda text: text.replace("\\mid", "|"),
    "vert of a condition": lambda text: text.replace("\\mid", "\\vert"),
    "dollars": lambda text: f"${text}$",
    "double dollars": lambda text: f"$$ {text} $$",
    "display": lambda text: f"\\[ {text} \\]",
    "inline": lambda text: f"\\({text}\\)",
    "equation": lambda text: f"\\begin{{equation}}\n{text}\n\\end{{equation}}",
    "other epsilon": _swap(r"\\epsilon", r"\\varepsilon"),
    "limits": _swap(r"\\sum", r"\\sum\\limits"),
    "displayed": lambda text: f"\\displaystyle {text}",
    "cdot": _swap(r"\\odot ?", r"\\cdot "),
    "cross": _swap(r"\\odot ?", r"\\times "),
    "circled cross": _swap(r"\\odot ?", r"\\otimes "),
    "leq": _swap(r"\\le(?![a-z])", r"\\leq "),
    "slanted leq": _swap(r"\\le(?![a-z])", r"\\leqslant "),
    "partial as d": _swap(r"\\partial ?", "d "),
    "full width": lambda text: re.sub(r"\\left\(|\\right\)", lambda at: "（" if "l" in at[0][:3] else "）", text),
    "upper bounds first": _swap(r"_\{([^{}]*)\}\^\{([^{}]*)\}", r"^{\2}_{\1}"),
    "trailing space": lambda text: f"  {text} ",
    "lines": lambda text: text.replace("+", "\n+ "),
}

UNICODE: Mapping[str, Respelling] = {
    "full width": lambda text: text.translate(FULL_WIDTH),
    "full-width brackets": lambda text: text.replace("(", "（").replace(")", "）"),
    "hyphen for minus": lambda text: text.replace("−", "-"),
    "full-width minus": lambda text: text.replace("−", "－"),
    "n-ary sum": lambda text: text.replace("Σ", "∑"),
    "ln": _swap(r"\blog\b", "ln"),
    "tight": _swap(r" ([+−/]) ", r"\1"),
    "roomy": _swap(r"([+−/(),])", r" \1 "),
    "middle dot": lambda text: text.replace("⋅", "·"),
    "cross": lambda text: text.replace("⋅", "×"),
    "other epsilon": lambda text: text.replace("ε", "ϵ"),
    "long bar": lambda text: text.replace("|", "∣"),
    "curly d": lambda text: text.replace("∂", "d"),
    "trailing space": lambda text: f" {text}  ",
}

ASCII: Mapping[str, Respelling] = {
    "full-width brackets": lambda text: text.replace("(*)", "*").replace("(", "（").replace(")", "）"),
    "full width": lambda text: text.replace("(*)", "*").translate(FULL_WIDTH),
    "star": lambda text: text.replace("(*)", "*"),
    "tight": _swap(r" ([+/-]) ", r"\1"),
    "roomy": lambda text: re.sub(r"([+/(),])", r" \1 ", text.replace("(*)", "*")),
    "ln": _swap(r"\blog\b", "ln"),
    "hat without a line": _swap(r"\by_hat\b", "yhat"),
    "sum with a capital": _swap(r"\bsum_", "Sum_"),
    "short lambda": _swap(r"\blambda\b", "lam"),
    "short epsilon": _swap(r"\bepsilon\b", "eps"),
    "trailing space": lambda text: f" {text}  ",
}

PYTHON: Mapping[str, Respelling] = {
    "return": lambda text: f"return {text}",
    "numpy": lambda text: text.replace("np.", "numpy."),
    "bare names": lambda text: text.replace("np.exp", "exp").replace("np.log(", "log("),
    "tight": _swap(r" ([+*/-]) ", r"\1"),
    "brackets around": lambda text: f"({text})",
    "assigned": lambda text: f"result = {text}",
    "of a list": _of_a_list,
    "square": _swap(r"(\w+(?:\[\w+\])?) \*\* 2", r"np.square(\1)"),
    "torch": lambda text: text.replace("np.exp", "torch.exp").replace("np.log(", "torch.log("),
}

RESPELLINGS: Mapping[str, Mapping[str, Respelling]] = {
    "latex": LATEX,
    "unicode": UNICODE,
    "ascii": ASCII,
    "python": PYTHON,
}


def respellings(notation: str, key: Key) -> list[Respelling]:
    """What may be done to the key's text. Between vectors a cross is another product than a dot."""
    inner = any(_is_inner(node, key.scope) for node in walk(key.tree))
    return [change for name, change in RESPELLINGS[notation].items() if not (inner and name == "cross")]


def _is_inner(node: ast.Node, scope: Scope) -> bool:
    return isinstance(node, ast.Times) and all(rank(factor, scope) == 1 for factor in node.factors)
