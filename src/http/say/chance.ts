import type { Language } from "../view/languages.ts";
import { apart, decimalsOf } from "./digits.ts";

/** A look's confidence is what a third or a fifth of an error leaves, and ends nowhere. */
const inFull = (confidence: number): number => Number(confidence.toFixed(5));

/** A confidence in percent, wherever it stands: 95 %, 97.5 %, 98.333 %. @param confidence 0–1 */
export function confidenceText({ format }: Language, confidence: number): string {
  const figure = inFull(confidence);
  return format.percent(figure, Math.max(0, decimalsOf(figure) - 2));
}

/** The same where chances stand beside it: 0.95, 0.98333. */
export function chanceLimit({ format }: Language, limit: number): string {
  const figure = inFull(limit);
  return format.number(figure, decimalsOf(figure));
}

/**
 * A simulated chance to three decimals: never certain, never impossible, and never rounded onto the limit that it is held
 * against, as that is said.
 */
export function chanceText({ format }: Language, chance: number, limit?: number): string {
  if (chance >= 0.9995 && (limit ?? 0) < 0.999) return `> ${format.number(0.999, 3)}`;
  if (chance < 0.0005 && (limit ?? 1) > 0.001) return `< ${format.number(0.001, 3)}`;
  if (limit === undefined) return format.number(chance, 3);
  const [figure, side] = [inFull(limit), Math.sign(chance - limit)];
  const { value, digits } = apart(Math.sign(chance - figure) === side ? chance : figure + side * 1e-6, figure, 3);
  return format.number(value, digits);
}
