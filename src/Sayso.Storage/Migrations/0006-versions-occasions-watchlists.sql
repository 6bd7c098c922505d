-- Schema 6. A time expression of a statement may be of another occasion than what it tells of: "aside" in its object (TimeCodec).
-- Of documents published at one moment the later version comes first.

DROP INDEX document_newest_first;
CREATE INDEX document_newest_first ON document (published_at DESC, version DESC, id);

-- What readers come back to: saved searches and claims, each change with all that the list then is. Beside the hash chain,
-- since it says nothing of who said what; unlike what is merely kept it is nowhere else, so that it is never cleared.
CREATE TABLE watchlist (
    number INTEGER NOT NULL PRIMARY KEY,
    body   TEXT    NOT NULL CHECK (json_type(body) = 'object')
) STRICT;

CREATE TRIGGER watchlist_stays BEFORE UPDATE ON watchlist BEGIN SELECT raise(ABORT, 'what was kept of a watchlist never changes'); END;
CREATE TRIGGER watchlist_remains BEFORE DELETE ON watchlist BEGIN SELECT raise(ABORT, 'what was kept of a watchlist is never deleted'); END;
