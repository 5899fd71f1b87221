"""What a cursor puts up for a while, it takes down: also where an attempt fails inside."""

import pytest

from interview_drill.errors import AnswerError
from interview_drill.formula.notations.grammar import Parser
from interview_drill.formula.notations.vocabulary import tokenised, vocabulary
from tests.formula.notations.scopes import SOFTMAX


@pytest.fixture
def parser() -> Parser:
    known = vocabulary(SOFTMAX)
    return Parser(tokenised("z_k", known.lexicon), known)


@pytest.mark.parametrize("fails", [False, True])
def test_all_is_as_before(parser: Parser, fails: bool):
    before = parser.fences, parser.tight, parser.index, parser.depth, list(parser.bound)
    with parser.tightly("/"):
        inside = None
        try:
            with parser.deeper(), parser.fenced("|"), parser.indexing(), parser.binding(["i"]):
                inside = parser.fences, parser.tight, parser.index, parser.depth, parser.bound
                if fails:
                    raise AnswerError("sign-out-of-place")
        except AnswerError:
            pass
        assert inside == (("|",), "", 1, 1, ["i"])
        assert parser.tight == "/"
    assert (parser.fences, parser.tight, parser.index, parser.depth, parser.bound) == before
