CREATE INDEX cases_by_finish ON cases(finished_at, number) WHERE finished_at IS NOT NULL;
