"""No code of the package names a question: neither a bank's id nor a name that a question declares stands in it.

Looked at are the identifiers and the string literals of every module but docstrings, which describe. Names of fewer
than three letters are everybody's. So are the standard names of mathematics and of Greek letters.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import interview_drill
from interview_drill.bank import open_bank
from interview_drill.formula.scope import Form

PACKAGE = Path(interview_drill.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "questions" not in path.relative_to(PACKAGE).parts)

STANDARD = frozenset(
    """alpha beta gamma delta epsilon varepsilon eps zeta eta theta iota kappa lambda lam mu nu xi pi rho sigma tau
    phi chi psi omega exp log sqrt abs max min sum prod floor ceil sin cos tan tanh sigmoid logit relu softmax logsumexp
    mean var hat tilde bar sup inf""".split()  # noqa: SIM905
)
"""Greek letters, functions and accents: the vocabulary of notations, whoever declares them."""


@cache
def ids() -> frozenset[str]:
    """The ids of the bank. An id of one plain word would be an English word; there is none."""
    return frozenset(entry.id for entry in open_bank().catalogue.entries)


@cache
def declared() -> frozenset[str]:
    """Declared names with three letters or more that are not standard."""
    bank = open_bank()
    tasks = (bank.question(entry.id).task for entry in bank.catalogue.entries if entry.kind == "formula")
    names = {name for task in tasks for form in (task, *task.forms) for name in _names(form)}
    return frozenset(name for name in names if sum(map(str.isalpha, name)) >= 3 and name.lower() not in STANDARD)


def _names(form: Form) -> Iterator[str]:
    """What may be typed; the names of answers are handles of the file (`gradient`), and only their spellings count."""
    yield from form.symbols
    for symbol in (*form.symbols.values(), *form.answers.values()):
        yield from (text for text in symbol.spellings if text.isidentifier())


def words(path: Path) -> Iterator[tuple[str, int]]:
    """(word, line): identifiers, and the words of string literals that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield from ((word, node.lineno) for word in _split(node.value))
        for field in ("id", "attr", "arg", "name", "asname"):
            word = getattr(node, field, None)
            if isinstance(word, str):
                yield word, getattr(node, "lineno", 0)


def _split(text: str) -> set[str]:
    return {text, *re.findall(r"[\w']+", text), *re.findall(r"[\w-]+", text)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_names_no_question(path):
    found = {(word, line) for word, line in words(path) if word in ids() or word in declared()}
    assert not found


def test_the_words_looked_for_are_the_banks():
    """An empty list would find nothing anywhere."""
    assert len(ids()) >= 40
    assert len(declared()) >= 10


def test_a_named_question_is_found(tmp_path):
    name, symbol = sorted(ids())[0], sorted(declared())[0]
    file = tmp_path / "module.py"
    file.write_text(f'"""{name} in a docstring is prose."""\nspecial = {{"{name}": 1}}\ndef f({symbol}): ...\n')
    assert {word for word, _ in words(file)} >= {name, symbol}
    file.write_text(f'"""{name}"""\n')
    assert name not in {word for word, _ in words(file)}
