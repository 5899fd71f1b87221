"""One attempt: both sides in one space, under the facts of one case.

It counts only if the numerator of the difference is zero and both sides demand the same (the same arguments of
logarithms and roots to be positive): log(x^2) is not 2 log(x).
"""

from __future__ import annotations

from fractions import Fraction

from sympy.polys.rings import PolyElement

from interview_drill.formula.proving.factors import stands_alone
from interview_drill.formula.proving.goal import Case, Goal
from interview_drill.formula.proving.powers import exponential
from interview_drill.formula.proving.quotient import Quotient, constant, subtract
from interview_drill.formula.proving.signs import opposite, sign_of
from interview_drill.formula.proving.space import ANY, NONNEGATIVE, PLUS, ZERO, Key, Session, Space
from interview_drill.formula.proving.tree import Evaluation, Grove, Node, pi


class Attempt:
    def __init__(self, goal: Goal, session: Session, case: Case, grove: Grove) -> None:
        self.goal, self.case, self.grove = goal, case, grove
        self.space = Space(session, case.facts, goal.almost)
        self.replaced = {**goal.substitutions, **case.solved}
        self._values: dict[str, Quotient] = {}

    def further(self) -> list[Case] | None:
        """The cases still to be shown (none: this one is done), or None where it cannot be shown."""
        for name in self.replaced:
            self.symbol(name)
        self._recall()
        if not all(self.space.facts.values()):
            return []
        left, demands = self._evaluated(self.grove.plant(self.goal.left))
        right, others = self._evaluated(self.grove.plant(self.goal.right))
        if demands == others and not self._modulo_case(subtract(self.space, left, right).num):
            return []
        return self.split_at(next(iter(self.space.splittable))) if self.space.splittable else None

    def _evaluated(self, node: Node) -> tuple[Quotient, frozenset]:
        self.space.required = set()
        value = Evaluation(self.space, self.symbol).of(node)
        return value, frozenset(self.space.required)

    def symbol(self, name: str) -> Quotient:
        """The symbol's quotient: its replacement where there is one, else its atom."""
        if name not in self._values:
            self._values[name] = self._replacement(name) if name in self.replaced else self._atom(name)
        return self._values[name]

    def _atom(self, name: str) -> Quotient:
        if self.goal.is_constant(name):
            return pi(self.space) if name == "pi" else exponential(self.space, constant(self.space, 1))
        known = self.goal.assumption(name)
        atom = self.space.atom(("sym", name), signs=known.signs, integer=known.integer, unit=known.unit)
        return Quotient(self.space.polynomial(atom))

    def _replacement(self, name: str) -> Quotient:
        value = Evaluation(self.space, self.symbol).of(self.grove.plant(self.replaced[name]))
        if not value.den:
            self._learn(value.num, self.goal.assumption(name).signs)
        return value

    def _learn(self, poly: PolyElement, signs: frozenset[int]) -> None:
        """Facts about a polynomial: the signs of its primitive part, and inequalities for elimination."""
        if signs == ANY or not poly:
            return
        key = self.space.key(poly.primitive()[1])
        self.space.facts[key] = self.space.facts.get(key, ANY) & signs
        for part, known in ((poly, signs), (-poly, opposite(signs))):
            if known <= NONNEGATIVE:
                self.space.linear.append((part, known == PLUS))

    def _recall(self) -> None:
        """The facts of the case, in terms of what its equations left over."""
        for key, signs in self.case.facts.items():
            poly = self._recalled(key)
            if poly is not None:
                self._learn(poly, signs)

    def _recalled(self, key: Key) -> PolyElement | None:
        """The polynomial of a key, if it is one of symbols that stand for polynomials."""
        names = {name: key[1] for key, name in self.space.session.names.items() if key[0] == "sym"}
        used = {atom for mono, _ in key for atom, _ in mono}
        if not used <= names.keys() or any(self.symbol(names[atom]).den for atom in used):
            return None
        total = self.space.ring.zero
        for mono, value in key:
            total += self._monomial({names[atom]: power for atom, power in mono}, Fraction(value))
        return total

    def _monomial(self, powers: dict[str, int], value: Fraction) -> PolyElement:
        poly = constant(self.space, value).num
        for name, power in powers.items():
            poly *= self.symbol(name).num ** power
        return poly

    def _modulo_case(self, num: PolyElement) -> PolyElement:
        """What is left of a numerator where the equations of the case hold."""
        for key, signs in self.case.facts.items():
            poly = self._recalled(key) if signs == ZERO and num else None
            if poly is not None and not poly.is_ground:
                num = num.rem(poly)
        return num

    def split_at(self, key: Key) -> list[Case] | None:
        """A case for each sign that the polynomial can take."""
        poly = self.space.splittable.get(key)
        if poly is None or key in self.case.facts:
            return None
        signs = set(sign_of(self.space, poly))
        if self.goal.almost and not self._discrete(poly):
            signs.discard(0)
        return [self._case(key, poly, sign) for sign in sorted(signs)]

    def _discrete(self, poly: PolyElement) -> bool:
        return all(self.space.atoms[slot].integer for slot in self.space.slots(poly))

    def _case(self, key: Key, poly: PolyElement, sign: int) -> Case:
        solved = {} if sign else self._solved(poly)
        return Case({**self.case.facts, key: frozenset((sign,))}, {**self.case.solved, **solved})

    def _solved(self, poly: PolyElement) -> dict[str, list]:
        """poly = 0 solved for a symbol that it is linear in, if all of it is symbols."""
        slots = self.space.slots(poly)
        if any(self.space.atoms[slot].kind != "sym" for slot in slots):
            return {}
        names = {atom.slot: key[1] for key, atom in self.space.by_key.items() if atom.kind == "sym"}
        for slot in slots:
            if stands_alone(poly, slot):
                return {names[slot]: _solution(poly, slot, names)}
        return {}


def _solution(poly: PolyElement, slot: int, names: dict[int, str]) -> list:
    lead = next(value for mono, value in poly.items() if mono[slot])
    terms = [_tree(mono, -value / lead, names) for mono, value in poly.items() if not mono[slot]]
    return ["+", ["num", "0"], *terms]


def _tree(mono: tuple[int, ...], value: object, names: dict[int, str]) -> list:
    powers = [["^", ["sym", names[slot]], ["num", str(power)]] for slot, power in enumerate(mono) if power]
    return ["*", ["num", f"{int(value.numerator)}/{int(value.denominator)}"], *powers]
