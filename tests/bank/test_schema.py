"""The JSON Schema for editors agrees with the reader: what one takes, so does the other."""

import re

import pytest

from interview_drill.bank import open_bank
from interview_drill.bank.schema import schema
from interview_drill.bank.templates import template
from interview_drill.kinds import KINDS
from interview_drill.source import read

from .banks import SOUND

FILES = open_bank().catalogue.files
SCHEMA = schema()
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def fits(value, rule):
    """As much of draft 2020-12 as the schema uses."""
    if "$ref" in rule:
        return fits(value, SCHEMA["$defs"][rule["$ref"].removeprefix("#/$defs/")])
    if "if" in rule:
        return not fits(value, rule["if"]) or fits(value, rule["then"])
    return all(KEYWORDS[name](value, rule) for name in rule if name in KEYWORDS)


def is_type(value, rule):
    names = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    return any(isinstance(value, TYPES[name]) and (name == "boolean" or type(value) is not bool) for name in names)


def properties(value, rule):
    known = rule.get("properties", {})
    return not isinstance(value, dict) or all(fits(value[name], known[name]) for name in known if name in value)


def additional(value, rule):
    rest = [part for name, part in value.items() if name not in rule.get("properties", {})]
    return (
        not rest if rule["additionalProperties"] is False else all(fits(p, rule["additionalProperties"]) for p in rest)
    )


KEYWORDS = {
    "type": is_type,
    "const": lambda value, rule: value == rule["const"],
    "enum": lambda value, rule: value in rule["enum"],
    "anyOf": lambda value, rule: any(fits(value, one) for one in rule["anyOf"]),
    "allOf": lambda value, rule: all(fits(value, one) for one in rule["allOf"]),
    "required": lambda value, rule: isinstance(value, dict) and all(name in value for name in rule["required"]),
    "properties": properties,
    "additionalProperties": additional,
    "propertyNames": lambda value, rule: all(re.search(rule["propertyNames"]["pattern"], name) for name in value),
    "minProperties": lambda value, rule: len(value) >= rule["minProperties"],
    "items": lambda value, rule: all(fits(part, rule["items"]) for part in value),
    "prefixItems": lambda value, rule: all(map(fits, value, rule["prefixItems"])),
    "minItems": lambda value, rule: len(value) >= rule["minItems"],
    "maxItems": lambda value, rule: len(value) <= rule["maxItems"],
    "minimum": lambda value, rule: value >= rule["minimum"],
    "maximum": lambda value, rule: value <= rule["maximum"],
}


def test_no_keyword_goes_unread():
    """The little judge above knows everything that the schema says."""
    said = {"$schema", "title", "$defs", "$ref", "if", "then", "pattern", "description"}

    def walk(rule, named=False):
        for name, part in rule.items():
            assert named or name in KEYWORDS or name in said
            for one in part if isinstance(part, list) else [part]:
                if isinstance(one, dict):
                    walk(one, named=name in ("properties", "$defs"))

    walk(SCHEMA)


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_every_shipped_question_fits(file):
    """Nothing that the reader takes is underlined in an editor."""
    assert fits(read(file.read_bytes(), str(file)).data, SCHEMA)


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_fits_only_as_its_kind(kind):
    """The kind decides which keys there are."""
    data = read(template(kind, "x"), "x").data
    assert [one for one in KINDS if fits({**data, "kind": one}, SCHEMA)] == [kind]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hints:", "hint:"),
        ("level: 2", "level: 6"),
        ("level: 2", "level: two"),
        ("revision: 1", "revision: 0"),
        ("kind: choice", "kind: chioce"),
        ("key: right\n", ""),
        ("{en: Title, zh: 标题}", "Title"),
        ("why: {en: Because.", "because: {en: Because."),
    ],
)
def test_what_the_reader_refuses_does_not_fit(old, new):
    """Misspelt, missing and misplaced."""
    data = read(SOUND, "x").data
    assert fits(data, SCHEMA) and old in SOUND
    assert not fits(read(SOUND.replace(old, new), "x").data, SCHEMA)
