import { isCodeOfNone } from "./answer.ts";
import type { Scale } from "./scale-in-heading.ts";

/** How many answers say each number. */
export type Counts = ReadonlyMap<number, number>;

/**
 * The scale that the numbers of a file's answers tell: a 0 begins one, a 7 ends one. Few of them are slips, and rejected.
 *
 * @param standard the questionnaire's own scale, which holds where nothing speaks against it; without one, answers from
 *   1 to 5 may be those of five steps or of seven
 * @returns null where nobody can know
 */
export function scaleOfNumbers(all: Counts, standard: Scale | undefined): Scale | null {
  const counts = answered(all);
  if (counts.size === 0) return standard ?? null;
  if (Math.min(...counts.keys()) < 0) return null;
  const cells = sum(counts, () => true);
  const some = (of: (number: number) => boolean, share: number): boolean =>
    sum(counts, of) > Math.max(1, cells * share);
  const highest = Math.max(...counts.keys());
  const zeros = counts.get(0) ?? 0;
  if (standard !== undefined) {
    if (zeros > 0 && highest === 4) return { min: 0, max: 4 };
    const outside = (number: number): boolean => number < standard.min || number > standard.max;
    if (!some(outside, 0.01)) return standard;
    return zeros === 0 && highest === 7 && some((number) => number > standard.max, 0.1) ? { min: 1, max: 7 } : null;
  }
  const enough = (of: (number: number) => boolean): boolean => sum(counts, of) >= Math.max(1, cells * 0.02);
  if (zeros > 0) return enough((number) => number === 0) ? zeroBased(highest) : null;
  const sevens = enough((number) => number === 6 || number === 7);
  return sevens && !some((number) => number > 7, 0.01) ? { min: 1, max: 7 } : null;
}

/** Without the codes of questions that nobody answered; a negative number may be an answer where no other lies beyond it. */
export function answered(counts: Counts): Counts {
  const highest = Math.max(...[...counts.keys()].filter((number) => !isCodeOfNone(number)), -Infinity);
  const bipolar = (number: number): boolean => number >= -3 && number < 0 && highest <= 3;
  return new Map([...counts].filter(([number]) => !isCodeOfNone(number) || bipolar(number)));
}

const zeroBased = (highest: number): Scale | null => (highest === 4 || highest === 6 ? { min: 0, max: highest } : null);

/** Scales worth asking about, the likeliest first. */
export function offeredScales(all: Counts): Scale[] {
  const counts = answered(all);
  const [lowest, highest] = [Math.min(1, ...counts.keys()), Math.max(0, ...counts.keys())];
  const usual: Scale[] = [
    { min: 1, max: 5 },
    { min: 1, max: 7 },
    { min: 0, max: 4 },
    { min: 0, max: 6 },
    { min: -2, max: 2 },
    { min: -3, max: 3 },
    { min: 1, max: 4 },
    { min: 1, max: 6 },
    { min: 1, max: 10 },
    { min: 0, max: 10 },
  ];
  const fits = ({ min, max }: Scale): boolean => min <= lowest && max >= highest && min < 0 === lowest < 0;
  const fitting = usual.filter(fits);
  return fitting.length > 0 ? fitting.slice(0, 4) : usual.slice(0, 2);
}

function sum(counts: Counts, of: (number: number) => boolean): number {
  let all = 0;
  for (const [number, count] of counts) if (of(number)) all += count;
  return all;
}
