import type { MethodField } from "../../domain/methods/method-field.ts";
import type { Problem } from "../forms/problems.ts";
import { numberOrNull, readNumber } from "../forms/number.ts";

type Limits = Pick<MethodField, "kind" | "least" | "most" | "whole">;

/** Larger counts cost more time than a page may take. */
const MOST_COUNT = 10_000_000;
const MOST = 1e15;

/** One figure as people write it, see readNumber(), and as tools do: 2e-4, 1/3. */
export function figureIn(field: Limits, text: string): number | Omit<Problem, "field"> {
  const value = parsed(text.replace(/^[−–]/, "-"));
  if (text === "") return wrongFigure("missing");
  if (value === null)
    return wrongFigure(readNumber(text).kind === "unclear" ? "comma" : "number", { text: text.slice(0, 40) });
  if (field.kind === "probability" && !(value > 0 && value < 1)) return wrongFigure("probability", { text });
  const { least, most } = bounds(field);
  if (value < least || value > most) return wrongFigure("range", { text, least: String(least), most: String(most) });
  if ((field.whole === true || field.kind === "count") && !Number.isSafeInteger(value))
    return wrongFigure("whole", { text });
  return value;
}

function parsed(text: string): number | null {
  const [top = "", bottom, ...rest] = text.split("/");
  if (rest.length > 0) return null;
  const value = plain(top);
  if (bottom === undefined || value === null) return value;
  const divisor = plain(bottom);
  return divisor === null || divisor === 0 ? null : value / divisor;
}

function plain(text: string): number | null {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text) ? Number(text) : numberOrNull(text);
  return value !== null && Number.isFinite(value) ? value : null;
}

function bounds({ kind, least, most }: Limits) {
  if (kind === "count") return { least: least ?? 0, most: most ?? MOST_COUNT };
  return { least: least ?? -MOST, most: most ?? MOST };
}

export const wrongFigure = (what: string, params: Problem["params"] = {}): Omit<Problem, "field"> => ({
  key: `methods:problem.${what}`,
  params,
});
