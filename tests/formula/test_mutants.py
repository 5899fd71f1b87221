"""No answer that differs from the key is accepted: every key with one thing changed, in every notation.

What differs is settled by evaluation in worlds of our own, never by the engine. With FULL=1 all mutants are judged.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_drill.verdict import Outcome
from tests.formula.generators.judging import Truth, truth, wrong
from tests.formula.generators.keys import Key, keys
from tests.formula.generators.labelling import labels
from tests.formula.generators.mutating import Mutant, mutants
from tests.formula.generators.verdicts import judged, undiagnosed
from tests.formula.generators.writing import NOTATIONS, written

FULL = bool(os.environ.get("FULL"))
DEFAULT = 12
"""Answers a form in a default run."""
ACCEPTED = (Outcome.CORRECT, Outcome.UNDECIDED)
counts: Counter[str] = Counter()


def answers(key: Key) -> Iterator[tuple[str, str]]:
    """(notation, text) of wrong answers: each changed once, a few of them twice."""
    once = list(mutants(key.tree, key.scope))
    rng = random.Random(key.name)
    twice = [rng.choice(list(mutants(one.tree, key.scope)) or once) for one in rng.sample(once, len(once) // 4)]
    for mutant in once + twice if FULL else rng.sample(once, DEFAULT) + twice[:1]:
        if not wrong(mutant.tree, key):
            counts["equal after all, or too close to tell"] += 1
            continue
        texts = list(written(mutant.tree, key.scope))
        for notation, text in texts if FULL else [rng.choice(texts)]:
            yield notation, _in_a_chain(notation, text, key, rng) if rng.random() < 0.2 else text


def _in_a_chain(notation: str, text: str, key: Key, rng: random.Random) -> str:
    """The wrong formula beside the right one, or after a name of the answer: every part has to hold."""
    right = dict(written(key.tree, key.scope)).get(notation)
    if notation == "python" or right is None:
        return text
    return rng.choice((f"{right} = {text}", f"{text} = {right}", *(label + text for label in labels(key, notation))))


@pytest.mark.parametrize("key", keys(), ids=lambda key: key.name)
def test_no_mutant_is_accepted(key):
    accepted = []
    with undiagnosed():
        for notation, text in answers(key):
            outcome = judged(key.question, text).outcome
            counts[f"{notation}, {outcome.value}"] += 1
            counts["mutants"] += 1
            if outcome in ACCEPTED:
                accepted.append((notation, text, outcome.value))
    assert not accepted


def test_every_key_equals_itself_by_evaluation():
    assert [key.name for key in keys() if truth(key.tree, key) is not Truth.EQUAL] == []


def test_evaluation_tells_most_mutants_apart():
    """A generator whose mutants all stay equal would test nothing."""
    for key in keys():
        some = list(mutants(key.tree, key.scope))[:20]
        assert sum(wrong(mutant.tree, key) for mutant in some) >= 10


@st.composite
def changed(draw) -> tuple[Key, Mutant]:
    """A key changed up to three times."""
    key = draw(st.sampled_from(keys()))
    mutant = draw(st.sampled_from(list(mutants(key.tree, key.scope))))
    for _ in range(draw(st.integers(0, 2))):
        again = list(mutants(mutant.tree, key.scope))
        mutant = draw(st.sampled_from(again)) if again else mutant
    return key, mutant


@settings(
    max_examples=1500 if FULL else 25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(changed(), st.sampled_from(list(NOTATIONS)))
def test_nothing_that_was_changed_several_times_is_accepted(found, notation):
    key, mutant = found
    text = dict(written(mutant.tree, key.scope)).get(notation)
    if text is None or not wrong(mutant.tree, key):
        return
    with undiagnosed():
        counts["mutants"] += 1
        assert judged(key.question, text).outcome not in ACCEPTED, text


def test_the_count_is_told(capsys):
    """Runs last: pytest keeps the order of a file."""
    with capsys.disabled():
        print(f"\nmutants judged: {counts['mutants']}; {dict(sorted(counts.items()))}")
    assert counts["mutants"] >= (5_000 if FULL else 300)
