"""Loops, branches and functions are read in Python's own order and scopes, or refused. ⏎ breaks a line."""

from __future__ import annotations

import pytest

from interview_drill.errors import AnswerError
from tests.formula.notations.pythonic import VECTOR, tree
from tests.formula.notations.running import by_numpy, check, drawn

SAME_AS_PYTHON = [
    # what a round assigns is its own
    "s = 0⏎for j in range(C):⏎ t = 0⏎ t += z[j]⏎ t *= 2⏎ s += t⏎s",
    "s = m = 0⏎for v in z:⏎ m = v⏎ s += m⏎s",
    "s = 0⏎for j in range(C):⏎ row = 0⏎ for i in range(C):⏎  row += z[i] * z[j]⏎ s += row**2⏎s",
    "s = 0⏎for j in range(C):⏎ row = 0⏎ for i in range(j):⏎  row += z[i]⏎  s += z[j]⏎ s += row⏎s",
    "s = 0⏎for j in range(C):⏎ p = 1⏎ for i in range(C):⏎  if i != j: p *= z[i] - z[j]⏎ s += p⏎s",
    "s = 0⏎for i, (a, b) in enumerate(zip(z, z[::-1])):⏎ a = a * i⏎ s += a * b⏎s + i",
    "u = 3⏎s = 0⏎for v in z:⏎ s += sum(u * v for u in z)⏎s + u", "for j in range(1, C): pass⏎j * z[k]",
    # both ways of an `if`
    "s = 0⏎for v in z:⏎ t = v⏎ if v < 0: t = -v⏎ s += t⏎s",
    "s = 0⏎for v in z:⏎ if v < 0: v = 0⏎ s += v⏎s",
    "s = 0⏎for j in range(C):⏎ if z[j] < 0: j = 0⏎ s += z[j]⏎s",
    "s = 0⏎b = 1⏎for v in z:⏎ t = v⏎ if v > 0: t = 2 * v⏎ s += t⏎ b *= t⏎s + b",
    "s = 0⏎for v in z:⏎ if v > 0: s += v⏎ else: s -= v⏎s",
    "s = 0⏎for v in z:⏎ if v < 0:⏎  t = 0⏎ elif v > 1:⏎  t = 1⏎ else:⏎  t = 2 * v⏎ s += t⏎s",
    "s = 0⏎for v in z:⏎ t, u = v, 1⏎ if v < 0: t, u = u, t⏎ s += t - 2 * u⏎s",
    "s = 0⏎for i in range(C):⏎ for j in range(C):⏎  if i == j: continue⏎  s += z[i] * z[j]⏎s",
    "def o(t):⏎ y = 0⏎ if t > 0:⏎  y = t⏎ elif t < -1:⏎  y = -1⏎ y = y * 2⏎ return y⏎o(z[k])",
    "def o(t):⏎ y = t⏎ if t > 0:⏎  y += 1⏎ else:⏎  if t < -0.5: return 9⏎  y -= 1⏎ return y⏎o(z[k])",
    "def o(t):⏎ g = t⏎ if t[0] > 0: g = g - 1⏎ return g.sum() + t.sum()⏎o(z)",
    # arrays made in the round
    "s = 0⏎for j in range(C):⏎ t = z.copy()⏎ t += 1⏎ s += t[j]⏎s",
    "s = 0⏎for i in range(C):⏎ t = 0 * z⏎ for j in range(C): t += z[j]⏎ s += t[i]⏎s",
    # sums in other words, and arrays that are filled
    "s = 0⏎for v in z: s = v + s⏎s", "s = 2⏎for v in z: s = v * s⏎s", "s = 1⏎for v in z: s = s - v * v + 1 - v⏎s",
    "g = np.zeros(C)⏎for j in range(C):⏎ g[j] = z[j]**2⏎g",
    "g = np.ones(len(z))⏎for j, v in enumerate(z): g[j] = v * j⏎g",
    "g = np.zeros_like(z)⏎s = 0⏎for j in range(C):⏎ t = z[j] + j⏎ g[j] = t⏎ s += t⏎g / s",
    "g = np.zeros(C)⏎for j in range(C):⏎ s = 0⏎ for i in range(C): s += z[i] * (i <= j)⏎ g[j] = s⏎g",
    # a default is worked out at the `def`
    "c = 2⏎def f(t, c=c): return c * t⏎c = 1⏎f(z)", "b = 1⏎f = lambda t, g=lambda: b: g() * t⏎b = 2⏎f(z)",
    "def f(t, n=len(z)): return t / n⏎f(z)", "def f(v=z):⏎ v = v - 1⏎ return v⏎f() + z",
    "s = 0⏎for j in range(C):⏎ f = lambda i=j: z[i]⏎ j = 0⏎ s += f()⏎s",
    # all other names are looked up at the call
    "s = 0⏎for j in range(C):⏎ f = lambda: z[j]⏎ j = 0⏎ s += f()⏎s",
    "def o(t):⏎ b = 1⏎ g = lambda: b * t⏎ b = 2⏎ return g()⏎o(z)",
    "def o(t):⏎ b = 1⏎ g = lambda: b * t⏎ b = 2⏎ return g⏎o(z)()",
    "def o(t):⏎ b = 1⏎ g = lambda: b * t⏎ def h():⏎  b = 7⏎  return g() + b⏎ b = 3⏎ return h()⏎o(z)",
    "def ap(f, v):⏎ b = 10⏎ return f(v) * b⏎def o(t):⏎ b = 1⏎ g = lambda v: b * v⏎ b = 2⏎ return ap(g, t)⏎o(z)",
    "def mk(a):⏎ h = lambda v: a * v⏎ a = a + 1⏎ return lambda v: h(v) + a⏎mk(2)(z)",
    "def mk(a):⏎ return lambda v: a * v⏎f, g = mk(2), mk(3)⏎f(z) + g(z)",
    "c = 3⏎def mk():⏎ return lambda v: c * v⏎g = mk()⏎c = 4⏎g(z)",
    "def o(t):⏎ c = 1⏎ def g(n): return n * c⏎ s = 0⏎ for v in t:⏎  c = v⏎  s += g(v)⏎ return s⏎o(z)",
    "def o(t):⏎ v = 7⏎ g = lambda: v⏎ return sum(g() for v in t)⏎o(z)",
]  # fmt: skip


@pytest.mark.parametrize("text", SAME_AS_PYTHON)
def test_python_agrees(text):
    """The tree, at concrete sizes and values, is worth what Python computes from the same text."""
    check(text.replace("⏎", "\n"), VECTOR)


REFUSED = [
    ("s = 0⏎for j in range(C):⏎ s = 0⏎ s += z[j]⏎s", "python-loop-name"),
    ("s = 0⏎for j in range(C):⏎ s += z[j]⏎ s = 0⏎s", "python-loop-name"),
    ("s = 0⏎for j in range(C):⏎ s: float = 0⏎ s += z[j]⏎s", "python-loop-name"),
    ("s = 0⏎for j in range(C):⏎ for i in range(C): s = 0⏎ s += z[j]⏎s", "python-loop-name"),
    ("s = 0⏎for s in z:⏎ s += 1⏎s", "python-loop-name"),
    ("s = 0⏎for j in range(C):⏎ if j == k: s = 0⏎ s += z[j]⏎s", "python-loop-name"),
    ("s = 0⏎for j in range(C):⏎ t = z[j]⏎ for v in z: t = v⏎ s += t⏎s", "python-loop-name"),
    ("t = 5⏎s = 0⏎for v in z:⏎ if v < 0: t = 1⏎ s += v * t⏎s", "python-loop-name"),
    ("prev = 0⏎s = 0⏎for v in z:⏎ s += v - prev⏎ prev = v⏎s", "python-loop-name"),
    ("a = 0⏎b = 1⏎for v in z:⏎ a, b = b, a + v⏎a", "python-loop-name"),
    ("m = z[0]⏎for v in z:⏎ if v > m: m = v⏎m", "python-loop-name"),
    ("c = 1⏎def g(n): return n * c⏎s = 0⏎for v in z:⏎ s += g(v)⏎ c = v⏎s", "python-loop-name"),
    ("e = 1⏎for t in range(3): e = 2⏎e * z[k]", "python-loop-name"),
    ("for t in range(3): e = 2⏎e * z[k]", "python-loop-name"),
    ("e = 5⏎for e in range(0): pass⏎e * z[k]", "python-loop-name"),
    ("s = 0⏎for j in range(C): s += z[j]⏎else: s = 0⏎s", "python-loop"),
    ("s = 0⏎def g(): return s⏎for v in z: s += v + g()⏎s", "python-loop"),
    ("s = row = 0⏎for j in range(C):⏎ for i in range(C): row += z[i] * z[j]⏎ s += row⏎s", "python-loop"),
    ("s = 0⏎for j in range(C):⏎ t = z⏎ t += 1⏎ s += t[j]⏎s", "python-loop"),
    ("s = 0⏎for i in range(C):⏎ t = z⏎ for j in range(C): t += z[0]⏎ s += t[i]⏎s", "python-loop"),
    ("M = np.outer(z, z)⏎s = 0⏎for row in M:⏎ row *= 2⏎ s += row.sum()⏎s + M.sum()", "python-loop"),
    ("s = 0⏎for v in z:⏎ z += 1⏎ s += v⏎s", "python-loop"),
    ("def f(v):⏎ v -= 1⏎ return v[0]⏎s = 0⏎for j in range(C): s += f(z)⏎s", "python-loop"),
    ("s = 2⏎for v in z: s = v - s⏎s", "python-loop-name"),
    ("s = 0⏎for v in z: s = s + v - s⏎s", "python-loop"),
    ("g = np.zeros(C)⏎for j in range(C - 1): g[j] = z[j]⏎g", "python-filled"),
    ("g = np.zeros(C)⏎for j in range(C):⏎ if z[j] > 0: continue⏎ g[j] = z[j]⏎g", "python-filled"),
    ("g = np.full(4, 0)⏎for j in range(C): g[j] = z[j]⏎g", "python-filled"),
    ("g = np.zeros(C)⏎for j in range(C): g[j] = z[j] + g[j - 1]⏎g", "python-loop"),
    ("g = np.zeros(C)⏎h = g⏎for j in range(C): g[j] = z[j]⏎h", "python-in-place"),
    ("g = z⏎for j in range(C): g[j] = 2 * z[j]⏎g", "python-in-place"),
    ("g = np.zeros(C)⏎for j in range(C):⏎ g[j] = z[j]⏎ g[j] += 1⏎g", "python-unpacking"),
    ("g = np.zeros(C)⏎for j in range(C):⏎ j = 0⏎ g[j] = z[j]⏎g", "python-unpacking"),
    ("def f(v=z):⏎ v -= 1⏎ return v * 1.0⏎f() + z", "python-in-place"),
    ("def f(v=z.copy()):⏎ v -= 1⏎ return v * 1.0⏎f() + f()", "python-in-place"),
    ("def o(t):⏎ a = 2⏎ def g():⏎  nonlocal a⏎  a = 3⏎ g()⏎ return a * t⏎o(z)", "python-statement"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_one_round_leaves_to_the_next_is_refused(text, message):
    """Python has a value for it, and it is none that is read here."""
    text = text.replace("⏎", "\n")
    with pytest.raises(AnswerError) as caught:
        tree(text, VECTOR)
    assert caught.value.message == message
    assert by_numpy(text, drawn(VECTOR, 0)[0]).size


@pytest.mark.parametrize("text", [
    "b = 1⏎def o(t):⏎ b = b + 1⏎ return b * t⏎o(z)", "b = 9⏎def o(t):⏎ r = b * t⏎ b = 2⏎ return r⏎o(z)",
    "b = 9⏎def o(t):⏎ g = lambda: b * t⏎ r = g()⏎ b = 2⏎ return r⏎o(z)",
])  # fmt: skip
def test_a_name_of_a_function_has_no_value_before_it_is_assigned(text):
    """A name that a function assigns anywhere is its own all through: Python raises there, too."""
    text = text.replace("⏎", "\n")
    with pytest.raises(AnswerError) as caught:
        tree(text, VECTOR)
    assert caught.value.message == "python-unassigned"
    with pytest.raises(NameError):
        by_numpy(text, drawn(VECTOR, 0)[0])
