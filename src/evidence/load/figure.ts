/** A number ≥ 0 of a tool's JSON; some write their numbers as text. Undefined for anything else. */
export function figure(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d+(\.\d+)?([eE][+-]?\d{1,2})?$/.test(value) ? Number(value) : value;
  return typeof number === "number" && number >= 0 && number < 1e15 ? number : undefined;
}

/** A count of such a JSON. */
export function count(value: unknown): number | undefined {
  const number = figure(value);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}
