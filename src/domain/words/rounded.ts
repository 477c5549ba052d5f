/**
 * A copy fit for the ledger: floats to twelve significant digits, so that a last bit of some platform's logarithm never
 * makes a recomputed record differ; undefined members left out. NaN and infinities are bugs and throw.
 */
export function rounded<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value === "number") return digits(value);
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, copy(member)]),
  );
}

function digits(x: number): number {
  if (!Number.isFinite(x)) throw new Error(`A verdict holds numbers only, not ${x}`);
  return Number.isInteger(x) ? x + 0 : Number(x.toPrecision(12));
}
