/**
 * What a token may do beyond attaching evidence, which is all that there was before. A token that is not bound to one
 * technology has '' for it: the column could not be made to take NULL without copying the table.
 */
export const tokenScopes = `
ALTER TABLE intake_token ADD COLUMN scopes TEXT NOT NULL DEFAULT 'attach';
`;
