"""Lists of questions: an order names every question of its folder, a set questions of the bank, neither one twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from interview_drill.bank.catalog import Bank
from interview_drill.bank.files import content
from interview_drill.bank.reading import unreadable
from interview_drill.errors import Fault
from interview_drill.source import Source, read


def orders(bank: Bank) -> Iterator[Fault]:
    """The mistakes in the order of each folder that has one. One that cannot be read is a fault of the bank already."""
    for found in bank.folders:
        if found.order:
            there = {file.stem for file in found.questions}
            source = _read(found.order)
            ids = _ids(source.data)
            yield from _listed(source, ids, "", there, "order")
            for id in sorted(there - set(ids)):
                yield replace(source.fault("", "fault-order-missing", id=id), check="order")


def sets(bank: Bank) -> Iterator[Fault]:
    """The mistakes in the sets of all folders."""
    for file in (file for found in bank.folders for file in found.sets):
        source = _read(file)
        ids = _ids(source.data.get("questions") if isinstance(source.data, dict) else None)
        yield from _listed(source, ids, "questions.", bank.catalogue.files, "set")


def _listed(source: Source, ids: Sequence[str], path: str, there: Collection[str], check: str) -> Iterator[Fault]:
    times = Counter(ids)
    for at, id in enumerate(ids):
        if id not in there:
            yield source.fault(f"{path}{at}", f"fault-{check}-unknown", check=check, id=id)
        elif times[id] > 1:
            yield source.fault(f"{path}{at}", f"fault-{check}-twice", check=check, id=id)


def _ids(data: object) -> list[str]:
    return [str(id) for id in data] if isinstance(data, list) else []


def _read(file: Path) -> Source:
    try:
        return read(content(file), str(file))
    except OSError as error:
        return Source(str(file), None, faults=(unreadable(file, error),))
