import type { LoadStep, Warning } from "../../domain/evidence/measurement.ts";
import { littlesLaw } from "../../domain/statistics/littles-law.ts";

/** What rounding, ramps and clocks explain. */
const slack = 0.05;

type Level = Pick<LoadStep, "concurrency" | "seconds" | "requests" | "latencyMs">;

/**
 * Load levels that cannot have been: on average throughput × mean latency requests are under way (Little 1961), and of
 * each of N users at most one. Fewer than N are users who pause, which is no contradiction. A level's first requests
 * may have begun before it: the longest of them explains N requests more.
 */
export function impossible(levels: readonly Level[]): Warning[] {
  const wrong = levels.flatMap(({ concurrency, seconds, requests, latencyMs: { mean, max } }) => {
    if (mean === undefined || concurrency <= 0 || seconds <= 0) return [];
    const { inSystem, ratio } = littlesLaw(requests / seconds, mean / 1000, concurrency);
    const edge = Math.min(1, (max ?? mean) / 1000 / seconds);
    return ratio <= 1 + slack + edge ? [] : [`${inSystem.toFixed(1)} at ${concurrency}`];
  });
  if (wrong.length === 0) return [];
  const message = `Throughput times mean latency gives more requests under way than there were users (${wrong.join(", ")}): one of the three figures is wrong, unless a user sends several at once`;
  return [{ code: "littles-law", message }];
}
