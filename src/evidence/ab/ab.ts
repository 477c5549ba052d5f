import { firstRecord } from "../csv.ts";
import { type Head } from "../format.ts";
import { Refused } from "../refused.ts";
import { wholeAt } from "../load/bytes.ts";
import { CsvScanner } from "../load/csv-scanner.ts";
import type { Fields } from "../load/fields.ts";
import { plausible } from "../load/instant.ts";
import { loadFormat, type Run, type RunFile } from "../load/run-reader.ts";
import { Unreadable } from "../unreadable.ts";

const needed = ["seconds", "ttime"];
const longestElapsed = 30 * 86_400_000;
const noFailureCount =
  "ab does not write failures into this file: every share of failed or fast requests is unknown. Attach its console output as a document beside it";
const wholeSeconds = "Times are whole seconds: the run's duration and its throughput are good to a second";

/**
 * ApacheBench's table (`ab -g FILE`): a row an answered request, sorted by time taken, with `seconds` the epoch second it
 * began in and `ttime` its milliseconds. The file does not say which requests failed and leaves out those that got no
 * answer, so that failures are absent and a gate finds every share unknown.
 */
export const abTsv = loadFormat({
  name: "ab-tsv",
  title: "ab table",
  version: 1,
  closedLoop: true,
  fractions: false,
  failures: "none",
  nothing: "There is a header and not a single row below it",
  recognises: ({ text }) => {
    const names = namesOf(text);
    return ["starttime", "ctime", "dtime", "wait", ...needed].every((name) => names.includes(name));
  },
  file,
});

function namesOf(text: string): string[] {
  return firstRecord(text.replace(/^\uFEFF/, ""), "\t")?.map((name) => name.trim()) ?? [];
}

function file(name: string, head: Head, run: Run): RunFile {
  const names = namesOf(head.text);
  const lacking = needed.filter((column) => !names.includes(column));
  if (lacking.length > 0) {
    const message = `${name}: no ab header: missing ${lacking.join(", ")}`;
    throw new Refused({ file: name, row: 1, code: "no-header", message });
  }
  run.labelled = false;
  run.remark("no-failure-count", noFailureCount);
  run.remark("whole-seconds", wholeSeconds);
  const [seconds, total] = [names.indexOf("seconds"), names.indexOf("ttime")];
  let atHeader = true;
  return new CsvScanner(0x09, names.length, name, (fields) => {
    const reason = atHeader ? null : use(fields, names.length, seconds, total, run);
    if (reason !== null) run.findings.reject(fields.line, reason, name);
    atHeader = false;
  });
}

function use(fields: Fields, columns: number, seconds: number, total: number, run: Run): Unreadable | null {
  const { buffer, starts, ends } = fields;
  if (fields.count !== columns || fields.malformed) return new Unreadable("fields", { fields: fields.count, columns });
  const start = wholeAt(buffer, starts[seconds] ?? 0, ends[seconds] ?? 0) * 1000;
  if (!plausible(start)) return new Unreadable("seconds-is-not-a-time-from-2000");
  const elapsed = wholeAt(buffer, starts[total] ?? 0, ends[total] ?? 0);
  if (elapsed < 0 || elapsed > longestElapsed) return new Unreadable("ttime-is-not-a-whole-number-of");
  run.findings.rowCount += 1;
  run.tally.add(start, elapsed, false, -1);
  return null;
}
