import type { Json, JsonObject } from "../words/json.ts";
import type { MethodField } from "./method-field.ts";
import type { MethodInput } from "./method-input.ts";

/**
 * Where a method comes from, as a bibliography prints it: authors, year, title, journal with volume and pages or
 * publisher, and the part that holds the method. The rules of the house (key house-…) have words in the locales too.
 */
export interface Source {
  readonly key: string;
  readonly reference: string;
}

/** How often a technology that truly lies at its floor got past it, in whole pilots with known truth under one kind of noise. */
export interface FalsePasses {
  /** The kind of noise, by its name in the simulation: "stalls-120s". */
  readonly profile: string;
  /** Share of pilots, 0–1. */
  readonly falsePass: number;
  /** Simulated pilots. */
  readonly replications: number;
  readonly seed: number;
}

/**
 * One method as `touchstone method NAME` and the method pages offer it: JSON in, JSON out, and what a page needs to
 * explain it and to let people try it. Its other words live in the locales.
 */
export interface Method {
  readonly about: string;
  /** Where it comes from, the most telling first. */
  readonly sources: readonly Source[];
  readonly formula: string;
  readonly fields: readonly MethodField[];
  /** An input whose answer is known: one of the worked examples in the tests. */
  readonly example: JsonObject;
  /**
   * Where a gate reads its bound: what was simulated, the worst kinds of noise first; null: not simulated yet.
   * The conditions themselves are the page's words (methods:method.NAME.holds).
   */
  readonly simulated?: readonly FalsePasses[] | null;
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
