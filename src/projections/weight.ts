/** Of an object or array beside what it holds, and of each of its places. */
const own = 32;
const place = 8;

/**
 * About how many bytes a value takes in memory: what V8 spends on plain data, strings of one byte a character. It only
 * has to grow as the data do, so that what is kept can be bounded.
 */
export function weightOf(value: unknown): number {
  if (typeof value === "string") return own / 2 + value.length;
  if (typeof value !== "object" || value === null) return 0;
  let bytes = own;
  for (const inner of Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value))
    bytes += place + weightOf(inner);
  return bytes;
}
