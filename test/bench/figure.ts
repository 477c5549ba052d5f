/** One line of `npm run bench`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The least or, where smaller is better, the most that is wanted; null for what others are held against. */
  readonly goal: number | null;
  readonly met: boolean;
  /** Which of several it was, where the worst counts. */
  readonly which?: string;
}

export const atLeast = (name: string, value: number, least: number, unit = "ratio", which?: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: least,
  met: value >= least,
  ...(which !== undefined && { which }),
});

export const atMost = (name: string, value: number, most: number, unit: string, which?: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: most,
  met: value <= most,
  ...(which !== undefined && { which }),
});

/** What others are held against, or what was left out: no goal of its own. */
export const noted = (name: string, value: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: null,
  met: true,
});

export interface Named {
  readonly which: string;
  readonly value: number;
}

/** Of several the smallest, with its name. */
export const least = (values: readonly Named[]): Named =>
  values.reduce((worst, one) => (one.value < worst.value ? one : worst), { which: "nothing", value: Infinity });

export const most = (values: readonly Named[]): Named =>
  values.reduce((worst, one) => (one.value > worst.value ? one : worst), { which: "nothing", value: -Infinity });

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** @param share from 0 to 1: 0.99 is what all but one in a hundred stay below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** Milliseconds of a run. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const rounded = (value: number): number => Number(value.toPrecision(4));
