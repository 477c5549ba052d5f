/**
 * The version of what the read models write: the hash of every row that a frozen story gives them. It guards itself,
 * since test/projections/written.test.ts makes it anew. As a part of the file's fingerprint it has files of before made
 * again where the writing changed and the tables did not.
 */
export const written = "a5486f0e5fd624ad";
