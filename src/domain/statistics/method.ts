import type { Json } from "../words/json.ts";
import type { MethodInput } from "./method-input.ts";
import type { Source } from "./sources.ts";

/** One method as `touchstone method NAME` and the method pages offer it: JSON in, JSON out. */
export interface Method {
  readonly about: string;
  /** Where it comes from, the most telling first. */
  readonly sources: readonly Source[];
  /** It needs no input: a table to look at. */
  readonly takesNothing?: true;
  /** Throws MethodInputError for a malformed input and RangeError for numbers the method cannot take. */
  readonly run: (input: MethodInput) => Json;
}

export type Methods = { readonly [name: string]: Method };

/** JSON has no infinities: written as the words "Infinity" and "-Infinity"; what is undefined becomes null. */
export function finite(x: number): Json {
  if (Number.isFinite(x)) return x;
  return Number.isNaN(x) ? null : String(x);
}

/** The reason beside an interval that is null, since not even the whole range would cover. */
export function tooFew(end: number | null): { readonly doubt?: string } {
  return end === null ? { doubt: "too-few" } : {};
}
