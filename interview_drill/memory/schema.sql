-- Version 1. Later versions are steps of their own (see migrations.py); this file is never edited once released.

-- What happened: only ever added to.
CREATE TABLE reviews (
    id            TEXT PRIMARY KEY,           -- UUID
    visit         TEXT NOT NULL,              -- UUID, shared by the answers to one asking
    question      TEXT NOT NULL,
    revision      INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    at            TEXT NOT NULL,              -- the real instant, UTC, ISO 8601 with microseconds
    day           TEXT NOT NULL,              -- the learner's date, ending at 04:00
    tries         INTEGER NOT NULL,           -- 1 is the first try
    rating        INTEGER CHECK (rating BETWEEN 1 AND 4),   -- NULL where the card does not move
    outcome       TEXT,                       -- NULL where the key was asked for without an answer
    score         REAL CHECK (score BETWEEN 0 AND 1),
    misconception TEXT,
    answer        TEXT NOT NULL,
    notation      TEXT,
    hints         INTEGER NOT NULL,
    confidence    INTEGER CHECK (confidence BETWEEN 0 AND 100),
    assessed      TEXT NOT NULL CHECK (assessed IN ('graded', 'self')),
    seed          INTEGER,
    seconds       REAL,
    version       TEXT NOT NULL,
    ordinal       INTEGER NOT NULL            -- orders the answers of one machine within one instant
);
CREATE INDEX reviews_of_a_question ON reviews (question, at, ordinal, id);

CREATE TABLE retractions (
    id     TEXT PRIMARY KEY,                  -- UUID
    review TEXT NOT NULL,                     -- may arrive, by a merge, before the review itself
    at     TEXT NOT NULL
);
CREATE INDEX retractions_of_a_review ON retractions (review);

CREATE TRIGGER reviews_never_change BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_never_go BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE VIEW standing AS
SELECT * FROM reviews WHERE NOT EXISTS (SELECT 1 FROM retractions WHERE retractions.review = reviews.id);

-- What follows from it: a fold of the standing reviews, kept so that a session starts fast.
CREATE TABLE cards (
    question   TEXT PRIMARY KEY,
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    first      TEXT NOT NULL,
    last       TEXT NOT NULL,
    due        TEXT NOT NULL,
    reviews    INTEGER NOT NULL,
    lapses     INTEGER NOT NULL,
    rating     INTEGER NOT NULL
);
