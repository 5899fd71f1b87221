"""What a learner does, and what it comes to: answers, mending, hints, keys, undo, ticks."""

import pytest

from interview_drill.practice.effects import (
    KeepPlace,
    Remember,
    Say,
    ShowHint,
    ShowKey,
    ShowQuestion,
    ShowTicks,
    ShowVerdict,
)
from interview_drill.practice.state import known
from tests.practice.scripted import a_question, script


def one(acts: str, **fields):
    return script(a_question("q", **fields)).play(acts)


def rows(played):
    return [(review.tries, review.rating, review.outcome) for review in played.record]


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ("correct", [(1, 3, "correct")]),
        ("hint correct", [(1, 2, "correct")]),
        ("partial correct", [(1, 2, "partial"), (2, None, "correct")]),
        ("incorrect correct", [(1, 1, "incorrect"), (2, None, "correct")]),
        ("incorrect hint correct", [(1, 1, "incorrect"), (2, None, "correct")]),
        ("incorrect incorrect", [(1, 1, "incorrect"), (2, None, "incorrect")]),
        ("undecided", [(1, None, "undecided")]),
        ("unreadable unreadable correct", [(1, 3, "correct")]),
        ("incorrect unreadable correct", [(1, 1, "incorrect"), (2, None, "correct")]),
        ("key", [(0, 1, None)]),
        ("hint key", [(0, 1, None)]),
        ("incorrect key", [(1, 1, "incorrect")]),
        ("skip", []),
        ("incorrect skip", [(1, 1, "incorrect")]),
        ("unreadable quit", []),
        ("incorrect quit", [(1, 1, "incorrect")]),
        ("incorrect undo correct", [(1, 3, "correct")]),
        ("hint incorrect undo correct", [(1, 3, "correct")]),
    ],
)
def test_the_first_try_rates_and_everything_is_on_record(acts, expected):
    """Only the first answer that could be read moves the card; every answer is kept."""
    assert rows(one(acts)) == expected


def test_the_key_is_shown_after_the_second_try_and_not_before():
    """A first wrong try opens the line for mending; the key waits."""
    played = script(a_question("q")).play("incorrect")
    assert played.session.visit.mending and not played.shown(ShowKey)
    assert len(played.play("incorrect").shown(ShowKey)) == 1


def test_an_answer_is_committed_before_its_verdict_is_shown():
    """Whoever kills the program while reading a verdict finds the answer there again."""
    kinds = [type(effect) for effect in one("incorrect").effects]
    assert kinds.index(Remember) < kinds.index(ShowVerdict)


def test_hints_come_weakest_first_and_end():
    """Each hint is shown once, and then it is said that there are no more."""
    played = one("hint hint hint")
    assert [(found.hint["en"], found.number) for found in played.shown(ShowHint)] == [("hint 0", 1), ("hint 1", 2)]
    assert played.shown(Say)[-1].message == "no-more-hints"


def test_a_missed_question_comes_back_once_more_after_others():
    """A miss returns behind the questions ahead, marked as asked again; a known one does not."""
    played = script(*(a_question(id) for id in "abcde")).play("incorrect incorrect correct correct correct")
    asked = [(found.visit.question.id, found.again) for found in played.shown(ShowQuestion)]
    assert asked == [("a", False), ("b", False), ("c", False), ("d", False), ("a", True)]


def test_a_question_comes_back_at_most_twice():
    """Somebody who does not know it is not asked for ever."""
    played = script(*(a_question(id) for id in "ab")).play("incorrect incorrect " * 9)
    asked = [found.visit.question.id for found in played.shown(ShowQuestion)]
    assert asked.count("a") <= 3 and asked.count("b") <= 3


def test_undo_reaches_back_to_the_question_before():
    """Before any answer to the open question, the one before it is taken back and asked again, then the open one."""
    played = script(*(a_question(id) for id in "ab")).play("incorrect correct undo")
    assert played.session.visit.question.id == "a" and rows(played) == []
    assert len(played.retractions) == 2
    played.play("correct")
    assert played.session.visit.question.id == "b" and rows(played) == [(1, 3, "correct")]
    assert played.session.queue.ahead == ()


def test_undo_twice_reaches_two_questions_back():
    """Each undo takes one question more."""
    played = script(*(a_question(id) for id in "abc")).play("correct correct undo undo")
    assert played.session.visit.question.id == "a" and rows(played) == [] and played.session.queue.ahead == ("b", "c")


def test_undo_with_nothing_given_says_so():
    """Nothing is taken back, and the question stays open."""
    played = one("undo")
    assert played.shown(Say)[-1].message == "nothing-to-undo" and played.session.visit.question.id == "q"


def test_an_undone_miss_does_not_come_back():
    """The slip of a hand leaves no trace in the queue."""
    played = script(*(a_question(id) for id in "abcde")).play("incorrect incorrect undo correct")
    assert "a" not in played.session.queue.ahead


@pytest.mark.parametrize(
    ("acts", "rating"),
    [
        ("key undo correct", 2),
        ("incorrect key undo correct", 2),
        ("paper written no no undo correct", 2),
        ("key undo paper written yes", 2),
        ("key undo incorrect undo correct", 2),
        ("incorrect undo correct", 3),
        ("incorrect incorrect undo correct", 3),
        ("paper undo correct", 3),
        ("paper written undo no undo yes", 3),
    ],
)
def test_a_key_that_was_asked_for_is_not_forgotten(acts, rating):
    """Taken back, the question is rated hard at most, and comes back; a slip of the hand costs nothing as before."""
    played = script(*(a_question(id) for id in "abcde")).play(acts)
    assert [row[1] for row in rows(played)] == [rating]
    assert ("a" in played.session.queue.ahead) == (rating == 2) == (not known(played.session.closed[-1]))


def test_an_open_question_is_answered_rated_and_ticked():
    """The answer is on record before the ticks; the ticks rate; all of it is self-assessed."""
    played = one("said sure yes yes no", kind="concept")
    assert rows(played) == [(1, None, None), (1, 2, "partial")]
    assert {review.assessed for review in played.record} == {"self"}
    assert played.record[-1].confidence == 80 and played.record[-1].score == pytest.approx(2 / 3)


@pytest.mark.parametrize(("ticks", "rating"), [("yes yes yes", 3), ("yes yes no", 2), ("no no no", 1)])
def test_ticks_rate(ticks, rating):
    """All points are good, half of them hard, fewer again."""
    assert one(f"said sure {ticks}", kind="concept").record[-1].rating == rating


def test_an_interrupted_ticking_is_not_known():
    """Whoever ticks the first points and skips has not shown that they know the rest."""
    played = script(a_question("q", kind="concept"), a_question("r")).play("said sure yes skip")
    assert not known(played.session.closed[0]) and played.session.queue.returned == ("q",)


@pytest.mark.parametrize(
    ("ticks", "outcome", "slip"),
    [("yes", "correct", None), ("no yes", "incorrect", "sign-slip"), ("no no", "incorrect", None)],
)
def test_paper_is_compared_with_the_key_and_the_slip_named(ticks, outcome, slip):
    """By hand: the key first, then which slip it was."""
    played = one(f"paper written {ticks}")
    (review,) = played.record
    assert played.shown(Say)[0].message == f"compared-{outcome}"
    assert (review.outcome, review.misconception, review.assessed) == (outcome, slip, "self")


def test_paper_comes_before_any_answer_or_not_at_all():
    """A graded miss cannot be turned into a self-assessed success."""
    played = one("incorrect paper")
    assert played.shown(Say)[-1].message == "paper-comes-first" and not played.session.visit.on_paper


@pytest.mark.parametrize(("kind", "calibrate"), [("formula", True), ("concept", False)])
def test_paper_is_rated_before_the_key_is_seen(kind, calibrate):
    """When calibrating, and always where the question is open."""
    played = script(a_question("q", kind=kind), calibrate=calibrate).play("paper written")
    assert not played.shown(ShowTicks)
    assert played.play("sure yes yes yes").record[-1].confidence == 80 and played.shown(ShowTicks)


def test_paper_can_be_put_aside():
    """Until the key is seen, and without a word about the answer to the question before."""
    played = script(a_question("q"), a_question("r")).play("correct paper undo incorrect")
    assert rows(played) == [(1, 3, "correct"), (1, 1, "incorrect")]
    assert played.shown(Say)[0].message == "paper-put-aside"
    calibrating = script(a_question("q"), calibrate=True).play("paper written undo incorrect sure")
    assert rows(calibrating) == [(1, 1, "incorrect")]


def test_a_wrong_tick_on_paper_is_taken_back():
    """Tick by tick; the key stands beside it, so the question is not asked again."""
    played = script(a_question("q"), a_question("r")).play("correct paper written undo no undo yes")
    assert [review.outcome for review in played.record] == ["correct", "correct"]
    assert played.shown(Say)[0].message == "not-now"


def test_calibrating_asks_before_the_verdict():
    """How sure comes before right or wrong, at the first try only."""
    played = script(a_question("q"), calibrate=True).play("incorrect")
    assert not played.shown(ShowVerdict) and not played.record
    played.play("sure correct")
    assert [review.confidence for review in played.record] == [80, 80]
    assert rows(played) == [(1, 1, "incorrect"), (2, None, "correct")]


def test_options_are_shown_in_an_order_of_the_seed():
    """The same seed shows the same order; the ids stay what they are."""
    options = dict.fromkeys("abcdef")
    orders = {script(a_question("q", kind="choice", options=options)).play("").session.visit.order for _ in range(2)}
    assert len(orders) == 1 and set(orders.pop()) == set(options)


def test_quitting_ends_the_session():
    """After it nothing is asked, whatever lies ahead."""
    played = script(a_question("a"), a_question("b")).play("incorrect quit")
    assert played.session.over and len(played.session.closed) == 1


@pytest.mark.parametrize(
    ("acts", "left"),
    [
        ("", "q"), ("hint", "q"), ("incorrect undo", "q"), ("correct undo", "q"),
        ("skip", "r"), ("correct", "r"), ("skip skip", None), ("correct skip", None), ("key correct", None),
    ],
)  # fmt: skip
def test_the_place_of_a_session_is_kept_as_it_goes_on(acts, left):
    """The question that is open, again after its answer was taken back; none that comes back, none passed over."""
    visit = script(a_question("q"), a_question("r")).play(acts).shown(KeepPlace)[-1].visit
    assert (visit.question.id if visit else None) == left
