"""The atoms of one attempt at a proof, and the sparse polynomials over them.

An atom is whatever polynomials cannot express: a declared symbol, a named exponential, the logarithm of an
irreducible polynomial, a root, a modulus, an indicator. Each is a generator of one SymPy ring over the rationals;
algebraic atoms carry a rule (a root's power, |f|^2 = f^2, P^2 = P) that `reduce` applies. An identity of the
reduced polynomials is therefore an identity of the functions wherever both sides are defined.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import lcm

from msgspec import Struct
from sympy import QQ
from sympy.polys.orderings import lex
from sympy.polys.rings import PolyElement, PolyRing

ANY = frozenset((-1, 0, 1))
PLUS = frozenset((1,))
MINUS = frozenset((-1,))
ZERO = frozenset((0,))
NONNEGATIVE = frozenset((0, 1))
NONPOSITIVE = frozenset((-1, 0))

Key = tuple


class Undefined(Exception):
    """A side has no value anywhere in this case (a division by zero, the root of a negative number)."""


class Unsupported(Exception):
    """Outside of what the rewriting knows, or larger than it dares."""


class Restart(Exception):
    """The attempt needs finer units or more room; the session has noted it."""


class Split(Exception):
    """The sign of a polynomial has to be known first; `key` names it."""

    def __init__(self, key: Key) -> None:
        super().__init__(key)
        self.key = key


@lru_cache(maxsize=16)
def ring_of(size: int) -> PolyRing:
    """The polynomials over the rationals in `size` atoms."""
    return PolyRing([f"a{slot}" for slot in range(size)], QQ, lex)


class Session(Struct):
    """What outlives the attempts of one goal: the names of atoms, the units of exponents, the room needed."""

    size: int = 16
    names: dict[Key, str] = {}
    units: dict[Key, int] = {}

    def name(self, key: Key) -> str:
        return self.names.setdefault(key, f"a{len(self.names)}")

    def unit(self, key: Key, denominator: int) -> int:
        """The unit 1/q of multiples of `key`, after making sure that q is a multiple of `denominator`."""
        unit = self.units.setdefault(key, denominator)
        if unit % denominator == 0:
            return unit
        self.units[key] = lcm(unit, denominator)
        if self.units[key] > 720:
            raise Unsupported("exponents")
        raise Restart

    def grow(self) -> None:
        if self.size >= 512:
            raise Unsupported("atoms")
        self.size *= 2
        raise Restart


class Atom(Struct, frozen=True, eq=False):
    """`signs` are those it can take; `unit` says that it lies in [0, 1]; `payload` is what its kind is about."""

    slot: int
    name: str
    kind: str
    signs: frozenset[int]
    integer: bool
    unit: bool
    payload: object


class Space:
    """The ring, the atoms found so far and their rules, under the sign facts of one case."""

    def __init__(self, session: Session, facts: Mapping[Key, frozenset[int]], almost: bool = False) -> None:
        self.session = session
        self.ring = ring_of(session.size)
        self.facts = dict(facts)
        self.linear: list[tuple[PolyElement, bool]] = []
        self.almost = almost
        self.atoms: list[Atom] = []
        self.by_key: dict[Key, Atom] = {}
        self.rules: dict[int, tuple[int, PolyElement]] = {}
        self.disjoint: list[tuple[int, int]] = []
        self.splittable: dict[Key, PolyElement] = {}
        self.required: set[Key] = set()

    def atom(
        self,
        key: Key,
        *,
        signs: frozenset[int] = ANY,
        integer: bool = False,
        unit: bool = False,
        payload: object = None,
    ) -> Atom:
        """The atom of that key, made on first sight; its kind is the key's first part."""
        found = self.by_key.get(key)
        if found is None:
            if len(self.atoms) == self.ring.ngens:
                self.session.grow()
            found = Atom(len(self.atoms), self.session.name(key), key[0], signs, integer, unit, payload)
            self.atoms.append(found)
            self.by_key[key] = found
        return found

    def polynomial(self, atom: Atom) -> PolyElement:
        return self.ring.gens[atom.slot]

    def rule(self, atom: Atom, degree: int, value: PolyElement) -> None:
        """atom ** degree = value, from now on."""
        self.rules[atom.slot] = (degree, value)

    def monomial_key(self, mono: tuple[int, ...]) -> Key:
        return tuple(sorted((self.atoms[slot].name, power) for slot, power in enumerate(mono) if power))

    def key(self, poly: PolyElement) -> Key:
        """A name of the polynomial that is the same in every attempt of the session."""
        return tuple(sorted((self.monomial_key(mono), str(coefficient)) for mono, coefficient in poly.items()))

    def slots(self, poly: PolyElement) -> list[int]:
        used = set()
        for mono in poly:
            used.update(slot for slot, power in enumerate(mono) if power)
        return sorted(used)

    def reduce(self, poly: PolyElement) -> PolyElement:
        """The polynomial with every rule applied to the end."""
        if not self.rules:
            return poly
        todo, done = [poly], {}
        while todo:
            for mono, coefficient in todo.pop().items():
                rewritten = self._rewrite(mono, coefficient)
                if rewritten is None:
                    done[mono] = done.get(mono, 0) + coefficient
                else:
                    todo.append(rewritten)
        return self.ring.from_dict({mono: coefficient for mono, coefficient in done.items() if coefficient})

    def _rewrite(self, mono: tuple[int, ...], coefficient: object) -> PolyElement | None:
        if any(mono[one] and mono[other] for one, other in self.disjoint):
            return self.ring.zero
        for slot, (degree, value) in self.rules.items():
            if mono[slot] >= degree:
                times, left = divmod(mono[slot], degree)
                rest = (*mono[:slot], left, *mono[slot + 1 :])
                return self.ring.from_dict({rest: coefficient}) * value**times
        return None
