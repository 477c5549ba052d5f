import { rounded } from "../../domain/words/rounded.ts";

/** A figure and its decimals: rounded to so many it lies where it truly lies. */
export type RoundedFigure = { readonly value: number; readonly digits: number };

/** Nobody reads more; what lies closer is set one step apart. */
const MOST = 12;

/** Decimals of a number that somebody wrote, without the tail that binary fractions leave. */
export function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(rounded(Math.abs(value))).split("e");
  return Math.max(0, (mantissa.split(".")[1] ?? "").length - Number(exponent));
}

/**
 * As many decimals as keep a figure apart from the limit that it stands beside, `least` or more: rounding moves it by less than
 * its distance from the limit, so that it neither reaches nor crosses it. On the limit it has the limit's own decimals.
 */
export function apart(value: number, limit: number | undefined, least: number): RoundedFigure {
  if (limit === undefined) return { value, digits: least };
  if (value === limit) return { value, digits: Math.max(least, decimalsOf(limit)) };
  const distance = Math.abs(value - limit);
  for (let digits = Math.min(least, MOST); digits <= MOST; digits++) {
    if (Math.abs(Number(value.toFixed(digits)) - value) < 0.95 * distance) return { value, digits };
  }
  const digits = Math.max(MOST, decimalsOf(limit));
  return { value: limit + (value > limit ? 1 : -1) * 10 ** -digits, digits };
}

/** What has to be reached, from the limit on: rounded away from the limit, and never so far that it is as good as twice as far. */
export function reaching(value: number, limit: number, least: number): RoundedFigure {
  const { digits } = apart(value, limit, least);
  const scale = 10 ** digits;
  const steps = value > limit ? Math.ceil(value * scale - 1e-6) : Math.floor(value * scale + 1e-6);
  return { value: steps / scale, digits };
}
