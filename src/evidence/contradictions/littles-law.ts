import type { LoadStep, Warning } from "../../domain/evidence/measurement.ts";
import { littlesLaw } from "../../domain/statistics/littles-law.ts";

/** What rounding, ramps and clocks explain. */
const slack = 0.05;

type Level = Pick<LoadStep, "concurrency" | "seconds" | "requests" | "latencyMs">;

/** How a tool comes to the users and the mean latency that it reports, where that is not the plain way. */
export interface Reporting {
  /** Requests that one user may have under way at once; one where absent. */
  readonly atOnce?: number;
  /** The mean is rounded to so many milliseconds. */
  readonly meanRoundedToMs?: number;
  /**
   * True where the tool adds latencies that it did not measure to those it did, to make up for requests that a stall kept it
   * from sending, so that the mean it prints is above that of its requests (wrk, stats_correct).
   */
  readonly corrected?: true;
}

/**
 * Load levels that cannot have been: on average throughput × mean latency requests are under way (Little 1961), and of
 * each of N users at most one. Fewer than N are users who pause, which is no contradiction. A level's first requests
 * may have begun before it: the longest of them explains N requests more.
 */
export function impossible(levels: readonly Level[], reporting: Reporting = {}): Warning[] {
  const wrong = levels.flatMap((level) => {
    const { concurrency, seconds, requests, latencyMs } = level;
    if (latencyMs.mean === undefined || concurrency <= 0 || seconds <= 0) return [];
    const least = Math.max(0, latencyMs.mean - (reporting.meanRoundedToMs ?? 0) / 2);
    const { ratio } = littlesLaw(requests / seconds, least / 1000, concurrency);
    if (ratio <= possible(level, reporting)) return [];
    const { inSystem } = littlesLaw(requests / seconds, latencyMs.mean / 1000, concurrency);
    return [`${inSystem.toFixed(1)} at ${concurrency}`];
  });
  if (wrong.length === 0) return [];
  const message = `Throughput times mean latency gives more requests under way than there were users (${wrong.join(", ")}): one of the three figures is wrong, unless a user sends several at once`;
  return [{ code: "littles-law", message }];
}

/** How many times the users throughput times the mean reported may be. */
function possible(level: Level, { atOnce = 1, corrected }: Reporting): number {
  const { seconds, latencyMs } = level;
  const edge = Math.min(1, (latencyMs.max ?? latencyMs.mean ?? 0) / 1000 / seconds);
  return atOnce * (1 + slack + edge) * (corrected === true ? raised(level) : 1);
}

/**
 * How far wrk may have raised its mean. With N connections and throughput X, requests take E = N/X on average at most. For
 * each that took x ≥ 2E, wrk adds one of x − E, one of x − 2E and so on, above E (stats.c). The mean is raised the most
 * where a share E/x of the requests took the longest time x = kE and the others none: k − 2 are added for each, and it
 * becomes (k + 2)/4 times E.
 */
function raised({ concurrency, seconds, requests, latencyMs: { max } }: Level): number {
  if (max === undefined || requests === 0) return Infinity;
  const expectedMs = (1000 * concurrency * seconds) / requests;
  return Math.max(1, (max / expectedMs + 2) / 4);
}
