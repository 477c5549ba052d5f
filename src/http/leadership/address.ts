import type { Period } from "../../projections/counts/types.ts";

/** What every page of these rooms is asked for by. */
export interface Asked {
  readonly period: Period;
  readonly department: string | null;
}

/** An address of these pages: its path, and what it is asked for. */
export function leadershipAddress(
  path: string,
  { period, department }: Asked,
  more: Readonly<Record<string, string | null>> = {},
): string {
  const pairs = { from: period.from, to: period.to, department, ...more };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(pairs)) if (value !== null && value !== "") search.set(name, value);
  return `${path}?${search.toString()}`;
}

export const [decisionsPath, listPath, tierPath, scorecardPath] = [
  "/decision-information",
  "/decision-information/list",
  "/decision-information/technologies",
  "/scorecard",
] as const;
