"""The prover's process: it starts once, ends where its budget ends, is replaced, and never outlives who asked it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from interview_drill.formula import proof, prover_process, wire
from interview_drill.formula.proof import Goal, Prover

X = ["sym", "x"]
TRUE = Goal(["+", X, X], ["*", ["num", "2"], X])
FALSE = Goal(["+", X, X], ["*", ["num", "3"], X])
MANY = ["+", *(["sym", f"a{place}"] for place in range(40))]
ENDLESS = Goal(["*", *([["^", MANY, ["num", "8"]]] * 3)], ["num", "0"])


@pytest.fixture
def prover():
    made = Prover()
    yield made
    made.close()


def alive(process) -> bool:
    return process._child.poll() is None


def test_every_goal_has_to_hold(prover):
    assert prover.prove([TRUE, TRUE], 2.0).proved
    assert prover.prove([TRUE, FALSE], 2.0).reason == "open"


def test_a_proof_without_an_end_is_ended_at_its_budget_and_the_next_one_is_not_harmed(prover):
    answer = prover.prove([ENDLESS], 0.3)
    assert (answer.proved, answer.reason) == (False, "budget")
    assert answer.seconds < 4
    assert prover.prove([TRUE], 2.0).proved


def test_a_replacement_is_started_before_it_is_asked_for(prover):
    prover.prove([ENDLESS], 0.1)
    assert prover._next.wait_until_ready(60)


def test_a_process_is_recycled_without_a_wait(prover, monkeypatch):
    monkeypatch.setattr(proof, "RECYCLED_AFTER", 2)
    prover.prove([TRUE], 2.0)
    first = prover._current
    prover.prove([TRUE], 2.0)
    assert prover._current is first and prover._next.wait_until_ready(60)
    assert prover.prove([TRUE], 2.0).proved
    assert prover._current is not first and not alive(first)


def test_a_process_that_died_between_two_questions_costs_one_answer_at_most(prover):
    prover.prove([TRUE], 2.0)
    prover._current._child.kill()
    prover._current._child.wait()
    assert prover.prove([TRUE], 2.0).proved


def test_threads_take_turns(prover):
    answers = []

    def ask(goal, expected):
        answers.extend(prover.prove([goal], 2.0).proved == expected for _ in range(20))

    threads = [threading.Thread(target=ask, args=pair) for pair in ((TRUE, True), (FALSE, False)) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 80 and all(answers)


def test_it_is_unavailable_where_it_does_not_come_up(prover, monkeypatch, tmp_path):
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit(1)")
    monkeypatch.setattr(prover_process, "SCRIPT", broken)
    assert prover.prove([TRUE], 2.0).reason == "unavailable"
    assert not prover.available()


def test_a_deep_tree_is_answered(prover):
    tree = X
    for _ in range(20_000):
        tree = ["neg", tree]
    assert prover.prove([Goal(tree, X)], 2.0).reason in (None, "RecursionError")
    assert prover.prove([TRUE], 2.0).proved


def test_a_shared_tree_costs_as_much_as_its_parts(prover):
    tree = X
    for _ in range(60):
        tree = ["/", ["+", tree, tree], ["num", "2"]]
    assert prover.prove([Goal(tree, X)], 2.0).proved


def test_what_it_does_not_know_is_no_proof(prover):
    assert prover.prove([Goal(["fn", "zeta", X], ["fn", "zeta", X])], 2.0).reason == "unsupported-zeta"
    assert prover.prove([Goal(["^", X], X)], 2.0).reason == "fault-TypeError"


def test_numbers_and_powers_without_measure_are_refused(prover):
    for tower in (["^", ["num", "10"], ["num", "1000000000"]], ["^", ["+", X, ["num", "1"]], ["num", "1000000"]]):
        answer = prover.prove([Goal(tower, ["+", tower, ["num", "1"]])], 2.0)
        assert answer.reason == "unsupported-power" and answer.seconds < 1


def test_sympy_is_imported_in_the_process_alone():
    code = (
        "import sys; from interview_drill.formula import proof; from interview_drill.formula.proof import Goal;"
        "print(proof.prove([Goal(['sym', 'x'], ['sym', 'x'])]).proved, 'sympy' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["True", "False", "False"]


@pytest.mark.skipif(os.name == "nt", reason="signals a process group's leader")
def test_it_ends_with_the_process_that_asked():
    code = (
        "import os, signal; from interview_drill.formula import proof; proof.warm(wait=True);"
        "print(proof._PROVER._current._child.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, timeout=60)
    assert ended(int(done.stdout), within=10)


def ended(pid: int, within: float) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").exists() and " Z " in Path(f"/proc/{pid}/stat").read_text():
            return True
        time.sleep(0.05)
    return False


def test_a_table_gives_back_the_trees_and_writes_shared_ones_once():
    shared = ["fn", "exp", X]
    tree = ["cases", [[shared, ["cmp", ">", X, ["num", "0"]]]], ["+", shared, shared]]
    table = wire.Table()
    root = table.add(tree)
    assert wire.trees(table.rows)[root] == tree
    assert len(table.rows) == 6
    assert wire.trees([["cases", [], None]]) == [["cases", [], None]]
