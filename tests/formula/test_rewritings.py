"""Every true rewriting of a key is accepted: by identities, in every notation, in other signs, with a label or without.

That a rewriting is true is checked by evaluation as well. With FULL=1 at least 5,000 are judged.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_drill.formula import ast
from interview_drill.verdict import Outcome
from tests.formula.generators.judging import Truth, truth
from tests.formula.generators.keys import Key, keys
from tests.formula.generators.labelling import labels
from tests.formula.generators.respelling import respellings
from tests.formula.generators.rewriting import rewritings
from tests.formula.generators.verdicts import judged, proved, undiagnosed
from tests.formula.generators.writing import written

FULL = bool(os.environ.get("FULL"))
TREES = 90 if FULL else 6
"""Rewritten trees a form."""
counts: Counter[str] = Counter()


@cache
def first(key: Key) -> tuple[ast.Node, ...]:
    return tuple(one.tree for one in rewritings(key.tree, key.scope))


def trees(key: Key) -> Iterator[ast.Node]:
    """The key, and trees made from it by one to three identities; those that have holes are left out."""
    rng = random.Random(key.name)
    yield key.tree
    chosen = list(first(key)) if FULL else rng.sample(first(key), min(TREES // 2, len(first(key))))
    while len(chosen) < TREES:
        tree = rng.choice(first(key))
        for _ in range(rng.randint(1, 2)):
            tree = rng.choice([one.tree for one in rewritings(tree, key.scope)])
        chosen.append(tree)
    for tree in chosen[:TREES]:
        found = truth(tree, key)
        assert found in (Truth.EQUAL, Truth.UNCLEAR), tree
        counts["undefined somewhere"] += found is Truth.UNCLEAR
        if found is Truth.EQUAL:
            yield tree


def answers(key: Key) -> Iterator[tuple[str, str]]:
    """(notation, text): plain, respelled, labelled."""
    rng = random.Random(key.name)
    for tree in trees(key):
        texts = list(written(tree, key.scope))
        for notation, text in texts if FULL else [rng.choice(texts)]:
            yield notation, _varied(text, notation, key, rng)


def _varied(text: str, notation: str, key: Key, rng: random.Random) -> str:
    how = rng.random()
    if how < 0.2:
        return text
    if how < 0.4:
        return rng.choice(list(labels(key, notation)) or [""]) + text
    return rng.choice(respellings(notation, key))(text)


def refused(key: Key, found: Iterator[tuple[str, str]]) -> list[tuple[str, str, str, str]]:
    bad = []
    with undiagnosed():
        for notation, text in found:
            verdict = judged(key.question, text)
            counts["rewritings"] += 1
            counts["proved"] += proved(verdict)
            if verdict.outcome is not Outcome.CORRECT:
                bad.append((notation, text, verdict.outcome.value, verdict.evidence[0].message))
    return bad


@pytest.mark.parametrize("key", keys(), ids=lambda key: key.name)
def test_every_rewriting_is_accepted(key):
    assert refused(key, answers(key)) == []


@pytest.mark.parametrize("key", keys(), ids=lambda key: key.name)
def test_every_spelling_of_the_key_is_accepted(key):
    """Each respelling that changes something, and each label, on the key itself."""
    texts = list(written(key.tree, key.scope))
    spelled = [(n, change(text)) for n, text in texts for change in respellings(n, key) if change(text) != text]
    labelled = [(n, label + text) for n, text in texts for label in labels(key, n)]
    rng = random.Random(key.name)
    every = list(dict.fromkeys(spelled + labelled))
    assert refused(key, iter(every if FULL else rng.sample(every, min(8, len(every))))) == []


@st.composite
def rewritten(draw) -> tuple[Key, ast.Node]:
    """A key and up to four identities."""
    key = draw(st.sampled_from(keys()))
    tree = draw(st.sampled_from(first(key)))
    for _ in range(draw(st.integers(0, 3))):
        tree = draw(st.sampled_from([one.tree for one in rewritings(tree, key.scope)]))
    return key, tree


@settings(
    max_examples=800 if FULL else 15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(rewritten(), st.randoms(use_true_random=False))
def test_what_was_rewritten_several_times_is_accepted(found, rng):
    key, tree = found
    if truth(tree, key) is not Truth.EQUAL:
        return
    notation, text = rng.choice(list(written(tree, key.scope)))
    assert refused(key, iter([(notation, text)])) == []


def test_the_count_is_told(capsys):
    """Runs last: pytest keeps the order of a file."""
    share = counts["proved"] / max(counts["rewritings"], 1)
    with capsys.disabled():
        print(f"\nrewritings judged: {counts['rewritings']}, {share:.1%} proved; {dict(counts)}")
    assert counts["rewritings"] >= (5_000 if FULL else 300)
