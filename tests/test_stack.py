"""Work with room for its frames: what it returns and raises, however deep, is what it would be without."""

import pytest

from interview_drill.stack import SLOTS, with_room

CHUNK = 16 << 10
"""Bytes of CPython's first chunk of frames."""


def depth(more):
    return 1 + depth(more - 1) if more else 0


def test_work_is_done_as_it_is():
    assert with_room(lambda: depth(500)) == 500 == with_room(lambda: with_room(lambda: depth(500)))


def test_what_is_raised_comes_through():
    with pytest.raises(KeyError, match="gone"):
        with_room(lambda: {}["gone"])


def test_the_frame_needs_a_chunk_of_its_own():
    """Else the next call may stand on the edge again."""
    assert with_room.__code__.co_stacksize == SLOTS and SLOTS * 8 > 16 * CHUNK
