"""What tests compare: the trees of an answer, whatever product signs it was written with."""

from msgspec.structs import replace

from interview_drill.formula.ast import Node, Times
from interview_drill.formula.notations import read
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import mapped_parts


def plain(tree: Node) -> Node:
    """The tree without product signs, products of products flat."""
    tree = mapped_parts(tree, plain)
    if not isinstance(tree, Times):
        return tree
    factors = [inner for one in tree.factors for inner in (one.factors if isinstance(one, Times) else (one,))]
    return replace(tree, factors=tuple(factors), sign="")


def parts(text: str, scope: Scope, notation: str | None = None) -> tuple[Node, ...]:
    """The plain trees of the first reading's parts."""
    return tuple(plain(part.tree) for part in read(text, scope, notation).chains[0].parts)


def last(text: str, scope: Scope, notation: str | None = None) -> Node:
    return parts(text, scope, notation)[-1]
