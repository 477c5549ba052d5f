import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";

/** A formula as it is set: a line for each statement, indices below the line. */
export function formulaLines(formula: string): readonly Html[] {
  return statements(formula).map((line) => html`${parts(line)}`);
}

/** A semicolon within brackets parts the arguments of a function; outside, one statement from the next. */
const statements = (formula: string): readonly string[] => formula.split(/\s*[;；](?![^()]*\))\s*/);

/** n_eff, Π_{j≠i}: what follows the underscore stands lower. */
const parts = (line: string): readonly (Html | string)[] =>
  line
    .split(/(_\{[^}]*\}|_[A-Za-z0-9]+)/)
    .map((part) => (part.startsWith("_") ? html`<sub>${part.slice(1).replace(/^\{|\}$/g, "")}</sub>` : part));

/** Functions of distributions that a formula may name; what each of them is stands in the locales. */
const functions: readonly (readonly [key: string, pattern: RegExp])[] = [
  ["z", /\bz(?=[²(\s·])/u],
  ["t", /(?<![\p{L}])t\(/u],
  ["F", /(?<![\p{L}])F\(/u],
  ["chi", /χ²\(/],
  ["beta", /BetaQuantile/],
  ["phi", /Φ\(/],
  ["gamma", /Γ\(/],
  ["betaFunction", /(?<![\p{L}])B\(/u],
  ["alpha", /α\/2/],
  ["c", /(?<![\p{L}])c(?![\p{L}′])/u],
];

export const notationIn = (formula: string): readonly string[] =>
  functions.filter(([, pattern]) => pattern.test(formula)).map(([key]) => key);
