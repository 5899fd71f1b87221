"""Numerals in prose: SPELLINGS of one form, TEXTS with what counts in them, NONE that are no numerals."""

import pytest

from interview_drill.bank.numerals import numeral, numerals

SPELLINGS = [
    ("117248", ["117248", "117,248", "117{,}248", r"117\,248"]),
    ("4.5e-5", ["4.5e-5", "4.5E-05", r"4.5 \times 10^{-5}", "4.5×10⁻⁵", r"4.5\cdot10^{-5}", "4.5 · 10^-5"]),
    ("1e-10", ["1e-10", "10^{-10}", "10⁻¹⁰", "10^-10"]),
    ("16.7%", ["16.7%", r"16.7\%", "16.7 %", "16.7％"]),
    ("0.50", ["0.50"]),
    ("9", ["9"]),
]

TEXTS = [
    ("ResNet-50, fp16, float64, L2, x_10, GPT-3 and section 6.2.2.3 are names", []),
    ("of 10,000 people 99 have it, 16.7% (0.3,0.7)", ["10000", "99", "16.7%", "0.3", "0.7"]),
    ("一个 3 层、56 层、约0.61、45分钟", ["56", "0.61", "45"]),
    (r"$x-10$ and $\frac{10}{3}$, $\frac12$, $e^{-10}$, $2^{10}$, $\log20$", ["10", "10", "10", "10", "20"]),
    ("in code `x = 12` and\n```python\ny = 34\n```\nnot, here 56 yes", ["56"]),
    ("1, 2, ..., 12; 10–20; 3.0. 5 alone", ["12", "10", "20", "3.0"]),
    (r"$4.5 \times 10^{-5}$ against $0.99995$", ["4.5e-5", "0.99995"]),
]


@pytest.mark.parametrize(("form", "spellings"), SPELLINGS)
def test_a_number_has_one_form_however_it_is_spelled(form, spellings):
    """Separators, powers of ten in either style, per cent signs of either width."""
    assert [numeral(spelling).form for spelling in spellings] == [form] * len(spellings)


@pytest.mark.parametrize(("text", "forms"), TEXTS)
def test_what_counts_in_a_text(text, forms):
    """A decimal point, an exponent, a per cent sign, or 10 and more; no digits of names, sections and code."""
    assert [found.form for found in numerals(text) if found.notable] == forms


@pytest.mark.parametrize("text", ["", "abc", "1 2", "12x", "1.2.3", "ResNet-50", "1e", "--1"])
def test_what_is_not_one_numeral(text):
    """An author who lists it is told."""
    assert numeral(text) is None


def test_digits_inside_code_are_found_when_asked_for():
    """A figure may be quoted as code."""
    assert [found.form for found in numerals("`-1e-10`", code=True)] == ["1e-10"]


def test_the_place_of_a_numeral_is_that_in_the_text():
    """Also behind a formula and code, which are looked through."""
    text = r"`code 1` $\frac12 \times 3$ then 0.25%"
    found = list(numerals(text))[-1]
    assert text[found.at : found.end] == "0.25%"


@pytest.mark.parametrize(
    ("spelled", "value", "quantum"),
    [("0.50", "0.50", "0.01"), ("16.7%", "0.167", "0.001"), ("4.5e-5", "0.000045", "0.000001"), ("-12", "-12", "1")],
)
def test_value_and_last_digit(spelled, value, quantum):
    """A per cent is a fraction; the last digit quoted says how much may be rounded."""
    found = numeral(spelled)
    assert (f"{found.value:f}", f"{found.quantum:f}") == (value, quantum)
