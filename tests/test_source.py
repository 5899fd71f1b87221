"""YAML as plain data that knows its places: what is read, what is refused, and that every mistake is found."""

import math

import pytest

from interview_drill import source
from interview_drill.source import read


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1e-6", 1e-6),
        ("1E5", 1e5),
        (".5", 0.5),
        ("12", 12),
        ("-3", -3),
        ("012", 12),
        ("0x1F", 31),
        ("0o17", 15),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2024-01-01", "2024-01-01"),
        ("1.2.3", "1.2.3"),
        ("<<", "<<"),
        ("-.inf", -math.inf),
        ("e5", "e5"),
    ],
)
def test_scalars_are_those_of_yaml_1_2(written, value):
    """Numbers are numbers, and words that YAML 1.1 took for something else are words."""
    found = read(f"a: {written}", "f").data["a"]
    assert found == value and type(found) is type(value)


def test_a_very_long_number_stays_a_word():
    """No quadratic conversion of a million digits."""
    assert isinstance(source.scalar("9" * 5000), str)


def test_every_value_knows_its_place():
    """Lines and columns count from 1, by dotted path; what is missing stands where its mapping does."""
    found = read("title:\n  en: hello\nhints:\n- en: a\n- en: b\n", "f")
    assert found.mark("title.en") == (2, 7)
    assert found.mark("hints.1.en") == (5, 7)
    assert found.mark("hints.1.zh") == (5, 3)
    assert found.mark("nowhere") == (1, 1)
    assert found.keys["hints"] == (3, 1)


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "source-duplicate-key", (3, 1)),
        ("a: &x 1\n", "source-anchor", (1, 4)),
        ("a: !!python/object:os.system x\n", "source-tag", (1, 4)),
        ("a: !!str 12\n", "source-tag", (1, 4)),
        ("? [a, b]\n: 3\n", "source-key-not-a-word", (1, 3)),
        ("a: 1\n---\nb: 2\n", "source-two-documents", (2, 1)),
        ("a:\n  - b\n c: d\n", "source-not-yaml", None),
        ("a: [1, 2\n", "source-not-yaml", None),
        ("a: \x00\n", "source-not-yaml", None),
        (b"a: 1\nb: \xff\n", "source-not-utf8", (2, 1)),
        ("[" * 100, "source-not-yaml", None),
        ("[" * 100_000, "source-not-yaml", None),
    ],
)
def test_what_is_refused(text, message, place):
    """Each mistake is named where it stands; nothing is raised, and nothing is run."""
    (fault,) = read(text, "f").faults
    assert fault.message == message
    assert place is None or (fault.line, fault.column) == place


def test_all_mistakes_are_found():
    """Not the first only."""
    faults = read("a: &x 1\na: 2\nb: *x\nc: !t 3\n", "f").faults
    assert [fault.message for fault in faults] == [
        "source-anchor",
        "source-duplicate-key",
        "source-anchor",
        "source-tag",
    ]


def test_the_first_of_two_equal_keys_counts():
    """And its place is kept."""
    found = read("a: 1\na: 2\n", "f")
    assert found.data == {"a": 1} and found.mark("a") == (1, 4)


def test_a_byte_order_mark_is_no_content():
    """Windows editors write one."""
    assert read(b"\xef\xbb\xbfa: 1", "f").data == {"a": 1}


def test_an_empty_text_is_nothing():
    """And no mistake of YAML."""
    assert read("", "f").data is None and not read("# only a comment\n", "f").faults
