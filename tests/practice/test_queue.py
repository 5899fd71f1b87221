"""The questions ahead: missed ones return, topics take turns, nothing is asked twice by accident."""

import pytest

from interview_drill.practice.queue import GAP, RETURNS, Queue, interleaved, missed, taken, without_repeats


def test_the_next_question_is_taken_from_the_front():
    """One at a time, until nothing is left."""
    first, left = taken(Queue(("a", "b")))
    assert (first, left.ahead) == ("a", ("b",))
    assert taken(Queue(()))[0] is None


def test_a_miss_returns_after_a_few_others():
    """Not at once, and not at the very end of a long session."""
    assert missed(Queue(tuple("bcdef")), "a").ahead == ("b", "c", "d", "a", "e", "f")
    assert missed(Queue(("b",)), "a").ahead == ("b", "a")
    assert GAP == 3


@pytest.mark.parametrize("queue", [Queue(()), Queue(("a", "b")), Queue(("b",), ("a",) * RETURNS)])
def test_some_misses_do_not_return(queue):
    """Nothing lies between, it is ahead already, or it came back often enough."""
    assert missed(queue, "a") == queue


def test_topics_take_turns():
    """Two of one topic are kept apart where that can be helped, in their order otherwise."""
    assert interleaved(["a1", "a2", "b1", "b2"], lambda id: id[0]) == ["a1", "b1", "a2", "b2"]
    assert interleaved(["a1", "a2"], lambda id: id[0]) == ["a1", "a2"]


def test_a_question_stands_once():
    """Where it stands first."""
    assert without_repeats("abca") == ("a", "b", "c")
