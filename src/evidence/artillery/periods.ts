import type { Slice } from "../../domain/evidence/measurement.ts";
import { count, figure } from "../load/figure.ts";
import { byStatus } from "../load/statuses.ts";
import type { Members } from "../load/summaries.ts";
import { membersOf } from "../whole-files.ts";

const periodMs = 10_000;
/** Twelve days. */
const mostPeriods = 1 << 17;

/**
 * The periods of an Artillery report as slices, a request in that of its answer or its error; a period without any is not
 * written and a slice of none. Undefined where they are not 10 s apart or overlap, as those of several workers may.
 */
export function slicesOf(intermediate: unknown): Slice[] | undefined {
  if (!Array.isArray(intermediate) || intermediate.length === 0) return undefined;
  const periods = intermediate.flatMap((period) => {
    const members = membersOf(period) ?? {};
    const at = figure(members["period"]);
    return at === undefined ? [] : [{ at, ...ended(membersOf(members["counters"]) ?? {}) }];
  });
  const first = Math.min(...periods.map(({ at }) => at));
  const slices: Slice[] = [];
  for (const { at, requests, failures } of periods.toSorted((a, b) => a.at - b.at)) {
    const index = (at - first) / periodMs;
    if (!Number.isInteger(index) || index < slices.length || index > mostPeriods) return undefined;
    while (slices.length < index) slices.push({ seconds: 10, requests: 0, failures: 0 });
    slices.push({ seconds: 10, requests, failures });
  }
  return slices.length === 0 ? undefined : slices;
}

function ended(counters: Members): { requests: number; failures: number } {
  const { answers, refused } = statusesOf(counters);
  const errors = Object.entries(counters).reduce(
    (sum, [name, n]) => (name.startsWith("errors.") ? sum + (count(n) ?? 0) : sum),
    0,
  );
  return { requests: answers + errors, failures: refused + errors };
}

/** Answers of a run or a period by their status. */
export function statusesOf(counters: Members): { readonly answers: number; readonly refused: number } {
  return byStatus(
    Object.entries(counters).flatMap(([name, n]) => {
      const status = /^http\.codes\.(\d{3})$/.exec(name)?.[1];
      return status === undefined ? [] : [[Number(status), count(n) ?? 0] as const];
    }),
  );
}
