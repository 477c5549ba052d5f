/** The longest that mail servers take (RFC 5321). */
const mostCharacters = 254;

/**
 * Whether a text is one mail address, asked wherever one is stored: nothing in it ends a line, and it names no second one. A
 * host without a dot is one inside a house's own network; whether anybody reads there only a letter would show.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= mostCharacters && /^[^\s\p{C}@<>,;:"()[\]\\]{1,64}@[^\s\p{C}@<>,;:"()[\]\\]+$/u.test(text);
}
