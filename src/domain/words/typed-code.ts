/**
 * Codes that people copy from a page or a card. No character looks like another: neither 0 and O nor 1, I and L. The last is a
 * check character, so that a slip is told from a code that does not exist.
 */
export const codeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** @param code of the alphabet's characters */
export const withCheck = (code: string): string => code + checkOf(code);

/**
 * A code as somebody typed it: small letters, spaces, hyphens and full width do not matter.
 *
 * @param carried characters before the check character
 * @param longest of what is looked at at all
 * @returns it with its check character, or null where it is none or mistyped
 */
export function parseTypedCode(typed: string, carried: number, longest: number): string | null {
  if (typed.length > longest) return null;
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "");
  const known = code.length === carried + 1 && Array.from(code).every((letter) => codeAlphabet.includes(letter));
  return known && checkOf(code.slice(0, carried)) === code.at(-1) ? code : null;
}

/** As it is printed: "K7PM-3XQA-TW9D". */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join("-");

/**
 * The weighted sum of all characters is 0 modulo 31, a prime, as ISBN-10 has it modulo 11: that finds every single wrong one and
 * every two that changed places.
 */
function checkOf(code: string): string {
  const sum = Array.from(code).reduce((all, letter, at) => all + (at + 2) * codeAlphabet.indexOf(letter), 0);
  return codeAlphabet.charAt((codeAlphabet.length - (sum % codeAlphabet.length)) % codeAlphabet.length);
}
