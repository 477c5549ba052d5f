import { inSimplified } from "../../domain/words/simplified.ts";
import { wordsOf } from "../../projections/portfolio/search-words.ts";

const [before, longest] = [40, 160];

/** The part of a text around the first word that was looked for. */
export function excerptOf(text: string, typed: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const [first = ""] = wordsOf(typed);
  const at = Math.max(0, inSimplified(line).toLowerCase().indexOf(first));
  const from = at <= before ? 0 : at - before;
  const to = Math.min(line.length, from + longest);
  return `${from === 0 ? "" : "…"}${line.slice(from, to)}${to === line.length ? "" : "…"}`;
}
