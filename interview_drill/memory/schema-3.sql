-- Version 3: which question was put last, and in which visit. No part of the record, and never exported: it only tells
-- a session that was broken off what to begin with.
CREATE TABLE put_last (
    visit    TEXT NOT NULL,                   -- UUID
    question TEXT NOT NULL
);
