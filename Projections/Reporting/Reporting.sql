-- Reporting: figures without personal data, for any SQLite client. The tables are filled by the
-- house; ask the views, which are described in Docs/Format/views.md.
-- Times in the tables are milliseconds since 1970-01-01T00:00:00Z.
CREATE TABLE petition_rows(
    number TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    service TEXT NOT NULL,
    definition INTEGER NOT NULL,
    category TEXT,
    subcategory TEXT,
    area TEXT,
    moo INTEGER,
    channel TEXT NOT NULL,
    mode TEXT NOT NULL,
    urgency TEXT NOT NULL,
    department TEXT,
    officer TEXT,
    state TEXT NOT NULL,
    status TEXT NOT NULL,
    outcome TEXT,
    is_open INTEGER NOT NULL,
    awaits_citizen INTEGER NOT NULL,
    awaits_agency TEXT,
    entered_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    taken_at INTEGER,
    answered_at INTEGER,
    finished_at INTEGER,
    fiscal_year INTEGER NOT NULL,
    returns INTEGER NOT NULL,
    reopenings INTEGER NOT NULL,
    forwardings INTEGER NOT NULL,
    extensions INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    paid_satang INTEGER NOT NULL,
    score INTEGER,
    is_on_behalf INTEGER NOT NULL,
    is_confidential INTEGER NOT NULL,
    is_imported INTEGER NOT NULL,
    has_clocks INTEGER NOT NULL,
    merged_into TEXT,
    erased_at INTEGER,
    erased_position INTEGER,
    events INTEGER NOT NULL,
    position INTEGER NOT NULL,
    facts BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE clock_rows(
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    clock TEXT NOT NULL,
    kind TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    round INTEGER NOT NULL,
    standing TEXT NOT NULL,
    started_at INTEGER,
    near_at INTEGER,
    due_at INTEGER,
    ended_at INTEGER
) WITHOUT ROWID;

CREATE TABLE event_rows(
    position INTEGER PRIMARY KEY,
    stream TEXT,
    event TEXT NOT NULL,
    at INTEGER NOT NULL,
    occurred_at INTEGER,
    officer TEXT,
    activity TEXT
);

CREATE TABLE rating_rows(
    position INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    score INTEGER NOT NULL,
    at INTEGER NOT NULL
);

CREATE TABLE label_rows(
    id TEXT PRIMARY KEY,
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    thai TEXT NOT NULL,
    english TEXT
) WITHOUT ROWID;

-- Few cases of many are open: it is filled as rows come.
CREATE INDEX petition_rows_open ON petition_rows(number) WHERE is_open;
