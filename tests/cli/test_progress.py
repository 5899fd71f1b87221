"""`drill progress`, its export and its import: what a learner sees, and how two machines become one."""

import json

import pytest

from interview_drill.bank import open_bank
from tests.cli.practising import BANK, pipe
from tests.cli.running import drill, lines

CHOICE, NUMBER = "capital-choice", "halves-number"


def on(day):
    return {"DRILL_NOW": f"2026-{day}T20:00:00+00:00"}


@pytest.fixture
def laptop(tmp_path):
    """A wrong answer that was said to be certain, then a right one; one question answered and taken back."""
    home = tmp_path / "laptop"
    pipe(home, "left-end\n95\nboth-ends\n1/2\n60\n:undo\n1/2\n70\n", CHOICE, NUMBER, "--calibrate", **on("03-01"))
    return home


@pytest.fixture
def desk(tmp_path):
    """The same questions on another machine, a week later."""
    home = tmp_path / "desk"
    pipe(home, "both-ends\n3\n1/2\n", CHOICE, NUMBER, **on("03-08"))
    return home


def exported(home, file):
    run = drill(home, "progress", "export", file)
    assert run.returncode == 0 and run.stdout == "" and str(file) in run.stderr
    return file


def seen(home):
    """What the memory knows, as progress tells it."""
    return lines(drill(home, "progress", "--json", "--bank", BANK, **on("03-20")))


def test_two_machines_become_one(tmp_path, laptop, desk):
    """Each takes in the other's file; both then know the same, and a second time changes nothing."""
    files = exported(laptop, tmp_path / "laptop.jsonl"), exported(desk, tmp_path / "desk.jsonl")
    assert seen(laptop) != seen(desk)
    assert "Merged: 3 new of 3." in drill(laptop, "progress", "import", files[1]).stdout
    assert "Merged: 5 new of 5." in drill(desk, "progress", "import", files[0]).stdout
    assert seen(laptop) == seen(desk)
    again = drill(desk, "progress", "import", *files)
    assert again.returncode == 0 and "Merged: 0 new of 8." in again.stdout
    assert seen(laptop) == seen(desk)


def test_an_undo_travels_as_a_retraction(tmp_path, laptop):
    """Nothing is removed: the export holds the answer and what took it back, and another machine counts neither."""
    kept = lines(drill(laptop, "progress", "export"))
    (undo,) = [row for row in kept if row["type"] == "retraction"]
    assert undo["review"] in {row["id"] for row in kept if row["type"] == "review"}
    fresh = tmp_path / "fresh"
    drill(fresh, "progress", "import", "-", typed="".join(f"{json.dumps(row)}\n" for row in reversed(kept)))
    assert seen(fresh) == seen(laptop)


def test_the_export_is_plain_lines(laptop):
    """ASCII on standard output, one JSON object a line, nothing else."""
    run = drill(laptop, "progress", "export")
    assert run.stdout.isascii() and run.stderr == ""
    assert all(row["schema"] == 1 for row in lines(run))


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (lambda rows: [rows[0], "no json"], 2, "no record of progress"),
        (lambda rows: [*rows, {**rows[0], "id": "x", "rating": 9}], 6, "`rating`"),
        (lambda rows: ["", {**rows[0], "id": "\x1b[2J"}], 2, "`id`"),
        (lambda rows: [{**rows[0], "schema": 99}], 1, "99"),
        (lambda rows: [rows[0], {**rows[0], "id": "x", "at": "2126-03-01T20:00:00Z", "day": "2126-03-01"}], 2, "clock"),
    ],
    ids=["no-json", "rating", "escape", "later-version", "future"],
)
def test_a_file_that_is_not_ours_is_refused_by_line(tmp_path, laptop, desk, change, line, said):
    """Exit code 2, the line, the reason; nothing of the file is merged, and no escape reaches the terminal."""
    rows = change(lines(drill(laptop, "progress", "export")))
    file = tmp_path / "hostile.jsonl"
    file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    before = drill(desk, "progress", "export").stdout
    run = drill(desk, "progress", "import", file, **on("03-20"))
    assert run.returncode == 2 and said in run.stderr and "Nothing was merged" in run.stderr
    assert f"Line {line} of {file} " in run.stderr.replace("\n", " ")
    assert "\x1b" not in run.stderr + run.stdout and drill(desk, "progress", "export").stdout == before


def test_what_cannot_be_read_is_said(tmp_path, desk):
    """A missing file, a folder, bytes that are no text: exit code 2 and the name."""
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\x00")
    for name in ("missing.jsonl", "bytes.jsonl", "."):
        run = drill(desk, "progress", "import", tmp_path / name)
        assert run.returncode == 2 and str(tmp_path) in run.stderr and "Traceback" not in run.stderr
    run = drill(desk, "progress", "export", tmp_path / "no" / "such" / "folder.jsonl")
    assert run.returncode == 2 and "folder.jsonl" in run.stderr


def test_nothing_is_merged_where_nothing_can_be_kept(tmp_path, laptop):
    """It is not reported as done."""
    file, home = exported(laptop, tmp_path / "laptop.jsonl"), tmp_path / "in the way"
    home.write_text("")
    run = drill(home, "progress", "import", file)
    assert run.returncode == 2 and "Nothing was merged" in run.stderr and run.stdout == ""
    assert drill(home, "progress", "export").returncode == 2


def test_misconceptions_and_calibration_as_json(laptop):
    """Each line says what it is about."""
    rows = seen(laptop)
    (slip,) = [row for row in rows if row["type"] == "misconception"]
    assert (slip["question"], slip["misconception"], slip["times"]) == (CHOICE, "left-end", 1)
    assert slip["weak"] and slip["last"] == "2026-03-01"
    found = {row["low"]: (row["answers"], row["sure"], row["right"]) for row in rows if row["type"] == "confidence"}
    assert found == {70: (1, 0.7, 1.0), 90: (1, 0.95, 0.0)}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Only on the left", "95%", "by the program", "Still weak"]),
        ("zh", ["只在左端", "95%", "程序", "仍薄弱"]),
    ],
)
def test_a_person_sees_it_in_their_language(laptop, language, said):
    """Both tables, under a heading each."""
    run = drill(laptop, "progress", "--bank", BANK, "--lang", language, **on("03-20"))
    assert run.returncode == 0 and all(word in run.stdout for word in said) and "left-end" not in run.stdout


def test_a_misconception_goes_by_what_was_said(tmp_path):
    """A formula as mathematics; a program, which takes lines, by its name in the bank."""
    bank = open_bank()
    wrongs = {id: bank.question(id).misconceptions[0] for id in ("sigmoid-formula", "kl-code")}
    for id, wrong in wrongs.items():
        drill(tmp_path, "check", "--record", "-", "--question", id, typed=wrong.answer)
    told = drill(tmp_path, "progress", **on("03-20")).stdout
    assert "1 / (1 + eˣ)" in told and wrongs["kl-code"].name in told and "def " not in told


@pytest.mark.parametrize("id", ["kl-code", "ce-kl-derivation"])
def test_in_chinese_a_program_goes_by_its_note(tmp_path, id):
    """A name in English says nothing there; the JSON keeps it."""
    wrong = open_bank().question(id).misconceptions[0]
    drill(tmp_path, "check", "--record", "-", "--question", id, typed=wrong.answer)
    told = drill(tmp_path, "progress", "--lang", "zh", **on("03-20")).stdout
    assert wrong.name not in told and wrong.note["zh"][:6] in told and "…" in told
    (slip,) = [row for row in lines(drill(tmp_path, "progress", "--json")) if row["type"] == "misconception"]
    assert slip["misconception"] == wrong.name


@pytest.mark.parametrize("language", ["en", "zh"])
def test_on_a_narrow_terminal_no_figure_parts_from_its_name(laptop, language):
    """What stood beside stands below, broken between its entries."""
    told = drill(laptop, "progress", "--bank", BANK, "--lang", language, COLUMNS="40", **on("03-20")).stdout
    below = [line for line in told.splitlines() if line.startswith("    ")]
    assert below and all(len(line.split(" · ")) == line.count("·") + 1 for line in below)
    assert all(part.strip().count(" ") for line in below for part in line.split(" · "))


@pytest.mark.parametrize(("language", "before"), [("en", "at 04:00"), ("zh", "凌晨 4 点")])
def test_before_four_the_day_is_still_yesterday(tmp_path, language, before):
    """What comes back then is not told as today's date, which would read as now."""
    after = "2026-03-02"
    for night, said, unsaid in (("2026-03-02T03:16", before, after), ("2026-03-01T23:00", after, before)):
        home = tmp_path / night[-5:-3]
        drill(home, "practice", "sigmoid-formula", typed="x\n:quit\n", DRILL_NOW=night)
        told = drill(home, "progress", "--lang", language, DRILL_NOW=night).stdout
        assert said in told and unsaid not in told
