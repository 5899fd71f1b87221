"""Figures: what prose quotes is computed or given, what is listed is quoted, every value rounds to its numeral."""

import pytest

from interview_drill.bank.audit import audit

from .banks import SOUND, bank, write

QUOTING = SOUND.replace("Because.", '"It is about 0.611, or 16.7% of -1.20."').replace(
    "因为。", "约为 0.611，即 -1.20 的 16.7%。"
)
FIGURES = """\
figures:
  '0.611': -0.7*log(0.7) - 0.3*log(0.3)
  '16.7%': 99/(99+495)
  '-1.20':
    program: |
      def figure():
          return -np.float64(1.2041)
"""
WHOLE = QUOTING + FIGURES


def failed(root, text):
    found = audit(bank(write(root, a=text)))
    return [(row.message, row.line, row.column) for row in found if not row.ok]


def test_sound_figures_hold_and_each_is_a_row(tmp_path):
    """So that they can be counted."""
    found = list(audit(bank(write(tmp_path, a=WHOLE))))
    assert all(row.ok for row in found)
    assert [row.check for row in found if row.check.startswith("figures.")] == [
        "figures.0.611",
        "figures.16.7%",
        "figures.-1.20",
    ]


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("0.7*log(0.7)", "0.7*log(0.8)", {"fault-figure"}),
        ("'0.611':", "'0.612':", {"fault-figure", "fault-numeral-unlisted", "fault-numeral-unquoted"}),
        ("about 0.611", "about 0.612", {"fault-numeral-unlisted", "fault-numeral-unquoted", "fault-number-differs"}),
        ("约为 0.611", "约为 0.61", {"fault-numeral-unlisted", "fault-numeral-unquoted", "fault-number-differs"}),
        ("99/(99+495)", "100*99/(99+495)", set()),
        ("99/(99+495)", "99/(99+595)", {"fault-figure"}),
        ("99/(99+495)", "1.67e-1", set()),
        ("99/(99+495)", "99/(99+", {"fault-figure-unread"}),
        ("99/(99+495)", "x", {"fault-figure-unread"}),
        ("99/(99+495)", "1/0", {"fault-figure-unread"}),
        ("1.2041", "1.2051", {"fault-figure"}),
        ("1.2041", "1.205", {"fault-figure"}),
        ("1.2041", "1.195", set()),
        ("return -np", "return np", {"fault-figure"}),
        ("of -1.20", "of 1.20", {"fault-numeral-unlisted", "fault-numeral-unquoted"}),
        ("def figure", "def fugure", {"fault-figure-unread"}),
        ("np.float64(1.2041)", "undefined", {"fault-figure-unread"}),
        ("-np.float64(1.2041)", "'many'", {"fault-figure-unread"}),
        ("np.float64(1.2041)", "np.random.uniform(1.199, 1.201)", {"fault-figure-unread"}),
        ("figures:", "given: [0.9]\nfigures:", {"fault-numeral-unquoted"}),
        ("figures:", "given: [many]\nfigures:", {"fault-numeral"}),
        ("'16.7%': 99/(99+495)", "'16.7': 16.7", {"fault-numeral-unlisted", "fault-numeral-unquoted"}),
    ],
)
def test_whatever_does_not_agree_is_found(tmp_path, old, new, messages):
    """One thing changed, in the prose, the numeral or the computation."""
    assert old in WHOLE
    assert {row[0] for row in failed(tmp_path, WHOLE.replace(old, new, 1))} == messages


def test_a_fault_stands_at_its_numeral(tmp_path):
    """Inside a long text too: the line and the column of the digits, or of the figure's key."""
    text = QUOTING.replace(
        "hints: [{en: Think., zh: 想想。}]", "hints:\n  - en: |\n      Think\n      of 45 of them.\n    zh: 想 45 个。"
    )
    rows = failed(tmp_path, text + FIGURES.replace("0.8", "0.9").replace("log(0.3)", "log(0.4)"))
    lines = (text + FIGURES).splitlines()
    assert ("fault-numeral-unlisted", 9, lines[8].index("45") + 1) in rows
    assert ("fault-figure", [line.strip()[:7] for line in lines].index("'0.611'") + 1, 3) in rows


def test_in_another_bank_listing_figures_is_advice(tmp_path):
    """Until the question lists any."""
    rows = [row for row in audit(bank(write(tmp_path, a=QUOTING))) if row.message]
    assert {row.message for row in rows} == {"advice-numeral-unlisted"} and all(row.ok for row in rows)
    assert failed(tmp_path, QUOTING + "given: [0.611]\n")


def test_a_program_is_confined(tmp_path):
    """It runs where learners' programs run: no file of the machine is read or written."""
    target = tmp_path / "written"
    text = WHOLE.replace("return -np", f"open({str(target)!r}, 'w').write('x'); return -np")
    assert "fault-figure-unread" in {row[0] for row in failed(tmp_path, text)}
    assert not target.exists()
