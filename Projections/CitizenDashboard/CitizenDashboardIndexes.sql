CREATE INDEX my_cases_by_account ON my_cases(account, last_activity_at DESC) WHERE account IS NOT NULL;
CREATE INDEX my_cases_by_tracking_code ON my_cases(tracking_code) WHERE tracking_code IS NOT NULL;
CREATE INDEX my_documents_by_case ON my_documents(number);
CREATE INDEX my_documents_by_code ON my_documents(verification_code) WHERE verification_code IS NOT NULL;
CREATE INDEX my_documents_listed ON my_documents(position) WHERE is_listed;
CREATE INDEX my_messages_by_case ON my_messages(number, position);
CREATE INDEX my_viewings_by_case ON my_viewings(number) WHERE number IS NOT NULL;
CREATE INDEX my_viewings_by_account ON my_viewings(account) WHERE account IS NOT NULL;
