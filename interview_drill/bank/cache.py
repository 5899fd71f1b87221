"""The index of a folder, kept between starts. Data only, typed on the way in: what does not fit is read anew.

The shipped bank is keyed on its files' digest (an upgrade may keep times), other folders on each file's path, time,
size and inode. A cache that cannot be written is no trouble: the next start reads the files again.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from interview_drill import __version__
from interview_drill.bank import ids
from interview_drill.bank.contents import Contents, read_contents
from interview_drill.bank.entries import Entry, QuestionSet, Topic
from interview_drill.bank.files import Files, content, topic_of
from interview_drill.bank.places import cache_folder, own_folder
from interview_drill.bank.reading import ID

SCHEMA = 4
LARGEST = 32 << 20
"""Bytes; a cache file beyond this is not ours."""


class Kept(Struct, frozen=True):
    """What a cache file holds: the key that it is good for, and the index."""

    key: str
    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    order: tuple[str, ...]
    languages: tuple[str, ...] = ()
    sets: tuple[QuestionSet, ...] = ()


def contents(found: Files) -> Contents:
    """A folder's contents, from the cache where it still holds. A folder with mistakes is never cached."""
    key = _key(found)
    kept = _load(_file(found), key) if key else None
    if kept and _plausible(kept, found):
        return Contents(kept.entries, kept.topics, kept.order, languages=kept.languages, sets=kept.sets)
    fresh = read_contents(found)
    if key and not fresh.faults:
        _save(_file(found), Kept(key, fresh.entries, fresh.topics, fresh.order, fresh.languages, fresh.sets))
        if found.shipped or found.root == own_folder():  # a folder named once by --bank is not there the next time
            ids.keep(_file(found), *([one.id for one in each] for each in (fresh.entries, fresh.topics, fresh.sets)))
    return fresh


def _key(found: Files) -> str | None:
    """None where a file is gone or cannot be read: then nothing is cached."""
    digest = hashlib.sha256(f"{SCHEMA} {__version__}".encode())
    try:
        for file in found.all():
            digest.update(_trace(file, found))
    except OSError:
        return None
    return digest.hexdigest()


def _trace(file: Path, found: Files) -> bytes:
    """What changes when the file does; names may hold any byte but 0."""
    if found.shipped:
        data = content(file)
        return b"%s\0%d\0%s" % (os.fsencode(file)[len(os.fsencode(found.root)) :], len(data), data)
    seen = file.stat()
    return b"%s\0%d %d %d\0" % (os.fsencode(file.absolute()), seen.st_mtime_ns, seen.st_size, seen.st_ino)


def _file(found: Files) -> Path:
    name = hashlib.sha256(os.fsencode(found.root.resolve())).hexdigest()[:16]
    return cache_folder() / f"bank-{name}.msgpack"


def _load(file: Path, key: str) -> Kept | None:
    with suppress(OSError, msgspec.DecodeError):
        if file.stat().st_size <= LARGEST:
            kept = msgspec.msgpack.decode(file.read_bytes(), type=Kept)
            return kept if kept.key == key else None
    return None


def _plausible(kept: Kept, found: Files) -> bool:
    """Whether a cache file speaks of exactly these files: one that was tampered with names others, or odd ids."""
    named = sorted((entry.topic, entry.id) for entry in kept.entries)
    there = sorted((topic_of(file), file.stem) for file in found.questions)
    return named == there and all(ID.fullmatch(entry.id) for entry in kept.entries)


def _save(file: Path, kept: Kept) -> None:
    """Whole or not at all; silent where it cannot be written."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(msgspec.msgpack.encode(kept))
        fresh.replace(file)
