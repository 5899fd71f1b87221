"""The JSON Schema (draft 2020-12) of a question's file, made from the types that files are read into.

Editors complete and check with it; `drill bank check` is the judge. Which keys there are depends on the kind.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin

from msgspec.structs import FieldInfo

from interview_drill import kinds
from interview_drill.bank.reading import LEVELS, Common
from interview_drill.bank.shaping import FREE, LANGUAGE, fields_of, is_record
from interview_drill.question import Text

Schema = dict[str, Any]

PLAIN: dict[object, Schema] = {
    str: {"type": ["string", "number"]},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}
"""A number where a text is wanted is taken as written."""

NARROWER = {
    "level": {"minimum": LEVELS.start, "maximum": LEVELS.stop - 1},
    "revision": {"minimum": 1},
}

TEXT: Schema = {
    "description": "One prose in several languages; $...$ is LaTeX.",
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": f"^({LANGUAGE.pattern})$"},
    "additionalProperties": PLAIN[str],
}


def schema() -> Schema:
    """The schema of all kinds: `kind` decides which keys there are."""
    made = _Schemas()
    rules = [made.rule(name) for name in kinds.KINDS]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A question of interview_drill",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(kinds.KINDS)}},
        "allOf": rules,
        "$defs": made.definitions,
    }


class _Schemas:
    """Schemas in the making; each record is defined once and referred to by its name."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {"Text": TEXT}

    def rule(self, kind: str) -> Schema:
        """What a file of this kind consists of."""
        common, task = fields_of(Common), fields_of(kinds.kind(kind).Task)
        whole = self._object({**common, **task})
        for name, narrower in NARROWER.items():
            whole["properties"][name] |= narrower
        whole["properties"]["kind"] = {"const": kind}
        return {"if": {"required": ["kind"], "properties": {"kind": {"const": kind}}}, "then": whole}

    def of(self, wanted: Any) -> Schema:
        """The schema of a type, as `shaping` reads it."""
        if wanted in FREE:
            return {}
        if wanted == Text:
            return {"$ref": "#/$defs/Text"}
        if is_record(wanted):
            return self._reference(wanted)
        origin, parts = get_origin(wanted) or wanted, get_args(wanted)
        if origin in (tuple, list):
            return self._list(parts)
        if origin is Literal:
            return {"enum": list(parts)}
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(part) for part in parts]}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of((*parts, object, object)[1])}
        return PLAIN[wanted]

    def _list(self, parts: tuple[Any, ...]) -> Schema:
        kinds_of_parts = [part for part in parts if part is not Ellipsis]
        if len(kinds_of_parts) == 1:
            return {"type": "array", "items": self.of(kinds_of_parts[0])}
        fixed = [self.of(part) for part in kinds_of_parts]
        return {"type": "array", "prefixItems": fixed, "minItems": len(fixed), "maxItems": len(fixed)}

    def _reference(self, wanted: type) -> Schema:
        name = f"{wanted.__module__.rpartition('.')[2]}.{wanted.__qualname__}"
        if name not in self.definitions:
            self.definitions[name] = {}  # a type that holds itself refers to it
            self.definitions[name] |= self._object(fields_of(wanted))
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, declared: Mapping[str, FieldInfo]) -> Schema:
        needed = [name for name, field in declared.items() if field.required]
        return {
            "type": "object",
            "required": needed,
            "additionalProperties": False,
            "properties": {name: dict(self.of(field.type)) for name, field in declared.items()},
        }
