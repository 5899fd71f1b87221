"""What a good answer opens while the session still runs: its follow-ups take their places among what is new.

They come where the next session would ask them, in teaching order, so that going on and starting anew are the same.
Where the day has no room for more, what they push out is left for another day.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.bank import Entry
from interview_drill.practice.queue import Queue, interleaved


class Openings(Struct, frozen=True):
    """What may still become new in a session.

    `unseen` is all of the pool that was never asked when the session began, in teaching order; `room` the number of
    questions by which the session may grow; `done` holds the parents whose follow-ups had their turn.
    """

    unseen: tuple[Entry, ...] = ()
    room: int = 0
    done: frozenset[str] = frozenset()


def with_follow_ups(queue: Queue, openings: Openings, parent: str, topic: str) -> tuple[Queue, Openings]:
    """The questions ahead, and what may open after them, once `parent` (a question of `topic`) was answered well."""
    planned = set(queue.ahead) - set(queue.returned)
    ahead = [entry for entry in openings.unseen if entry.id in planned]
    places = len(ahead) + openings.room
    wanted = [entry for entry in openings.unseen if entry.id in planned or entry.parent == parent][:places]
    if parent in openings.done or wanted == ahead:
        return queue, openings
    entries = {entry.id: entry for entry in wanted}
    fresh = interleaved(list(entries), lambda id: entries[id].topic, lambda id: entries[id].parent, after=topic)
    after = replace(openings, room=places - len(wanted), done=openings.done | {parent})
    return replace(queue, ahead=_placed(queue.ahead, {entry.id for entry in ahead}, fresh)), after


def _placed(ahead: tuple[str, ...], old: set[str], fresh: list[str]) -> tuple[str, ...]:
    """What is new in its new order, in the places that the new ones had; the rest of it at the end."""
    following = iter(fresh)
    placed = [next(following) if id in old else id for id in ahead]
    return (*placed, *following)
