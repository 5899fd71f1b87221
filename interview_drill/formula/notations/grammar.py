"""The grammar of paper: sums of products of powers, operator by operator; primaries stand in their own modules.

    expression  = ["+" | "-"] product { ("+" | "-") product } | factor "mod" factor
    product     = juxtaposed { operator juxtaposed }         operator: * · × ⊙ / //
    juxtaposed  = factor { factor }
    factor      = { "-" } postfixed
    postfixed   = primary { "^" exponent | "_" "{" index "}" }
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interview_drill.formula.ast import Apply, Minus, Node, Over, Plus, Times
from interview_drill.formula.notations import dots, names, powers, primaries, remainders
from interview_drill.formula.notations.cursor import Cursor
from interview_drill.formula.notations.tokens import Token

OPERATORS = {"*": "*", "dot": "dot", "cross": "cross", "odot": "odot", "/": "/", "//": "//"}
BEGINNERS = frozenset(
    ["(", "[", "{", "\\{", "frac", "sqrt", "⌊", "⌈", "⟨", "cases", "matrix", "partial", "nabla"]
)
KINDS = frozenset({"name", "function", "big", "indicator", "expectation"})

Guard = Callable[["Parser", bool], bool]
"""Whether a product goes on at this token: called with True at an explicit operator, False at a juxtaposed factor."""


class Parser(Cursor):
    """Reads expressions; every method begins at the current token and ends behind what it read."""

    text = ""

    def expression(self) -> Node:
        start = self.at
        with self.deeper():
            terms = [self.signed()]
            while self.token.is_sign("+", "-"):
                terms.append(dots.DOTS if dots.ahead(self) else self.signed())
        terms = dots.summed(self, terms)
        tree = terms[0] if len(terms) == 1 else Plus(tuple(terms))
        return remainders.behind(self, start, tree) if self.token.is_sign("mod") else tree

    def signed(self, guard: Guard | None = None) -> Node:
        """A product with the signs before it."""
        negative = False
        while sign := self.take("+", "-"):
            negative ^= sign.text == "-"
        if negative and (found := primaries.spelled_with_sign(self)):
            return found
        tree = self.product(guard)
        return Minus(tree) if negative else tree

    def product(self, guard: Guard | None = None) -> Node:
        left, sign = self.juxtaposed(guard), None
        while operator := self.operator():
            if guard and not guard(self, True):
                break
            self.advance()
            if operator in ("/", "//"):
                left, sign = self.quotient(left, guard, operator), None
            else:
                right = self.juxtaposed(guard)
                left = Times((*left.factors, right), sign) if sign == operator else Times((left, right), operator)
                sign = operator
        return left

    def operator(self) -> str | None:
        return OPERATORS.get(self.token.text) if self.token.kind == "sign" else None

    def quotient(self, above: Node, guard: Guard | None, operator: str) -> Node:
        """`a/b c` is (a/b) c: from left to right; `a//b` is the floor of the quotient."""
        with self.tightly("/"):
            left = Over(above, self.factor())
        if operator == "//":
            left = Apply("floor", (left,))
        rest = []
        while self.begins_factor() and not (guard and not guard(self, False)):
            rest.append(self.factor())
        if not rest:
            return left
        self.note("note-slash-left-to-right")
        return Times((left, *rest))

    def juxtaposed(self, guard: Guard | None = None) -> Node:
        factors = [self.factor()]
        while self.begins_factor() and not (guard and not guard(self, False)):
            factors.append(self.factor())
        return dots.multiplied(self, factors) if len(factors) > 1 else factors[0]

    def factor(self) -> Node:
        negative = False
        while sign := self.take("-", "+"):
            negative ^= sign.text == "-"
        tree = self.postfixed()
        return Minus(tree) if negative else tree

    def postfixed(self) -> Node:
        with self.deeper():
            return powers.postfixed(self, primaries.primary(self))

    def begins_factor(self) -> bool:
        """Whether a factor follows without a sign between. Raises AnswerError for a number behind a factor."""
        token = self.token
        if token.kind == "number":
            if primaries.is_written_indicator(self):
                return True
            raise self.error("number-after-factor", number=token.text)
        if token.is_sign("|", "||"):
            return self.opens_fence(token)
        if token.kind == "sign":
            return token.text in BEGINNERS or dots.between_factors(self)
        return token.kind in KINDS

    def opens_fence(self, token: Token) -> bool:
        """Whether a bar opens a modulus or norm here, where it could also close one."""
        if token.side.startswith("("):
            return True
        return not token.side.startswith(")") and not (self.fences and self.fences[-1])

    def exponent(self, base: Node) -> Node:
        return powers.exponent(self, base)

    def letter(self) -> Node:
        return names.letter_or_number(self)

    def bracketed(self) -> Node:
        """What stands in brackets, or one operand without them."""
        if self.token.is_sign("{", "(", "[", "\\{"):
            return primaries.group(self)
        with self.deeper():
            return primaries.primary(self)

    def part(self, tokens: Sequence[Token]) -> Parser:
        """A parser for some tokens alone, that knows what this one knows."""
        end = tokens[-1].end if tokens else self.token.at
        inner = Parser([*tokens, Token("end", "", end, end)], self.known)
        inner.text, inner.bound, inner.index, inner.depth = self.text, self.bound, self.index, self.depth
        return inner

    def known_text(self, run: tuple[int, int]) -> str:
        return self.text[run[0] : run[1]]
