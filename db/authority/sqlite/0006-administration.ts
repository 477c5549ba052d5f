/**
 * What was done to accounts beside the ledger: ids only, so that it may be kept. And the ledger by who and by what, so
 * that a list of one person's or one kind's entries reads those and no others.
 */
export const administrationTables = `
CREATE TABLE administrative_log (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  kind    TEXT NOT NULL,
  actor   TEXT NOT NULL,
  subject TEXT,
  about   TEXT
) STRICT;
CREATE INDEX administrative_log_at ON administrative_log (at, id);
CREATE INDEX administrative_log_kind ON administrative_log (kind, at, id);
CREATE INDEX administrative_log_actor ON administrative_log (actor, at, id);
CREATE INDEX administrative_log_subject ON administrative_log (subject, at, id);

CREATE INDEX leaf_type ON leaf (type);
CREATE INDEX leaf_actor_type ON leaf (actor, type);
`;
