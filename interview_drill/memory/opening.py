"""Opening the progress file: what cannot be used is kept aside or left alone, and the session goes on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from msgspec import Struct

from interview_drill.memory.aside import set_aside
from interview_drill.memory.migrations import Foreign, Newer, migrate
from interview_drill.memory.store import Store

PATIENCE_S = 5.0
"""How long to wait for another session that is just writing."""


class Opened(Struct, frozen=True):
    """An open store, and what was the trouble on the way: a message id with facts, or None.

    `store-aside`: a new file was begun, and the old one is kept as `kept`. `store-newer` (written by a later version)
    and `store-unusable`: the file was left alone, and nothing is kept beyond this session.
    """

    store: Store
    trouble: str | None = None
    facts: dict[str, str] = {}


def open_store(path: Path) -> Opened:
    """Open or begin the progress file at `path`. Never raises: what cannot be used is kept aside or left alone."""
    try:
        return Opened(_open(path))
    except Newer:
        return _without("store-newer", path)
    except (sqlite3.OperationalError, OSError) as error:
        return _without("store-unusable", path, reason=str(error))
    except (Foreign, sqlite3.DatabaseError):
        return _afresh(path)


def _afresh(path: Path) -> Opened:
    try:
        kept = set_aside(path)
        return Opened(_open(path), "store-aside", {"file": str(path), "kept": str(kept)})
    except (sqlite3.Error, OSError) as error:
        return _without("store-unusable", path, reason=str(error))


def _without(trouble: str, path: Path, **facts: str) -> Opened:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, None)
    return Opened(Store(connection), trouble, {"file": str(path), **facts})


def _open(path: Path) -> Store:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE_S)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        migrate(connection, path)
        _prove(connection)
    except BaseException:
        connection.close()
        raise
    return Store(connection)


def _prove(connection: sqlite3.Connection) -> None:
    """Raise DatabaseError where pages are damaged or a table is gone, before a session trusts the file."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("damaged")
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not {"reviews", "retractions", "standing", "cards"} <= found:
        raise sqlite3.DatabaseError("incomplete")
