"""What is read in Python is worth what NumPy computes from the same text."""

from __future__ import annotations

import pytest

from tests.formula.notations.pythonic import GATE, IMAGE, PAIR, TWO, VECTOR, WHOLE
from tests.formula.notations.running import check

SAME_AS_NUMPY = [
    *((VECTOR, text) for text in [
        "np.exp(z - z.max()) / np.exp(z - z.max()).sum()", "np.exp(z[k]) / sum(np.exp(z[k]) for k in range(C))",
        "z[C - 1 - k]", "z[:-1].sum() + z[1:].sum()", "z[::-1][k]", "np.sum(z[::-1] * z)", "(z[1:] - z[:-1]).max()",
        "np.outer(z, z)[:, k] + np.outer(z, z)[k, :]", "(z[:, None] - z).sum(axis=1)", "(z[:, None] - z).sum(axis=0)",
        "np.mean(z[:, None] * z, axis=0)", "np.sum(z[:, None] - z, axis=1, keepdims=True)", "z.var() + np.std(z)",
        "z.var(ddof=1)", "np.std(z, ddof=1)",
        "z.var(axis=-1, keepdims=True) + z", "np.var(z, ddof=0)",
        "sum(j * z[j] for j in range(1, C))", "sum(z[j - 1] for j in range(1, C + 1))",
        "sum(z[i] * z[j] for i in range(C) for j in range(i))",
        "sum(z[j] for j in range(C) if j != k and z[j] > 0)", "max(z[j] for j in range(C) if j != k)",
        "(np.arange(C) == k) @ z", "np.eye(C)[k] @ z + (np.eye(C) * z).sum()", "z @ np.outer(z, z) @ z",
        "np.linalg.norm(z)**2 + np.linalg.norm(z, 1)", "1 if k == 0 else 2", "k / C", "-z[k]**2 + 2**-z[k]", "z % 0.3",
        "-7 // 2 + z[k] // 1", "int(z[k] * 3)",
        "(z > 0).sum() / len(z)", "sum(v * w for v, w in zip(z, z[::-1]))",
        "sum(i * v for i, v in enumerate(z, 1))", "(np.exp(z) / np.sum(np.exp(z)))[k]",
        "math.prod(z[j] for j in range(C))", "math.prod(v for v in z if v > 0)",
        "a = 2\nf = lambda v: a * v\na = 3\nf(z)", "def f(v): return z - v\nz -= z.max()\nf(z[k])",
        "j = 2\nf = lambda v: v * j\nsum(f(z[j]) for j in range(C))",
        "j = 7\nsum((lambda v: v * z[j])(2) for j in range(C))",
        "a = 5\ndef times(a): return lambda v: a * v\ntimes(2)(z)", "f = lambda v, a=2, b=3: a * v + b\nf(z[k], b=1)",
        "g, h = z.copy(), z\ng -= h.max()\ng *= g\ng + h", "m = z[1:]\nm -= z[0]\nm.sum()",
        "g = h = z[k]\ng += 1\ng * h",
        "s = 0\nfor j in range(C): s += z[j]\ns", "s = 2\nfor j in range(C): s = s - z[j]\ns",
        "s = 1\nfor v in z:\n    if v > 0: s += v\ns",
        "s = 5\nfor i in range(C):\n    for j in range(i):\n        t = z[i] * z[j]\n        s -= t\ns",
        "s = 2\nfor v in z: s *= v\ns",
        "a = 0\nb = 1\nfor i, v in enumerate(z):\n    a += i * v\n    b *= v\na + b + i + v",
        "s = np.zeros(C)\nfor v in z: s += v * z\ns", "for j in range(2, C):\n    pass\nz[j]",
        "s = 0\nfor k in range(C): s += z[k]\nz[k] / s", "s = 0\nm = 3\nfor j in range(C): s += m * z[j]\ns + m",
        "np.sum([z, np.exp(z)], axis=0)", "np.sum([z, np.exp(z)])", "np.sum([z, np.exp(z)], axis=1)",
        "sum([z, np.exp(z)])",
        "np.mean([z, np.exp(z)], axis=0)", "np.mean([z, 2 * z])", "np.max([z, -z, 0 * z], axis=0)", "np.min([z, -z])",
        "np.linalg.norm([z, 2 * z])", "np.max([z], axis=0)", "np.min([z])",
        "np.prod((z, np.exp(z)), axis=0)", "np.mean([z[1:], z[:-1]], axis=0)[0]", "np.max([z, -z], axis=-1)",
        "[0, z[k]][k > 0]", "[0, z[k]][int(z[k] > 0)]", "(1, z[k])[not z[k] > 0]", "(z - 2)[k]", "[2, 3][0] * z",
        "np.clip(z, 0, np.inf)", "np.clip(z, -np.inf, 0)",
        "np.average([z, np.exp(z)], axis=0)", "np.average([z, 2 * z])", "np.average([z, 2 * z], axis=-1)",
        "np.average([z, np.exp(z)], axis=0, weights=[z**2, z**4])", "np.average([z, -z], axis=0, weights=(2, 3))",
        "np.diagflat(z)[k]", "np.diagflat(z[:, None])[k]", "np.diagflat(z.reshape(1, -1).T) - np.outer(z, z)",
        "np.einsum('i,i', z, z)", "np.einsum('i,j->ji', z, np.exp(z))[0, 1]", "np.einsum('i->', z)",
        "np.einsum('i,j,j', z, z, z)",
        "s = 0\ns += z[0]\ns *= 2\ns", "f = lambda v: v**2\nf(z[k]) + f(z[0])", "not z[k] > 0", "0 < z[k] < 1",
        "np.average(z, weights=np.exp(z))", "z.reshape(-1, 1) * z.reshape(1, -1)", "np.trace(np.outer(z, z))",
        "np.sum(np.outer(z, z)[1:, :2])", "sum(sum(z[i] * z[j] for j in range(C)) for i in range(C))",
        "np.where(z > 0, z, 0.1 * z)", "sum(np.outer(z, z))",
        "np.sum([z for j in range(C)])", "sum(z for j in range(C))",
        "np.sum(z.max()).mean() + np.exp(z).sum().sum()", "np.max(z.mean())",
        "def two(v): return v + 1, v + 2\ng, h = two(z)\ng -= 1\ng * h", "g = +z\ng -= 1\ng * z",
        "g = h = z + 1\ng = g * 2\nh -= 1\ng + h", "g, h = z + 1, z\ng -= 1\ng + h",
        "np.hypot(z, 2 * z[k])", "np.remainder(z, 0.3)", "np.clip(z, -0.5, 0.5)",
        "np.max(z, axis=0, keepdims=True) - z",
    ]),
    *((PAIR, text) for text in [
        "a[i] * ((i == j) - a[j])", "np.diag(a) - np.outer(a, a)", "a[:, np.newaxis] * (np.eye(C) - a)",
        "np.where(i == j, a[i] * (1 - a[i]), -a[i] * a[j])", "np.diag(a) - a.reshape(-1, 1) @ a.reshape(1, -1)",
    ]),
    *((IMAGE, text) for text in [
        "np.sum(I[i:i+kh, j:j+kw] * K)", "(I[i:i+kh, j:j+kw] * K[::-1, ::-1]).sum()", "K[:, 0].sum() + K[1].sum()",
        "np.einsum('mn,mn->', I[i:i+kh, j:j+kw], K)", "np.einsum('mn,mn', K, K[::-1])",
        "s = 0\nfor m in range(kh):\n    for n in range(kw):\n        s += I[i+m, j+n] * K[m, n]\ns",
        "sum(I[i+m, j+n] * K[kh-1-m, kw-1-n] for m in range(kh) for n in range(kw))", "np.sum(K * K, axis=0)",
        "sum(w for row in K for w in row)", "np.sum(I[i:i+K.shape[0], j:j+K.shape[1]] * np.flip(K))",
    ]),
    *((GATE, text) for text in [
        "W @ np.concatenate([u, v]) + b", "W.T @ b", "W[0] @ np.hstack([u, v])", "W.sum(0)", "np.dot(W, np.r_[u, v])",
        "np.einsum('ij,i->j', W, b)", "np.einsum('ij,j', W, np.hstack([u, v])) + b",
        "np.einsum('ij,kj->ik', W, W)[0, 1]",
        "np.sum([W, W * W], axis=0)", "o = 0\nfor i in range(H): o += b[i] * W[i]\no",
        "np.average(W, axis=0, weights=np.exp(b))", "np.average(W, 1)",
        "np.average(W, axis=1, weights=np.hstack([u, v])**2)",
    ]),
    *((TWO, text) for text in ["np.sum(P * np.log(P / Q))", "sum(p * np.log(p / q) for p, q in zip(P, Q))"]),
    *((WHOLE, text) for text in ["(n + 2*p - k) // s + 1", "-(-n // s)", "int((n + 2*p - k) / s) + 1"]),
]  # fmt: skip


@pytest.mark.parametrize("declared, text", SAME_AS_NUMPY, ids=[text for _, text in SAME_AS_NUMPY])
def test_numpy_agrees(declared, text):
    """The tree, at concrete sizes and values, is worth what NumPy computes from the same text."""
    check(text, declared)
