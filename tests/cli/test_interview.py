"""A mock interview: two candidates walk different paths, the clock is in sight, the report tells what happened.

`SNAPSHOTS=write` writes the kept reports again; read the difference before you commit it.
"""

import json
import re
from datetime import timedelta

import pytest

from interview_drill.feedback import phrase
from interview_drill.memory.opening import open_store
from tests.cli.interviewed import BANK, Candidate, held
from tests.cli.kept import looks_as_it_did
from tests.cli.practising import pipe
from tests.cli.running import drill

LANGUAGES = ("en", "zh")
ALONE = ("--bank-only", str(BANK))


def strong(**more):
    return Candidate(lambda question: True, **more)


def weak(**more):
    return Candidate(lambda question: False, **more)


def report(candidate, tmp_path, monkeypatch, **more):
    file = tmp_path / "report.json"
    code = held(candidate, tmp_path, monkeypatch, target=file, **more)
    return code, json.loads(file.read_text(encoding="utf-8"))


def test_a_strong_candidate_is_led_down_the_tree(tmp_path, monkeypatch):
    """The formula, what follows it, the code, then why; the other topic in its turn."""
    code, told = report(strong(), tmp_path, monkeypatch, names=["doubling"])
    assert [row["question"] for row in told["questions"]] == [
        "doubling-formula",
        "doubling-slope",
        "doubling-slope-number",
        "doubling-code",
        "doubling-why",
        "doubling-sign",
    ]
    assert (code, told["revise"]) == (0, [])
    assert told["next"] == "drill practice --interview --seed 8"


def test_a_weak_candidate_gets_hints_and_main_questions(tmp_path, monkeypatch, capsys):
    """No follow-up opens; after each miss the hint comes, and the answer may be tried once more."""
    code, told = report(weak(), tmp_path, monkeypatch)
    assert [row["question"] for row in told["questions"]] == ["doubling-formula", "halving-formula", "halving-number"]
    assert [row["why"] for row in told["questions"]] == ["main", "main", "easier"]
    assert [len(row["answers"]) for row in told["questions"]] == [2, 2, 2]
    assert code == 1 and told["next"] == "drill practice doubling-formula halving-formula halving-number"
    assert "Hint 1 of 1: At 6 it is 3." in capsys.readouterr().out


def test_nobody_is_praised_for_skipping(tmp_path):
    """The interviewer goes on below the answer that was good, and does not call the skipped one good too."""
    told = pipe(tmp_path, "1/(1+exp(-x))\n:skip\n:quit\n", "--interview", "sigmoid-formula", "sigmoid").stdout
    assert told.count("Let us go deeper") == 1
    assert told.index("Skipped") < told.index("Another question on the same subject")


@pytest.mark.parametrize(("language", "said"), [("en", "Skipped"), ("zh", "跳过的题")])
def test_what_was_skipped_is_listed_as_skipped(tmp_path, language, said):
    """On the screen and in both reports, apart from what was answered; it is practised next. The seed stands once."""
    answers, named = ":skip\n1/(1+exp(-x))\n:quit\n", ("--interview", "halves-number", "sigmoid-formula")
    for suffix in ("md", "json"):
        run = pipe(tmp_path, answers, *named, "--report", str(tmp_path / f"r.{suffix}"), "--lang", language)
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    (skipped,), (answered,) = told["skipped"], [row["question"] for row in told["questions"]]
    assert {skipped, answered} == {"halves-number", "sigmoid-formula"}
    assert skipped in told["next"] and skipped not in told["revise"]
    document = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert f"## {said}\n\n- `{skipped}`" in document
    assert any(said in line and skipped in line for line in run.stdout.splitlines())
    assert (run.stdout + run.stderr).casefold().count("seed") + run.stdout.count("种子") == 1 and not run.stderr


def test_where_nothing_was_skipped_nothing_is_said_of_it(tmp_path, monkeypatch, capsys):
    _, told = report(strong(), tmp_path, monkeypatch)
    assert told["skipped"] == [] and "Skipped" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "back"),
    [("en", "A step back, to “Write the double”: Add it"), ("zh", "退一步，先想前面那道“手写两倍”：和自己相加。")],
)
def test_a_follow_up_falls_back_to_its_parents_hint(tmp_path, monkeypatch, capsys, lang, back):
    """What was weak below is helped by what was said above, and told as that; a main question's hint is its own."""
    candidate = Candidate(lambda question: question.parent is None, pace=timedelta(seconds=5))
    held(candidate, tmp_path, monkeypatch, names=["doubling"], lang=lang)
    assert back in capsys.readouterr().out
    candidate = Candidate(lambda question: False, pace=timedelta(seconds=5))
    held(candidate, tmp_path / "weak", monkeypatch, names=["doubling"], lang=lang)
    told = capsys.readouterr().out
    assert back.partition("“")[0] not in told and phrase("hint-shown", lang, number=1, total=2, hint="") in told


def test_a_hint_that_is_asked_for_is_the_questions_own(tmp_path):
    """The step back that a weak answer brought is no hint of the follow-up's, and is not counted as one."""
    typed = "1/(1+exp(-x))\n1-x\n:hint\n"
    told = drill(tmp_path, "practice", "--interview", "sigmoid-formula", "--seed", "1", typed=typed).stdout
    assert "A step back, to “Write the sigmoid”: It goes from 0" in " ".join(told.split())
    assert "Hint 1 of 3: Write the sigmoid as" in told


def test_a_hint_that_helps_is_told_in_the_report(tmp_path, monkeypatch):
    """The first answer counts; that it was mended stands beside it."""
    candidate = Candidate(lambda question: False, learns=lambda question: True)
    _, told = report(candidate, tmp_path, monkeypatch, names=["doubling"])
    first = told["questions"][0]
    assert (first["outcome"], first["score"], first["mended"], first["hints"]) == ("incorrect", 0.0, True, 1)


def test_time_ends_the_interview_but_not_the_open_question(tmp_path, monkeypatch, capsys):
    """The last question may be mended after the end; nothing comes after it."""
    candidate = weak(pace=timedelta(seconds=90))
    _, told = report(candidate, tmp_path, monkeypatch, minutes=1)
    assert [row["question"] for row in told["questions"]] == ["doubling-formula"]
    assert told["seconds"] == 180.0 and "Time is up." in capsys.readouterr().out


def test_the_clock_is_in_sight_with_each_question(tmp_path, monkeypatch, capsys):
    """Minutes left, the one under way counted; each answer here takes 50 seconds."""
    held(strong(), tmp_path, monkeypatch, names=["halving"], minutes=3)
    assert re.findall(r"minutes left: (\d+)", capsys.readouterr().out) == ["3", "3"]


def test_keys_wait_for_the_report(tmp_path, monkeypatch, capsys):
    """Only `:answer` shows one before the end."""
    held(strong(), tmp_path, monkeypatch, names=["doubling-why"])
    assert "keeps its sign because" not in capsys.readouterr().out
    shown = pipe(tmp_path, ":answer\n:quit\n", "--interview", "capital-choice").stdout
    assert "Key" in shown and "Right" not in shown


@pytest.mark.parametrize(("target", "told"), [(None, True), ("report.md", False)])
def test_where_the_keys_are_is_told(tmp_path, monkeypatch, capsys, target, told):
    """The screen's report holds none; a written one has them all."""
    held(weak(), tmp_path, monkeypatch, names=["halving"], target=target and tmp_path / target)
    assert ("drill show halving-formula --answer" in capsys.readouterr().out) == told


def test_every_answer_is_on_record_as_in_practice(tmp_path, monkeypatch):
    """The same store, the same ratings: the first try moves the card."""
    held(weak(), tmp_path, monkeypatch, names=["halving"])
    store = open_store(tmp_path / "progress.sqlite").store
    found = [(review.question, review.tries, review.rating) for review in store.reviews()]
    store.close()
    assert found == [
        ("halving-formula", 1, 1),
        ("halving-formula", 2, None),
        ("halving-number", 1, 1),
        ("halving-number", 2, None),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["strong", "weak"])
def test_the_report_looks_as_it_did(tmp_path, monkeypatch, language, who):
    """Markdown, in both languages, for both candidates."""
    file = tmp_path / "report.md"
    held({"strong": strong, "weak": weak}[who](), tmp_path, monkeypatch, target=file, lang=language)
    looks_as_it_did(f"interview-{who}.{language}.md", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_looks_as_it_did(tmp_path, monkeypatch, capsys, language):
    """What a candidate sees who knows half of it, from the opening to the next command."""
    held(Candidate(lambda question: question.level > 1), tmp_path, monkeypatch, names=["halving"], lang=language)
    looks_as_it_did(f"interview-screen.{language}.txt", capsys.readouterr().out)


def test_the_json_report_is_the_same_in_every_language(tmp_path, monkeypatch):
    """A script reads ids and numbers, never sentences."""
    told = [report(weak(), tmp_path, monkeypatch, lang=language)[1] for language in LANGUAGES]
    assert told[0] == told[1]


@pytest.mark.parametrize(("language", "said"), [("en", "is there already"), ("zh", "已经存在")])
def test_a_report_is_not_overwritten(tmp_path, language, said):
    """It is refused before the first question."""
    file = tmp_path / "r.md"
    file.write_text("mine", encoding="utf-8")
    asked = ("--interview", "halves-number", "--report", str(file), "--lang", language)
    run = pipe(tmp_path, "1/2\n", *asked)
    assert run.returncode == 2 and said in run.stderr and "--report" in run.stderr and not run.stdout
    assert file.read_text(encoding="utf-8") == "mine"
    assert pipe(tmp_path, "1/2\n", *asked, "--force").returncode == 0
    assert file.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("language", "nothing", "strong"),
    [("en", "No question was answered", "Every answer was strong"), ("zh", "一道题都还没有答", "每道题都答得不错")],
)
def test_where_nothing_was_answered_nothing_was_strong(tmp_path, language, nothing, strong):
    """Neither left at once nor skipped; one good answer is praised."""
    for number, (typed, said, unsaid) in enumerate(
        [(":quit\n", nothing, strong), (":skip\n:quit\n", nothing, strong), ("1/2\n:quit\n", strong, nothing)]
    ):
        file = tmp_path / f"{number}.md"
        pipe(tmp_path, typed, "--interview", "halves-number", "--report", str(file), "--lang", language)
        told = file.read_text(encoding="utf-8")
        assert said in told and unsaid not in told


def test_an_interview_over_a_pipe(tmp_path):
    """Plain lines drive it; the exit code is that of the answers; the end of the input ends it with the report."""
    run = pipe(tmp_path, "1/3\n1/2\n", "--interview", "halves-number", "--report", str(tmp_path / "r.md"))
    assert run.returncode == 1 and "Not right at first, right after the hint" in run.stdout
    assert (tmp_path / "r.md").read_text(encoding="utf-8").startswith("# Report of a mock interview")
    assert pipe(tmp_path, "1/2\n", "--interview", "halves-number").returncode == 0
    assert pipe(tmp_path, "", "--interview", "halves-number").returncode == 2


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--interview", "--due"], "--due"),
        (["--interview", "--limit", "3"], "--limit"),
        (["--interview", "--by", "2027-01-01"], "--by"),
        (["--minutes", "5"], "--minutes"),
        (["--report", "r.md"], "--report"),
        (["--force"], "--force"),
        (["--interview", "--report", "r.txt"], "r.txt"),
        (["--interview", "--report", "nowhere/r.md"], "nowhere"),
        (["--interview", "--minutes", "0"], "--minutes"),
    ],
)
def test_what_does_not_go_together_is_said_at_once(tmp_path, options, named):
    """Before the first question, with exit code 2."""
    run = pipe(tmp_path, "x\n", *options)
    assert run.returncode == 2 and named in run.stderr and not run.stdout


def test_the_curve_of_the_key_waits_until_the_question_is_closed(tmp_path):
    """A first wrong formula is told with its counterexample; the plot beside the key comes with the second."""
    once, legend = "1/(1+exp(x))\n", "the key\n"
    first = pipe(tmp_path, once, "--interview", "sigmoid-formula").stdout
    assert "Not right" in first and legend not in first
    assert legend in pipe(tmp_path, once + "1/(1+exp(-2*x))\n", "--interview", "sigmoid-formula").stdout
    assert legend in pipe(tmp_path, once, "sigmoid-formula").stdout
