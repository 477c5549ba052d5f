import { hash, randomBytes } from "node:crypto";

/**
 * A command's digest is taken over the words themselves, so it must not stand in a leaf for good: whoever had it could
 * confirm a guess at words that were erased. The leaf holds a commitment instead, SHA-256(salt ‖ digest), and the table
 * both, until an erasure empties it. Entries written before there were commitments remember the digest alone.
 */
export interface Remembered {
  /** As the table stores it: 64 characters of salt, 64 of the digest. */
  readonly stored: string;
  readonly commitment: string;
}

export function remember(digest: string): Remembered {
  const salt = randomBytes(32).toString("hex");
  return { stored: salt + digest, commitment: commitmentTo(salt + digest) };
}

/** Whether this is the digest that is remembered; nothing is where it was emptied. */
export const isRemembered = (stored: string, digest: string): boolean => stored !== "" && stored.endsWith(digest);

/**
 * Whether the table still says what the entry holds.
 *
 * @param commitment of the entry; undefined where it was written without one, which nothing can be held against.
 */
export function fits(stored: string, commitment: string | undefined): boolean {
  return commitment === undefined ? /^[0-9a-f]{64}$/.test(stored) : commitmentTo(stored) === commitment;
}

const commitmentTo = (stored: string): string => hash("sha256", Buffer.from(stored, "hex"), "hex");
