"""New questions come in teaching order: that order is what keeps follow-ups and prerequisites in their place."""

from interview_drill.bank import open_bank


def test_nothing_is_taught_before_what_it_builds_on():
    """Each question of the shipped bank stands behind its parent and its prerequisites."""
    bank = open_bank()
    place = {entry.id: at for at, entry in enumerate(bank.index())}
    questions = [bank.question(id) for id in place]
    builds_on = [(one.id, other) for one in questions for other in (one.parent, *one.prerequisites) if other]
    assert len(builds_on) > 50
    assert not [pair for pair in builds_on if place[pair[1]] > place[pair[0]]]
