/**
 * The ledger. `leaf.bytes` is the record; the other columns of `leaf` repeat it for queries and are checked against
 * it by verify. Interior hashes are numbered in the order appends complete them (merkle.ts, nodeId), so every hot
 * table but the unique indexes only grows at its end.
 */
export const ledgerTables = `
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE leaf (
  position INTEGER PRIMARY KEY,
  stream   TEXT    NOT NULL,
  version  INTEGER NOT NULL,
  type     TEXT    NOT NULL,
  schema   INTEGER NOT NULL,
  time     TEXT    NOT NULL,
  actor    TEXT    NOT NULL,
  role     TEXT    NOT NULL,
  command  TEXT    NOT NULL,
  bytes    BLOB    NOT NULL,
  hash     BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX leaf_stream ON leaf (stream, version);

CREATE TABLE node (
  id   INTEGER PRIMARY KEY,
  hash BLOB NOT NULL
) STRICT;

-- The newest signed checkpoint; older ones are in the file outside this database.
CREATE TABLE checkpoint (
  newest   INTEGER PRIMARY KEY CHECK (newest = 1),
  position INTEGER NOT NULL,
  note     TEXT    NOT NULL
) STRICT;

CREATE TABLE claim (
  kind     TEXT    NOT NULL,
  key      TEXT    NOT NULL,
  stream   TEXT    NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- Keyed by the first position of its events, so that it grows at its end like the leaves.
CREATE TABLE command (
  first  INTEGER PRIMARY KEY,
  last   INTEGER NOT NULL,
  id     TEXT    NOT NULL UNIQUE,
  actor  TEXT    NOT NULL,
  digest TEXT    NOT NULL
) STRICT;

-- An erased text keeps its row without salt and text.
CREATE TABLE private_text (
  digest TEXT PRIMARY KEY,
  salt   TEXT,
  text   TEXT,
  CHECK ((salt IS NULL) = (text IS NULL))
) STRICT, WITHOUT ROWID;
`;
