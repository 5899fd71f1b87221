"""What comes over the pipe is data of known types, or it is refused."""

import json

import numpy as np
import pytest

from interview_drill.grader.report import Alien
from interview_drill.grader.trial import NO_REPLY
from interview_drill.grader.wire import HEADER, MOST_PARTS, Garbled, Reader, described, message_of, sizes

ARRAY = {"t": "array", "dtype": "float64", "shape": [2], "bytes": 16}


@pytest.mark.parametrize(
    "value",
    [None, True, 3, 0.1, float("inf"), [1, 2.5], (1, [2]), np.ones((2, 3)), np.array([True]), np.int32([1])],
    ids=repr,
)
def test_values_survive_the_wire(value):
    """What goes out can be read back, bit for bit."""
    blobs = []
    told = json.loads(json.dumps(described(value, blobs)))
    back = Reader(b"".join(blobs)).value(told)
    assert type(back) is type(value)
    assert repr(back) == repr(value)


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        {},
        {"t": "pickle", "v": "cos\nsystem"},
        {"t": ["array"]},
        {"t": "float", "v": "soon"},
        {"t": "float", "v": 1},
        {"t": "int", "v": True},
        {"t": "int", "v": 1 << 400},
        {"t": "bool", "v": 1},
        {"t": "list", "v": "abc"},
        {**ARRAY, "dtype": "object"},
        {**ARRAY, "dtype": "complex128"},
        {**ARRAY, "dtype": ["f8"]},
        {**ARRAY, "shape": [-1]},
        {**ARRAY, "shape": [True, 2]},
        {**ARRAY, "shape": [3]},
        {**ARRAY, "shape": [10**30], "bytes": 8 * 10**30},
        {**ARRAY, "shape": 2},
        {**ARRAY, "bytes": 8},
        {**ARRAY, "shape": [1] * 80 + [2]},
    ],
    ids=str,
)
def test_a_dishonest_description_is_refused(told):
    """A candidate that writes to the pipe itself gains nothing and breaks nothing."""
    with pytest.raises((Garbled, *NO_REPLY)):
        Reader(bytes(16)).value(told)


def test_deep_nesting_is_refused():
    """Depth is limited before Python's stack is."""
    told = {"t": "none"}
    for _ in range(40):
        told = {"t": "list", "v": [told]}
    with pytest.raises(Garbled):
        Reader(b"").value(told)


def test_more_parts_than_an_honest_answer_has_are_refused():
    """Reading them would take longer than the answer may."""
    with pytest.raises(Garbled):
        Reader(b"").value({"t": "list", "v": [{"t": "none"}] * MOST_PARTS})


@pytest.mark.parametrize("text", [b"", b"\xff", b"[1]", b"[" * 100_000])
def test_what_is_no_mapping_is_refused(text):
    """A frame holds one JSON mapping."""
    with pytest.raises(Garbled):
        message_of(text)


def test_a_frame_beyond_any_honest_size_is_refused_by_its_header():
    """Nothing is read, let alone allocated, for it."""
    with pytest.raises(Garbled):
        sizes(HEADER.pack(10, 2**31))


def test_a_refused_value_is_known_by_name_alone():
    """The learner reads the type's name, capped."""
    assert Reader(b"").value({"t": "alien", "name": "x" * 99, "reason": "type"}) == Alien("x" * 40)


def test_the_name_of_a_foreign_type_is_harmless():
    """A class may be called anything, and its name is shown to the learner."""
    told = {"t": "alien", "name": "a\x1b[2J\u202e\ud800b", "reason": ["type"]}
    assert Reader(b"").value(told) == Alien("a [2J  b", "")
