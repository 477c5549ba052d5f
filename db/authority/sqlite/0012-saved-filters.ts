/**
 * Selections of the portfolio that somebody gave a name: an address and what they call it, theirs alone. Moments are
 * milliseconds since 1970.
 */
export const savedFilterTables = `
CREATE TABLE saved_filter (
  id         TEXT PRIMARY KEY,
  person     TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  address    TEXT    NOT NULL,
  saved_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_filter_person ON saved_filter (person, name);
`;
