"""The questions ahead in a session, and the way a missed one comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

GAP = 3
"""Other questions between a miss and its return, where there are that many."""
RETURNS = 2
"""A question comes back at most this often in one session."""


class Queue(Struct, frozen=True):
    """Question ids, next one first; `returned` holds an id once for every time it was put back."""

    ahead: tuple[str, ...]
    returned: tuple[str, ...] = ()


def taken(queue: Queue) -> tuple[str | None, Queue]:
    """The next question's id (None where nothing is left) and what then lies ahead."""
    if not queue.ahead:
        return None, queue
    return queue.ahead[0], replace(queue, ahead=queue.ahead[1:])


def missed(queue: Queue, question: str) -> Queue:
    """A missed question comes back after a few others; where nothing lies between, it would only echo the key."""
    if not queue.ahead or question in queue.ahead or queue.returned.count(question) >= RETURNS:
        return queue
    ahead = (*queue.ahead[:GAP], question, *queue.ahead[GAP:])
    return Queue(ahead, (*queue.returned, question))


def added(before: Queue, after: Queue) -> tuple[str, ...]:
    """The questions that lie ahead now and did not: one that was missed, or follow-ups of one that was not."""
    return tuple(id for id in after.ahead if id not in before.ahead) if len(after.ahead) > len(before.ahead) else ()


def interleaved(
    questions: Sequence[str],
    topic: Callable[[str], str],
    parent: Callable[[str], str | None] = lambda _: None,
    after: str | None = None,
) -> list[str]:
    """The questions in their order, except that two of one topic do not follow each other where that can be helped.

    None is moved past its `parent`; `after` is the topic of what was asked before them.
    """
    left, mixed = list(questions), []
    while left:
        last = topic(mixed[-1]) if mixed else after
        free = (at for at, one in enumerate(left) if topic(one) != last and parent(one) not in left[:at])
        mixed.append(left.pop(next(free, 0)))
    return mixed


def without_repeats(questions: Iterable[str]) -> tuple[str, ...]:
    """Each question once, where it stands first."""
    return tuple(dict.fromkeys(questions))
