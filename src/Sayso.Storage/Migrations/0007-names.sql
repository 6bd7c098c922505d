-- Schema 7. Statements are found by whom they are credited to, by the words of names.

-- The words of present analyses, put together by the program (NameIndex): those of the names in a statement's chain; where that
-- was not read, its source's. rowid is statement.number. Any letter that is not ASCII belongs to a word.
CREATE VIRTUAL TABLE name_search USING fts5 (names, content = '', contentless_delete = 1, tokenize = 'ascii');

INSERT INTO name_search (rowid, names)
SELECT s.number, sayso_names(s.spans, s.understanding, CASE WHEN instr(s.understanding, '"chain":') THEN NULL ELSE d.text END) AS words
FROM statement s
CROSS JOIN present p ON p.analysis = s.analysis
CROSS JOIN document d ON d.entry = p.document
WHERE words IS NOT NULL;
