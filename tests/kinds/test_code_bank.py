"""The tests of the code questions are tested: right programs pass on many seeds, wrong ones die and are told apart."""

import ast
import os
from itertools import combinations
from pathlib import Path

import pytest

from interview_drill.grader import oracle
from interview_drill.grader.examining import examine, replies_of
from interview_drill.grader.likeness import same_answers, same_warnings
from interview_drill.grader.recipes import draw
from interview_drill.grader.report import Trace
from interview_drill.grader.sandbox import supervisor
from interview_drill.grader.shrinking import smaller
from interview_drill.grader.trial import Trial
from interview_drill.grader.weighing import weighed
from interview_drill.kinds import Settings, code, judge
from interview_drill.kinds.code import right_programs
from interview_drill.question import Answer
from interview_drill.verdict import Outcome
from tests.kinds.kill_table import SEED, code_questions, fates, readme, reports, summary, table, wrong_programs

QUESTIONS = {question.id: question for question in code_questions()}
FULL = bool(os.environ.get("FULL"))
SEEDS = range(code.SEEDS) if FULL else (1,)

every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))


@every_question
def test_right_programs_pass_on_every_seed(question):
    """The key and the alternatives: numbers, no forbidden warning, no change of an input. FULL=1 takes 20 seeds."""
    assert len(question.task.equivalents) >= 3
    for name, program in right_programs(question.task).items():
        for seed in SEEDS:
            found = [
                each for each in examine(question.task.examination, program, seed).findings if each.message != "warned"
            ]
            assert found == [], (name, seed)


LOOPS = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp)


@every_question
def test_a_plain_loop_is_among_the_right_programs(question):
    """Whoever writes Python without array operations is right too."""
    trees = [ast.parse(program) for program in question.task.equivalents]
    assert any(isinstance(node, LOOPS) for tree in trees for node in ast.walk(tree))


@every_question
def test_wrong_programs_die(question):
    """Eight at least, each by some vector."""
    found = fates(question)
    assert len(found) >= 8
    assert [fate.name for fate in found if not fate.dead] == []


@pytest.mark.skipif(not FULL, reason="FULL=1 runs every wrong program on 20 seeds")
@every_question
def test_wrong_programs_die_by_name_on_every_seed(question):
    """And the starter with them."""
    for seed in SEEDS:
        for specimen in code.specimens(question):
            found = judge(question, specimen.answer, Settings(seed))
            assert found.outcome is specimen.outcome, (specimen.field, seed)
            assert specimen.misconception in (None, found.misconception), (specimen.field, seed)


@every_question
def test_wrong_programs_are_distinct(question):
    """Two that answer alike on every vector, warnings and input changes included, would be one."""
    task = question.task.examination
    pairs = combinations(reports(question.id, SEED).items(), 2)
    twins = [(a, b) for (a, one), (b, other) in pairs if same_answers(one, other, task) and same_warnings(one, other)]
    assert twins == []


@every_question
def test_right_programs_pass_on_every_smaller_vector(question):
    """A counterexample that is shown is one of the question's own: all right programs agree on it."""
    task = question.task.examination
    firsts = {vector.recipe.name: vector for vector in reversed(draw(task.recipes, SEED))}
    vectors = tuple(cut for vector in firsts.values() for cut in smaller(vector))
    if not vectors:
        return
    wanted = oracle.answers(task, vectors, supervisor())
    for name, program in right_programs(question.task).items():
        with Trial(supervisor(), 60.0) as trial:
            trial.load(program, task.entry)
            traces = tuple(map(Trace, vectors, wanted, replies_of(trial, vectors)))
        assert len(traces) == len(vectors)
        found = [
            each for each in weighed(task, oracle.measured(task, traces, supervisor())) if each.message != "warned"
        ]
        assert [(each.message, traces[each.vector].vector.recipe.name) for each in found] == [], name


def test_a_program_that_nothing_kills_shows_in_the_table(monkeypatch):
    """The table says ALIVE, and names the killers of the others."""
    question = QUESTIONS["softmax-code"]
    monkeypatch.setattr(
        "tests.kinds.kill_table.reports",
        lambda *_: {"right": examine(question.task.examination, question.task.key, SEED)},
    )
    assert list(table(question))[2] == "| right | ALIVE |  |"


def test_the_table_counts():
    """A line for each question, with all of its wrong programs."""
    question = QUESTIONS["softmax-code"]
    (*_, line) = summary([question])
    count = len(wrong_programs(question))
    assert line.startswith(f"| softmax-code | {1 + len(question.task.equivalents)} | {count} | {count} |")


def test_an_answer_that_is_no_attempt_counts_none():
    """The starter is a program: it fails, and is no syntax error."""
    for question in QUESTIONS.values():
        assert judge(question, Answer(code.starter(question, "zh")), Settings(1)).outcome is Outcome.INCORRECT


def test_the_readme_tells_the_kill_table():
    """`python -m tests.kinds.kill_table readme` prints it as it has to stand there."""
    told = Path(__file__).parents[2].joinpath("README.md").read_text(encoding="utf-8")
    assert "\n".join(readme(list(QUESTIONS.values()))) in told
