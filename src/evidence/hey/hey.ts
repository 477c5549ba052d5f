import { firstRecord } from "../csv.ts";
import { type Head } from "../format.ts";
import { Refused } from "../refused.ts";
import { decimalAt, wholeAt } from "../load/bytes.ts";
import { CsvScanner } from "../load/csv-scanner.ts";
import type { Fields } from "../load/fields.ts";
import { loadFormat, type Run, type RunFile } from "../load/run-reader.ts";
import { Unreadable } from "../unreadable.ts";

/** 30 days, in seconds. */
const longest = 30 * 86_400;
/** hey keeps the first million answers and says nothing of the rest (requester/report.go, maxRes). */
const mostWritten = 1_000_000;
const answeredOnly =
  "hey leaves out requests without an answer (timeouts, refused connections): the failures are those answered with 400 or above, and every share of failed or fast requests is unknown";
const cutAtMillion = "hey writes its first million answers only: the run was longer than this file";

/**
 * hey's CSV (`hey -o csv`): a row an *answered* request, times in seconds to 0.1 ms, `offset` the request's start since the
 * run's. Requests that failed without an answer are not in it, so that a gate finds every share unknown; times of day
 * are not either.
 */
export const heyCsv = loadFormat({
  name: "hey-csv",
  title: "hey CSV",
  version: 1,
  closedLoop: true,
  fractions: true,
  failures: "answered",
  relativeTimes: true,
  nothing: "There is a header and not a single row below it",
  recognises: ({ text }) => {
    const names = namesOf(text);
    return ["response-time", "DNS+dialup", "Response-delay"].every((name) => names.includes(name));
  },
  file,
});

function namesOf(text: string): string[] {
  return firstRecord(text.replace(/^\uFEFF/, ""), ",")?.map((name) => name.trim()) ?? [];
}

interface Columns {
  readonly count: number;
  readonly time: number;
  readonly status: number;
  readonly offset: number;
}

function file(name: string, head: Head, run: Run): RunFile {
  const columns = requireColumns(name, namesOf(head.text));
  run.labelled = false;
  run.remark("answered-only", answeredOnly);
  let atHeader = true;
  let rows = 0;
  const scanner = new CsvScanner(0x2c, columns.count, name, (fields) => {
    const reason = atHeader ? null : use(fields, columns, run);
    if (reason !== null) run.findings.reject(fields.line, reason, name);
    atHeader = false;
    rows += 1;
  });
  const end = (): void => {
    scanner.end();
    if (rows > mostWritten) run.remark("cut-at-million", cutAtMillion);
  };
  return { write: (chunk) => scanner.write(chunk), end };
}

function requireColumns(file: string, names: readonly string[]): Columns {
  const [time, status, offset] = [
    names.indexOf("response-time"),
    names.indexOf("status-code"),
    names.indexOf("offset"),
  ];
  if (time >= 0 && status >= 0 && offset >= 0) return { count: names.length, time, status, offset };
  const message = `${file}: no columns response-time, status-code and offset: older versions of hey do not write them, use a newer one`;
  throw new Refused({ file, row: 1, code: "no-header", message });
}

function use(fields: Fields, { count, time, status, offset }: Columns, run: Run): Unreadable | null {
  const { buffer, starts, ends } = fields;
  if (fields.count !== count || fields.malformed)
    return new Unreadable("fields", { fields: fields.count, columns: count });
  const seconds = decimalAt(buffer, starts[time] ?? 0, ends[time] ?? 0);
  if (seconds < 0 || seconds > longest) return new Unreadable("no-number-of-seconds", { name: "response-time" });
  const start = decimalAt(buffer, starts[offset] ?? 0, ends[offset] ?? 0);
  if (start < 0 || start > longest) return new Unreadable("no-number-of-seconds", { name: "offset" });
  const code = wholeAt(buffer, starts[status] ?? 0, ends[status] ?? 0);
  if (code < 100 || code > 999) return new Unreadable("status-code-is-not-a-status-from");
  run.findings.rowCount += 1;
  run.tally.add(start * 1000, seconds * 1000, code >= 400, -1);
  return null;
}
