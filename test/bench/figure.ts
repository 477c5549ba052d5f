/** One line of `npm run bench`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The least or, where smaller is better, the most that is wanted. */
  readonly goal: number;
  readonly met: boolean;
}

export const atLeast = (name: string, value: number, least: number, unit = "ratio"): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: least,
  met: value >= least,
});

export const atMost = (name: string, value: number, most: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: most,
  met: value <= most,
});

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Milliseconds of a run. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const rounded = (value: number): number => Number(value.toPrecision(4));
