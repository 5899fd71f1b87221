"""A YAML text as plain data that knows, for every field, the file, the line and the column it stands in.

Built from the parser's events (LibYAML's, where it is there): nothing is constructed but mappings, lists, strings,
numbers, booleans and nulls. Scalars are those of the YAML 1.2 core schema: `1e-6` is a number, `no` and `on` are words.
Anchors, tags, duplicate keys and keys that are no plain words are mistakes, and all of them are collected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml
from msgspec import Struct

from interview_drill.errors import Fault

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEPTH = 40
"""Nesting beyond this is no question, and would exhaust whoever walks the data."""

Mark = tuple[int, int]

CORE: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (re.compile(r"null|Null|NULL|~|"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)"), lambda text: float(text.replace(".", ""))),
    (re.compile(r"\.(nan|NaN|NAN)"), lambda _: float("nan")),
)
"""The core schema of YAML 1.2 (section 10.3.2): what a plain scalar that matches stands for; else it is a word."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no text needs, and what a reader does not see."""

DIGITS = 400
"""More digits than any number needs: a longer one stays a word (converting it would take quadratic time)."""


class Source(Struct, frozen=True):
    """What was read.

    `data` is None where the text could not be read at all. `marks` holds the line and column (from 1) of every value by
    its dotted path ("" is the whole text, "hints.0.en"); `keys` those of the keys. `faults` is everything wrong so far.
    `text` is the YAML itself.
    """

    file: str
    data: object
    marks: dict[str, Mark] = {}
    keys: dict[str, Mark] = {}
    faults: tuple[Fault, ...] = ()
    text: str = ""

    def mark(self, path: str) -> Mark:
        """Where a path stands; what is not there is looked for in the mapping or list it is missing from."""
        while path and path not in self.marks:
            path = path.rpartition(".")[0]
        return self.marks.get(path, (1, 1))

    def within(self, path: str, words: str) -> Mark:
        """Where the first of these words inside the value at a path stands; the value's own place if they do not."""
        line, column = self.mark(path)
        lines = self.text.splitlines()[line - 1 :]
        for number, text in enumerate(lines):
            found = text.find(words, 0 if number else column - 1)
            if found >= 0:
                return line + number, found + 1
        return line, column

    def fault(self, path: str, message: str, *, at: Mark | None = None, check: str = "read", **facts: object) -> Fault:
        """A mistake at a path of this text (or exactly `at`)."""
        line, column = at or self.mark(path)
        return Fault(self.file, line, column, message, check=check, facts=facts)


def read(content: bytes | str, file: str) -> Source:
    """Read one YAML document. Never raises: what is wrong is in `faults`."""
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
    except UnicodeDecodeError as error:
        return _unreadable(file, content.count(b"\n", 0, error.start) + 1, 1, "source-not-utf8")
    building = _Building(file)
    try:
        events = yaml.parse(text, Loader=Loader)
        data = building.document(events)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return _unreadable(file, *place, "source-not-yaml", reason=error.problem or error.context)
    except yaml.YAMLError as error:
        return _unreadable(file, 1, 1, "source-not-yaml", reason=str(error).splitlines()[0])
    return Source(file, data, building.marks, building.keys, tuple(building.faults), text)


def scalar(text: str) -> object:
    """What a plain scalar stands for."""
    if len(text) > DIGITS:
        return text
    return next((made(text) for pattern, made in CORE if pattern.fullmatch(text)), text)


def _unreadable(file: str, line: int, column: int, message: str, **facts: object) -> Source:
    return Source(file, None, faults=(Fault(file, line, column, message, facts=facts),))


class _Building:
    """Data, marks and faults in the making, while the events of one document go by."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.marks: dict[str, Mark] = {}
        self.keys: dict[str, Mark] = {}
        self.faults: list[Fault] = []

    def document(self, events: Iterator[yaml.Event]) -> object:
        """document: STREAM-START (DOCUMENT-START value DOCUMENT-END)* STREAM-END; one document, or none (None)."""
        data, count = None, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                count += 1
                if count == 2:
                    self._fault(event, "source-two-documents")
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, events, "", 0)
                data = value if count == 1 else data
        return data

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: str, depth: int) -> object:
        """value: scalar | sequence | mapping; an alias stands for nothing."""
        self.marks.setdefault(path, _mark(event))
        self._plain_only(event)
        self._no_control(event)
        if isinstance(event, yaml.ScalarEvent):
            return scalar(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.AliasEvent):
            return None
        if depth == DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        read_collection = self._sequence if isinstance(event, yaml.SequenceStartEvent) else self._mapping
        return read_collection(events, path, depth + 1)

    def _sequence(self, events: Iterator[yaml.Event], path: str, depth: int) -> list[object]:
        """sequence: SEQUENCE-START value* SEQUENCE-END."""
        values: list[object] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, events, _below(path, str(len(values))), depth))
        return values

    def _mapping(self, events: Iterator[yaml.Event], path: str, depth: int) -> dict[str, object]:
        """mapping: MAPPING-START (key value)* MAPPING-END; the first of two equal keys counts."""
        values: dict[str, object] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            name = self._key(event, events, depth)
            if name in values:
                self._fault(event, "source-duplicate-key", key=name)
            place = _below(path, name)
            self.keys.setdefault(place, _mark(event))
            values.setdefault(name, self._value(next(events), events, place, depth))
        return values

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> str:
        """key: scalar, always a word (`no`, `1`)."""
        self._plain_only(event)
        self._no_control(event)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        self._fault(event, "source-key-not-a-word")
        if isinstance(event, yaml.CollectionStartEvent):
            _Building(self.file)._value(event, events, "", depth)
        return f"?{event.start_mark.line}:{event.start_mark.column}"

    def _plain_only(self, event: yaml.Event) -> None:
        if getattr(event, "anchor", None):
            self._fault(event, "source-anchor", name=event.anchor)
        if getattr(event, "tag", None) not in (None, "!"):
            self._fault(event, "source-tag", tag=event.tag)

    def _no_control(self, event: yaml.Event) -> None:
        """Terminal escapes and marks that turn the direction of text are powerless in a terminal, but not in a file."""
        found = CONTROL.search(getattr(event, "value", None) or "")
        if found:
            self._fault(event, "source-control", code=f"{ord(found[0]):04X}")

    def _fault(self, event: yaml.Event, message: str, **facts: object) -> None:
        self.faults.append(Fault(self.file, *_mark(event), message, facts=facts))


def _mark(event: yaml.Event) -> Mark:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
