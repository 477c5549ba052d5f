import { plainText } from "../domain/words/plain-text.ts";
import { shorten } from "./time.ts";
import { Unreadable } from "./unreadable.ts";

export type DecimalSign = "point" | "comma";

/** A number, and what its writing shows of the file's decimal sign; "either" where it could be both. */
export type WrittenNumber = { readonly value: number; readonly shows: DecimalSign } | { readonly shows: "either" };

interface Known {
  /** What the file's person or its other cells say. */
  readonly sign?: DecimalSign | undefined;
  /** A spreadsheet parts cells by a semicolon where its comma is taken by decimals. */
  readonly delimiter: string;
}

const plain = /^\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;
/** Spaces and apostrophes part thousands and nothing else. */
const spaced = /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const grouped: readonly (readonly [RegExp, DecimalSign])[] = [
  [/^\d{1,3}(?:,\d{2,3})*,\d{3}\.\d+$/, "point"],
  [/^\d{1,3}(?:,\d{2,3})+,\d{3}$/, "point"],
  [/^\d{1,3}(?:\.\d{3})+,\d+$/, "comma"],
  [/^\d{1,3}(?:\.\d{3}){2,}$/, "comma"],
];
const lone = /^(\d+)([.,])(\d+)$/;

/**
 * A decimal number ≥ 0 as people and spreadsheets write it: 12, 1.5, 1e6, 1,5, 1 234,5, 1,234.5.
 *
 * @returns the number where one habit alone can have written it
 */
export function numberIn(typed: string, name: string, known: Known): number | WrittenNumber | Unreadable {
  const text = plainText(typed);
  if (text === "") return new Unreadable("missing", { name });
  const alone = lone.exec(text);
  if (alone === null && plain.test(text)) return bounded(Number(text), text, name);
  if (alone !== null) return oneSign(alone, text, name, known);
  const even = spaced.test(text) ? text.replace(/[ '’]/g, "") : null;
  if (even !== null) return bounded(Number(even.replace(",", ".")), text, name);
  const sign = grouped.find(([pattern]) => pattern.test(text))?.[1];
  if (sign === undefined) return new Unreadable("no-number", { name, text: shorten(text) });
  const value = bounded(valueOf(text, sign), text, name);
  return typeof value === "number" ? { value, shows: sign } : value;
}

/** One point or comma: between three digits and three others it may part thousands. */
function oneSign(
  [, whole = "", mark, rest = ""]: RegExpExecArray,
  text: string,
  name: string,
  { sign, delimiter }: Known,
): number | WrittenNumber | Unreadable {
  const own: DecimalSign = mark === "." ? "point" : "comma";
  const couldGroup = rest.length === 3 && whole.length <= 3 && !whole.startsWith("0");
  if (!couldGroup) {
    const value = bounded(valueOf(text, own), text, name);
    return typeof value === "number" ? { value, shows: own } : value;
  }
  if (sign !== undefined) return bounded(valueOf(text, sign), text, name);
  if (own === "point" && delimiter !== ";") return bounded(Number(text), text, name);
  if (own === "comma" && delimiter === ";") return bounded(valueOf(text, own), text, name);
  return { shows: "either" };
}

function valueOf(text: string, sign: DecimalSign): number {
  return Number(sign === "point" ? text.replaceAll(",", "") : text.replaceAll(".", "").replace(",", "."));
}

function bounded(value: number, text: string, name: string): number | Unreadable {
  return Number.isFinite(value) && value < 1e15 ? value : new Unreadable("too-large", { name, text: shorten(text) });
}
