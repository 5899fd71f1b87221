"""A verdict with its time: the same from a process of a pool, which needs neither the bank nor the command line."""

from interview_drill.bank import open_bank
from interview_drill.kinds import Settings
from interview_drill.kinds.processes import processes
from interview_drill.kinds.timing import Pair, timed
from interview_drill.question import Answer
from interview_drill.verdict import Outcome
from tests.kinds import rooms

SETTINGS = Settings(3)


def test_a_question_s_answer_is_judged_and_timed():
    """In milliseconds."""
    question = open_bank().question("relu-formula")
    found, elapsed_ms = timed(question, Answer(question.task.key), SETTINGS)
    assert found.outcome is Outcome.CORRECT
    assert elapsed_ms > 0


def test_two_formulas_are_compared_where_there_is_no_question():
    """Right or wrong by the formula alone."""
    outcomes = [timed(Pair("x^2"), Answer(text), SETTINGS)[0].outcome for text in ("x*x", "2*x")]
    assert outcomes == [Outcome.CORRECT, Outcome.INCORRECT]


def test_a_pool_s_process_loads_the_engines_alone():
    """Its start is what a folder of submissions waits for."""
    question = open_bank().question("relu-formula")
    with processes(1) as pool:
        found, _ = pool.submit(timed, question, Answer(question.task.key), SETTINGS).result()
        loaded = pool.submit(rooms.loaded).result()
    assert found.outcome is Outcome.CORRECT
    assert "kinds" in loaded
    assert not {"cli", "practice", "bank", "solutions", "memory"} & loaded
