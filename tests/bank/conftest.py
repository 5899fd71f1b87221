import pytest


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """State and cache of a test lie in its own folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DRILL_HOME", str(folder))
    return folder
