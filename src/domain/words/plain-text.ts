/**
 * A text as people mean it, however it was typed: one form for characters that look alike (NFKC: full width, ligatures,
 * composed and decomposed accents), every decimal digit as 0 to 9, the minus sign as a hyphen, nothing invisible, one
 * space between words and none around them. Case is kept.
 */
export function plainText(text: string): string {
  if (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text;
  return text
    .normalize("NFKC")
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
    .replaceAll(/[\p{Nd}--[0-9]]/gv, digitOf)
    .replaceAll("\u2212", "-")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The same where case means nothing: two texts are one where their keys are. */
export const textKey = (text: string): string => plainText(text).toLowerCase();

/**
 * Each spelling of what is one name but for case, width and the like, with the one that stands for all: the first in the
 * order of their code units, so that the order of rows and files changes nothing.
 */
export function oneSpelling(names: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(names)].sort();
  const first = new Map<string, string>();
  for (const name of all) if (!first.has(textKey(name))) first.set(textKey(name), plainText(name));
  return new Map(all.map((name) => [name, first.get(textKey(name)) ?? name]));
}

/** The decimal digits of a script stand in a row of ten, zero first. */
function digitOf(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
}
