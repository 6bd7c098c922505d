-- Schema 8. Documents are found by their outlet, those that were added last first.

CREATE INDEX document_by_outlet ON document (outlet);
