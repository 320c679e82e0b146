-- All that a figure of a year asks for stands in it: the rows themselves are wide.
CREATE INDEX petition_rows_by_year ON petition_rows(
    fiscal_year, department, category, channel, status, is_open, missed, reopenings, paid_satang,
    received_at, taken_at, answered_at, finished_at
);
CREATE INDEX clock_rows_by_case ON clock_rows(number);
-- A third of all clocks wait for something that never comes: no figure counts them.
CREATE INDEX clock_rows_by_year ON clock_rows(fiscal_year, kind, standing)
    WHERE standing <> 'waiting';
CREATE INDEX clock_rows_running ON clock_rows(due_at, kind) WHERE standing = 'running';

CREATE VIEW departments AS SELECT code, thai, english FROM label_rows WHERE list = 'department';
CREATE VIEW categories AS SELECT code, thai, english FROM label_rows WHERE list = 'category';
CREATE VIEW services AS SELECT code, thai, english FROM label_rows WHERE list = 'service';

CREATE VIEW petitions AS
SELECT number, kind, service, definition, category, subcategory, area, moo, channel, mode, urgency,
    department, officer, state, status, outcome, is_open, awaits_citizen, awaits_agency,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', entered_at / 1000, 'unixepoch', '+7 hours') AS entered,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', received_at / 1000, 'unixepoch', '+7 hours') AS received,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', taken_at / 1000, 'unixepoch', '+7 hours') AS taken,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', answered_at / 1000, 'unixepoch', '+7 hours') AS answered,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', finished_at / 1000, 'unixepoch', '+7 hours') AS finished,
    fiscal_year,
    round((taken_at - received_at) / 86400000.0, 3) AS days_to_taken,
    round((answered_at - received_at) / 86400000.0, 3) AS days_to_answered,
    round((finished_at - received_at) / 86400000.0, 3) AS days_to_finished,
    returns, reopenings, forwardings, extensions, missed, documents, paid_satang / 100.0 AS paid_baht,
    score, is_on_behalf, is_confidential, is_imported, has_clocks, merged_into,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', erased_at / 1000, 'unixepoch', '+7 hours') AS erased,
    erased_position, events
FROM petition_rows;

CREATE VIEW events AS
SELECT position, stream AS number, event,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', at / 1000, 'unixepoch', '+7 hours') AS recorded,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', COALESCE(occurred_at, at) / 1000, 'unixepoch', '+7 hours')
        AS occurred,
    officer, activity
FROM event_rows;

CREATE VIEW clocks AS
SELECT number, clock, kind, round, standing,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', started_at / 1000, 'unixepoch', '+7 hours') AS started,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', near_at / 1000, 'unixepoch', '+7 hours') AS near,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', due_at / 1000, 'unixepoch', '+7 hours') AS due,
    strftime('%Y-%m-%dT%H:%M:%S+07:00', ended_at / 1000, 'unixepoch', '+7 hours') AS ended,
    round((due_at - ended_at) / 86400000.0, 3) AS days_to_spare
FROM clock_rows;

CREATE VIEW workload AS
SELECT department, officer,
    count(*) AS cases,
    sum(is_open) AS open_cases,
    sum(is_open AND awaits_citizen) AS awaiting_citizen,
    sum(is_open AND awaits_agency IS NOT NULL) AS awaiting_agency,
    sum(NOT is_open) AS finished_cases,
    sum(missed > 0) AS cases_with_missed_deadline
FROM petition_rows GROUP BY department, officer;

CREATE VIEW fiscal_years AS
SELECT fiscal_year, count(*) AS cases, sum(is_open) AS open_cases,
    sum(status = 'completed') AS completed, sum(status = 'rejected') AS rejected,
    sum(status = 'withdrawn') AS withdrawn, sum(status = 'referred') AS referred,
    sum(status = 'merged') AS merged, sum(missed > 0) AS cases_with_missed_deadline,
    sum(paid_satang) / 100.0 AS paid_baht
FROM petition_rows GROUP BY fiscal_year;

CREATE VIEW fiscal_years_by_category AS
SELECT fiscal_year, category, count(*) AS cases, sum(is_open) AS open_cases,
    sum(status = 'completed') AS completed, sum(missed > 0) AS cases_with_missed_deadline
FROM petition_rows GROUP BY fiscal_year, category;

CREATE VIEW fiscal_years_by_department AS
SELECT fiscal_year, department, count(*) AS cases, sum(is_open) AS open_cases,
    sum(status = 'completed') AS completed, sum(missed > 0) AS cases_with_missed_deadline
FROM petition_rows GROUP BY fiscal_year, department;

CREATE VIEW fiscal_years_by_channel AS
SELECT fiscal_year, channel, count(*) AS cases, sum(is_open) AS open_cases,
    sum(status = 'completed') AS completed, sum(missed > 0) AS cases_with_missed_deadline
FROM petition_rows GROUP BY fiscal_year, channel;

CREATE VIEW fiscal_years_by_status AS
SELECT fiscal_year, status, count(*) AS cases FROM petition_rows GROUP BY fiscal_year, status;

-- Nearest rank: the value at position ceil(p × n) of the sorted n values.
CREATE VIEW times AS
SELECT fiscal_year, step, n AS cases,
    round(min(CASE WHEN rank >= (n + 1) / 2 THEN days END), 3) AS median_days,
    round(min(CASE WHEN rank >= (9 * n + 9) / 10 THEN days END), 3) AS p90_days
FROM (
    SELECT fiscal_year, step, days,
        row_number() OVER (PARTITION BY fiscal_year, step ORDER BY days) AS rank,
        count(*) OVER (PARTITION BY fiscal_year, step) AS n
    FROM (
        SELECT fiscal_year, 'taken' AS step, (taken_at - received_at) / 86400000.0 AS days
        FROM petition_rows WHERE taken_at IS NOT NULL
        UNION ALL
        SELECT fiscal_year, 'answered', (answered_at - received_at) / 86400000.0
        FROM petition_rows WHERE answered_at IS NOT NULL
        UNION ALL
        SELECT fiscal_year, 'finished', (finished_at - received_at) / 86400000.0
        FROM petition_rows WHERE finished_at IS NOT NULL
    )
) GROUP BY fiscal_year, step;

CREATE VIEW times_by_category AS
SELECT fiscal_year, category, n AS cases,
    round(min(CASE WHEN rank >= (n + 1) / 2 THEN days END), 3) AS median_days,
    round(min(CASE WHEN rank >= (9 * n + 9) / 10 THEN days END), 3) AS p90_days
FROM (
    SELECT fiscal_year, category, (finished_at - received_at) / 86400000.0 AS days,
        row_number() OVER (PARTITION BY fiscal_year, category ORDER BY finished_at - received_at)
            AS rank,
        count(*) OVER (PARTITION BY fiscal_year, category) AS n
    FROM petition_rows WHERE finished_at IS NOT NULL
) GROUP BY fiscal_year, category;

CREATE VIEW times_by_department AS
SELECT fiscal_year, department, n AS cases,
    round(min(CASE WHEN rank >= (n + 1) / 2 THEN days END), 3) AS median_days,
    round(min(CASE WHEN rank >= (9 * n + 9) / 10 THEN days END), 3) AS p90_days
FROM (
    SELECT fiscal_year, department, (finished_at - received_at) / 86400000.0 AS days,
        row_number() OVER (PARTITION BY fiscal_year, department ORDER BY finished_at - received_at)
            AS rank,
        count(*) OVER (PARTITION BY fiscal_year, department) AS n
    FROM petition_rows WHERE finished_at IS NOT NULL
) GROUP BY fiscal_year, department;

-- A clock that still runs is late only once it has ended: whether it is overdue is told by the
-- time of the last event, so that the same log gives the same figure at any time.
CREATE VIEW deadlines AS
SELECT fiscal_year, kind, count(*) AS clocks, sum(standing = 'met') AS met,
    sum(standing = 'late') AS late, sum(standing = 'running') AS running,
    sum(standing = 'paused') AS paused, sum(standing = 'stopped') AS stopped,
    (
        SELECT count(*) FROM clock_rows AS r
        WHERE r.standing = 'running' AND r.fiscal_year = clock_rows.fiscal_year
            AND r.kind = clock_rows.kind
            AND r.due_at < (SELECT at FROM event_rows ORDER BY position DESC LIMIT 1)
    ) AS overdue
FROM clock_rows
WHERE standing <> 'waiting'
GROUP BY fiscal_year, kind;

CREATE VIEW satisfaction AS
SELECT p.fiscal_year, p.department, p.service, count(*) AS ratings,
    round(avg(r.score), 3) AS mean_score,
    sum(r.score = 1) AS score_1, sum(r.score = 2) AS score_2, sum(r.score = 3) AS score_3,
    sum(r.score = 4) AS score_4, sum(r.score = 5) AS score_5
FROM rating_rows r JOIN petition_rows p USING (number)
GROUP BY p.fiscal_year, p.department, p.service;

-- Filed by the month of their legal receipt; finished by the month in which they closed, in
-- whichever year they came.
CREATE VIEW fiscal_months AS
SELECT fiscal_year, month, sum(filed) AS filed, sum(finished) AS finished
FROM (
    SELECT fiscal_year, strftime('%Y-%m', received_at / 1000, 'unixepoch', '+7 hours') AS month,
        1 AS filed, 0 AS finished
    FROM petition_rows
    UNION ALL
    SELECT CAST(strftime('%Y', finished_at / 1000, 'unixepoch', '+7 hours', '+3 months')
            AS INTEGER) + 543,
        strftime('%Y-%m', finished_at / 1000, 'unixepoch', '+7 hours'), 0, 1
    FROM petition_rows WHERE finished_at IS NOT NULL
) GROUP BY fiscal_year, month;

CREATE VIEW reopenings AS
SELECT fiscal_year, department, count(*) AS cases, sum(reopenings > 0) AS reopened_cases,
    sum(reopenings) AS reopenings
FROM petition_rows GROUP BY fiscal_year, department;

-- What runs out on which day: those before today are late already, the others are to be kept.
CREATE VIEW due_days AS
SELECT date(due_at / 1000, 'unixepoch', '+7 hours') AS day, kind, count(*) AS clocks
FROM clock_rows WHERE standing = 'running' AND due_at IS NOT NULL
GROUP BY day, kind;
