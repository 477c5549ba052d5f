import { type Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { parseTime } from "../time.ts";
import { membersOf, parsedJson, type WholeFile } from "../whole-files.ts";
import { Zone } from "../zone.ts";
import type { Unreadable } from "../unreadable.ts";

export type Report = Readonly<Record<string, unknown>>;

/** The reports of a file: one, a list of them, or those of the steps of a user flow (Lighthouse). */
function reportsOf(file: WholeFile): Report[] {
  const whole = parsedJson(file);
  const steps = membersOf(whole)?.["steps"];
  const all = [whole, steps].find((list) => Array.isArray(list)) ?? [whole];
  return (all as unknown[]).map((report) => membersOf(report) ?? {});
}

export function listOf(value: unknown): Report[] | null {
  return Array.isArray(value) ? value.map((item: unknown) => membersOf(item) ?? {}) : null;
}

/** First and last of the reports' own times. */
export function periodOf(times: readonly unknown[]): { readonly from?: string; readonly to?: string } {
  const zone = new Zone("UTC");
  const instants = times
    .flatMap((time) => (typeof time === "string" ? [parseTime(time, zone)] : []))
    .filter((time) => typeof time === "number")
    .sort((a, b) => a - b);
  const [first, last] = [instants[0], instants.at(-1)];
  if (first === undefined || last === undefined) return {};
  return { from: new Date(first).toISOString(), to: new Date(last).toISOString() };
}

/** Each report is a row: one that holds no result is rejected, missing evidence and not zero findings. */
export function eachReport(
  files: readonly WholeFile[],
  findings: Findings,
  use: (report: Report) => Unreadable | null,
) {
  for (const file of files) {
    reportsOf(file).forEach((report, i) => {
      const reason = use(report);
      if (reason === null) findings.rowCount += 1;
      else findings.reject(i + 1, reason, file.name);
    });
  }
}

/** @throws Refused where no report holds a result */
export function atLeastOne(title: string, findings: Findings): void {
  if (findings.rowCount > findings.rejectedCount) return;
  const [first] = findings.rejected;
  const message = `${title}: ${first === undefined ? "it holds no report" : first.reason}`;
  throw new Refused({ ...(first?.file === undefined ? {} : { file: first.file }), code: "no-result", message });
}
