import { type Head } from "../format.ts";
import { Refused } from "../refused.ts";
import { LineScanner } from "../load/line-scanner.ts";
import { loadFormat, stallsChange, type Run, type RunFile } from "../load/run-reader.ts";
import { GatlingRows } from "./rows.ts";

/**
 * Gatling's simulation.log as it was text, up to 3.12, in four layouts of columns divided by tabs (rows.ts). Since
 * then the log is binary and undocumented, and refused by name. Requests that never began (ERROR rows) are
 * no requests; a group's row stands over its requests.
 */
export const gatlingLog = loadFormat({
  name: "gatling-log",
  title: "Gatling simulation.log",
  version: 2,
  changes: [{ version: 2, change: stallsChange }],
  closedLoop: false,
  // A page's resources are asked for by up to six connections to each of its hosts at once (Gatling, maxConnectionsPerHost).
  reporting: { atOnce: 20 },
  fractions: false,
  failures: "all",
  nothing: "There is no REQUEST row",
  recognises: (head) => binaryVersion(head.bytes) !== null || isText(head.text),
  file,
});

function file(name: string, head: Head, run: Run): RunFile {
  const version = binaryVersion(head.bytes);
  if (version !== null) throw binary(name, version);
  const rows = new GatlingRows(name, run);
  const lines = new LineScanner(name, (buffer, from, to, line) => rows.handle(buffer, from, to, line));
  const end = (): void => {
    lines.end();
    rows.end();
  };
  return { write: (chunk) => lines.write(chunk), end };
}

/** Assertions come before the RUN row; the oldest layout has the kind of row in its third column. */
function isText(text: string): boolean {
  return (
    /^\uFEFF?(?:ASSERTION\t[^\n]*\n)*RUN\t/.test(text) ||
    /^\uFEFF?[^\t\n]*\t[^\t\n]*\t(?:RUN|USER|REQUEST)\t/.test(text)
  );
}

/** A binary log begins with a zero (its RUN record), the length of the version as four bytes, and the version. */
function binaryVersion(bytes: Uint8Array): string | null {
  const length = bytes[4] ?? 0;
  if (bytes.length < 8 || bytes.subarray(0, 4).some((byte) => byte !== 0) || length < 3 || length > 32) return null;
  const version = Buffer.from(bytes.subarray(5, 5 + length)).toString("latin1");
  return /^\d+\.\d+[\w.+-]*$/.test(version) ? version : null;
}

function binary(name: string, version: string): Refused {
  const message =
    `${name}: Gatling ${version} writes its simulation.log in a binary form that it does not document. ` +
    "Attach js/global_stats.json of its report instead (totals), or run the test with Gatling 3.12.0 or older, whose log is text";
  return new Refused({ file: name, code: "gatling-binary", message });
}
