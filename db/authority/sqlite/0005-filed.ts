/**
 * Which checkpoints were copied to the file outside this database: what is removed from that file is missed. A row
 * comes after its copy and goes before it.
 */
export const filedTables = `
CREATE TABLE filed_checkpoint (
  position INTEGER PRIMARY KEY
) STRICT;
`;
