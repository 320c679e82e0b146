CREATE UNIQUE INDEX documents_by_id ON documents(id);
CREATE INDEX documents_by_reference ON documents(number, reference);
