/**
 * Files from elsewhere on their way in: what was planned of them row by row, how far it was carried out, and mappings kept
 * by name. A row's content may be personal and goes when the row is done. Moments are milliseconds since 1970.
 */
export const importTables = `
CREATE TABLE import_plan (
  id         TEXT PRIMARY KEY,
  person     TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  file       TEXT    NOT NULL,
  mapping    TEXT    NOT NULL,
  salt       TEXT    NOT NULL,
  digest     TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  tally      TEXT    NOT NULL,
  made_at    INTEGER NOT NULL,
  started_at INTEGER,
  mode       TEXT,
  ended_at   INTEGER,
  outcome    TEXT
) STRICT;
CREATE INDEX import_plan_person ON import_plan (person, made_at);

CREATE TABLE import_row (
  plan       TEXT    NOT NULL,
  row        INTEGER NOT NULL,
  does       TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  reasons    TEXT    NOT NULL,
  content    TEXT,
  subject    TEXT,
  outcome    TEXT,
  PRIMARY KEY (plan, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
  name       TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  kind       TEXT    NOT NULL,
  mapping    TEXT    NOT NULL,
  given_by   TEXT    NOT NULL,
  given_at   INTEGER NOT NULL,
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
`;
