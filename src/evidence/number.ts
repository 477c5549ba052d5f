import { shorten } from "./time.ts";

/** A decimal number ≥ 0 as people write it (12, 1.5, 1e6), or the reason why the text is none. */
export function parseNumber(text: string, name: string): number | string {
  if (text === "") return `${name} is missing`;
  if (!/^\d+(\.\d+)?([eE][+-]?\d{1,2})?$/.test(text)) return `${name} “${shorten(text)}” is not a number`;
  const value = Number(text);
  return Number.isFinite(value) && value < 1e15 ? value : `${name} “${shorten(text)}” is too large`;
}

/** A whole number ≥ 0, or the reason why the text is none. */
export function parseWhole(text: string, name: string): number | string {
  const value = parseNumber(text, name);
  return typeof value === "number" && !Number.isInteger(value)
    ? `${name} “${shorten(text)}” is not a whole number`
    : value;
}
