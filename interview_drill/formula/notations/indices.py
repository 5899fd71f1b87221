"""Index letters, after parsing, in every notation: renamed free indices, second indices, letters left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import trees
from interview_drill.formula.ast import Apply, Big, Entry, Logic, Name, Node, Probability
from interview_drill.formula.notations.reading import Chain, Note, Part
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.trees import bound_by, free_names

CONSTANTS = frozenset({"e", "pi", "inf"})


def settle(chain: Chain, scope: Scope, text: str) -> Chain:
    """The chain with its undeclared letters explained: read as a declared free index, or as a second index.

    Raises AnswerError for a letter that is neither, for a stem letter left beside its new name, and where no part
    is free of the answer's own symbols.
    """
    if scope.options.get("free"):
        return chain
    if scope.options.get("derivatives"):
        return replace(_each_letter(chain, scope, text), notes=_noted(chain, scope))
    _solved(chain, scope)
    chain = _renamed(chain, scope, text)
    return replace(_second(chain, scope, text), notes=_noted(chain, scope))


def free_indices(scope: Scope) -> tuple[str, ...]:
    """The declared indices of a question."""
    return tuple(name for name, symbol in scope.symbols.items() if symbol.type == "index")


def _letters(chain: Chain, scope: Scope) -> tuple[str, ...]:
    """The undeclared letters of all parts, in order."""
    used = dict.fromkeys(name for part in chain.parts for name in part.names)
    return tuple(name for name in used if name not in scope.symbols and name not in CONSTANTS)


def _used(chain: Chain) -> set[str]:
    return {name for part in chain.parts for name in part.names}


def _renamed(chain: Chain, scope: Scope, text: str) -> Chain:
    """Free indices under the names that the left-hand side, or else the only undeclared letter, gives them."""
    new = _by_left_side(chain, scope)
    noted: tuple[Note, ...] = ()
    if not new:
        new = _only_letter(chain, scope)
        noted = tuple(Note("note-index-renamed", {"name": old, "declared": declared}) for old, declared in new.items())
    for letter, declared in new.items():
        if declared not in new:  # where letters change places, both stay
            _left_beside(chain, letter, declared, text)
    parts = tuple(replace(part, tree=renamed(part.tree, new)) for part in chain.parts) if new else chain.parts
    return replace(chain, parts=parts, notes=(*chain.notes, *noted))


def _by_left_side(chain: Chain, scope: Scope) -> Mapping[str, str]:
    """Undeclared letters of a label, or of an answer symbol on the left, for the declared free indices in order."""
    left = _left_letters(chain, scope)
    declared = free_indices(scope)
    if not left or not declared:
        return {}
    used = set(_letters(chain, scope))
    whole = chain.lowered and len(left) == len(declared) and _answer_takes(len(left), scope)  # each names its place
    if whole and set(left) == set(declared):
        return {name: place for name, place in zip(left, declared, strict=True) if name != place}  # transposed
    names = [name for name in left if whole or name in used or name in declared]
    if len(names) > len(declared) or all(name in scope.symbols for name in names):
        return {}
    taken = [name for name in names if name in declared]
    spare = [name for name in declared if name not in taken]
    return dict(zip((name for name in names if name not in scope.symbols), spare, strict=False))


def _answer_takes(count: int, scope: Scope) -> bool:
    """Whether the answer has so many indices of its own."""
    return any(symbol.answer and len(symbol.parameters) == count for symbol in scope.symbols.values())


def _left_letters(chain: Chain, scope: Scope) -> tuple[str, ...]:
    if chain.label is not None:
        return chain.named
    if len(chain.parts) < 2:
        return ()
    first = chain.parts[0].tree
    if not is_answer(first, scope):
        return ()
    return tuple(name for name in dict.fromkeys(free_names(first)) if name != _head(first))


def _head(tree: Node) -> str | None:
    if isinstance(tree, Entry) and isinstance(tree.base, Name):
        return tree.base.name
    return tree.name if isinstance(tree, Name) else None


def _only_letter(chain: Chain, scope: Scope) -> Mapping[str, str]:
    """Exactly one undeclared letter while a declared free index is missing: it is read as that one.

    Not so where the left-hand side names the index (`p_k = ...`): then the letter is another one.
    """
    used = _used(chain).union(chain.named)
    missing = [name for name in free_indices(scope) if name not in used]
    letters = _letters(chain, scope) if len(missing) == 1 else ()
    return {letters[0]: missing[0]} if len(letters) == 1 else {}


def _left_beside(chain: Chain, letter: str, declared: str, text: str) -> None:
    for part in chain.parts:
        if declared in part.names:
            at, end = place(declared, part, text)
            raise AnswerError("index-left-beside", at, end, name=declared, renamed=letter)


def renamed(tree: Node, new: Mapping[str, str]) -> Node:
    """The tree with free names renamed; bound letters that would catch a new name make way."""
    if not new:
        return tree
    if isinstance(tree, Name):
        return Name(new.get(tree.name, tree.name))
    bound = bound_by(tree)
    kept = {old: name for old, name in new.items() if old not in bound}
    caught = [name for name in bound if name in kept.values()]
    if caught and isinstance(tree, Big):
        return renamed(_fresh(tree, caught), new)
    return _rebuilt(tree, kept)


def _rebuilt(tree: Node, new: Mapping[str, str]) -> Node:
    return trees.mapped_parts(tree, lambda part: renamed(part, new))


def _fresh(tree: Big, caught: list[str]) -> Big:
    new = {name: f"{name}'" for name in caught}
    inner = trees.mapped_parts(tree, lambda part: renamed(part, new))
    return msgspec.structs.replace(inner, indices=tuple(new.get(name, name) for name in tree.indices))


def _second(chain: Chain, scope: Scope, text: str) -> Chain:
    """What is still undeclared is a second index beside the declared ones, over the size of the array it stands in."""
    letters = _letters(chain, scope)
    declared = free_indices(scope)
    if len(letters) > 1 and declared and not _used(chain) & set(declared):
        raise AnswerError("index-which", *_place(letters[0], chain, text), names=list(letters), declared=list(declared))
    if letters and not declared:
        raise _unbound(letters[0], chain, text)
    return _each_letter(chain, scope, text)


def _each_letter(chain: Chain, scope: Scope, text: str) -> Chain:
    """Every undeclared letter with the size it runs over."""
    found = {}
    for letter in _letters(chain, scope):
        size = next((size for part in chain.parts for size in sizes_of(letter, part.tree, scope)), None)
        if size is None:
            raise _unbound(letter, chain, text)
        found[letter] = size
    return replace(chain, indices=found)


def _unbound(letter: str, chain: Chain, text: str) -> AnswerError:
    return AnswerError("index-unbound", *_place(letter, chain, text), name=letter)


def _place(letter: str, chain: Chain, text: str) -> tuple[int, int]:
    part = next(part for part in chain.parts if letter in part.names)
    return place(letter, part, text)


def sizes_of(letter: str, tree: Node, scope: Scope) -> Iterator[str]:
    """The sizes that a letter runs over, from each place where it is an index."""
    for part in trees.walk(tree):
        if isinstance(part, Entry) and isinstance(part.base, Name) and part.base.name in scope.symbols:
            symbol = scope.symbols[part.base.name]
            for index, size in zip(part.indices, shape(symbol, scope), strict=False):
                if letter in set(free_names(index)):
                    yield size
        if isinstance(part, Apply) and part.function in ("delta", "indicator"):
            yield from _companions(letter, part, scope)


def _companions(letter: str, tree: Apply, scope: Scope) -> Iterator[str]:
    """Beside a declared index in a delta or condition, a letter runs over the same size."""
    names = set(free_names(tree))
    if letter in names:
        for name in sorted(names):
            if name in scope.symbols and scope.symbols[name].type == "index" and scope.symbols[name].shape:
                yield scope.symbols[name].shape[0]


def shape(symbol: Symbol, scope: Scope) -> tuple[str, ...]:
    """The sizes of an array; of a function, those that its parameters run over."""
    if symbol.shape:
        return symbol.shape
    declared = [scope.symbols.get(name) for name in symbol.parameters]
    return tuple(one.shape[0] for one in declared if one is not None and one.shape)


def place(letter: str, part: Part, text: str) -> tuple[int, int]:
    """Where a letter stands in a part as typed, else the whole part."""
    found = re.search(rf"(?<![A-Za-z\\]){re.escape(letter)}(?![A-Za-z])", text[part.at : part.end])
    if found is None:
        return part.at, part.end
    return part.at + found.start(), part.at + found.end()


def is_answer(tree: Node, scope: Scope) -> bool:
    """Whether a tree is one symbol of the answer, with its indices or arguments."""
    name = tree.function if isinstance(tree, Apply) else _head(tree)
    return name in scope.symbols and scope.symbols[name].answer


def names_answer(tree: Node, scope: Scope) -> bool:
    """Whether a tree says what is asked for by its own name, or by a joint probability, which defines it."""
    nodes = tuple(trees.walk(tree))
    return _holds_answer(nodes, scope) or any(isinstance(one, Probability) and _is_joint(one.event) for one in nodes)


def _holds_answer(nodes: Sequence[Node], scope: Scope) -> bool:
    """Whether a name of the answer itself is among some nodes."""
    names = {one.name if type(one) is Name else one.function for one in nodes if type(one) in (Name, Apply)}
    return any(name in scope.symbols and scope.symbols[name].answer for name in names)


def _is_joint(event: Node) -> bool:
    return isinstance(event, Logic) and event.operator != "not"


def _solved(chain: Chain, scope: Scope) -> None:
    """At least one part must be free of the answer's symbols, and none may ask to be solved for one."""
    if chain.parts and all(_holds_answer(part.nodes, scope) for part in chain.parts):
        raise AnswerError("restates-the-question", chain.parts[0].at, chain.parts[-1].end)


def _noted(chain: Chain, scope: Scope) -> tuple[Note, ...]:
    """The notes, with one for each bound index that hides a free one."""
    used = _used(chain)
    found = list(chain.notes)
    for part in chain.parts:
        for node in part.nodes:
            for name in bound_by(node):
                note = Note("note-index-shadowed", {"name": name})
                if name in used and note not in found:
                    found.append(note)
    return tuple(found)
