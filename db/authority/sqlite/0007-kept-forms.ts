/** Forms that came after their session had ended are drafts of their writer like all others. */
export const keptFormsToDrafts = `
INSERT INTO draft (id, person, kind, subject, title, fields, saved_at)
  SELECT token, person, 'form', path, '', body, strftime('%Y-%m-%dT%H:%M:%fZ', expires_at / 1000 - 86400, 'unixepoch')
  FROM kept_form;
DELETE FROM kept_form;
`;
