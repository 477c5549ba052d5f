/** A cell that may be shown, or null where it is kept back. */
export type PublicCount = number | null;

/**
 * A table of counts with its row and column totals published: every cell under `least` is kept back, and in each row or column
 * with exactly one cell kept back the smallest other one too, so that nobody subtracts it from the total. Repeated until no line has
 * just one. Rows are equally long; a single row or column is one line. A zero says as much about people as a three, so it is
 * kept back too. Source: methods.md; complementary suppression (Statistical Policy Working Paper 22, FCSM 2005).
 */
export function suppress(counts: readonly (readonly number[])[], least: number): PublicCount[][] {
  const width = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== width)) throw new RangeError("The rows differ in length");
  if (counts.flat().some((x) => !Number.isSafeInteger(x) || x < 0))
    throw new RangeError("Counts are whole numbers from 0 on");
  const table: PublicCount[][] = counts.map((row) => row.map((x) => (x < least ? null : x)));
  const lines = [
    ...(width > 1 ? table.map((_, i) => Array.from({ length: width }, (__, j) => [i, j] as const)) : []),
    ...(table.length > 1 ? Array.from({ length: width }, (_, j) => table.map((__, i) => [i, j] as const)) : []),
  ];
  while (lines.some((line) => closeLine(table, line))) continue;
  return table;
}

/** Keeps back a second cell of a line that lacks just one; true where it did. */
function closeLine(table: PublicCount[][], line: readonly (readonly [number, number])[]): boolean {
  const open = line.flatMap(([i, j]) => {
    const value = table[i]?.[j] ?? null;
    return value === null ? [] : [{ i, j, value }];
  });
  if (open.length !== line.length - 1) return false;
  const [first, ...rest] = open;
  if (first === undefined) return false;
  const smallest = rest.reduce((a, b) => (b.value < a.value ? b : a), first);
  const row = table[smallest.i];
  if (row !== undefined) row[smallest.j] = null;
  return true;
}
