import { createHmac, timingSafeEqual } from "node:crypto";
import type { Typed } from "./typed.ts";

/** The hidden field of every form that says for whom its page was made. */
export const authorField = "author";

/** How long a page can have stood open, days: a page that was saved or passed on tells nothing any more after that. */
const longestOpen = 14;

/**
 * Whose page it was and on which day, signed: it opens nothing and decides nothing. It only tells, once a session and
 * its cookie are gone, for whom words are to be kept that arrive without them.
 */
export function authorToken({ secret, now }: Signer, person: string): string {
  const signed = `${person}.${dayOf(now())}`;
  return `${signed}.${macOf(secret, signed)}`;
}

export type Authors = (person: string) => string;

/** The same, signed once a day for each person: every page carries it. */
export function createAuthors(signer: Signer): Authors {
  const tokens = new Map<string, string>();
  let of = dayOf(signer.now());
  return (person) => {
    const today = dayOf(signer.now());
    if (today !== of) tokens.clear();
    of = today;
    const token = tokens.get(person) ?? authorToken(signer, person);
    tokens.set(person, token);
    return token;
  };
}

/** The person of a form's page; null where it carries nobody's token, or one that is too old. */
export function authorOf({ secret, now }: Signer, typed: Typed): string | null {
  const token = typed[authorField];
  if (typeof token !== "string") return null;
  const [, signed, mac] = /^(.+)\.([^.]+)$/s.exec(token) ?? [];
  const [, person, day] = /^(.+)\.(\d{1,7})$/s.exec(signed ?? "") ?? [];
  if (signed === undefined || mac === undefined || person === undefined) return null;
  const [given, own] = [Buffer.from(mac), Buffer.from(macOf(secret, signed))];
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  return dayOf(now()) - Number(day) <= longestOpen ? person : null;
}

/** Of the accounts: the secret of this server and the clock of sessions. */
type Signer = { readonly secret: string; readonly now: () => number };

const dayOf = (now: number): number => Math.floor(now / 86_400_000);

const macOf = (secret: string, signed: string): string =>
  createHmac("sha256", secret).update(`author of a form ${signed}`).digest("base64url");
