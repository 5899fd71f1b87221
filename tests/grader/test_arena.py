"""Inputs lie where we can read them ourselves, whatever the child says of them."""

import mmap
import os

import pytest

from interview_drill.errors import SandboxError
from interview_drill.grader import arena


@pytest.fixture
def laid():
    """An arena, and the pages of it as a child maps them."""
    made = arena.Arena()
    with mmap.mmap(made.descriptor, 0) as pages:
        yield made, pages
    made.close()


def test_what_nobody_touches_is_unchanged(laid):
    """Every array begins at a place that suits all types, also behind an empty one."""
    made, pages = laid
    starts = [made.lay([[b"abc"], [], [b"", b"defg"]]), made.lay([[b"h"]])]
    assert [start % arena.ALIGNED for start in starts] == [0, 0]
    assert pages[:3] + pages[64:68] + pages[128:129] == b"abcdefgh"
    assert [made.changed(0), made.changed(1)] == [(), ()]


def test_a_changed_byte_names_its_input(laid):
    """Of the call that it belongs to, and of no other: the third of the first, then the only one of the last."""
    made, pages = laid
    made.lay([[b"abc"], [], [b"de", b"fg"]])
    last = made.lay([[b"h"]])
    pages[129] = 0
    assert (made.changed(0), made.changed(1)) == ((2,), ())
    pages[last] = 0
    assert (made.changed(0), made.changed(-1)) == ((2,), (0,))


def test_a_file_that_was_cut_short_counts_as_changed(laid):
    """Reading it raises nothing."""
    made, _ = laid
    made.lay([[b"abc"]])
    os.ftruncate(made.descriptor, 0)
    assert made.changed(0) == (0,)


def test_there_is_an_end_to_it(laid, monkeypatch):
    """A bank that hands over more is told so, and nothing is overwritten."""
    made, _ = laid
    monkeypatch.setattr(arena, "CAPACITY", 2 * arena.ALIGNED)
    made.lay([[b"abc"], [b"def"]])
    with pytest.raises(SandboxError, match="sandbox-failed"):
        made.lay([[b"g"]])


def test_without_files_in_memory_one_without_a_name_serves(monkeypatch):
    """As on macOS."""
    monkeypatch.delattr(os, "memfd_create", raising=False)
    made = arena.Arena()
    made.lay([[b"abc"]])
    assert os.pread(made.descriptor, 3, 0) == b"abc"
    assert os.fstat(made.descriptor).st_nlink == 0
    made.close()
