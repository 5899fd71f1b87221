"""What a learner remembers, and when to ask again: an engine that knows no question.

    review.py   one answer on record, append-only; a retraction takes one back
    card.py     reviews --fold--> card (stability, difficulty, due), over the fsrs library
    store.py    the SQLite file: one commit an answer; opening.py opens or rescues it, migrations.py renews it
    exchange.py the record as lines, to merge several machines
    place.py    where all this lies

The reviews are the truth; cards are kept beside them so that a session starts fast. Nothing is imported here: most
commands want only `place`, and must not pay for the fsrs library.
"""
