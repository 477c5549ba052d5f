import { z } from "zod";
import { isMailAddress } from "../../domain/words/mail-address.ts";
import { exampleFor, readNumber } from "./number.ts";

/**
 * The kinds of field our forms have. A browser sends "" for a field left empty and nothing for an unticked box, so
 * each kind says what that means. Messages are keys of views/locales; `missing` may name a better one than the general.
 */
type Messages = { readonly missing?: string };

const wellFormed = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/** A line or a paragraph that must be there; surrounding space is dropped, line ends become "\n", NFC. */
export function requiredText(most: number, { missing = "errors:field.required" }: Messages = {}) {
  return plainText(most, missing).refine((text) => text !== "", missing);
}

/** "" where nothing was typed. */
export function optionalText(most: number) {
  return plainText(most, "errors:field.invalid").default("");
}

function plainText(most: number, missing: string) {
  return z
    .string(missing)
    .refine(wellFormed, "errors:field.characters")
    .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim().normalize("NFC"))
    .refine((text) => text.length <= most, { error: "errors:field.tooLong", params: { maximum: most } });
}

/** One of a few: radios and selects. */
export function choice<const T extends readonly [string, ...string[]]>(
  options: T,
  { missing = "errors:field.choose" }: Messages = {},
) {
  return z.enum(options, missing);
}

/** Ticked boxes of one name; none ticked is []. */
export function choices<const T extends readonly [string, ...string[]]>(options: T) {
  return z.preprocess(asList, z.array(z.enum(options, "errors:field.choose")).max(options.length));
}

/** Ticked boxes or a multiple select whose values only the domain knows (ids). */
export function manyTexts(most: number) {
  return z.preprocess(asList, z.array(requiredText(200)).max(most, "errors:field.tooMany"));
}

function asList(value: unknown): unknown {
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** A box ticked or not. */
export function ticked() {
  return z.preprocess((value) => value !== undefined && value !== "", z.boolean());
}

/** `percent`: the box is in per cent, and may say so; a sign elsewhere would be a figure of another unit. */
type Range = { readonly least: number; readonly most: number; readonly percent?: true };

export function wholeNumber(range: Range, { missing = "errors:field.number" }: Messages = {}) {
  return numberIn(range, missing).refine(Number.isInteger, "errors:field.whole");
}

/** As people write numbers, see readNumber(). */
export function decimal(range: Range, { missing = "errors:field.number" }: Messages = {}) {
  return numberIn(range, missing);
}

/** null where nothing was typed. */
export function optionalDecimal(range: Range) {
  return z.preprocess((value) => (blank(value) ? null : value), numberIn(range, "errors:field.number").nullable());
}

export function optionalWholeNumber(range: Range) {
  return z.preprocess((value) => (blank(value) ? null : value), wholeNumber(range).nullable());
}

function numberIn({ least, most, percent }: Range, missing: string) {
  const params = { minimum: least, maximum: most };
  return z
    .string(missing)
    .refine((text) => text.trim() !== "", { error: missing, abort: true })
    .transform((text, context) => {
      const read = readNumber(text);
      if (read.kind === "number" && (!read.percent || percent === true)) return read.value;
      context.addIssue(wrongNumber(text, read.kind));
      return z.NEVER;
    })
    .refine((value) => value >= least && value <= most, { error: "errors:field.range", params });
}

/** What was typed stands in the message: of a table of boxes it says which one is meant. */
function wrongNumber(text: string, kind: ReturnType<typeof readNumber>["kind"]) {
  const params = { typed: text.trim().slice(0, 40), example: exampleFor(text) };
  if (kind === "none") return { code: "custom", message: "errors:field.number" } as const;
  const message = kind === "unclear" ? "errors:field.numberUnclear" : "errors:field.noPercent";
  return { code: "custom", message, params } as const;
}

function blank(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

/** A calendar day as YYYY-MM-DD, as `<input type="date">` sends it; a day that exists. */
export function day({ missing = "errors:field.day" }: Messages = {}) {
  return z.string(missing).trim().refine(isDay, missing);
}

/** null where nothing was typed. */
export function optionalDay() {
  return z.preprocess((value) => (blank(value) ? null : value), day().nullable());
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** An opaque id or digest put there by our own page. */
export function reference() {
  return z
    .string("errors:field.choose")
    .trim()
    .regex(/^[\w.:-]{1,200}$/, "errors:field.choose");
}

/** One e-mail address; whether it works only a letter to it would show. */
export function email({ missing, invalid }: { readonly missing: string; readonly invalid: string }) {
  return requiredText(254, { missing }).refine(isMailAddress, invalid);
}
