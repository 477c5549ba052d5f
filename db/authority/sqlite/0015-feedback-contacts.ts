/** How writers of messages are reached: never on the ledger, and gone some days after the answer. `ends` is the last day of keeping. */
export const feedbackContactTables = `
CREATE TABLE feedback_contact (
  message TEXT PRIMARY KEY,
  contact TEXT NOT NULL,
  ends    TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_contact_ends ON feedback_contact (ends) WHERE ends IS NOT NULL;
`;
