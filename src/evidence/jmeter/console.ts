import { blocksOf, prints } from "../load/console.ts";
import { latency } from "../load/latency.ts";
import { summaryFormat, type Summary } from "../load/summaries.ts";
import type { WholeFile } from "../whole-files.ts";

const opening = /\S[^=\n]{0,60} =\s+\d+ in\s+[\d:.]+s? =\s/;
const totalLine =
  /=\s{1,20}(\d{1,15}) in\s{1,20}(?:(\d{1,6}):(\d\d):(\d\d)|([\d.]{1,20})s) =\s{1,20}([\d.,*]{1,20})\/s Avg:\s{1,20}(\d{1,12}) Min:\s{1,20}\d{1,12} Max:\s{1,20}(\d{1,12}) Err:\s{1,20}(\d{1,15}) /;

/**
 * The totals that JMeter prints while it runs without its window (Summariser: “summary = 300 in 00:00:10 = 30.0/s Avg: …”),
 * to the console and to jmeter.log. The last line of a run counts; a new run begins where fewer samples are counted than
 * before. Transactions are left out of them. Times are whole seconds, the rate to a tenth.
 */
export const jmeterConsole = summaryFormat({
  name: "jmeter-console",
  title: "JMeter console summary",
  version: 1,
  closedLoop: true,
  recognises: ({ text }) => prints(text, opening, / Avg:\s+\d+ Min:\s+\d+ Max:\s/),
  runs,
});

interface Total extends Summary {
  readonly name: string;
}

function runs(file: WholeFile): Summary[] {
  const totals = blocksOf(file.text, opening).flatMap(({ text }) => totalOf(text.split("\n", 1)[0] ?? "") ?? []);
  return totals.filter(
    (total, i) => (totals[i + 1]?.requests ?? 0) < total.requests || totals[i + 1]?.name !== total.name,
  );
}

function totalOf(line: string): Total | undefined {
  const [, n, hours, minutes, seconds, plain, rate = "", mean, max, failed] = totalLine.exec(line) ?? [];
  const requests = Number(n ?? 0);
  const failures = Number(failed ?? NaN);
  if (requests === 0 || !(failures <= requests)) return undefined;
  const counted = plain === undefined ? Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) : Number(plain);
  const stated = Number(rate.replace(",", "."));
  // Whichever is known better: the time to half a second, or the rate to half a tenth.
  const time = stated > 0 && 0.05 / stated < 0.5 / counted ? requests / stated : counted;
  if (!(time > 0 && Number.isFinite(time))) return undefined;
  return {
    name: line.slice(0, line.indexOf("=")).trim().split(/\s+/).at(-1) ?? "",
    requests,
    failures,
    seconds: Math.round(time * 1000) / 1000,
    latencyMs: latency({ mean: Number(mean), max: Number(max) }),
  };
}
