import type { Language } from "../view/languages.ts";
import { apart, decimalsOf } from "./digits.ts";

/** The pass mark or the floor of a criterion, points of 100: all its decimals and no more. */
export const markText = ({ format }: Language, mark: number): string => format.number(mark, decimalsOf(mark));

/** "≥ 60" where there is little room. */
export const markShort = (language: Language, mark: number): string => `≥ ${markText(language, mark)}`;

/** What a score is held against, if anything, and the fewest decimals that it has there. */
type Beside = { readonly mark?: number | null | undefined; readonly least?: number };

/** Points of 100, never rounded onto or over the mark that they stand beside. */
export function scoreText({ format }: Language, score: number, { mark, least = 0 }: Beside = {}): string {
  const { value, digits } = apart(score, mark ?? undefined, least);
  return format.number(value, digits);
}

/** Two of them, with as many decimals as the one needs that lies closer to the mark. */
export function scoreRange({ format }: Language, ends: readonly [number, number], beside: Beside = {}): string {
  const { mark, least = 0 } = beside;
  const [low, high] = [apart(ends[0], mark ?? undefined, least), apart(ends[1], mark ?? undefined, least)];
  return format.range(low.value, high.value, Math.max(low.digits, high.digits));
}
