"""Plain data to typed data: every mistake of a file, each at its place."""

from collections.abc import Mapping
from typing import Any, Literal

import pytest
from msgspec import Struct

from interview_drill.bank.shaping import Shaping
from interview_drill.question import Text
from interview_drill.source import read


class Inner(Struct, frozen=True):
    low: float
    name: str = "x"


class Outer(Struct, frozen=True):
    level: int
    title: Text
    parts: tuple[Inner, ...] = ()
    sizes: Mapping[str, int | tuple[int, int]] | None = None
    mode: Literal["fast", "slow"] = "fast"
    accept: Mapping[str, tuple[str, ...]] | tuple[str, ...] = ()
    pair: tuple[float, float] | None = None
    anything: Any = None
    flag: bool = False


def shaped(text):
    source = read(text, "f")
    shaping = Shaping(source)
    made = shaping.record(source.data, Outer)
    return made, [(fault.message, fault.line, fault.column) for fault in shaping.faults]


def test_a_sound_mapping_becomes_its_record():
    """Nested records, unions by shape, integers for numbers, defaults for what is absent."""
    made, faults = shaped(
        "level: 1\ntitle: {en: T}\nparts: [{low: 1}, {low: 0.5, name: 7}]\nsizes: {N: 3, C: [1, 2]}\n"
        "accept: {en: [a]}\npair: [1, 2.5]\nanything: [1, {a: null}]\n"
    )
    assert not faults
    assert made.parts == (Inner(1.0), Inner(0.5, "7"))
    assert made.sizes == {"N": 3, "C": (1, 2)}
    assert made.accept == {"en": ("a",)} and made.pair == (1.0, 2.5) and made.anything == [1, {"a": None}]


@pytest.mark.parametrize(
    ("line", "message", "column"),
    [
        ("level: one", "fault-expected-integer", 8),
        ("level: 1.5", "fault-expected-integer", 8),
        ("level: true", "fault-expected-integer", 8),
        ("parts: {low: 1}", "fault-expected-list", 8),
        ("parts: [{name: a}]", "fault-key-missing", 9),
        ("parts: [{low: 1, nmae: a}]", "fault-key-unknown-near", 18),
        ("parts: [{low: a}]", "fault-expected-number", 15),
        ("parts: [3]", "fault-expected-mapping", 9),
        ("sizes: {N: x}", "fault-expected-integer", 12),
        ("sizes: {N: [1, 2, 3]}", "fault-expected-entries", 12),
        ("mode: quick", "fault-expected-one-of", 7),
        ("pair: [1]", "fault-expected-entries", 7),
        ("flag: 1", "fault-expected-boolean", 7),
        ("zzzzz: 1", "fault-key-unknown", 1),
        ("title: hello", "fault-expected-languages", 8),
        ("title: {}", "fault-expected-languages", 8),
        ("title: {en: ''}", "fault-text-empty", 13),
        ("title: {en: a, the rest: b}", "fault-no-language", 16),
    ],
)
def test_a_mistake_has_its_place(line, message, column):
    """The message id, the line and the column of each kind of mistake."""
    key = line.partition(":")[0]
    base = {"level": "level: 1", "title": "title: {en: T}"}
    text = "\n".join([line, *(given for name, given in base.items() if name != key)])
    made, faults = shaped(text)
    assert made is None
    assert faults == [(message, 1, column)]


def test_all_mistakes_are_collected():
    """Three mistakes, three faults."""
    _, faults = shaped("level: x\nmode: y\nparts: [{low: z}, {}]\n")
    assert sorted(message for message, *_ in faults) == [
        "fault-expected-integer",
        "fault-expected-number",
        "fault-expected-one-of",
        "fault-key-missing",
        "fault-key-missing",
    ]


class Helped(Struct, frozen=True):
    hints: str = ""
    units: str = ""


@pytest.mark.parametrize(("typed", "meant"), [("hnits", "hints"), ("unist", "units"), ("hintss", "hints")])
def test_letters_that_changed_places_are_seen_first(typed, meant):
    """`hnits` is as much like `units`, letter by letter, and is meant for `hints`."""
    shaping = Shaping(source := read(f"{typed}: a", "f"))
    shaping.record(source.data, Helped)
    assert shaping.faults[0].facts["nearest"] == meant
