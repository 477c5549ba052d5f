import { shorten } from "../time.ts";

const words: readonly (readonly string[])[] = [
  ["strongly disagree", "非常不同意", "完全不同意", "很不同意", "强烈不同意", "非常不赞同"],
  ["disagree", "不同意", "不太同意", "比较不同意", "不赞同"],
  [
    "neutral",
    "neither agree nor disagree",
    "neither",
    "undecided",
    "一般",
    "中立",
    "不确定",
    "不一定",
    "说不清",
    "既不同意也不反对",
  ],
  ["agree", "同意", "比较同意", "赞同"],
  ["strongly agree", "非常同意", "完全同意", "很同意", "强烈同意", "非常赞同"],
];

const values = new Map(words.flatMap((spellings, i) => spellings.map((word) => [word, i + 1] as const)));
const blanks = new Set(["", "_", "-", "–", "—", "n/a", "na", "none", "无", "未答"]);

/**
 * An answer on the five-point scale, as a number or in words of either language ("4", "4 - Agree", "非常同意").
 *
 * @returns 1 to 5, null where nobody answered, or the reason why the text is no answer
 */
export function parseAnswer(text: string): number | null | string {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (blanks.has(plain)) return null;
  const number = /^([1-5])(?:\.0+)?(?:\s*[-=:.、（(]\s*\D+)?$/.exec(plain);
  const value = number === null ? values.get(plain) : Number(number[1]);
  return value ?? `the answer “${shorten(text.trim())}” is not 1 to 5`;
}
