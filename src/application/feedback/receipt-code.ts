import { createHash, randomBytes } from "node:crypto";

/**
 * Receipt codes as people copy them from a page: sixteen characters in four groups, "K7PM-3XQA-TW9D-8CRF". Fifteen carry the
 * code, 74 random bits, so that nobody guesses one (OWASP asks for 64); the last is a check character, so that a slip is told
 * from a code that does not exist. No character looks like another: neither 0 and O nor 1, I and L.
 */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const carried = 15;

/** Another one each time. */
export function drawReceiptCode(): string {
  let code = "";
  // 248 is the largest multiple of 31 in a byte: above it, low characters would come more often.
  while (code.length < carried)
    for (const byte of randomBytes(2 * carried))
      if (byte < 248 && code.length < carried) code += alphabet.charAt(byte % alphabet.length);
  return code + checkOf(code);
}

/**
 * A code as somebody typed it: small letters, spaces, hyphens and full width do not matter.
 *
 * @returns sixteen characters, or null where it is none or mistyped
 */
export function parseReceiptCode(typed: string): string | null {
  if (typed.length > 100) return null;
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "");
  const known = code.length === carried + 1 && Array.from(code).every((letter) => alphabet.includes(letter));
  return known && checkOf(code.slice(0, carried)) === code.at(-1) ? code : null;
}

/** "K7PM-3XQA-TW9D-8CRF" */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join("-");

/** The message's id, which everybody inside may know: nobody gets from it to the code. */
export const messageIdOf = (code: string): string =>
  createHash("sha256").update(`touchstone feedback receipt\n${code}`).digest("hex").slice(0, 32);

/**
 * The weighted sum of all characters is 0 modulo 31, a prime, as ISBN-10 has it modulo 11: that finds every single wrong one and
 * every two that changed places.
 */
function checkOf(code: string): string {
  const sum = Array.from(code).reduce((all, letter, at) => all + (at + 2) * alphabet.indexOf(letter), 0);
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}
