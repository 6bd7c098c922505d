-- Schema 1. What an entry added is never changed or deleted: triggers see to it, and the hash chain shows it.
-- Only "present", document_search and statement_search change; all three can be computed from the rest.

CREATE TABLE entry (
    sequence        INTEGER NOT NULL PRIMARY KEY,           -- 1, 2, … without gaps
    kind            TEXT    NOT NULL CHECK (kind IN ('add', 'retract', 'restore', 'supersede')),
    document        INTEGER NOT NULL REFERENCES document (entry) DEFERRABLE INITIALLY DEFERRED,
    at              INTEGER NOT NULL,                       -- 100 ns since 1970-01-01T00:00Z
    program_version TEXT    NOT NULL,
    model_version   TEXT,
    author          TEXT,
    reason          TEXT,
    payload         TEXT    NOT NULL,                       -- SHA-256 of what the entry added, hexadecimal
    previous        TEXT    NOT NULL,                       -- hash of the entry before; 64 zeros for the first
    hash            TEXT    NOT NULL                        -- SHA-256 of this row's other columns
) STRICT;

CREATE INDEX entry_by_document ON entry (document);

CREATE TABLE document (
    entry        INTEGER NOT NULL PRIMARY KEY REFERENCES entry (sequence),
    id           TEXT    NOT NULL UNIQUE,
    raw          BLOB    NOT NULL,                          -- Brotli (RFC 7932)
    raw_length   INTEGER NOT NULL CHECK (raw_length >= 0),  -- bytes, uncompressed
    raw_hash     TEXT    NOT NULL,                          -- SHA-256 of the uncompressed bytes, hexadecimal
    media_type   TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    path         TEXT,
    url          TEXT,
    version      INTEGER NOT NULL CHECK (version >= 1),     -- of its address
    title        TEXT,
    outlet       TEXT,
    byline       TEXT,
    published    TEXT,                                      -- ISO 8601 with offset, as stated
    published_at INTEGER,                                   -- the same instant, 100 ns since 1970-01-01T00:00Z
    modified     TEXT,
    language     TEXT
) STRICT;

CREATE INDEX document_by_url ON document (url, version) WHERE url IS NOT NULL;
CREATE INDEX document_oldest_first ON document (published_at, id);
CREATE INDEX document_newest_first ON document (published_at DESC, id);

-- What was wrong with a document's input but did not keep it from being read.
CREATE TABLE problem (
    document INTEGER NOT NULL REFERENCES document (entry),
    place    INTEGER NOT NULL,                              -- 0, 1, … within the document
    code     TEXT    NOT NULL,
    message  TEXT    NOT NULL,
    PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;

-- One reading of a document by one model: the statements "first" to "first + count - 1", in order of the text.
CREATE TABLE analysis (
    entry    INTEGER NOT NULL PRIMARY KEY REFERENCES entry (sequence),
    document INTEGER NOT NULL REFERENCES document (entry),
    first    INTEGER NOT NULL CHECK (first >= 1),
    count    INTEGER NOT NULL CHECK (count >= 0)
) STRICT;

CREATE TABLE statement (
    number   INTEGER NOT NULL PRIMARY KEY,                  -- 1, 2, … without gaps, over all analyses
    analysis INTEGER NOT NULL REFERENCES analysis (entry),
    id       TEXT    NOT NULL,
    spans    BLOB    NOT NULL                               -- source, cue, content: see SpanCodec
) STRICT;

CREATE INDEX statement_by_id ON statement (id);

-- What is shown of each document now.
CREATE TABLE present (
    document  INTEGER NOT NULL PRIMARY KEY REFERENCES document (entry),
    analysis  INTEGER NOT NULL UNIQUE REFERENCES analysis (entry),
    retracted INTEGER NOT NULL CHECK (retracted IN (0, 1))
) STRICT;

-- The words of titles and texts; the text itself stays in "document".
CREATE VIRTUAL TABLE document_search USING fts5 (
    title, text, content = 'document', content_rowid = 'entry', tokenize = 'unicode61 remove_diacritics 2'
);

-- The words of present analyses; rowid is statement.number. Their text is a slice of the document's: none is kept here.
CREATE VIRTUAL TABLE statement_search USING fts5 (
    source, cue, content, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- The chain is a line: whoever appends, appends after the last.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.sequence <> (SELECT ifnull(max(sequence), 0) + 1 FROM entry)
    OR NEW.previous <> ifnull((SELECT hash FROM entry ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END;

-- INSERT OR REPLACE would delete without a word.
CREATE TRIGGER document_is_new BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE entry = NEW.entry OR id = NEW.id)
BEGIN SELECT raise(ABORT, 'documents are never replaced'); END;
CREATE TRIGGER problem_is_new BEFORE INSERT ON problem
WHEN EXISTS (SELECT 1 FROM problem WHERE document = NEW.document AND place = NEW.place)
BEGIN SELECT raise(ABORT, 'problems are never replaced'); END;
CREATE TRIGGER analysis_is_new BEFORE INSERT ON analysis
WHEN EXISTS (SELECT 1 FROM analysis WHERE entry = NEW.entry)
BEGIN SELECT raise(ABORT, 'analyses are never replaced'); END;
CREATE TRIGGER statement_is_new BEFORE INSERT ON statement
WHEN EXISTS (SELECT 1 FROM statement WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'statements are never replaced'); END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'entries never change'); END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN SELECT raise(ABORT, 'documents never change'); END;
CREATE TRIGGER document_remains BEFORE DELETE ON document BEGIN SELECT raise(ABORT, 'documents are never deleted'); END;
CREATE TRIGGER problem_stays BEFORE UPDATE ON problem BEGIN SELECT raise(ABORT, 'problems never change'); END;
CREATE TRIGGER problem_remains BEFORE DELETE ON problem BEGIN SELECT raise(ABORT, 'problems are never deleted'); END;
CREATE TRIGGER analysis_stays BEFORE UPDATE ON analysis BEGIN SELECT raise(ABORT, 'analyses never change'); END;
CREATE TRIGGER analysis_remains BEFORE DELETE ON analysis BEGIN SELECT raise(ABORT, 'analyses are never deleted'); END;
CREATE TRIGGER statement_stays BEFORE UPDATE ON statement BEGIN SELECT raise(ABORT, 'statements never change'); END;
CREATE TRIGGER statement_remains BEFORE DELETE ON statement BEGIN SELECT raise(ABORT, 'statements are never deleted'); END;

CREATE TRIGGER document_indexed AFTER INSERT ON document
BEGIN INSERT INTO document_search (rowid, title, text) VALUES (NEW.entry, NEW.title, NEW.text); END;
