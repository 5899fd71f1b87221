"""An interview on paper has enough questions for its minutes, and every number on it leads somewhere."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.practice.interview_script import A_LEVEL_MORE, HINT, MINUTES, estimated, script
from interview_drill.practice.interview_trees import grown
from tests.practice.growing import POOL, an_entry

INDEX = open_bank().index()


def path(stops, choose):
    """The stops that a candidate meets who goes on as `choose` says."""
    number, met = 1, []
    while number is not None:
        met.append(stops[number - 1])
        number = choose(stops[number - 1])
    return met


def test_a_level_costs_a_quarter_more():
    """Level 1 takes the kind's own time, level 5 twice as long."""
    assert estimated(an_entry("q", kind="code")) == MINUTES["code"]
    assert estimated(an_entry("q", kind="code", level=2)) == MINUTES["code"] * (1 + A_LEVEL_MORE)
    assert estimated(an_entry("q", kind="code", level=5)) == MINUTES["code"] * 2


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("minutes", [5, 30, 60])
def test_whoever_is_asked_the_minutes_are_filled(seed, minutes):
    """Always strong, always weak (a hint each): both have questions until the time is up."""
    stops = script(grown(INDEX, (), seed), minutes)
    strong = sum(stop.minutes for stop in path(stops, lambda stop: stop.strong))
    weak = sum(stop.minutes + HINT for stop in path(stops, lambda stop: stop.weak))
    assert strong >= minutes and weak >= minutes


@pytest.mark.parametrize("seed", range(6))
def test_numbers_lead_forward_and_to_questions_that_opened(seed):
    """No way leads back; after a weak answer neither its follow-ups nor anything as hard of its tree comes up."""
    trees = grown(INDEX, (), seed)
    stops = script(trees, 45)
    assert [stop.number for stop in stops] == list(range(1, len(stops) + 1))
    for stop in stops:
        assert stop.strong is None or stop.number < stop.strong <= len(stops)
        assert stop.weak is None or stop.number < stop.weak <= len(stops)
        if stop.weak and trees.root(stops[stop.weak - 1].id) == trees.root(stop.id):
            assert trees.entries[stops[stop.weak - 1].id].level < trees.entries[stop.id].level
            assert stops[stop.weak - 1].id not in list(trees.below(stop.id))


def test_the_parent_is_named():
    """A question without a hint falls back to its parent's; a main one has none."""
    stops = {stop.id: stop for stop in script(grown(POOL, ("one",), 7), 60)}
    assert stops["one"].parent is None and stops["one-slope-number"].parent == "one-slope"


def test_a_small_tree_ends_where_it_ends():
    """Fewer questions than minutes: all that is there, and the last one says so."""
    stops = script(grown(POOL, ("two",), 7), 60)
    assert [stop.id for stop in stops] == ["two", "two-code"]
    assert (stops[-1].strong, stops[-1].weak) == (None, None)
