-- The officer queue: a row a case, a row a person whose identity is to be checked, and the counts
-- of the views. Times are milliseconds since 1970-01-01T00:00:00Z.
CREATE TABLE cases(
    number TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    service TEXT NOT NULL,
    definition INTEGER NOT NULL,
    category TEXT,
    subcategory TEXT,
    area TEXT,
    moo INTEGER,
    channel TEXT NOT NULL,
    urgency TEXT NOT NULL,
    state TEXT NOT NULL,
    status TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    owner TEXT,
    department TEXT,
    citizen TEXT,
    entered_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    receive_near INTEGER,
    receive_due INTEGER,
    answer_near INTEGER,
    answer_due INTEGER,
    finish_near INTEGER,
    finish_due INTEGER,
    next_near INTEGER,
    next_due INTEGER,
    rank INTEGER NOT NULL,
    alarm_at INTEGER,
    alarms BLOB NOT NULL,
    last_activity_at INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    attachments INTEGER NOT NULL,
    appointment_at INTEGER,
    finished_at INTEGER,
    returns INTEGER NOT NULL,
    reopenings INTEGER NOT NULL,
    awaits_citizen INTEGER NOT NULL,
    awaits_agency TEXT,
    is_imported INTEGER NOT NULL,
    has_clocks INTEGER NOT NULL,
    is_confidential INTEGER NOT NULL,
    is_anonymous INTEGER NOT NULL,
    merged_into TEXT,
    erased_at INTEGER,
    erased_position INTEGER,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    filed_area TEXT,
    filed_moo INTEGER,
    facts BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE identities(
    account TEXT PRIMARY KEY,
    standing TEXT NOT NULL,
    waiting_since INTEGER NOT NULL,
    photos INTEGER NOT NULL,
    round INTEGER NOT NULL,
    channel TEXT NOT NULL,
    level TEXT NOT NULL,
    filed_by TEXT,
    position INTEGER NOT NULL
) WITHOUT ROWID;

-- How many rows a view holds, moved by each change of a row. Where time decides, a bucket is a day
-- in Thailand: days since 1970-01-01.
CREATE TABLE counts(
    tally TEXT NOT NULL,
    scope TEXT NOT NULL,
    bucket INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (tally, scope, bucket)
) WITHOUT ROWID;

-- Few rows of many have a place in these: they are filled as rows come.
--
-- The queue: all that a filter asks for stands in it, `is_open` too: a filter that few cases pass
-- walks over the index alone, a hundred times faster than over the rows.
CREATE INDEX cases_by_rank ON cases(
    rank, number, is_open, department, owner, status, category, subcategory, kind, channel,
    service, next_near, awaits_citizen, returns, reopenings, unread, urgency, area, moo,
    appointment_at
) WHERE is_open;
CREATE INDEX cases_by_owner ON cases(owner, rank, number) WHERE is_open;
CREATE INDEX cases_by_near ON cases(next_near, department) WHERE next_near IS NOT NULL;
CREATE INDEX cases_by_due ON cases(next_due, department) WHERE next_due IS NOT NULL;
CREATE INDEX cases_by_alarm ON cases(alarm_at, number) WHERE alarm_at IS NOT NULL;
CREATE INDEX cases_by_appointment ON cases(appointment_at) WHERE appointment_at IS NOT NULL;
-- A search asks which of what it found must not be found.
CREATE INDEX cases_confidential ON cases(number, is_confidential, department, owner)
    WHERE is_confidential;
CREATE INDEX identities_by_wait ON identities(waiting_since, account) WHERE standing = 'waiting';
-- All of them have a place in this one. Their numbers come day by day, and it grows in few places.
CREATE INDEX cases_by_entry ON cases(entered_at, number);
