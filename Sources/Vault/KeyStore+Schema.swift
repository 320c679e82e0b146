extension KeyStore {
    static let format = 1

    static let schema = """
        CREATE TABLE office (origin TEXT NOT NULL) STRICT;
        CREATE TABLE epochs (
          epoch INTEGER PRIMARY KEY,
          proof BLOB NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('current', 'retired'))
        ) STRICT;
        CREATE TABLE keys (
          reference BLOB NOT NULL PRIMARY KEY CHECK (length(reference) = 16),
          epoch INTEGER NOT NULL,
          wrapped BLOB CHECK (length(wrapped) = 72),
          state TEXT NOT NULL CHECK (state IN ('active', 'erased')),
          erased_position INTEGER,
          CHECK ((state = 'active') = (wrapped IS NOT NULL)),
          CHECK ((state = 'erased') = (erased_position IS NOT NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX erased_keys ON keys (erased_position) WHERE erased_position IS NOT NULL;
        CREATE TABLE batches (
          number INTEGER PRIMARY KEY,
          head INTEGER NOT NULL,
          key_references BLOB NOT NULL CHECK (length(key_references) % 16 = 0)
        ) STRICT;
        """
}
