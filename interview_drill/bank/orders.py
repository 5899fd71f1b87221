"""Whether an order names every question of its folder exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from interview_drill.bank.catalog import Bank
from interview_drill.bank.files import Files
from interview_drill.errors import Fault
from interview_drill.source import read


def orders(bank: Bank) -> Iterator[Fault]:
    """The mistakes in the order of each folder that has one. One that cannot be read is a fault of the bank already."""
    for found in bank.folders:
        if found.order:
            yield from (replace(fault, check="order") for fault in _order(found))


def _order(found: Files) -> Iterator[Fault]:
    source = read(found.order.read_bytes(), str(found.order))
    ids = source.data if isinstance(source.data, list) else []
    there = {file.stem for file in found.questions}
    times = Counter(map(str, ids))
    for at, id in enumerate(ids):
        if str(id) not in there:
            yield source.fault(str(at), "fault-order-unknown", id=str(id))
        elif times[str(id)] > 1:
            yield source.fault(str(at), "fault-order-twice", id=str(id))
    for id in sorted(there - set(times)):
        yield source.fault("", "fault-order-missing", id=id)
