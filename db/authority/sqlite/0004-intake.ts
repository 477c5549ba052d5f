/**
 * Beside evidence on its way in: tokens of pipelines (SHA-256 only), how a person said a source's tables are to be read,
 * and the files of a form that was refused, for a day. Moments are milliseconds since 1970.
 */
export const intakeTables = `
CREATE TABLE intake_token (
  hash       TEXT PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  person     TEXT    NOT NULL,
  technology TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER,
  revoked_at INTEGER
) STRICT;
CREATE INDEX intake_token_person ON intake_token (person);
CREATE INDEX intake_token_technology ON intake_token (technology);

CREATE TABLE remembered_mapping (
  source   TEXT    NOT NULL,
  format   TEXT    NOT NULL,
  mapping  TEXT    NOT NULL,
  given_by TEXT    NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (source, format)
) STRICT, WITHOUT ROWID;

CREATE TABLE staged_files (
  id         TEXT PRIMARY KEY,
  person     TEXT    NOT NULL,
  technology TEXT    NOT NULL,
  files      TEXT    NOT NULL,
  table_seen TEXT,
  staged_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX staged_files_person ON staged_files (person, staged_at);
`;
