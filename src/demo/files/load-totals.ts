import type { Random } from "../random.ts";
import type { LoadLevel } from "./requests.ts";

/** What Locust writes beside its report as …_stats_history.csv: every ten seconds, what had been counted up to then. */
export function* locustHistoryCsv(random: Random, start: number, levels: readonly LoadLevel[]): Generator<string> {
  yield (
    "Timestamp,User Count,Type,Name,Requests/s,Failures/s,Total Request Count,Total Failure Count," +
    "Total Median Response Time,Total Average Response Time,Total Max Response Time\n"
  );
  let [seconds, requests, failures, totalMs, max] = [Math.round(start / 1000), 0, 0, 0, 0];
  for (const { threads, seconds: length, requestsPerSecond, medianMs, failing } of levels) {
    for (let spell = 0; spell < length / 10; spell++, seconds += 10) {
      const asked = Math.max(1, Math.round(requestsPerSecond * 10 + random.normal(0, 0.6)));
      const failed = Array.from({ length: asked }, () => random.next() < failing).filter(Boolean).length;
      [requests, failures, totalMs] = [requests + asked, failures + failed, totalMs + asked * medianMs * 1.06];
      max = Math.max(max, Math.round(medianMs * random.between(2, 5)));
      const rates = `${(asked / 10).toFixed(2)},${(failed / 10).toFixed(2)}`;
      const times = `${medianMs},${(totalMs / requests).toFixed(1)},${max}`;
      yield `${seconds},${threads},,Aggregated,${rates},${requests},${failures},${times}\n`;
    }
  }
}

/** The summary that a supplier hands in: a row a level, totals only. */
export function loadTableCsv(random: Random, levels: readonly LoadLevel[]): string {
  const rows = levels.map(({ threads, seconds, requestsPerSecond, medianMs, failing }) => {
    const requests = Math.round(requestsPerSecond * seconds);
    const latency = [medianMs * 1.07, medianMs, medianMs * 1.6, medianMs * 1.9, medianMs * 2.6];
    const milliseconds = [...latency, medianMs * random.between(6, 14)].map(Math.round);
    return [threads, requests, Math.round(requests * failing), requestsPerSecond.toFixed(3), ...milliseconds].join(",");
  });
  return ["concurrency,requests,failures,throughput,mean,p50,p90,p95,p99,max", ...rows, ""].join("\n");
}
