CREATE INDEX cases_by_rank ON cases(rank, number) WHERE is_open;
CREATE INDEX cases_by_owner ON cases(owner, rank, number) WHERE is_open;
CREATE INDEX cases_by_department ON cases(department, rank, number) WHERE is_open;
CREATE INDEX cases_by_near ON cases(next_near) WHERE next_near IS NOT NULL;
CREATE INDEX cases_by_due ON cases(next_due) WHERE next_due IS NOT NULL;
CREATE INDEX cases_by_alarm ON cases(alarm_at, number) WHERE alarm_at IS NOT NULL;
CREATE INDEX cases_by_appointment ON cases(appointment_at) WHERE appointment_at IS NOT NULL;
CREATE INDEX cases_by_finish ON cases(finished_at DESC, number) WHERE finished_at IS NOT NULL;
CREATE INDEX identities_by_wait ON identities(waiting_since, account) WHERE standing = 'waiting';
