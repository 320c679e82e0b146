CREATE INDEX cases_by_entry ON cases(entered_at DESC, number);
CREATE INDEX cases_by_finish ON cases(finished_at DESC, number) WHERE finished_at IS NOT NULL;
