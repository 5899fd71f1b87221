"""Plain data -> typed data, field by field, so that all mistakes of a file are found and each has its place."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from interview_drill.errors import Fault
from interview_drill.question import Text
from interview_drill.source import Source

WORDS = {str: "text", int: "integer", float: "number", bool: "boolean"}
FREE = (object, Any)
LANGUAGE = re.compile(r"[a-z]{2,3}(-\w+)*")


class Shaping:
    """Shapes parts of one source and collects what is wrong with them in `faults`."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []

    def record(self, data: Mapping[str, object], wanted: type, path: str = "", also: tuple[str, ...] = ()) -> Any:
        """A record from a mapping; keys that are neither its fields nor in `also` are mistakes.

        None where anything in it is wrong.
        """
        known, before = fields_of(wanted), len(self.faults)
        for name in data:
            if name not in known and name not in also:
                self._unknown_key(_below(path, name), name, [*known, *also])
        values = {}
        for name, field in known.items():
            if name in data:
                values[name] = self.shaped(data[name], field.type, _below(path, name))
            elif field.required:
                self.fault(path, "fault-key-missing", key=name)
        return None if len(self.faults) > before else wanted(**values)

    def shaped(self, value: object, wanted: Any, path: str) -> Any:
        """A value of the wanted type; None, and a fault, where it cannot be one."""
        if wanted in FREE:
            return value
        if wanted == Text:
            return self._text(value, path)
        if is_record(wanted):
            return self.record(value, wanted, path) if isinstance(value, dict) else self._expected(path, "mapping")
        shape = {tuple: self._list, list: self._list, Literal: self._word}.get(get_origin(wanted))
        if shape:
            return shape(value, wanted, path)
        if _is_mapping(wanted):
            return self._mapping(value, wanted, path)
        if get_origin(wanted) in (Union, types.UnionType):
            return self._one_of(value, get_args(wanted), path)
        return self._plain(value, wanted, path)

    def fault(self, path: str, message: str, **facts: object) -> None:
        """Note a mistake at a path."""
        self.faults.append(self.source.fault(path, message, **facts))

    def _text(self, value: object, path: str) -> Text | None:
        """One prose in several languages; which ones it needs is the audit's to say."""
        if not isinstance(value, dict) or not value:
            return self._expected(path, "languages")
        for name in value:
            if not LANGUAGE.fullmatch(name):
                at = self.source.keys.get(_below(path, name))
                self.faults.append(self.source.fault(path, "fault-no-language", at=at, key=name))
                return None
        return {language: self._prose(said, _below(path, language)) for language, said in value.items()}

    def _prose(self, said: object, path: str) -> str:
        said = self._plain(said, str, path)
        if said is not None and not said.strip():
            self.fault(path, "fault-text-empty")
        return said or ""

    def _list(self, value: object, wanted: Any, path: str) -> tuple[Any, ...] | list[Any] | None:
        if not isinstance(value, list):
            return self._expected(path, "list")
        kinds = [kind for kind in get_args(wanted) if kind is not Ellipsis]
        if len(kinds) == 1:
            kinds *= len(value)
        if len(kinds) != len(value):
            return self._expected(path, "entries", count=len(kinds))
        made = [
            self.shaped(part, kind, _below(path, str(at)))
            for at, (part, kind) in enumerate(zip(value, kinds, strict=True))
        ]
        return made if get_origin(wanted) is list else tuple(made)

    def _mapping(self, value: object, wanted: Any, path: str) -> dict[str, Any] | None:
        if not isinstance(value, dict):
            return self._expected(path, "mapping")
        kind = (*get_args(wanted), object, object)[1]
        return {name: self.shaped(part, kind, _below(path, name)) for name, part in value.items()}

    def _one_of(self, value: object, members: tuple[Any, ...], path: str) -> Any:
        """The member that the value's own shape speaks for."""
        if value is None and type(None) in members:
            return None
        members = tuple(member for member in members if member is not type(None))
        fitting = [member for member in members if _fits(value, member)] or list(members)
        return self.shaped(value, fitting[0], path)

    def _word(self, value: object, wanted: Any, path: str) -> Any:
        if value not in get_args(wanted):
            return self._expected(path, "one-of", choices=list(get_args(wanted)))
        return value

    def _plain(self, value: object, wanted: type, path: str) -> Any:
        """A scalar. A number where a text is wanted is taken as written."""
        if wanted is str and type(value) in (int, float):
            return str(value)
        try:
            return msgspec.convert(value, wanted)
        except msgspec.ValidationError:
            return self._expected(path, WORDS.get(wanted, "text"))

    def _expected(self, path: str, what: str, **facts: object) -> None:
        self.fault(path, f"fault-expected-{what}", **facts)

    def _unknown_key(self, path: str, name: str, known: list[str]) -> None:
        near = _nearest(name, known)
        message = ("fault-key-unknown-near", {"nearest": near}) if near else ("fault-key-unknown", {"known": known})
        at = self.source.keys.get(path)
        self.faults.append(self.source.fault(path, message[0], at=at, key=name, **message[1]))


def _nearest(name: str, known: list[str]) -> str | None:
    """The most alike; two letters that changed places come before any other slip."""
    near = get_close_matches(name, known, n=3, cutoff=0.6)
    return next((one for one in near if sorted(one) == sorted(name)), near[0] if near else None)


@cache
def fields_of(wanted: type) -> dict[str, FieldInfo]:
    """The fields that a record of this type is made from, with their types."""
    return {field.name: field for field in fields(wanted)}


def is_record(wanted: Any) -> bool:
    """Whether a type has named fields: every mapping with fixed keys is read into one."""
    return isinstance(wanted, type) and issubclass(wanted, msgspec.Struct)


def _is_mapping(wanted: Any) -> bool:
    origin = get_origin(wanted) or wanted
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _fits(value: object, member: Any) -> bool:
    """Whether a value looks like a member of a union: by its shape, a scalar by its exact type."""
    if isinstance(value, dict):
        return is_record(member) or _is_mapping(member)
    if isinstance(value, list):
        return get_origin(member) in (tuple, list)
    if get_origin(member) is Literal:
        return value in get_args(member)
    return type(value) is member or (member is float and type(value) is int) or member in FREE


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
