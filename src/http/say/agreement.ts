import type { Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";
import { apart, decimalsOf } from "./digits.ts";

/** A coefficient of agreement to two decimals, or as many as keep it apart from the policy's limits; "–" where there is none. */
export function agreementFigure(
  { format }: Language,
  coefficient: number | null | undefined,
  limits?: Policy["agreement"],
): string {
  if (coefficient === null || coefficient === undefined) return "–";
  const digits = [limits?.unreliable, limits?.tentative].map((limit) => apart(coefficient, limit, 2).digits);
  return format.number(coefficient, Math.max(...digits));
}

/** A limit of it as it was written. */
export const agreementLimit = ({ format }: Language, limit: number): string => format.number(limit, decimalsOf(limit));
