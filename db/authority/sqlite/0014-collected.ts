/**
 * What people answer in the product until it becomes evidence: how far each collection is, codes (SHA-256 only, but for the one
 * address that is for everybody), and answers, which go when their evidence stands. Nothing says which code gave which answer, and
 * no address is kept; answers are not stored in the order in which they came. `arrived` is in whole seconds since 1970.
 */
export const collectedTables = `
CREATE TABLE collection_run (
  technology     TEXT    NOT NULL,
  collection     TEXT    NOT NULL,
  link           TEXT,
  opened         INTEGER NOT NULL DEFAULT 0,
  finished       INTEGER NOT NULL DEFAULT 0,
  incomplete     INTEGER NOT NULL DEFAULT 0,
  left_device    INTEGER NOT NULL DEFAULT 0,
  left_second    INTEGER NOT NULL DEFAULT 0,
  left_straight  INTEGER NOT NULL DEFAULT 0,
  doubtful_kept  INTEGER NOT NULL DEFAULT 0,
  corrected      INTEGER NOT NULL DEFAULT 0,
  frozen         INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (technology, collection)
) STRICT, WITHOUT ROWID;

CREATE TABLE collection_code (
  hash       TEXT PRIMARY KEY,
  technology TEXT    NOT NULL,
  collection TEXT    NOT NULL,
  batch      INTEGER NOT NULL,
  audience   TEXT,
  place      INTEGER,
  opened     INTEGER NOT NULL DEFAULT 0,
  sending    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_code_batch ON collection_code (technology, collection, batch);

CREATE TABLE collection_answer (
  id         TEXT PRIMARY KEY,
  technology TEXT    NOT NULL,
  collection TEXT    NOT NULL,
  number     INTEGER,
  recorder   TEXT,
  sending    TEXT,
  device     TEXT,
  arrived    INTEGER NOT NULL,
  audience   TEXT,
  place      INTEGER,
  language   TEXT    NOT NULL,
  content    TEXT    NOT NULL,
  doubts     TEXT    NOT NULL,
  left_out   TEXT,
  incomplete INTEGER NOT NULL,
  earlier    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_answer_of ON collection_answer (technology, collection, id);
CREATE UNIQUE INDEX collection_answer_sending ON collection_answer (technology, collection, sending);
CREATE INDEX collection_answer_device ON collection_answer (technology, collection, device);
CREATE INDEX collection_answer_arrived ON collection_answer (technology, collection, arrived);
CREATE INDEX collection_answer_recorder ON collection_answer (technology, collection, recorder, number);
`;
