"""What a program printed, quoted once."""

import pytest

from interview_drill.grader.printing import NOTHING, Printed, quoted

VARYING = "".join(f"shape {size}\n" for size in range(30))


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("", NOTHING),
        ("hi\n", Printed("hi\n")),
        ("hi\n" * 26, Printed("hi\n", 26)),
        ("a\nb\n" * 5, Printed("a\nb\n", 5)),
        ("hello\n" * 5 + "hel", Printed("hello\n", 6)),
        ("a\nb\nc\n", Printed("a\nb\nc\n")),
        (VARYING, Printed("shape 0\nshape 1\nshape 2\n", lines=30)),
    ],
)
def test_what_comes_again_is_counted(output, expected):
    """Short outputs are quoted in full; of long ones that vary the beginning, with the number of lines."""
    assert quoted(output.encode()) == expected


def test_a_quotation_is_short_and_steers_no_terminal():
    """Whatever bytes came out."""
    text = quoted(b"\x1b[2J\xff" + b"x" * 9000).text
    assert len(text) == 2000 and "\x1b" not in text
