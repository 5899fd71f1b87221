"""The signs of mathematics: LaTeX command, Unicode character, kind, and what a plain terminal prints.

Each line of the table is: kind, sign, ASCII, commands (the first is the one that we write).
"""

from __future__ import annotations

from interview_drill.formula.layout.shapes import Sign

GREEK = (
    "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ "
    "sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ "
    "Upsilon Υ Phi Φ Psi Ψ Omega Ω"
)
TABLE = """
ord  ε epsilon  varepsilon
ord  θ theta    vartheta
ord  φ phi      varphi
ord  ∂ d        partial
ord  ∇ grad     nabla
ord  ∞ inf      infty
ord  ℓ l        ell
ord  ∅ {}       emptyset varnothing
ord  ∀ forall   forall
ord  ∃ exists   exists
ord  ¬ not      neg lnot
ord  … ...      ldots dots dotsc
ord  ⋯ ...      cdots dotsb
ord  ⋮ :        vdots
ord  ⋱ ...      ddots
ord  ⊤ T        top intercal
ord  ⊥ _|_      bot
ord  † +        dagger
ord  ′ '        prime
ord  ℜ Re       Re
ord  ℑ Im       Im
ord  ∠ angle    angle
ord  ✓ ok       checkmark
ord  □ []       square Box
ord  ★ *        bigstar
bin  + +
bin  − -
bin  ∗ *        ast
bin  ⋆ *        star
bin  ⋅ *        cdot
bin  · *        cdotp
bin  × *        times
bin  ÷ /        div
bin  ⊙ (*)      odot
bin  ⊗ (x)      otimes
bin  ⊕ (+)      oplus
bin  ∘ o        circ
bin  • *        bullet
bin  ± +-       pm
bin  ∓ -+       mp
bin  ∪ union    cup
bin  ∩ cap      cap
bin  ∖ \\       setminus
bin  ∧ and      wedge land
bin  ∨ or       vee lor
rel  = =
rel  < <        lt
rel  > >        gt
rel  ≤ <=       le leq leqslant
rel  ≥ >=       ge geq geqslant
rel  ≠ !=       ne neq
rel  ≡ ==       equiv
rel  ≈ ~=       approx
rel  ∼ ~        sim
rel  ≃ ~=       simeq
rel  ≅ ~=       cong
rel  ∝ ~        propto
rel  ≪ <<       ll
rel  ≫ >>       gg
rel  ≔ :=       coloneqq
rel  ≜ :=       triangleq
rel  ∈ in       in
rel  ∉ notin    notin
rel  ∋ ni       ni
rel  ⊂ subset   subset
rel  ⊆ subseteq subseteq
rel  ⊃ supset   supset
rel  ⊇ supseteq supseteq
rel  → ->       to rightarrow longrightarrow
rel  ← <-       gets leftarrow
rel  ↔ <->      leftrightarrow
rel  ↦ ->       mapsto
rel  ⇒ =>       Rightarrow implies Longrightarrow
rel  ⇐ <=       Leftarrow impliedby
rel  ⇔ <=>      iff Leftrightarrow
rel  ↑ ^        uparrow
rel  ↓ v        downarrow
rel  ∴ =>       therefore
rel  : :        colon
punct , ,
punct ; ;
mid  / /
mid  ! !
mid  | |        mid vert
mid  ‖ ||       parallel Vert
big  ∑ sum      sum
big  ∏ prod     prod
big  ∐ coprod   coprod
big  ⋃ union    bigcup
big  ⋂ cap      bigcap
big  ⨁ sum      bigoplus
big  ⨂ prod     bigotimes
big  ⋁ or       bigvee
big  ⋀ and      bigwedge
big  ∫ int      int
big  ∬ iint     iint
big  ∮ oint     oint
"""
FUNCTIONS = [
    *["log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth"],
    *["arcsin", "arccos", "arctan", "det", "dim", "ker", "deg", "gcd", "arg", "Pr"],
]
LIMIT_FUNCTIONS = ["max", "min", "sup", "inf", "lim", "limsup", "liminf", "argmax", "argmin"]
"""Their bounds stand right below."""
BRACKETS = {
    "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
    "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "vert": "|", "lvert": "|", "rvert": "|", "mid": "|", "Vert": "‖",
    "lVert": "‖", "rVert": "‖", "parallel": "‖", "|": "‖", "{": "{", "}": "}", "lparen": "(", "rparen": ")",
}  # fmt: skip
LOOKALIKES = {"-": "−", "*": "∗", "'": "′", "∣": "|", "∥": "‖", "～": "∼", "≦": "≤", "≧": "≥", "ϵ": "ε", "ϕ": "φ"}


def _read_table() -> tuple[dict[str, Sign], dict[str, str], dict[str, str]]:
    """Command -> sign, sign -> ASCII, sign -> the command that we write."""
    names = GREEK.split()
    commands = {name: Sign(sign) for name, sign in zip(names[::2], names[1::2], strict=True)}
    ascii_ = {sign.text: name for name, sign in commands.items()}
    written = dict(ascii_)
    for line in TABLE.strip().splitlines():
        kind, sign, plain, *spellings = line.split()
        commands |= {spelling: Sign(sign, kind) for spelling in spellings}
        ascii_.setdefault(sign, plain)
        if spellings and not sign.isascii():
            written.setdefault(sign, spellings[0])
    return commands, ascii_, written


COMMANDS, ASCII, WRITTEN = _read_table()
COMMANDS |= {name: Sign(name, "op") for name in FUNCTIONS} | {name: Sign(name, "op") for name in LIMIT_FUNCTIONS}
KINDS = {sign.text: sign.kind for sign in COMMANDS.values()} | {
    line.split()[1]: line.split()[0] for line in TABLE.strip().splitlines()
}


def sign(letter: str) -> Sign:
    """The sign for one character as typed."""
    letter = LOOKALIKES.get(letter, letter)
    return Sign(letter, KINDS.get(letter, "ord"))
