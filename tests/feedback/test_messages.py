"""Both languages say everything, with the same facts, and each in its own punctuation."""

import ast
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
import yaml

import interview_drill
from interview_drill.feedback.messages import FOLDER, LANGUAGES, phrase, plain, separated, templates

PACKAGE = Path(interview_drill.__file__).parent
SPEAKING = {
    "phrase": 0,
    "words": 0,
    "say": 0,
    "complain": 0,
    "warn": 0,
    "AnswerError": 0,
    "UsageError": 0,
    "SandboxError": 0,
}
"""Callables whose first argument, where it is a literal, is a message id."""


def fields(template: str) -> set[str]:
    return {re.split(r"[.\[!:]", name)[0] for _, name, _, _ in Formatter().parse(template) if name}


def test_there_are_two_languages():
    """English and Chinese are there; a third is a folder more."""
    assert {"en", "zh"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_is_defined_twice(language):
    """An id belongs to one room's file."""
    count = Counter()
    for file in (FOLDER / language).glob("*.yaml"):
        count.update(list(yaml.safe_load(file.read_text(encoding="utf-8")) or {}))
    assert not [name for name, times in count.items() if times > 1]


def test_both_languages_have_the_same_ids():
    """No sentence falls back to the other language."""
    assert templates("en").keys() == templates("zh").keys()


@pytest.mark.parametrize("message", sorted(templates("en")))
def test_both_languages_use_the_same_facts(message):
    """A fact that one language tells, the other does not hide."""
    assert fields(templates("en")[message]) == fields(templates("zh").get(message, ""))


@pytest.mark.parametrize("message", sorted(templates("zh")))
def test_chinese_prose_uses_full_width_punctuation(message):
    """A comma, colon, full stop or bracket between Chinese characters is full-width."""
    prose = re.sub(r"`[^`]*`|\$[^$]*\$|\{[^}]*\}", "", templates("zh")[message])
    assert not re.search(r"[\u4e00-\u9fff] ?[,;:?!]|[\u4e00-\u9fff]\.(?:\s|$)|\([\u4e00-\u9fff]", prose)


def literal_ids():
    """(file, id) for every literal message id that the package hands to something that speaks."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in SPEAKING and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield file.relative_to(PACKAGE).as_posix(), first.value


def test_every_id_in_the_code_has_words():
    """Nobody ever reads a bare message id."""
    missing = sorted({(file, name) for file, name in literal_ids() if name not in templates("en")})
    assert not missing


def sayings(tree: ast.AST):
    """Patterns for the ids that literals, f-strings and stems (`"label-" + ...`) of a module can make."""
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "[a-z0-9-]+" for part in node.values]
            fixed = "".join(part.value for part in node.values if isinstance(part, ast.Constant))
            yield from ["".join(parts)] if re.fullmatch("[a-z-]*-[a-z-]*", fixed) and len(fixed) > 1 else []
        elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
            yield re.escape(str(node.left.value)) + "[a-z-]+"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
            yield re.escape(node.value)


def test_every_id_is_said_by_some_code():
    """Words that nobody says are gone: each id stands in the code, or is made there of a stem and a name."""
    files = [file for file in PACKAGE.rglob("*.py") if file.name != "prover.py"]  # its reasons are for us, in English
    said = {pattern for file in files for pattern in sayings(ast.parse(file.read_text(encoding="utf-8")))}
    assert not [name for name in templates("en") if not re.fullmatch("|".join(said), name)]


def test_facts_are_taken_in_the_language():
    """A fact that is a text of several languages is read in the sentence's language; numbers are rounded."""
    assert plain({"en": "two", "zh": "二"}, "zh") == "二"
    assert plain(0.1 + 0.2, "en") == "0.3"
    assert plain(["a", "b"], "zh") == "a、b"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("U+7EA6 cjk unified ideograph-7ea6", "U+7EA6"),
        ("U+F900 cjk compatibility ideograph-f900", "U+F900"),
        ("U+0441 cyrillic small letter es", "U+0441 cyrillic small letter es"),
        ("U+2116 numero sign", "U+2116 numero sign"),
    ],
)
def test_a_name_that_only_repeats_the_code_is_left_out(fact, told, language):
    """A look-alike keeps its name: that is what tells it apart."""
    assert plain(fact, language) == told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", ["sign-unknown", "look-alike", "sign-out-of-place", "operand-missing"])
def test_a_sign_is_quoted_with_signs_not_only_with_colour(message, language):
    """`and cannot stand here` says nothing on a pipe."""
    told = phrase(message, language, sign="and", code="U+0041", twin="a")
    assert '"and"' in told or "“and”" in told


def test_an_unknown_id_is_an_error():
    """A typing mistake in an id is found by the first test that speaks it."""
    with pytest.raises(KeyError):
        phrase("no-such-message", "en")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("x = 3, k = 1", "x = 3、k = 1"),
        ("P = (0.4, 0.6), Q = (0.6, 0.4)", "P = (0.4, 0.6)、Q = (0.6, 0.4)"),
        ("W = ((1, 2), (3, 4)), b = 1", "W = ((1, 2), (3, 4))、b = 1"),
        ("C = 1, 2; n = 2, 3", "C = 1、2；n = 2、3"),
        ("grad[0, 1]", "grad[0, 1]"),
    ],
)
def test_a_list_of_values_is_told_with_the_languages_own_signs(told, said):
    """What stands in brackets is mathematics; JSON tells the same list in every language."""
    assert separated(told, "en") == told and separated(told, "zh") == said
    facts = {"at": told, "yours": "1", "wanted": "2"}
    assert said in phrase("formula-differs", "zh", **facts) and told in phrase("formula-differs", "en", **facts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", ["function-without-argument", "inverse-function"])
def test_a_bare_function_is_told_how_to_be_written(message, language):
    """With its brackets: `exp^{-x}` asks neither for an inverse nor for a reciprocal."""
    assert "`exp(...)`" in phrase(message, language, name="exp")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("nothing-due-only", "--due"),
        ("nothing-weak", "--weak"),
        ("nothing-mistakes", "--mistakes"),
        ("why-nothing", ":why"),
        ("not-now", ":skip"),
    ],
)
def test_what_cannot_be_had_is_followed_by_what_can(message, named, language):
    """A refusal alone leaves a person where they were."""
    assert f"`{named}`" in phrase(message, language)
