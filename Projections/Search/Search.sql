-- Search: the only view that holds plaintext about people. `pieces` is what is sought by the key
-- that it was sealed under, `texts` its index; a row there has the rowid `id` of its document. An
-- erased document keeps its number and the event that says so, and has no text.
CREATE TABLE documents(
    subject TEXT PRIMARY KEY,
    id INTEGER NOT NULL,
    number TEXT NOT NULL,
    reference TEXT NOT NULL,
    is_account INTEGER NOT NULL,
    at INTEGER NOT NULL,
    erased_at INTEGER,
    erased_position INTEGER,
    position INTEGER NOT NULL,
    pieces TEXT NOT NULL,
    text TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIRTUAL TABLE texts USING fts5(text, content = '', tokenize = 'trigram');
-- Numbers and references by their parts; they say nothing about a person and stay for ever.
CREATE VIRTUAL TABLE names USING fts5(name, content = '', tokenize = 'trigram');
