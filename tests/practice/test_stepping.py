"""Lines that are judged as they are entered: what stands, what goes on record, and what is taken back."""

from interview_drill.kinds.stepping import Step
from interview_drill.practice import events
from interview_drill.practice import session as transitions
from interview_drill.practice.effects import Remember, ShowHint, ShowKey, ShowStep, ShowVerdict, TakeBack
from interview_drill.question import Answer
from tests.practice.scripted import a_question, judged, script, text

FOLLOWS = judged("correct")


def line(*stands):
    """A line was entered and follows; these stand now."""
    return events.Stepped("", Step(stands, FOLLOWS))


def slip(mend, *stands, outcome="incorrect"):
    return events.Stepped("", Step(stands, judged(outcome), mend=mend))


def goal(*stands):
    return events.Stepped("", Step(stands, FOLLOWS, arrived=True))


def played(*happened):
    found = script(a_question("q")).play("")
    for event in happened:
        found._step(*transitions.update(found.session, event, found._moment()))
    return found


def rows(found):
    return [(review.tries, review.rating, review.outcome, review.answer) for review in found.record]


def test_lines_that_stand_are_told_and_not_recorded():
    """The record is for answers."""
    found = played(line("a"), line("a", "b"))
    assert found.session.visit.lines == ("a", "b") and len(found.shown(ShowStep)) == 2 and found.record == []


def test_a_slip_is_committed_before_it_is_told_and_rates():
    """With the lines before it; mended as often as need be, the whole is a later try."""
    found = played(line("a"), slip("x", "a"), slip("y", "a"), line("a", "b"), goal("a", "b", "c"))
    assert rows(found) == [
        (1, 1, "incorrect", "a\nx"),
        (2, None, "incorrect", "a\ny"),
        (3, None, "correct", "a\nb\nc"),
    ]
    kinds = [type(effect) for effect in found.effects]
    assert kinds.index(Remember) < kinds.index(ShowVerdict) and len(found.shown(ShowKey)) == 1


def test_an_unreadable_line_is_no_try():
    """It is told with the line alone."""
    found = played(line("a"), slip("(", "a", outcome="unreadable"), goal("a", "b"))
    assert rows(found) == [(1, 3, "correct", "a\nb")] and found.shown(ShowVerdict)[0].given.answer.text == "("


def test_undo_takes_the_slip_back_and_then_the_lines():
    """The last thing first; without any, the question's record."""
    found = played(line("a"), slip("x", "a"), events.Undo())
    assert found.record == [] and found.session.visit.lines == ("a",) and len(found.shown(TakeBack)) == 1
    found = played(line("a"), slip("x", "a"), line("a", "b"), events.Undo())
    assert found.session.visit.lines == ("a",) and len(found.record) == 1


def test_back_never_touches_the_record():
    """And does nothing where no line stands."""
    found = played(line("a"), slip("x", "a"), events.Back(), events.Back())
    assert found.session.visit.lines == () and len(found.record) == 1 and found.shown(TakeBack) == []


def test_handed_in_early_it_goes_on_once():
    """Slips on the way do not count against the second chance of the whole."""
    early = events.Handed(Answer("a"), judged("partial"))
    found = played(line("a"), slip("x", "a"), early)
    assert found.session.visit.mending and found.session.visit.lines == ("a",) and not found.shown(ShowKey)
    assert len(played(line("a"), slip("x", "a"), early, early).shown(ShowKey)) == 1


def test_a_hint_that_leads_on_is_given_once():
    """Then the question's own, weakest first; each counts."""
    onward = events.AskHint(("next", text("onward")))
    found = played(onward, onward, onward, onward)
    assert [one.number for one in found.shown(ShowHint)] == [None, 1, 2] and found.session.visit.hints == 3
