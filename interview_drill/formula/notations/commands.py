"""LaTeX commands: what each stands for, or that it is only dress."""

from __future__ import annotations

from interview_drill.formula.notations.characters import ALIASES, LETTERS

SIGNS = {
    "cdot": "dot", "times": "cross", "odot": "odot", "circ": "odot", "otimes": "odot", "ast": "*", "star": "*",
    "bullet": "dot", "div": "/", "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=", "geq": ">=",
    "geqslant": ">=", "ne": "!=", "neq": "!=", "lt": "<", "gt": ">", "in": "in", "mid": "|", "vert": "|",
    "Vert": "||", "|": "||", "parallel": "||", "lfloor": "⌊", "rfloor": "⌋", "langle": "⟨", "rangle": "⟩",
    "lceil": "⌈", "rceil": "⌉",
    "{": "\\{", "}": "\\}", "lbrace": "\\{", "rbrace": "\\}", "lbrack": "[", "rbrack": "]", "dots": "dots",
    "ldots": "dots", "cdots": "dots", "dotsb": "dots", "dotsc": "dots", "top": "top", "intercal": "top",
    "partial": "partial", "nabla": "nabla", "sqrt": "sqrt", "neg": "neg", "lnot": "neg", "land": "and",
    "wedge": "and", "cap": "and", "lor": "or", "vee": "or", "cup": "or", "sim": "sim", "prime": "'",
    "coloneqq": "=", "triangleq": "=", "equiv": "=", "doteq": "=", "complement": "complement", "\\": "\\\\",
    "newline": "\\\\", "cr": "\\\\", "lparen": "(", "rparen": ")", "colon": ":", "to": "to",
    "over": "over", "bmod": "mod", "forall": "forall", "leftarrow": "gets", "gets": "gets",
}  # fmt: skip
SIDED = {"lvert": ("|", "("), "rvert": ("|", ")"), "lVert": ("||", "("), "rVert": ("||", ")")}
BIG = {"sum": "sum", "prod": "prod"}
FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"})
ACCENTS = {"hat": "hat", "widehat": "hat", "tilde": "tilde", "widetilde": "tilde", "bar": "bar", "overline": "bar",
           "dot": "dot", "check": "check", "vec": "", "underline": "", "overrightarrow": ""}  # fmt: skip
STYLES = frozenset(
    """
    mathrm mathbf mathcal mathit mathsf mathtt mathfrak mathscr boldsymbol bm bf rm it text textrm textbf textit
    mbox hbox operatorname pmb symbf textnormal mathop mathnormal ensuremath mathbin mathrel
    """.split()  # noqa: SIM905
)
DOUBLE = frozenset({"mathbb", "mathbbm", "mathds", "Bbb"})
SIZES = frozenset(
    """
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm biggm Biggm
    """.split()  # noqa: SIM905
)
DROPPED = frozenset(
    """
    , ; : ! > quad qquad thinspace medspace thickspace enspace enskip displaystyle textstyle scriptstyle limits
    nolimits nonumber notag hfill negthinspace allowbreak nobreak strut ( ) [ ] centering noindent
    allowdisplaybreaks scriptscriptstyle relax space
    """.split()  # noqa: SIM905
) | {" ", "\n", "\t"}
WITH_DROPPED_ARGUMENT = frozenset({"hspace", "vspace", "phantom", "hphantom", "vphantom", "label", "tag", "mspace"})
FRAMES = frozenset({"boxed", "fbox", "underbrace", "overbrace"})
"""What is drawn round a part of a formula, with a word below or above it."""
NAMES = {"infty": "inf", "Pr": "P", "imath": "i", "jmath": "j", "emptyset": "emptyset", "varnothing": "emptyset"}
LETTER_COMMANDS = {**{letter: letter for letter in LETTERS}, **ALIASES}
CASES = frozenset({"cases", "dcases", "rcases"})
MATRICES = frozenset({"matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "smallmatrix", "array"})
WRAPPERS = frozenset(
    """
    equation align aligned gather gathered split displaymath math alignat alignedat multline eqnarray
    """.split()  # noqa: SIM905
)
