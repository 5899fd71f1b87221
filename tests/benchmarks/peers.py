"""The peers, each in a process of its own that is killed where an answer takes too long."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing.connection import Connection

LIMIT_S = 2.0
START_S = 60.0
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Judged:
    """`equal` None where the peer could not say, in whatever time it took; `late` where it was stopped."""

    equal: bool | None
    seconds: float
    late: bool = False


class Peer:
    """One peer, started at once and again after every answer that had to be stopped."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._start()

    def _start(self) -> None:
        self._here, there = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=serve, args=(there, self.name), daemon=True)
        self._process.start()
        if not self._here.poll(START_S):
            raise RuntimeError(f"{self.name} did not start")
        self._here.recv()

    def judge(self, key: str, answer: str) -> Judged:
        """Whether the peer takes the answer for equal to the key; the key is parsed beforehand, off the clock."""
        self._here.send((key, answer))
        if self._here.poll(LIMIT_S + 0.5):
            return Judged(*self._here.recv())
        self.close()
        self._start()
        return Judged(None, LIMIT_S, late=True)

    def close(self) -> None:
        self._process.kill()
        self._process.join()


def serve(connection: Connection, name: str) -> None:
    """Reads (key, answer), sends (equal, seconds), until its parent ends."""
    prepare, equal = PEERS[name]()
    connection.send("ready")
    while True:
        key, answer = connection.recv()
        ready = _tried(lambda key=key: prepare(key))
        start = time.perf_counter()
        found = _tried(lambda ready=ready, answer=answer: equal(ready, answer))
        connection.send((found, time.perf_counter() - start))


def _tried(work: Callable[[], object]) -> object:
    """Whatever a peer raises means that it could not say."""
    try:
        return work()
    except Exception:
        return None


def _math_verify() -> tuple[Callable, Callable]:
    """As its README says: both sides parsed as LaTeX, gold first; an answer without a value is no answer."""
    import logging

    from math_verify import parse, verify

    logging.disable()

    def equal(gold: list, answer: str) -> bool | None:
        read = parse(f"${answer}$", parsing_timeout=int(LIMIT_S))
        return verify(gold, read, timeout_seconds=int(LIMIT_S)) if gold and read else None

    return lru_cache(lambda key: parse(f"${key}$")), equal


def _sympy() -> tuple[Callable, Callable]:
    """SymPy's LaTeX parser (antlr), the right-hand side of an equation, and simplify on the difference."""
    from sympy import Eq, simplify
    from sympy.parsing.latex import parse_latex

    def read(text: str) -> object:
        found = parse_latex(text)
        return found.rhs if isinstance(found, Eq) else found

    return lru_cache(read), lambda gold, answer: simplify(gold - read(answer)) == 0


PEERS: dict[str, Callable[[], tuple[Callable, Callable]]] = {
    "Math-Verify": _math_verify,
    "SymPy parse_latex + simplify": _sympy,
}
