import { shorten } from "./time.ts";
import { Unreadable } from "./unreadable.ts";

/** A decimal number ≥ 0 as people write it (12, 1.5, 1e6), or the reason why the text is none. */
export function parseNumber(text: string, name: string): number | Unreadable {
  if (text === "") return new Unreadable("missing", { name });
  if (!/^\d+(\.\d+)?([eE][+-]?\d{1,2})?$/.test(text)) return new Unreadable("no-number", { name, text: shorten(text) });
  const value = Number(text);
  return Number.isFinite(value) && value < 1e15 ? value : new Unreadable("too-large", { name, text: shorten(text) });
}

/** A whole number ≥ 0, or the reason why the text is none. */
export function parseWhole(text: string, name: string): number | Unreadable {
  const value = parseNumber(text, name);
  return typeof value === "number" && !Number.isInteger(value)
    ? new Unreadable("no-whole-number", { name, text: shorten(text) })
    : value;
}
