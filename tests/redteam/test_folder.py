"""A folder of submissions: whatever one of them does, each of the others gets its line."""

import pytest

from tests.cli.running import drill, lines

RIGHT = """# drill: softmax-code
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
"""

FILES = {
    "正确.py": (RIGHT, "correct", "softmax-code"),
    "没有减最大值.py": (RIGHT.replace(" - x.max(axis, keepdims=True)", ""), "incorrect", "softmax-code"),
    "写了一半.py": ("def softmax(x, axis=-1:\n    return x", "unreadable", None),
    "死循环.py": (
        "# drill: softmax-code\ndef softmax(x, axis=-1):\n    while True: pass\n",
        "incorrect",
        "softmax-code",
    ),
    "强制退出.py": ("# drill: relu-code\nimport os\ndef relu(x): os._exit(0)\n", "incorrect", "relu-code"),
}


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The same folder twice with one seed, one process and two."""
    folder = tmp_path_factory.mktemp("作业")
    for name, (source, _, _) in FILES.items():
        (folder / name).write_text(source, encoding="utf-8")
    home = tmp_path_factory.mktemp("home")
    asked = ("check", folder, "--json", "--seed", 3, "--limit-s", 1)
    return [drill(home, *asked, "--jobs", jobs) for jobs in (1, 2)]


def outcomes(run):
    return {line["source"]["file"].rpartition("/")[2]: (line["outcome"], line["question"]) for line in lines(run)}


def test_every_file_has_its_line(runs):
    """Names in Chinese, a broken file, one that never ends and one that kills its process."""
    assert outcomes(runs[0]) == {name: (outcome, question) for name, (_, outcome, question) in FILES.items()}


def test_the_worst_of_them_is_the_exit_code(runs):
    """A file that cannot be read outweighs wrong answers."""
    assert [run.returncode for run in runs] == [2, 2]


def test_the_same_seed_gives_the_same_lines(runs):
    """In the same order, whatever the number of processes; the clock alone differs."""
    first, second = ([{**line, "elapsed_ms": 0} for line in lines(run)] for run in runs)
    assert first == second
