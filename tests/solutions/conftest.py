import pytest

from interview_drill.bank import open_bank
from interview_drill.solutions import read


@pytest.fixture(scope="session")
def bank():
    return open_bank()


@pytest.fixture
def rows(tmp_path, bank):
    """Writes a file and reads its rows."""

    def read_back(name, text, question=None):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return list(read(str(file), bank, question=question))

    return read_back
