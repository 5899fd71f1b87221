"""Names that a learner makes: `o = Σ_j a_j v_j, a_j = ...` in one answer, `u = 1 + e^{-x}` in a line of a derivation.

A new name is an abbreviation like those of a question: it is written out wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations import shadowing, vectors
from interview_drill.formula.notations.indices import names_answer, sizes_of
from interview_drill.formula.notations.reading import Note, Reading
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import tokenised, vocabulary
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.trees import free_names

NEW_NAME = re.compile(r"\s*(?P<left>[^=<>+*/]{1,40}?)\s*(?::=|=|＝|≔|\\coloneqq)(?!=)")
DERIVATIVE = re.compile(r"\s*(?:d|∂|del)\w+_(?:d|∂|del)\w+")
"""`dJ_dz` is no new name: it would be a derivative that nobody checks."""
WORD = r"\\text\{\s*(?:where|with|and|let)\s*\}|\b(?:where|with|and|let)\b|其中|这里|令|设|记|则"
PARTING = re.compile(rf"[,，;；\n]|\\\\|\\q?quad(?![A-Za-z])|{WORD}")
BETWEEN = re.compile(rf"(?:{PARTING.pattern}|\s|\\[,;:! ])+")
"""What may stand between two statements: at least one sign or word that parts them."""
MOST_STATEMENTS = 6
DRESS = re.compile(r"(?<!\\)\\[\[\]()]|\$+")
"""The signs around a formula in a text."""
OPENING, CLOSING = "([{（［｛", ")]}）］｝"


class Statement(Struct, frozen=True):
    """One `name = formula`: offsets of its text, the name with its index letter, where the name ends and the formula
    begins."""

    at: int
    end: int
    name: str
    letter: str | None
    left: int
    formula: int

    def typed(self, text: str) -> str:
        """The left side as it was typed."""
        return text[self.at : self.left].strip()


def reading(text: str, scope: Scope, read: Callable[[str, Scope], Reading]) -> Reading | None:
    """An answer that defines names beside its formula; None where this is none. Raises AnswerError.

    Exactly one statement is the answer: the one whose name no other uses. All others define what it is made of.
    """
    if not PARTING.search(text):
        return None
    text = DRESS.sub(lambda found: " " * len(found.group()), text)
    spans = list(parts_of(text))
    if not 1 < len(spans) <= MOST_STATEMENTS:
        return None
    statements = [_statement(text, at, end, scope) for at, end in spans]
    used = [one is not None and _is_used(text, one, spans, scope) for one in statements]
    if used.count(False) != 1:
        return None
    definitions = [one for one, is_used in zip(statements, used, strict=True) if is_used]
    made = {}
    for definition in _in_order(text, definitions, scope):
        symbol = _symbol(definition, scope, text, read)
        if symbol.name in made:
            raise AnswerError("defined-twice", definition.at, definition.end, name=definition.typed(text))
        made[symbol.name] = definition
        scope = shadowing.shadowed(scope, symbol)
    found = read(_alone(text, *spans[used.index(False)]), scope)
    _all_reached(found, made, scope, text)
    note = Note("note-own-names", {"names": ", ".join(one.typed(text) for one in definitions)})
    return replace(found, chains=tuple(replace(chain, notes=(*chain.notes, note)) for chain in found.chains))


def _all_reached(found: Reading, made: Mapping[str, Statement], scope: Scope, text: str) -> None:
    """Every definition is part of what was read: a name below a sum sign, say, is another one. Raises AnswerError."""
    for chain in found.chains:
        reached: set[str] = set()
        waiting = {name for part in chain.parts for name in part.names}
        while waiting:
            reached |= waiting
            own = (scope.symbols[name].value for name in waiting if name in made)
            waiting = {name for tree in own for name in free_names(tree)} - reached
        unused = next((one for name, one in made.items() if name not in reached), None)
        if unused is not None:
            raise AnswerError("defined-unused", unused.at, unused.end, name=unused.typed(text))


def parts_of(text: str) -> Iterator[tuple[int, int]]:
    """The statements of a text: it is parted outside of all brackets."""
    start, at, depth = 0, 0, 0
    while at < len(text):
        depth += (text[at] in OPENING) - (text[at] in CLOSING)
        found = BETWEEN.match(text, at) if depth == 0 else None
        if found and PARTING.search(found.group()):
            if text[start:at].strip():
                yield start, at
            start = at = found.end()
        else:
            at += 1
    if text[start:].strip():
        yield start, len(text)


def _statement(text: str, at: int, end: int, scope: Scope) -> Statement | None:
    """A statement that begins with a new name, or says anew what a name of the answer means; None for any other."""
    found = NEW_NAME.match(text, at, end)
    try:
        name, letter = new_name(found["left"], scope) if found else (None, None)
    except AnswerError:
        return None
    if name is None or shadowing.is_taken(name, scope):
        return None
    return Statement(at, end, name, letter, found.end("left"), found.end())


def _is_used(text: str, one: Statement, spans: list[tuple[int, int]], scope: Scope) -> bool:
    """Whether another statement holds the name."""
    return any(_holds(text[at:end], one, text, scope) for at, end in spans if at != one.at)


def _holds(other: str, one: Statement, text: str, scope: Scope) -> bool:
    """Whether a statement holds a name as typed, or in another writing: `x̂` is `\\hat x`."""
    typed = one.typed(text)
    bare = typed.partition("_")[0] if one.letter else typed
    if re.search(rf"(?<![A-Za-z\\]){re.escape(bare)}(?![A-Za-z])", other):
        return True
    return bare != one.name and any(token.text == one.name for token in _tokens(other, scope) if token.kind == "name")


def _tokens(text: str, scope: Scope) -> Sequence[Token]:
    try:
        return tokenised(text, vocabulary(scope).lexicon)
    except AnswerError:
        return ()


def _in_order(text: str, definitions: list[Statement], scope: Scope) -> Iterator[Statement]:
    """Definitions behind those that they are made of. Raises AnswerError where they go round in a circle."""
    while definitions:
        bodies = [(one, text[one.formula : one.end]) for one in definitions]
        waiting = [one for one, body in bodies if any(_holds(body, other, text, scope) for other in definitions)]
        if len(waiting) == len(definitions):
            raise AnswerError("definitions-in-a-circle", waiting[0].at, waiting[0].end)
        yield from (one for one in definitions if one not in waiting)
        definitions = waiting


def _symbol(one: Statement, scope: Scope, text: str, read: Callable[[str, Scope], Reading]) -> Symbol:
    """The new abbreviation that a statement makes. Raises AnswerError."""
    inside = replace(scope, options={**scope.options, "derivatives": True})  # every letter is taken as it is
    chain = read(_alone(text, one.formula, one.end), inside).chains[0]
    if len(chain.parts) != 1:
        raise AnswerError("definition-in-one-step", one.at, one.end)
    tree = chain.parts[0].tree
    if names_answer(tree, scope):
        raise AnswerError("restates-the-question", one.at, one.end)
    if one.letter is not None and size_of(one.letter, tree, scope) is None:
        return _whole(f"{one.name}_{one.letter}", tree, scope)  # r_w: a letter that runs over nothing is a name's
    return symbol_of(one.name, one.letter, tree, scope)[0]


def _alone(text: str, at: int, end: int) -> str:
    """The text with all but one statement blank, so that every place stays what it was."""
    return " " * at + text[at:end] + " " * (len(text) - end)


def new_name(left: str, scope: Scope) -> tuple[str | None, str | None]:
    """The name on the left, and the index letter that it takes: `u`, `x_{max}`, `s_k`; (None, None) for all else."""
    known = vocabulary(scope)
    tokens = [token for token in tokenised(left, known.lexicon) if token.kind != "end"]
    if not tokens or tokens[0].kind != "name" or DERIVATIVE.match(left):
        return None, None
    if len(tokens) == 1:
        return tokens[0].text, None
    typed = [token.text if token.kind == "sign" else token.kind for token in tokens[1:]]
    if typed == ["_", "{", "name", "}"]:
        return tokens[0].text, tokens[3].text
    if typed[:2] == ["_", "{"] and typed[-1] == "}" and _is_word(tokens[3:-1]):
        return f"{tokens[0].text}_{left[tokens[3].at : tokens[-2].end]}", None
    if len({token.run for token in tokens}) == 1 and tokens[0].run is not None:
        return left.strip(), None
    return None, None


def _is_word(tokens: Sequence[Token]) -> bool:
    """Whether letters were typed together: `x_{max}` has no index."""
    runs = {token.run for token in tokens}
    return len(runs) == 1 and None not in runs


def symbol_of(name: str, letter: str | None, tree: ast.Node, scope: Scope) -> tuple[Symbol, ast.Node]:
    """The new abbreviation and the tree that names it. Raises AnswerError for a letter that runs over nothing."""
    if letter is None:
        return _whole(name, tree, scope), ast.Name(name)
    size = size_of(letter, tree, scope)
    if size is None:
        raise AnswerError("index-unbound", name=letter)
    symbol = Symbol(name, "value", shape=(size,), parameters=(letter,), value=tree)
    return symbol, ast.Entry(ast.Name(name), (ast.Name(letter),))


def size_of(letter: str, tree: ast.Node, scope: Scope) -> str | None:
    """The size that an index letter runs over in a tree; None where it is no index."""
    declared = scope.symbols.get(letter)
    return declared.shape[0] if declared and declared.shape else next(sizes_of(letter, tree, scope), None)


def _whole(name: str, tree: ast.Node, scope: Scope) -> Symbol:
    """A new name for a whole vector (`p = softmax(z)`, `q = (1-\\epsilon) y`) has entries too."""
    sizes = vectors.sizes(tree, scope)
    if not sizes:
        return Symbol(name, "value", value=tree)
    letters = tuple(f"{name}#{place}" for place in range(len(sizes)))
    return Symbol(name, "value", sizes, parameters=letters, value=ast.Entry(tree, tuple(map(ast.Name, letters))))
