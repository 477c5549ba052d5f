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
  const stored = drawSalt() + digest;
  return { stored, commitment: commitmentTo(stored) };
}

/** Characters of a salt; its 32 bytes and those of a digest are as many bytes. */
const SALT = 64;

/** Each salt is used once. They are drawn many at a time, for a draw costs far more than its bytes. */
let drawn = "";
function drawSalt(): string {
  if (drawn === "") drawn = randomBytes(64 * 32).toString("hex");
  const salt = drawn.slice(0, SALT);
  drawn = drawn.slice(SALT);
  return salt;
}

/** Whether this is the digest that is remembered; nothing is where it was emptied. */
export const isRemembered = (stored: string, digest: string): boolean => stored !== "" && stored.endsWith(digest);

/**
 * Whether the table still says what the entry holds.
 *
 * @param commitment of the entry; undefined where it was written without one, which nothing can be held against.
 */
export function fits(stored: string, commitment: string | undefined): boolean {
  if (commitment === undefined) return /^[0-9a-f]{64}$/.test(stored);
  return stored.length === 2 * SALT && stored === stored.toLowerCase() && commitmentTo(stored) === commitment;
}

/** Kept, for it is filled a million times in a whole-log pass. */
const input = Buffer.alloc(SALT);

/** What is no hex ends the bytes: then fewer are hashed than any commitment is over. */
const commitmentTo = (stored: string): string => hash("sha256", input.subarray(0, input.write(stored, "hex")), "hex");
