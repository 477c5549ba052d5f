import { createHash, createHmac } from "node:crypto";

/**
 * Codes as people type them from a card: twelve characters in three groups, "K7PM-3XQA-TW9D". Eleven carry the code, 54 random
 * bits that a brake on wrong ones makes enough (OWASP asks for 64 without one); the twelfth is a check character, so that a slip
 * is told from a code that does not exist. No character looks like another: neither 0 and O nor 1, I and L.
 */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const size = BigInt(alphabet.length);
const carried = 11;

/** The key that a batch of codes is made from: whoever has it can print the same codes again, and it is stored nowhere. */
export type BatchKey = string;

/** @param number 1, 2 … within the batch */
export function codeOf(key: BatchKey, number: number): string {
  const drawn = createHmac("sha256", key).update(`touchstone collection code ${number}`).digest();
  let rest = BigInt(`0x${drawn.toString("hex")}`);
  let code = "";
  for (let at = 0; at < carried; at += 1) {
    code += alphabet.charAt(Number(rest % size));
    rest /= size;
  }
  return code + checkOf(code);
}

/**
 * The last character: the weighted sum of all twelve is 0 modulo 31, as ISBN-10 has it modulo 11. With a prime number of
 * characters that finds every single wrong one and every two that changed places.
 */
function checkOf(code: string): string {
  const sum = Array.from(code).reduce((all, letter, at) => all + (at + 2) * alphabet.indexOf(letter), 0);
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}

/**
 * A code as somebody typed it: small letters, spaces, hyphens and full width do not matter.
 *
 * @returns twelve characters, or null where it is none or mistyped
 */
export function parseCode(typed: string): string | null {
  if (typed.length > 60) return null;
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "");
  const known = code.length === carried + 1 && Array.from(code).every((letter) => alphabet.includes(letter));
  return known && checkOf(code.slice(0, carried)) === code.at(-1) ? code : null;
}

/** As it is printed: "K7PM-3XQA-TW9D". */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join("-");

/** What is stored of a code. */
export const hashOfCode = (code: string): string =>
  createHash("sha256").update(`touchstone collection code\n${code}`).digest("hex");

/** What is stored of the mark that a device or a sending has drawn for itself. @param of the collection it is drawn for */
export const hashOfMark = (of: string, mark: string): string =>
  createHash("sha256").update(`touchstone collection mark\n${of}\n${mark}`).digest("hex").slice(0, 32);
