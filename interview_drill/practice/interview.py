"""A mock interview along the follow-up trees: deeper on strength, a hint and a step back on weakness.

    main question --strong--> its first follow-up --strong--> ... until five questions of one tree were asked
                  --missed--> a hint, and the same answer once more --right--> the next main question
                                                                    --missed--> one easier question, then the next

A question is strong where its first answer, or the share of key points ticked, scored as much as opens follow-ups in
practice. What comes next follows from the questions that are closed, so that an answer taken back changes the path.
When all main questions were asked, the follow-ups that were left come up: of strong questions, and of those that
the hint put right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.practice.events import AskHint
from interview_drill.practice.interview_trees import Trees
from interview_drill.practice.queue import Queue
from interview_drill.practice.standing import PASSED
from interview_drill.practice.state import Session, is_open
from interview_drill.practice.ticks import assessment, ticked_off
from interview_drill.practice.visit import Visit, right
from interview_drill.question import Question

LINE = 5
"""Questions of one tree in a row; then another main question has its turn."""


class Move(StrEnum):
    """Why a question comes up."""

    MAIN = "main"
    DEEPER = "deeper"
    ON = "on"
    EASIER = "easier"


class Played(Struct, frozen=True):
    """A question that was asked, and how it went: `recovered` where the hint put a missed one right."""

    id: str
    strong: bool
    recovered: bool = False


class Interview(Struct, frozen=True):
    """What stays beside the session: the trees, when time is up (aware; None: never), and why each question came up.

    `left_out` are questions that do not come up (again); `skipped` are those of them that the candidate passed over.
    """

    trees: Trees
    ends: datetime | None = None
    moves: tuple[tuple[str, Move], ...] = ()
    left_out: frozenset[str] = frozenset()
    skipped: tuple[Question, ...] = ()


def onward(interview: Interview, session: Session, now: datetime) -> tuple[Interview, Session]:
    """Between two questions: the next one lies ahead, or the session is over (time is up, or nothing is left)."""
    interview = _skipped(interview, session)
    step = None if interview.ends and now >= interview.ends else following(interview, played(session.closed))
    if step is None:
        return interview, replace(session, over=True)
    return replace(interview, moves=(*interview.moves, step)), replace(session, queue=Queue((step[0],)))


def following(interview: Interview, asked: Sequence[Played]) -> tuple[str, Move] | None:
    """The next question and why it; None where the trees are exhausted."""
    trees, done = interview.trees, {one.id for one in asked} | interview.left_out
    passed = {one.id for one in asked if one.strong}
    steps: Iterator[tuple[str, Move]] = iter(())
    if asked and asked[-1].strong and _in_a_row(trees, asked) < LINE:
        steps = _down(trees, asked[-1].id, passed)
    elif asked and not asked[-1].strong and not asked[-1].recovered and not _eased(interview, asked):
        steps = ((id, Move.EASIER) for id in easier(trees, asked[-1].id, passed, done))
    mains = ((id, Move.MAIN) for id in trees.mains)
    opened = passed | {one.id for one in asked if one.recovered}
    left = ((id, Move.ON) for main in trees.mains for id in trees.below(main) if trees.parent(id) in opened)
    return next((step for steps in (steps, mains, left) for step in steps if step[0] not in done), None)


def easier(trees: Trees, id: str, passed: Iterable[str], done: Iterable[str]) -> list[str]:
    """Open questions of the same topic below this one's level, nearest first: in the same tree, then one step down."""
    mine, open_to, asked = trees.entries[id], set(passed), set(done)
    found = [
        entry
        for entry in trees.entries.values()
        if entry.topic == mine.topic and entry.level < mine.level and entry.id not in asked
        if entry.id in trees.mains or trees.parent(entry.id) in open_to
    ]
    found.sort(key=lambda entry: (trees.root(entry.id) != trees.root(id), -entry.level))
    return [entry.id for entry in found]


def without(interview: Interview, ids: Iterable[str]) -> Interview:
    """The interview in which these questions do not come up."""
    return replace(interview, left_out=interview.left_out.union(ids))


def fallback(before: Session, after: Session, parent: Question | None) -> AskHint | None:
    """The hint that the first miss of a question brings: its parent's first, told as such, or a main question's own."""
    now = after.visit
    missed = is_open(now) and now.mending and now.tries == 1 and before.visit is not None and not before.visit.tries
    if not missed or not (parent or now.question).hints:
        return None
    return AskHint((parent.id, parent.hints[0]), parent.title) if parent else AskHint()


def minutes_left(visit: Visit, ends: datetime) -> int:
    """Whole minutes that were left when a question was put, the one under way counted."""
    return max(0, ceil((ends - visit.began).total_seconds() / 60))


def played(closed: Iterable[Visit]) -> list[Played]:
    """How the closed visits went."""
    return [Played(one.question.id, strong(one), _recovered(one)) for one in closed]


def strong(visit: Visit) -> bool:
    """Whether a question was answered well enough to ask on. What was not decided is not held against anybody."""
    if visit.self_assessed:
        return ticked_off(visit) and assessment(visit).score >= PASSED
    return visit.first is not None and (visit.first.verdict.score is None or visit.first.verdict.score >= PASSED)


def _recovered(visit: Visit) -> bool:
    return not visit.self_assessed and not strong(visit) and bool(visit.given) and right(visit.given[-1])


def _down(trees: Trees, id: str, passed: Iterable[str]) -> Iterator[tuple[str, Move]]:
    """The follow-ups of a question, then those of the questions above it that were answered well."""
    for at in trees.above(id):
        if at in passed:
            move = Move.DEEPER if at == id else Move.ON
            yield from ((child, move) for child in trees.followups.get(at, ()) if child not in trees.mains)


def _in_a_row(trees: Trees, asked: Sequence[Played]) -> int:
    """How many questions of the latest one's tree were asked without another between."""
    tree, count = trees.root(asked[-1].id), 0
    for one in reversed(asked):
        if trees.root(one.id) != tree:
            break
        count += 1
    return count


def _eased(interview: Interview, asked: Sequence[Played]) -> bool:
    """Whether an easier question was asked in the latest one's tree already."""
    moves, tree = dict(interview.moves), interview.trees.root(asked[-1].id)
    return any(moves.get(one.id) is Move.EASIER and interview.trees.root(one.id) == tree for one in asked)


def _skipped(interview: Interview, session: Session) -> Interview:
    """With the question that was just left with nothing on record, if it was."""
    visit = session.visit
    if visit is None or is_open(visit) or visit.reviews or visit.question.id in interview.left_out:
        return interview
    left = without(interview, [visit.question.id])
    return replace(left, skipped=(*left.skipped, visit.question))
