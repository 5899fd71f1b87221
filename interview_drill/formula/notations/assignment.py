"""An assignment, `w \\leftarrow w - \\eta g`: what stands left of the arrow gets a new value, and claims nothing."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.formula.notations import labels
from interview_drill.formula.notations.asserting import asserts
from interview_drill.formula.notations.lefts import one_name
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Vocabulary


def without_target(tokens: Sequence[Token], known: Vocabulary, text: str) -> Sequence[Token]:
    """The tokens right of the arrow, where one name stands left of it; an arrow anywhere else is left to be refused.

    Raises AnswerError where the name belongs to something else.
    """
    arrows = [at for at, token in enumerate(tokens) if token.text == "gets" and token.kind == "sign"]
    if known.free or known.derivatives or len(arrows) != 1 or not arrows[0]:
        return tokens
    target, rest = tokens[: arrows[0]], tokens[arrows[0] + 1 :]
    if not rest or one_name(target) != len(target) or asserts(target, known):
        return tokens
    labels.refuse_target(target, known, text)
    return rest
