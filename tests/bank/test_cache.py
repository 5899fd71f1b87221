"""The cached index: used while it holds, renewed when a file changes, never trusted over the files."""

import os

import msgspec
import pytest
from msgspec.structs import replace

from interview_drill.bank import cache
from interview_drill.bank.files import files

from .banks import SOUND, write


@pytest.fixture
def root(tmp_path):
    return write(tmp_path / "bank", a=SOUND, b=SOUND)


@pytest.fixture
def read(monkeypatch):
    """How often a folder was read in full."""
    times = []
    whole = cache.read_contents
    monkeypatch.setattr(cache, "read_contents", lambda found: times.append(found.root) or whole(found))
    return times


def ids(root, shipped=False):
    return [entry.id for entry in cache.contents(files(root, shipped)).entries]


@pytest.mark.parametrize("shipped", [False, True])
def test_the_second_start_reads_no_question(root, read, shipped):
    """The index alone is loaded."""
    assert ids(root, shipped) == ids(root, shipped) == ["a", "b"]
    assert len(read) == 1


@pytest.mark.parametrize("shipped", [False, True])
def test_a_changed_file_is_read_again(root, read, shipped):
    """Also where the size stays the same."""
    assert cache.contents(files(root, shipped)).entries[0].level == 2
    file = root / "topic" / "a.yaml"
    file.write_text(SOUND.replace("level: 2", "level: 3"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert cache.contents(files(root, shipped)).entries[0].level == 3


def test_new_and_deleted_files_are_noticed(root, read):
    """The list of files is part of the key."""
    ids(root)
    write(root, c=SOUND)
    assert ids(root) == ["a", "b", "c"]
    (root / "topic" / "a.yaml").unlink()
    assert ids(root) == ["b", "c"]


def test_the_shipped_bank_ignores_times(root, read):
    """An installer may set any time: the content counts."""
    ids(root, shipped=True)
    os.utime(root / "topic" / "a.yaml", ns=(1, 1))
    ids(root, shipped=True)
    assert len(read) == 1


def test_a_bank_with_mistakes_is_never_cached(root, read):
    """Its faults are told at every start."""
    write(root, c="kind: none")
    assert cache.contents(files(root)).faults and cache.contents(files(root)).faults
    assert len(read) == 2


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x80" * 50, b"not msgpack", msgspec.msgpack.encode({"key": 1})])
def test_rubbish_in_the_cache_is_passed_over(root, read, content):
    """The files are read, and the cache is renewed."""
    ids(root)
    cache._file(files(root)).write_bytes(content)
    assert ids(root) == ["a", "b"] and ids(root) == ["a", "b"]
    assert len(read) == 2


def test_a_cache_that_names_other_questions_is_refused(root, read):
    """Even where its key fits."""
    ids(root)
    file = cache._file(files(root))
    kept = msgspec.msgpack.decode(file.read_bytes(), type=cache.Kept)
    evil = replace(kept.entries[0], id="../../etc")
    file.write_bytes(msgspec.msgpack.encode(replace(kept, entries=(evil, kept.entries[1]))))
    assert ids(root) == ["a", "b"]
    assert len(read) == 2


def test_a_cache_that_cannot_be_written_is_no_trouble(root, read, home):
    """A file stands where the folder should be."""
    home.write_text("in the way")
    assert ids(root) == ids(root) == ["a", "b"]
