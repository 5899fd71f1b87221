"""The Python notation: what is read alike, what differs, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_drill.errors import AnswerError
from interview_drill.formula.ast import Big, Entry, Minus, Name, Number, Plus, Range
from interview_drill.formula.notations.python import chains
from tests.formula.notations.pythonic import GATE, IMAGE, LOSS, PAIR, REAL, TWO, VECTOR, read, tree

EQUAL = [
    (VECTOR, "np.exp(z[k])", "math.exp(z[k])"),
    (VECTOR, "np.exp(z) / np.exp(z).sum()", "e = np.exp(z)\nreturn e / e.sum()"),
    (VECTOR, "np.exp(z) / np.exp(z).sum()", "e = np.exp(z); a = e / np.sum(e)"),
    (VECTOR, "np.exp(z) / np.exp(z).sum()", "import numpy as np; np.exp(z) / np.exp(z).sum()"),
    (VECTOR, "np.exp(z) / np.exp(z).sum()", "def f(z):\n    e = np.exp(z)\n    return e / e.sum()"),
    (VECTOR, "np.exp(z) / np.exp(z).sum()", "def f(v):\n  e = np.exp(v)\n  return e / e.sum()"),
    (VECTOR, "np.exp(z) / np.exp(z).sum()", "lambda z: exp(z) / sum(exp(z))"),
    (VECTOR, "np.exp(z) / np.exp(z).sum()", "  np.exp(z) /\\\n np.exp(z).sum(axis=0, keepdims=True)"),
    (VECTOR, "sum(z[j] for j in range(C))", "sum([z[j] for j in range(len(z))])"),
    (VECTOR, "sum(z[j] for j in range(C))", "np.sum([z[j] for j in range(z.shape[0])])"),
    (VECTOR, "sum(z[j] for j in range(C))", "Sum(z[j], (j, 1, C))"),
    (VECTOR, "sum(z[j] for j in range(C))", "sum(z[j], (j, 0, C - 1))"),
    (TWO, "sum(a * b for a, b in zip(P, Q))", "sum(P[i] * q for i, q in enumerate(Q))"),
    (TWO, "sum(P[i] * Q[i] for i in range(n))", "sum(P(i) * Q(i), (i, 1, n))"),
    (TWO, "np.sum(p * q)", "(P * Q).sum()"),
    (PAIR, "np.eye(C)[i, j]", "KroneckerDelta(i, j)"),
    (PAIR, "(i == j) * 1", "int(i == j) * 1"),
    (IMAGE, "np.sum(I[i:i+kh, j:j+kw] * K)", "sum(I[i+m][j+n] * K[m][n] for m in range(kh) for n in range(kw))"),
    (REAL, "x if x > 0 else 0", "np.where(x > 0, x, 0)"),
    (REAL, "x if x > 0 else 0", "Piecewise((x, x > 0), (0, True))"),
    (REAL, "x if x > 0 else 0", "if x > 0:\n    return x\nelse:\n    return 0"),
    (REAL, "x if x > 0 else 0", "def relu(x):\n  if x > 0: return x\n  return 0"),
    (REAL, "max(x, 0)", "np.maximum(x, 0)"),
    (REAL, "max(x, 0)", "np.clip(x, 0, None)"),
    (REAL, "max(x, 0)", "max([x, 0])"),
    (REAL, "np.exp(-x)", "np.e ** -x"),
    (REAL, "np.exp(-x)", "ｅｘｐ（－ｘ）"),
    (REAL, "x > 0", "(x > 0).astype(float)"),
    (REAL, "1 / (1 + np.exp(-x))", "lambda t: 1 / (1 + np.exp(-t))"),
    (REAL, "x + 1", "x + 1  # done"),
    (LOSS, "L + lam * eps", "L + lambda * epsilon"),
    (LOSS, "L + lam * eps", "L + λ * ε"),
    (LOSS, "L + lam * eps", "L = L + lambda_ * eps"),
    (LOSS, "y_hat", "yhat"),
    (LOSS, "y_hat", "ŷ"),
    (LOSS, "y_hat", "y\u0302"),
]


@pytest.mark.parametrize("declared, left, right", EQUAL, ids=[right for _, _, right in EQUAL])
def test_spellings_of_one_tree(declared, left, right):
    """Library prefixes, loops, slices, statements and letters that mean the same are one tree."""
    assert tree(left, declared) == tree(right, declared)


DIFFERENT = [
    (VECTOR, "np.exp(z[k]) / np.exp(z).sum()", "np.exp(z[k]) / np.exp(z.sum())"),
    (VECTOR, "sum(z[j] for j in range(C))", "sum(z[j] for j in range(C - 1))"),
    (VECTOR, "sum(z[j] for j in range(C))", "sum(z[k] for j in range(C))"),
    (VECTOR, "sum(z[j] for j in range(C))", "sum(z[j] for j in range(C) if j != k)"),
    (VECTOR, "z[k]", "z[k - 1]"),
    (VECTOR, "z[0]", "z[1]"),
    (VECTOR, "z[-1]", "z[0]"),
    (VECTOR, "z * z", "z @ z"),
    (REAL, "-x ** 2", "(-x) ** 2"),
    (REAL, "x > 0", "x >= 0"),
    (REAL, "x // 2", "x / 2"),
    (REAL, "np.log(x)", "np.log2(x)"),
]


@pytest.mark.parametrize("declared, left, right", DIFFERENT, ids=[right for _, _, right in DIFFERENT])
def test_near_misses_are_other_trees(declared, left, right):
    """A bracket, bound, index, sign or function that differs makes another tree."""
    assert tree(left, declared) != tree(right, declared)


REFUSED = [
    (VECTOR, "np.exp(z[k]) / np.sum(np.exp(z)", "bracket-never-closed", "("),
    (VECTOR, "np.exp(z))", "bracket-never-opened", ")"),
    (VECTOR, "np.exp(z) /", "formula-breaks-off", ""),
    (VECTOR, "np.exp(z_max)", "name-undeclared", "z_max"),
    (VECTOR, "z[[0, 1]]", "python-index", "[0, 1]"),
    (VECTOR, "z[z > 0]", "python-index", "z > 0"),
    (VECTOR, "z.__class__", "python-not-read", "z.__class__"),
    (VECTOR, "np.einsum('i,j', z)", "python-einsum", "np.einsum('i,j', z)"),
    (VECTOR, "np.einsum('...i,i', z, z)", "python-einsum", "np.einsum('...i,i', z, z)"),
    (VECTOR, "np.sum([z, z[1:]], axis=0)", "python-list", "[z, z[1:]]"),
    (VECTOR, "np.linalg.norm([z], 1)", "python-rows", "[z]"),
    (VECTOR, "m = [z, -z]\nlogsumexp(m, axis=0)", "python-rows", "[z, -z]"),
    (VECTOR, "np.var([z], axis=0)", "python-rows", "[z]"),
    (VECTOR, "np.average([z, z], axis=0, weights=[z])", "python-axis", None),
    (VECTOR, "np.average([z, z], weights=[z, z])", "python-axis", None),
    (VECTOR, "np.diagflat(np.diag(z))", "python-axis", "np.diagflat(np.diag(z))"),
    (VECTOR, "max([z, z])", "python-axis", "max([z, z])"),
    (VECTOR, "z.sum()[k]", "name-takes-no-index", "z.sum()[k]"),
    (VECTOR, "s = 0\nfor v in z: s += s * v\ns", "python-loop", "s"),
    (VECTOR, "s = 0\nfor v in z:\n    s += v\n    s *= v\ns", "python-loop", "s *= v"),
    (VECTOR, "s = 0\nfor v in z:\n    if v > 2: break\n    s += v\ns", "python-loop", "break"),
    (VECTOR, "s = m = 0\nfor v in z:\n    m = v\n    s += m\nm", "python-loop-name", "m"),
    (VECTOR, "s = 0\nf = lambda v: s + v\nfor v in z: s += f(v)\ns", "python-loop", "s"),
    (VECTOR, "s = z\nfor j in range(C): s += z[j]\ns", "python-in-place", "z"),
    (VECTOR, "__import__('os').system('true')", "unknown-function", "__import__('os').system"),
    (VECTOR, "open('x')", "unknown-function", "open"),
    (VECTOR, "z.tofile('x')", "unknown-function", "z.tofile"),
    (VECTOR, "(lambda f: f(f))(lambda f: f(f))", "python-too-deep", None),
    (REAL, "x(1 - x)", "python-not-a-function", "x"),
    (REAL, "x ^ 2", "python-caret", "x ^ 2"),
    (REAL, "x and 1", "python-operator", "x and 1"),
    (REAL, "x is 1", "python-operator", "x is 1"),
    (REAL, "'abc'", "python-not-read", "'abc'"),
    (REAL, "f'{x}'", "python-not-read", "f'{x}'"),
    (REAL, "1j * x", "python-not-read", "1j"),
    (REAL, "while True: pass", "python-statement", "while True: pass"),
    (REAL, "import os", "python-no-value", "import os"),
    (REAL, "x; x + 1", "python-statement", "x"),
    (REAL, "1e999 * x", "python-exponent-too-large", "1e999"),
    (REAL, "1e-99999999999 * x", "python-exponent-too-large", "1e-99999999999"),
    (REAL, "np.exp(x, where=x)", "python-arguments", "np.exp(x, where=x)"),
    (VECTOR, "z.var(0, False)", "python-arguments", "z.var(0, False)"),
    (REAL, "np.log(x, 2)", "python-arguments", "np.log(x, 2)"),
    (REAL, "math.remainder(x, 2)", "unknown-function", "math.remainder(x, 2)"),
    (VECTOR, "F.kl_div(z, z, reduction='max')", "python-arguments", "F.kl_div(z, z, reduction='max')"),
    (VECTOR, "F.kl_div(z, z, log_target=k)", "python-arguments", "F.kl_div(z, z, log_target=k)"),
    (VECTOR, "z.kl_div(z)", "unknown-function", "z.kl_div"),
    (REAL, "хx", "look-alike", "х"),
    (REAL, "return", "python-statement", "return"),
    (REAL, "1 + 2 +\nreturn", "python-syntax", None),
]


@pytest.mark.parametrize("declared, text, message, marked", REFUSED, ids=[row[1] for row in REFUSED])
def test_what_is_no_formula_is_refused_with_its_place(declared, text, message, marked):
    """Everything outside the table is an error whose caret stands under the place as typed."""
    with pytest.raises(AnswerError) as caught:
        chains(text, declared)
    assert caught.value.message == message
    if marked is not None:
        assert text[caught.value.at : caught.value.end] == marked


def test_the_caret_counts_characters_not_bytes():
    """Python counts columns in UTF-8 bytes; a caret counts what was typed."""
    text = "ŷ * λ + nosuch"
    with pytest.raises(AnswerError) as caught:
        chains(text, LOSS)
    assert text[caught.value.at : caught.value.end] == "nosuch"


def test_the_caret_stands_on_the_right_line():
    """Offsets run over line ends of either kind, and over an indented paste."""
    for text in ("e = x\r\nreturn e * nosuch", "    e = x\n    return e * nosuch"):
        with pytest.raises(AnswerError) as caught:
            chains(text, REAL)
        assert text[caught.value.at : caught.value.end] == "nosuch"


def test_zero_based_indices_are_shifted_to_paper():
    """z[0] is z_1, z[k] is z_k, and range(C) runs from 1 to C."""
    one = Number(1)
    assert tree("z[0]", VECTOR) == Entry(Name("z"), (Number(1),))
    assert tree("z[k]", VECTOR) == Entry(Name("z"), (Name("k"),))
    assert tree("z[k - 1]", VECTOR) == Entry(Name("z"), (Plus((Name("k"), Minus(one))),))
    assert tree("z[-1]", VECTOR) == Entry(Name("z"), (Name("C"),))
    total = Big("sum", ("j",), (Range(one, Name("C")),), None, Entry(Name("z"), (Name("j"),)))
    assert tree("sum(z[j] for j in range(C))", VECTOR) == total


def test_arrays_that_start_at_zero_are_not_shifted():
    """Image and kernel count from 0 on paper too."""
    assert tree("K[0, 1]", IMAGE) == Entry(Name("K"), (Number(0), Number(1)))


def test_an_undeclared_index_letter_is_left_for_the_post_pass():
    """z[i] without a declared i is an entry at i; whether i is k is settled for all notations at once."""
    assert tree("z[i]", VECTOR) == Entry(Name("z"), (Name("i"),))
    assert read("a[i] = np.exp(z[i])", VECTOR).named == ("i",)


def test_a_loop_never_captures_a_name_that_was_put_in():
    """The j of an assignment is not the j of a loop around its use."""
    found = tree("t = z[j]\nreturn sum(t * z[j] for j in range(C))", VECTOR)
    assert found.indices != ("j",)


@pytest.mark.parametrize("text", [
    "[[a[m] * a[n] for n in range(C)] for m in range(C)]",
    "J = np.array([[a[i] * a[j] for j in range(C)] for i in range(C)])",
])  # fmt: skip
def test_a_whole_matrix_of_lists_is_its_entry(text):
    """Lists of lists over all of both free indices are what stands at them; the order of the loops counts."""
    assert tree(text, PAIR) == tree("a[i] * a[j]", PAIR)
    assert tree("[[a[m] / a[n] for n in range(C)] for m in range(C)]", PAIR) != tree("a[j] / a[i]", PAIR)


@pytest.mark.parametrize("text", [
    "[[a[i] for j in range(C - 1)] for i in range(C)]", "np.mean([[a[i] for j in range(C)] for i in range(C)])",
    "[[a[i] for j in range(C) if i != j] for i in range(C)]",
])  # fmt: skip
def test_other_lists_of_lists_are_refused(text):
    """A matrix that is not whole, or is computed with, has no such entry."""
    with pytest.raises(AnswerError, match="python-list"):
        chains(text, PAIR)


def test_the_right_side_is_the_answer():
    """An assignment's target is a label; a comparison with == is a chain of which every part counts."""
    assert read("L = L + lam", LOSS).label == "L"
    assert read("f == x == x + 0", REAL).parts[0].tree == Name("x")
    assert len(read("x == x + 0", REAL).parts) == 2


@pytest.mark.parametrize("text", ["expit(x)", "scipy.special.expit(x)", "sigmoid(x)", "torch.relu(x)"])
def test_a_library_name_that_is_the_answer_gets_a_note(text):
    """The note names the function as typed."""
    assert [note.message for note in read(text, REAL).notes] == ["note-library-name"]
    assert read(text, REAL).notes[0].facts == {"name": text.split("(")[0]}


@pytest.mark.parametrize(("typed", "ours"), [
    ("z.var(unbiased=False)", "z.var()"), ("z.var(correction=0, dim=-1, keepdim=True)", "z.var()"),
    ("torch.var(z)", "z.var(ddof=1)"), ("z.std(dim=-1)", "z.std(ddof=1)"), ("z.var(keepdim=True)", "z.var(ddof=1)"),
    ("z.std(unbiased=True)", "z.std(ddof=1)"), ("z.var(-1, correction=1)", "z.var(ddof=1)"),
    ("z.exp().var()", "np.exp(z).var(ddof=1)"), ("np.var(z) + 0 * z.var(dim=0)", "z.var() + 0 * z.var(ddof=1)"),
])
def test_degrees_of_freedom_have_a_name_in_every_library(typed, ours):
    assert read(typed, VECTOR).parts[-1].tree == read(ours, VECTOR).parts[-1].tree


def test_a_library_name_inside_an_answer_gets_none():
    """sigmoid(x) * (1 - sigmoid(x)) and a softmax of something computed are answers of their own."""
    assert not read("sigmoid(x) * (1 - sigmoid(x))", REAL).notes
    assert not read("sigmoid(W @ np.concatenate([u, v]) + b)", GATE).notes


PIECES = [
    *["z", "k", "C", "x", "i", "np.", "exp", "sum", "(", ")", "[", "]", ":", ",", "+", "-", "*", "**", "/", "//", "@"],
    *[" if ", " else ", " for ", " in ", "range", "lambda ", "=", "==", ">", "1", "0.5", "None", ".T", ".sum()", "\n"],
    *["return ", "def f(x):", " ", "'", "%", "&", "not ", "max", "where", "zip", "axis=", "~", "λ", "，", "（", "）"],
    *["^", "Sum", "[::-1]", "[:, None]", "import ", "e", "...", "eye", "{", "}", "await ", "yield ", "*z", "**z", ":="],
]


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
def test_nothing_but_an_answer_error_comes_out(text):
    """Any heap of Python's tokens is read or refused, never anything else."""
    try:
        assert chains(text, VECTOR)[0].parts
    except AnswerError as error:
        assert error.at is None or 0 <= error.at <= error.end


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    """Whatever is typed."""
    try:
        chains(text, REAL)
    except AnswerError as error:
        assert error.at is None or error.at <= max(len(text), 1)


HEAVY = [
    "-" * 1900 + "x", "(" * 99 + "x" + ")" * 99, "x" + "+x" * 900, "x" + "**x" * 600, "not " * 400 + "x",
    "x if x else " * 150 + "x", "9**9**9**9", "a = x + x\n" + "a = a + a\n" * 60 + "a", "x" + ".T" * 900,
    "f0 = lambda x: x\n" + "".join(f"f{n} = lambda x: f{n - 1}(x) + f{n - 1}(x)\n" for n in range(1, 40)) + "f39(x)",
    "sum(x for a in range(10**9) for b in range(10**9))", "x" + "[0]" * 600, "lambda: " * 200 + "x",
]  # fmt: skip


@pytest.mark.parametrize("text", HEAVY, ids=[text[:20] for text in HEAVY])
def test_heavy_answers_end_at_once(text):
    """Depth, towers and doubling are read or refused within a moment."""
    with suppress(AnswerError):
        assert chains(text, REAL)
