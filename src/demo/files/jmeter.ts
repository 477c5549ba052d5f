import type { Random } from "../random.ts";

/** One level of a generated load test, at one concurrency. */
export interface LoadLevel {
  readonly threads: number;
  readonly seconds: number;
  readonly requestsPerSecond: number;
  /** Median response time, ms. */
  readonly medianMs: number;
  /** Share of requests that fail, 0–1. */
  readonly failing: number;
  /** Share of ten-second spells in which the service stalls, 0–1. */
  readonly stalling?: number;
}

/** What a tester leaves switched on for a run of days: the columns that a measurement needs, and few others. */
const header = "timeStamp,elapsed,label,responseCode,success,bytes,allThreads\n";

const labels = ["Open case", "Search", "Save reply", "Print"] as const;

/** A JMeter CSV results file as JMeter 5 writes it, in chunks of about 256 KB. `start` is epoch milliseconds. */
export function* jmeterCsv(random: Random, start: number, levels: readonly LoadLevel[]): Generator<string> {
  let chunk = header;
  let clock = start;
  for (const level of levels) {
    const end = clock + level.seconds * 1000;
    const gap = 1000 / level.requestsPerSecond;
    let stalledUntil = 0;
    for (let at = clock; at < end; at += gap) {
      if (random.next() < ((level.stalling ?? 0) * gap) / 10_000) stalledUntil = at + 10_000;
      chunk += row(random, Math.round(at), level, at < stalledUntil);
      if (chunk.length > 262_144) {
        yield chunk;
        chunk = "";
      }
    }
    clock = end;
  }
  yield chunk;
}

function row(random: Random, at: number, level: LoadLevel, stalled: boolean): string {
  const label = random.pick(labels);
  const elapsed = Math.max(2, Math.round(level.medianMs * Math.exp(random.normal(0, 0.35)) * (stalled ? 8 : 1)));
  const failed = random.next() < level.failing * (stalled ? 20 : 1);
  return `${at},${elapsed},${label},${failed ? 503 : 200},${!failed},${random.whole(900, 4200)},${level.threads}\n`;
}
