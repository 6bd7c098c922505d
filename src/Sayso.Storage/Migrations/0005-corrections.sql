-- Schema 5. A person's corrections are entries: what each says is JSON as CorrectionCodec writes it, and never changes.

-- A CHECK cannot be altered, nor can a NOT NULL: the table is made anew. Its triggers go with the old one.
-- Those of other tables that ask it stand aside meanwhile.
DROP TRIGGER document_stays;
DROP TRIGGER problem_remains;
DROP TRIGGER statement_remains;
CREATE TABLE entry_new (
    sequence        INTEGER NOT NULL PRIMARY KEY,           -- 1, 2, … without gaps
    kind            TEXT    NOT NULL CHECK (kind IN ('add', 'retract', 'restore', 'supersede', 'purge', 'correct')),
    document        INTEGER          REFERENCES document (entry) DEFERRABLE INITIALLY DEFERRED, -- NULL: of no one document
    at              INTEGER NOT NULL,                       -- 100 ns since 1970-01-01T00:00Z
    program_version TEXT    NOT NULL,
    model_version   TEXT,
    author          TEXT,
    reason          TEXT,
    payload         TEXT    NOT NULL,                       -- SHA-256 of what the entry added, hexadecimal
    previous        TEXT    NOT NULL,                       -- hash of the entry before; 64 zeros for the first
    hash            TEXT    NOT NULL,                       -- SHA-256 of this row's other columns
    CHECK ((document IS NULL) = (kind = 'correct'))
) STRICT;
INSERT INTO entry_new SELECT sequence, kind, document, at, program_version, model_version, author, reason, payload, previous, hash FROM entry ORDER BY sequence;
DROP TABLE entry;
ALTER TABLE entry_new RENAME TO entry;

CREATE INDEX entry_by_document ON entry (document);
CREATE INDEX entry_that_purges ON entry (document) WHERE kind = 'purge';

CREATE TABLE correction (
    entry INTEGER NOT NULL PRIMARY KEY REFERENCES entry (sequence),
    body  TEXT    NOT NULL CHECK (json_type(body) = 'object')
) STRICT;

CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.sequence <> (SELECT ifnull(max(sequence), 0) + 1 FROM entry)
    OR NEW.previous <> ifnull((SELECT hash FROM entry ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'entries never change'); END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document
WHEN NOT (
    NEW.entry = OLD.entry AND NEW.id = OLD.id AND NEW.raw_length = OLD.raw_length AND NEW.raw_hash = OLD.raw_hash
    AND NEW.media_type = OLD.media_type AND NEW.version = OLD.version
    AND length(NEW.raw) = 0 AND NEW.text = ''
    AND coalesce(NEW.path, NEW.url, NEW.title, NEW.outlet, NEW.byline, NEW.published, NEW.published_at, NEW.modified, NEW.language) IS NULL
    AND EXISTS (SELECT 1 FROM entry WHERE document = NEW.entry AND kind = 'purge'))
BEGIN SELECT raise(ABORT, 'documents never change'); END;
CREATE TRIGGER problem_remains BEFORE DELETE ON problem
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE document = OLD.document AND kind = 'purge')
BEGIN SELECT raise(ABORT, 'problems are never deleted'); END;
CREATE TRIGGER statement_remains BEFORE DELETE ON statement
WHEN NOT EXISTS (SELECT 1 FROM analysis a JOIN entry e ON e.document = a.document AND e.kind = 'purge' WHERE a.entry = OLD.analysis)
BEGIN SELECT raise(ABORT, 'statements are never deleted'); END;

CREATE TRIGGER correction_is_new BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM correction WHERE entry = NEW.entry)
BEGIN SELECT raise(ABORT, 'corrections are never replaced'); END;
CREATE TRIGGER correction_stays BEFORE UPDATE ON correction BEGIN SELECT raise(ABORT, 'corrections never change'); END;
CREATE TRIGGER correction_remains BEFORE DELETE ON correction BEGIN SELECT raise(ABORT, 'corrections are never deleted'); END;
