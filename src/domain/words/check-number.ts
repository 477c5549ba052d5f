import type { Reason } from "./decision.ts";
import type { Json } from "./json.ts";

/** A whole number of at least `from`. */
export const whole = (field: string, value: number, from: number): readonly Reason[] =>
  Number.isInteger(value) && value >= from
    ? []
    : [{ code: "PolicyNumberNotWhole", params: { value: asJson(value), from }, field }];

/** A number within [from, to]. */
export const share = (field: string, value: number, from: number, to: number): readonly Reason[] =>
  value >= from && value <= to
    ? []
    : [{ code: "PolicyNumberOutOfRange", params: { value: asJson(value), from, to }, field }];

/** A whole number within [from, to]. */
export function wholeIn(field: string, value: number, from: number, to: number): readonly Reason[] {
  const reasons = whole(field, value, from);
  return reasons.length > 0 ? reasons : share(field, value, from, to);
}

export const atLeast = (field: string, value: number, from: number): readonly Reason[] =>
  Number.isInteger(value) && value >= from
    ? []
    : [{ code: "PolicyNumberTooSmall", params: { value: asJson(value), from }, field }];

/** Weights are typed as decimals: they sum to 1 within a millionth. */
export function sumsToOne(field: string, weights: readonly number[]): readonly Reason[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Math.abs(sum - 1) <= 1e-6
    ? []
    : [{ code: "PolicyWeightsNotOne", params: { sum: asJson(Math.round(sum * 1e6) / 1e6) }, field }];
}

/** Reasons are stored and shown as JSON, which has no NaN and no infinities. */
const asJson = (value: number): Json => (Number.isFinite(value) ? value : String(value));
