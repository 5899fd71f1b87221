"""The version of a progress file, and the steps from one version to the next.

Step n leads from version n - 1 to version n. All steps that a file lacks run in one transaction, after a copy of the
file was made beside it; a file that is empty needs no copy.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

OURS = 0x4452494C
"""SQLite's application_id of our files: "DRIL"."""

FILES = ("schema.sql", "schema-2.sql", "schema-3.sql")
STEPS = tuple(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in FILES)


class Foreign(Exception):
    """An SQLite file that is not ours."""


class Newer(Exception):
    """A file written by a later version of this program."""


def migrate(connection: sqlite3.Connection, path: Path | None, steps: Sequence[str] = STEPS) -> None:
    """Bring the open file to the latest version; `path` is where it lies, None in memory. Raises Foreign or Newer."""
    version = _version(connection)
    if version > len(steps):
        raise Newer
    if version == len(steps):
        return
    if version and path:
        _copy(connection, path.with_name(f"{path.stem}.before-{len(steps)}{path.suffix}"))
    _run(connection, steps)


def _version(connection: sqlite3.Connection) -> int:
    if connection.execute("PRAGMA application_id").fetchone()[0] == OURS:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    if connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        raise Foreign
    return 0


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


def _run(connection: sqlite3.Connection, steps: Sequence[str]) -> None:
    """The version is read again inside the transaction: another session may have migrated meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[_version(connection) :]:
            for statement in statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {OURS}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script one by one: `executescript` would commit the transaction around them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
