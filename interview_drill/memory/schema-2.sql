-- Version 2: a card knows which revision of its question was answered last.
ALTER TABLE cards ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
UPDATE cards SET revision = COALESCE(
    (SELECT MAX(revision) FROM standing WHERE standing.question = cards.question AND rating IS NOT NULL), 1);
