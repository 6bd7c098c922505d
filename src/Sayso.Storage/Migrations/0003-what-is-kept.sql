-- Schema 3. Values computed from the rest, kept so as not to be computed anew: outside the hash chain, and lost without loss.

CREATE TABLE kept (
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
