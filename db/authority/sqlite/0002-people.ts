/**
 * What must stay erasable or end by itself: who a person id is, how they sign in, and where they are signed in.
 * Tokens and session ids are stored as SHA-256 only; moments are milliseconds since 1970.
 */
export const peopleTables = `
CREATE TABLE identity (
  person     TEXT PRIMARY KEY,
  name       TEXT    NOT NULL,
  email      TEXT    NOT NULL,
  email_key  TEXT    NOT NULL UNIQUE,
  password   TEXT,
  locale     TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX identity_name ON identity (name, person);

CREATE TABLE one_time_link (
  token      TEXT PRIMARY KEY,
  purpose    TEXT    NOT NULL,
  person     TEXT,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id         TEXT PRIMARY KEY,
  person     TEXT,
  data       TEXT    NOT NULL,
  device     TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;
CREATE INDEX session_person ON session (person);
CREATE INDEX session_seen ON session (seen_at);

CREATE TABLE known_device (
  token   TEXT PRIMARY KEY,
  person  TEXT    NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX known_device_person ON known_device (person);

CREATE TABLE sign_in_failure (
  key           TEXT PRIMARY KEY,
  failures      INTEGER NOT NULL,
  last_at       INTEGER NOT NULL,
  blocked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_failure_last ON sign_in_failure (last_at);

CREATE TABLE kept_form (
  token      TEXT PRIMARY KEY,
  person     TEXT    NOT NULL,
  path       TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_form_expiry ON kept_form (expires_at);

CREATE TABLE secret (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
