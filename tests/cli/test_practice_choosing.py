"""What a command line makes of the memory: due, weak, mistakes, a date, three weeks away, a clock set back."""

import re
import sqlite3
import subprocess
from contextlib import closing

import pytest

from tests.cli.practising import PROGRAM, environment, pipe
from tests.cli.running import drill, lines

CHOICE, OPEN, NUMBER = "capital-choice", "label-concept", "halves-number"
ASKED = re.compile(r"^\d+ of \d+ · ([\w-]+) ·", re.MULTILINE)
SKIPS = ":skip\n" * 40


def on(day, **more):
    return {"DRILL_NOW": f"2026-{day}T20:00:00+00:00", **more}


@pytest.fixture
def home(tmp_path):
    """The choice was missed (and right when it came back), the number known, the open question half there."""
    typed = "left-end\nright-end\n1/2\nthe class\n.\n90\ny\nn\nboth-ends\n"
    pipe(tmp_path, typed, CHOICE, NUMBER, OPEN, **on("03-01"))
    return tmp_path


def asked(run):
    return ASKED.findall(run.stdout)


def test_mistakes_are_what_was_wrong_the_last_time(home):
    """Right a minute after the key was seen settles nothing; right on another day does."""
    assert asked(pipe(home, SKIPS, "--mistakes", **on("03-01"))) == [CHOICE]
    pipe(home, "both-ends\n", "--mistakes", **on("03-02"))
    run = pipe(home, SKIPS, "--mistakes", **on("03-02"))
    assert run.returncode == 2 and "No mistakes are open" in run.stderr


def test_weak_is_what_was_missed_and_does_not_sit(home):
    """One right answer does not make it sit."""
    pipe(home, "both-ends\n", CHOICE, **on("03-02"))
    assert asked(pipe(home, SKIPS, "--weak", **on("03-02"))) == [CHOICE]


def test_due_brings_nothing_new(home):
    """And says so where nothing is due."""
    assert asked(pipe(home, SKIPS, "--due", **on("03-02"))) == [CHOICE, OPEN]
    run = pipe(home, SKIPS, "--due", **on("03-01"))
    assert run.returncode == 2 and "Nothing is due: leave `--due` out" in run.stderr
    assert "没有到期的题" in pipe(home, SKIPS, "--due", DRILL_LANG="zh", **on("03-01")).stderr


def test_filters_narrow_what_is_due(home):
    """By topic and by name."""
    assert asked(pipe(home, SKIPS, "--due", "more", **on("04-01"))) == [NUMBER]
    assert asked(pipe(home, SKIPS, "--due", OPEN, **on("04-01"))) == [OPEN]


def test_due_comes_first_and_new_ones_are_capped(home):
    """What was missed stands in front; then so many new ones a day and no more."""
    run = pipe(home, SKIPS, "--new", "2", **on("03-02"))
    assert asked(run)[0] == CHOICE and len(asked(run)) == 4
    assert run.stdout.startswith("2 due, 4 for today.")
    assert len(asked(pipe(home, SKIPS, "--new", "0", **on("03-02")))) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--due", "--weak"], "--mistakes"),
        (["--by", "soon"], "2026-01-31"),
        (["--by", "2026-02-28"], "2026-02-28"),
        (["--by", "2026-13-01"], "2026-01-31"),
        (["--new", "-1"], "--new"),
    ],
)
def test_wishes_that_make_no_sense_are_refused(tmp_path, arguments, said):
    """Exit code 2, and what to write instead."""
    run = pipe(tmp_path, "", *arguments)
    assert run.returncode == 2 and said in run.stderr and run.stdout == ""


def test_a_day_to_be_ready_for(home):
    """Tomorrow: all that is new today, the must-know before anything else, and one line about it."""
    run = pipe(home, SKIPS, "--by", "2026-03-02", **on("03-01"))
    levels = {row["id"]: row["level"] for row in lines(drill(home, "list", "--json"))}
    exam = {row["id"] for row in lines(drill(home, "list", "--set", "exam", "--json"))}
    new = [id for id in asked(run) if id in levels]
    assert "Days left until 2026-03-02: 1." in run.stdout and len(new) == 41
    assert exam and all(levels[id] <= 2 or id in exam for id in new)


def test_a_set_is_spread_over_the_days_before_a_day(tmp_path):
    """Named without a day all of it is asked; with one, today's share."""
    whole = {row["id"] for row in lines(drill(tmp_path, "list", "--set", "exam", "--json"))}
    now = drill(tmp_path, "practice", "--set", "exam", "--by", "2026-03-03", typed=SKIPS, **on("03-01"))
    assert 0 < len(asked(now)) < len(whole) and set(asked(now)) <= whole
    assert f"Questions not seen yet: {len(whole)}." in now.stdout


@pytest.mark.parametrize(
    ("options", "fits", "most"),
    [
        ((), lambda row: True, 99),
        (("--kind", "concept"), lambda row: row["kind"] == "concept", 99),
        (("--level", "1", "--kind", "公式"), lambda row: (row["level"], row["kind"]) == (1, "formula"), 99),
        (("--kind", "code,concept"), lambda row: row["kind"] in ("code", "concept"), 99),
        (("--kind", "公式、 code，"), lambda row: row["kind"] in ("formula", "code"), 99),
        (("--limit", "3"), lambda row: True, 3),
        (("--limit", "1", "--level", "2"), lambda row: row["level"] == 2, 1),
    ],
)
def test_a_set_is_narrowed_as_a_topic_is(tmp_path, options, fits, most):
    """By kind, by level, by a limit; without a limit it is asked in its own order."""
    whole = lines(drill(tmp_path, "list", "--set", "exam", "--json"))
    fitting = [row["id"] for row in whole if fits(row)]
    now = asked(drill(tmp_path, "practice", "--set", "exam", *options, typed=SKIPS, **on("03-01")))
    assert 0 < len(now) == min(most, len(fitting)) and set(now) <= set(fitting)
    assert now == fitting or len(fitting) > most


def test_a_set_in_which_nothing_fits(tmp_path):
    """Is not asked whole instead."""
    run = drill(tmp_path, "practice", "--set", "warm-up", "--level", "5", typed=SKIPS, **on("03-01"))
    assert run.returncode == 2 and "level" in run.stderr and asked(run) == []


@pytest.mark.parametrize("day", ["2026-03-21", "２０２６－０３－２１", "2026/3/21", "2026.3.21", "2026 年 3 月 21 日"])
def test_a_day_to_be_ready_for_in_chinese(home, day):
    """Natively, and typed as a Chinese keyboard does."""
    run = pipe(home, ":quit\n", "--by", day, DRILL_LANG="zh", **on("03-01"))
    assert "离 2026-03-21 还有 20 天" in run.stdout


@pytest.mark.parametrize("kind", ["choice", "选择", "Choice"])
def test_a_kind_is_named_as_the_pages_name_it(home, kind):
    """In any language."""
    run = pipe(home, ":quit\n", "--kind", kind, DRILL_LANG="zh", **on("03-01"))
    assert run.returncode == 0 and "· 选择 ·" in run.stdout


def test_calibrating_asks_how_sure_before_the_verdict(tmp_path):
    """On a graded kind too; what was said is compared with what was right."""
    run = pipe(tmp_path, "left-end\n90\nboth-ends\n", CHOICE, "--calibrate")
    assert run.stdout.index("How sure are you") < run.stdout.index("✗")
    (bucket,) = [row for row in progress(tmp_path) if row["type"] == "confidence"]
    assert (bucket["assessed"], bucket["low"], bucket["high"]) == ("graded", 90, 100)
    assert (bucket["answers"], bucket["sure"], bucket["right"]) == (1, 0.9, 0.0)


def test_a_raised_revision_makes_a_question_due_and_keeps_its_history(tmp_path):
    """An own question whose meaning changed comes back the same day; its card goes on."""
    bank, home = tmp_path / "bank" / "own", tmp_path / "home"
    bank.mkdir(parents=True)
    (bank / "topic.yaml").write_text("name: {en: Own, zh: 自己的}\norder: 97\n", encoding="utf-8")
    text = "kind: number\nlevel: 1\nrevision: {}\ntitle: {{en: N, zh: 数}}\nstem: {{en: N?, zh: 数？}}\nkey: '1/2'\n"
    practice = ["practice", "--bank", bank.parent]
    for revision, due in ((1, False), (2, True)):
        (bank / "my-number.yaml").write_text(text.format(revision), encoding="utf-8")
        drill(home, *practice, "my-number", typed="1/2\n", **on("03-01")) if revision == 1 else None
        run = drill(home, *practice, "own", "--due", typed=SKIPS, **on("03-01"))
        assert (asked(run) == ["my-number"]) == due, run.stderr
    drill(home, *practice, "my-number", typed="1/2\n", **on("03-02"))
    assert drill(home, *practice, "own", "--due", typed=SKIPS, **on("03-02")).returncode == 2
    (topic,) = [row for row in progress(home, "--bank", bank.parent) if row.get("topic") == "own"]
    assert topic["seen"] == 1


def progress(home, *arguments):
    return lines(drill(home, "progress", "--json", *arguments))


def answers(home):
    with closing(sqlite3.connect(home / "progress.sqlite")) as opened:
        return opened.execute("SELECT question, tries, answer, rating FROM reviews ORDER BY ordinal").fetchall()


def killed_after(home, count):
    """A session of choices that is killed as soon as so many verdicts were shown."""
    command = [*PROGRAM, "--kind", "choice", "--limit", "30", "--seed", "7"]
    surroundings = environment(home, DRILL_LANG="en", PYTHONUNBUFFERED="1", **on("03-01"))
    with subprocess.Popen(command, stdin=-1, stdout=-1, env=surroundings) as run:
        for _ in range(count):
            run.stdin.write(b"1\n")
            run.stdin.flush()
            assert any(line.decode().startswith(("✓", "✗")) for line in run.stdout)
        run.kill()


@pytest.fixture(scope="module")
def away(tmp_path_factory):
    """Twenty answers, and the session killed."""
    home = tmp_path_factory.mktemp("away")
    killed_after(home, 20)
    return home


def test_three_weeks_away(away):
    """One line says what is due and what is for today; a missed question is among the first three; all is there."""
    before = answers(away)
    missed = {question for question, _, _, rating in before if rating == 1}
    run = drill(away, "practice", typed=SKIPS, **on("03-22"))
    due, today = map(int, re.match(r"(\d+) due, (\d+) for today\.", run.stdout).groups())
    assert due == len({question for question, *_ in before}) and today == len(asked(run)) == 12
    assert missed & set(asked(run)[:3])
    assert answers(away) == before and len(before) == 20
    chinese = drill(away, "practice", typed=":quit\n", DRILL_LANG="zh", **on("03-22"))
    assert chinese.stdout.startswith(f"到期 {due} 道，今天练 12 道。")


def test_a_clock_one_day_back(away):
    """A session starts as ever, and what it records counts."""
    run = drill(away, "practice", typed=SKIPS, **on("02-28"))
    assert run.returncode == 0 and run.stderr == "" and "for today" not in run.stdout
    again = drill(away, "practice", answers(away)[0][0], typed="1\n:quit\n", **on("02-28"))
    assert again.returncode in (0, 1) and "Traceback" not in again.stderr and len(answers(away)) == 21


def test_a_good_answer_brings_its_follow_up_the_same_evening(tmp_path):
    """After a question of another topic; one that was passed over brings nothing."""
    run = pipe(tmp_path, "1/(1+exp(-x))\n" + SKIPS, **on("03-01"))
    assert asked(run)[0] == "sigmoid-formula" and asked(run)[2] == "sigmoid-code" and len(asked(run)) == 6
    assert "sigmoid-code" not in asked(pipe(tmp_path / "other", SKIPS, **on("03-01")))


@pytest.mark.parametrize("typed", ["1/(1+exp(-x))\n:quit\n", "1/(1+exp(-x))\n:hint\n", "1/(1+exp(-x))\n((\n:quit\n"])
def test_a_session_goes_on_where_it_was_broken_off(tmp_path, typed):
    """The question that was left open comes first, today and tomorrow; what was due or opened meanwhile follows it."""
    left = asked(pipe(tmp_path, typed, **on("03-01")))[-1]
    assert left == "softmax-formula"
    for day in ("03-01", "03-20"):
        assert asked(pipe(tmp_path, ":quit\n", **on(day)))[0] == left
    assert asked(pipe(tmp_path, SKIPS, **on("03-20")))[0] == left
    assert asked(pipe(tmp_path, ":quit\n", **on("03-20")))[0] != left


def test_an_answer_or_a_key_leaves_nothing_open(tmp_path):
    """What is on record comes back as the memory says; an interview and another topic leave no place either."""
    for typed in ("1/(1+exp(x))\n:quit\n", ":answer\n"):
        first = asked(pipe(tmp_path / typed[:3].strip(":/("), typed, **on("03-01")))[0]
        assert first not in asked(pipe(tmp_path / typed[:3].strip(":/("), SKIPS, **on("03-01")))
    pipe(tmp_path, ":quit\n", "--interview", "kl", **on("03-01"))
    pipe(tmp_path, ":quit\n", "kl-code", **on("03-01"))
    assert asked(pipe(tmp_path, SKIPS, **on("03-01")))[0] == "sigmoid-formula"


def test_the_day_itself_is_called_today(tmp_path):
    """No day is left then, and what has not been seen can still be."""
    run = pipe(tmp_path, ":quit\n", "--by", "2026-03-01", "kl", **on("03-01"))
    assert "2026-03-01 is today." in run.stdout and "Days left" not in run.stdout


@pytest.mark.parametrize(("language", "more"), [("en", "more than the usual 12"), ("zh", "比平时的 12 道多")])
def test_a_session_that_grows_says_so_in_its_first_line(tmp_path, language, more):
    """And does not where a limit was named, or where it is no longer than any other."""
    by = ("--by", "2026-03-03", "softmax")
    assert more in pipe(tmp_path, ":quit\n", *by, DRILL_LANG=language, **on("03-01")).stdout.splitlines()[0]
    assert more not in pipe(tmp_path, ":quit\n", *by, "--limit", "20", DRILL_LANG=language, **on("03-01")).stdout
    assert more not in pipe(tmp_path, ":quit\n", "--by", "2026-05-30", DRILL_LANG=language, **on("03-01")).stdout
