-- Schema 6. A time expression of a statement may be of another occasion than what it tells of: "aside" in its object (TimeCodec).
-- Of documents published at one moment the later version comes first.

DROP INDEX document_newest_first;
CREATE INDEX document_newest_first ON document (published_at DESC, version DESC, id);
