/** Half-filled forms of one person, nobody else's to see; erased with the person or when submitted. */
export const draftTables = `
CREATE TABLE draft (
  id       TEXT PRIMARY KEY,
  person   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  title    TEXT NOT NULL,
  fields   TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX draft_person ON draft (person, saved_at);
`;
