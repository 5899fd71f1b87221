"""An interview goes deeper on strength, takes a step back on weakness, and goes down the trees rung by rung."""

from datetime import timedelta
from random import Random

import pytest

from interview_drill.practice.events import AskHint
from interview_drill.practice.interview import LINE, Interview, Move, Played, fallback, following, onward, without
from interview_drill.practice.interview_trees import grown
from interview_drill.practice.queue import Queue
from interview_drill.practice.session import begin, update
from interview_drill.practice.state import Session
from tests.practice.growing import POOL, an_entry
from tests.practice.scripted import START, Script, a_question, event, script

SEEDS = range(40)


def trees(*named, pool=POOL, seed=7):
    return grown(pool, named, seed)


def walked(grove, answers, left_out=()):
    """The steps of an interview whose answers are given by a function: question -> strong, weak or recovered."""
    interview, asked = Interview(grove, left_out=frozenset(left_out)), []
    while step := following(interview, asked):
        interview = Interview(grove, moves=(*interview.moves, step), left_out=interview.left_out)
        said = answers(step[0])
        asked.append(Played(step[0], said == "strong", said == "recovered"))
    return list(interview.moves)


def ids(steps):
    return [id for id, _ in steps]


def strong(_):
    return "strong"


def weak(_):
    return "weak"


def test_a_strong_candidate_is_asked_the_formula_then_the_code_then_why():
    """Down each branch before the next one, in the order of the ladder, however the bank orders the follow-ups."""
    assert walked(trees("one"), strong) == [
        ("one", Move.MAIN),
        ("one-slope", Move.DEEPER),
        ("one-slope-number", Move.DEEPER),
        ("one-code", Move.ON),
        ("one-why", Move.ON),
        ("one-choice", Move.ON),
    ]


def test_a_weak_candidate_sees_main_questions_only():
    """A follow-up opens on a strong answer; what does not open is not asked."""
    assert sorted(ids(walked(trees(), weak))) == ["one", "two", "two-alone"]


def test_one_easier_question_follows_a_weak_one():
    """In the same tree, open, one step down; and no second one there."""
    steps = walked(trees("one", "two"), lambda id: "strong" if id == "one" else "weak")
    assert steps[:3] == [("one", Move.MAIN), ("one-slope", Move.DEEPER), ("one-code", Move.EASIER)]
    assert steps[3] == ("two", Move.MAIN)


def test_what_the_hint_put_right_needs_no_easier_question():
    """It goes neither deeper nor back, but its follow-ups come up when nothing else is left."""
    steps = walked(trees("one", "two"), lambda id: "recovered" if id in ("one", "two") else "weak")
    assert steps[:2] == [("one", Move.MAIN), ("two", Move.MAIN)]
    assert steps[2][1] is Move.ON


def test_a_tree_takes_its_turn():
    """After five questions of one tree in a row another main question comes; what was left follows at the end."""
    steps = walked(trees("one", "two"), strong)
    assert ids(steps)[:LINE] == ["one", "one-slope", "one-slope-number", "one-code", "one-why"]
    assert ids(steps)[LINE:] == ["two", "two-code", "one-choice"]


def test_topics_take_turns_and_the_seed_draws_which_begins():
    """Over some seeds each topic begins; the same seed always draws the same."""
    assert {trees(seed=seed).mains[0] for seed in SEEDS} == {"one", "two"}
    assert all(trees(seed=seed).mains == trees(seed=seed).mains for seed in SEEDS)
    assert all(trees(seed=seed).mains.index("two-alone") == 2 for seed in SEEDS)


def test_parents_in_a_circle_never_come_up():
    """A bank with such a mistake hangs nobody."""
    pool = [an_entry("a", "b"), an_entry("b", "a"), an_entry("own", "own"), an_entry("c")]
    assert ids(walked(grown(pool, (), 7), strong)) == ["c"]
    assert ids(walked(grown(pool, ("a",), 7), strong)) == ["a", "b"]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_walk_keeps_the_rules(seed):
    """Random trees, random answers: no question twice, no follow-up before its parent was answered well enough."""
    random = Random(seed)
    pool = [an_entry("q0", topic="t0")]
    for number in range(1, 30):
        above = random.choice(pool) if random.random() < 0.8 else None
        kind = random.choice(["formula", "code", "concept", "number"])
        topic = above.topic if above else f"t{number % 3}"
        pool.append(an_entry(f"q{number}", above.id if above else None, kind, random.randint(1, 5), topic))
    said = {entry.id: random.choice(["strong", "strong", "recovered", "weak"]) for entry in pool}
    steps = walked(grown(pool, (), seed), said.get)
    parents = {entry.id: entry.parent for entry in pool}
    assert len(set(ids(steps))) == len(steps)
    for at, (id, move) in enumerate(steps):
        above = parents[id]
        assert above is None or (above in ids(steps[:at]) and said[above] != "weak")
        assert move is not Move.DEEPER or said[above] == "strong"
    well = {id for id in ids(steps) if said[id] == "strong"}
    assert set(ids(steps)) >= {id for id, above in parents.items() if above is None or above in well}


def test_the_clock_ends_the_interview_between_two_questions():
    """When time is up no question follows; the session is over."""
    interview = Interview(trees("one"), ends=START + timedelta(minutes=1))
    _, early = onward(interview, Session(Queue(()), 7), START + timedelta(seconds=59))
    _, late = onward(interview, Session(Queue(()), 7), START + timedelta(seconds=60))
    assert (early.queue.ahead, early.over) == (("one",), False)
    assert (late.queue.ahead, late.over) == ((), True)


class Interviewed(Script):
    """A session whose next question the interview chooses."""

    def __init__(self, interview):
        super().__init__({entry.id: a_question(entry.id, entry.kind) for entry in POOL}, Session(Queue(()), 7))
        self.interview = interview

    def go_on(self):
        self.interview, self.session = onward(self.interview, self.session, START)
        self._begin()
        return self.session.visit.question.id

    def act(self, *acts):
        for act in acts:
            self._step(*update(self.session, event(act), self._moment()))
        return self


def test_undo_walks_another_path():
    """The weak answer is taken back: the question comes again, and answered well it leads deeper."""
    played = Interviewed(Interview(trees("one", "two")))
    assert played.go_on() == "one"
    played.act("incorrect", "incorrect")
    assert played.go_on() == "two"
    played.act("undo", "correct")
    assert played.go_on() == "one-slope"


def test_a_skipped_question_does_not_come_again():
    """Nothing is on record of it, and the interview goes on beside it."""
    played = Interviewed(Interview(trees("one", "two")))
    played.go_on()
    played.act("correct")
    assert played.go_on() == "one-slope"
    played.act("skip")
    assert played.go_on() == "one-code"
    assert "one-slope" in played.interview.left_out


@pytest.mark.parametrize(("ticks", "then"), [(("yes", "yes", "no"), "one-slope"), (("yes", "no", "no"), "two")])
def test_ticks_count_as_a_score(ticks, then):
    """Two key points of three lead deeper, one does not."""
    played = Interviewed(Interview(trees("one", "two")))
    played.questions["one"] = a_question("one", "concept")
    played.go_on()
    played.act("said", "sure", *ticks)
    assert played.go_on() == then


@pytest.mark.parametrize(
    ("act", "then"), [("undecided", "one-slope"), ("key", "two"), ("partial", None), ("correct", "one-slope")]
)
def test_what_counts_as_strong(act, then):
    """Undecided is not held against anybody; half right is not enough, and is open for mending first."""
    played = Interviewed(Interview(trees("one", "two")))
    played.go_on()
    played.act(act)
    if then is None:
        assert played.session.visit.mending
        played.act("incorrect")
        then = "two"
    assert played.go_on() == then


def hint_after(acts, parent=None):
    played = script(a_question("q")).play(" ".join(acts[:-1]))
    if len(acts) == 1:
        played.play("")
    before = played.session
    after, _ = update(before, event(acts[-1]), played._moment())
    return fallback(before, after, parent)


def test_the_first_miss_brings_the_parents_hint():
    """A main question's own, a follow-up's from its parent; only once, and only while the answer is open."""
    parent = a_question("p")
    assert hint_after(["incorrect"]) == AskHint()
    assert hint_after(["incorrect"], parent) == AskHint(("p", parent.hints[0]), parent.title)
    assert hint_after(["incorrect"], a_question("p", hints=0)) is None
    for acts in (["correct"], ["unreadable"], ["incorrect", "incorrect"], ["hint"], ["incorrect", "hint"], ["skip"]):
        assert hint_after(acts) is None


def test_a_hint_does_not_change_what_the_first_answer_came_to():
    """The first try rates, as in practice; the hint is counted on the second."""
    played = script(a_question("q")).play("incorrect hint correct")
    assert [(review.rating, review.hints) for review in played.record] == [(1, 0), (None, 1)]


def test_a_question_that_is_gone_is_left_out():
    """It never comes up again."""
    interview = without(Interview(trees("one", "two")), ["one"])
    assert following(interview, [])[0] == "two"


def test_the_interview_uses_an_ordinary_session():
    """Beginning the chosen question is the session's own transition."""
    _, session = onward(Interview(trees("one")), Session(Queue(()), 7), START)
    after, _ = begin(session, a_question("one"), Interviewed(Interview(trees("one")))._moment())
    assert after.number == 1 and after.visit.question.id == "one"
