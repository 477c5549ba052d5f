/** Entries by the beginning of their hash, as people copy it from a page or a proof; four bytes tell them well apart. */
export const hashIndex = `
CREATE INDEX leaf_hash ON leaf (substr(hash, 1, 4));
`;
