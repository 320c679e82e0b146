-- The citizen dashboard: what each person sees of their own cases. It holds references only; pages
-- open the few sections that they show. Times are milliseconds since 1970-01-01T00:00:00Z.
CREATE TABLE my_cases(
    number TEXT PRIMARY KEY,
    account TEXT,
    tracking_code TEXT,
    kind TEXT NOT NULL,
    service TEXT NOT NULL,
    definition INTEGER NOT NULL,
    category TEXT,
    state TEXT NOT NULL,
    status TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    awaits_citizen INTEGER NOT NULL,
    awaits_agency TEXT,
    entered_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    next_step TEXT,
    next_at INTEGER,
    appointment_at INTEGER,
    finished_at INTEGER,
    returns INTEGER NOT NULL,
    reopenings INTEGER NOT NULL,
    merged_into TEXT,
    rating INTEGER,
    unread INTEGER NOT NULL,
    last_activity_at INTEGER NOT NULL,
    is_imported INTEGER NOT NULL,
    has_clocks INTEGER NOT NULL,
    erased_at INTEGER,
    erased_position INTEGER,
    owner_key TEXT,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    facts BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE my_accounts(
    account TEXT PRIMARY KEY,
    identity TEXT NOT NULL,
    level TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    identity_changed_at INTEGER NOT NULL,
    contact_preference TEXT,
    terms INTEGER NOT NULL,
    erased_at INTEGER,
    erased_position INTEGER,
    position INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE my_documents(
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    document TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT,
    verification_code TEXT,
    valid_from TEXT,
    valid_until TEXT,
    issued_at INTEGER NOT NULL,
    is_revoked INTEGER NOT NULL,
    is_listed INTEGER NOT NULL,
    is_replaced INTEGER NOT NULL,
    position INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE my_messages(
    position INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    event TEXT NOT NULL,
    is_from_citizen INTEGER NOT NULL,
    at INTEGER NOT NULL
);

CREATE TABLE my_viewings(
    position INTEGER PRIMARY KEY,
    number TEXT,
    account TEXT,
    viewer TEXT NOT NULL,
    parts TEXT NOT NULL,
    purpose TEXT,
    at INTEGER NOT NULL
);

-- Few cases of many are open: it is filled as rows come.
CREATE INDEX my_cases_open ON my_cases(number) WHERE is_open;
