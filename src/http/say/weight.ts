import type { Language } from "../view/languages.ts";
import { apart, decimalsOf } from "./digits.ts";

/** A weight in percent as its author wrote it; three decimals of one that follows from others and ends nowhere. */
export function weightText({ format }: Language, weight: number): string {
  return format.percent(weight, Math.min(3, decimalsOf(weight * 100)));
}

/** The weight at which an outcome turns, kept apart from the present one. */
export function turnText({ format }: Language, weight: number, present: number): string {
  const { value, digits } = apart(weight * 100, present * 100, 1);
  return format.percent(value / 100, digits);
}

/** How much of the weight space: all and none are said as such, and nearly all is not rounded to all. */
export function spaceText({ format }: Language, share: number): string {
  const digits = share === 0 || share === 1 ? 0 : share < 0.001 || share > 0.999 ? 2 : 1;
  return format.percent(share, digits);
}
