import { createHmac, timingSafeEqual } from "node:crypto";
import type { Typed } from "./typed.ts";

/** The hidden field of every form that says for whom its page was made. */
export const authorField = "author";

/**
 * Whose page it was, signed: it opens nothing and decides nothing. It only tells, once a session and its cookie are
 * gone, for whom words are to be kept that arrive without them.
 */
export const authorToken = (secret: string, person: string): string => `${person}.${macOf(secret, person)}`;

/** The person of a form's page; null where it carries nobody's token. */
export function authorOf(secret: string, typed: Typed): string | null {
  const token = typed[authorField];
  if (typeof token !== "string") return null;
  const at = token.lastIndexOf(".");
  const [person, given] = [token.slice(0, at), Buffer.from(token.slice(at + 1))];
  const own = Buffer.from(macOf(secret, person));
  return given.length === own.length && timingSafeEqual(given, own) ? person : null;
}

const macOf = (secret: string, person: string): string =>
  createHmac("sha256", secret).update(`author of a form ${person}`).digest("base64url");
