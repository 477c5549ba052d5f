import { type Head } from "../format.ts";
import { Refused } from "../refused.ts";
import { CsvScanner } from "../load/csv-scanner.ts";
import {
  loadFormat,
  noLoadChange,
  stallsChange,
  taggedChange,
  warmUpChange,
  type Run,
  type RunFile,
} from "../load/run-reader.ts";
import { headerless, jmeterHeader, type JMeterHeader } from "./header.ts";
import { JMeterRows } from "./rows.ts";
import { dayOrderOf } from "./spreadsheet.ts";

/**
 * Apache JMeter's CSV results (JMeter manual, "CSV Log format"): any of its columns in any order with timeStamp,
 * elapsed and success, delimited by comma, semicolon, tab or bar; timeStamp in epoch milliseconds or written, local
 * to the configured zone. Several files are one run (load generators side by side, or one level after the other).
 * Transaction controllers' rows are not requests, those of setUp and tearDown thread groups and of PerfMon are no load.
 * Rows may stand in any order. A file that a spreadsheet saved is read where it lost nothing (spreadsheet.ts).
 *
 * Version 2: files that speak of the same time give no steps, since each counts its own threads.
 */
export const jmeterCsv = loadFormat({
  name: "jmeter-csv",
  title: "JMeter CSV",
  version: 6,
  changes: [
    { version: 2, change: "files that speak of the same time give no steps" },
    { version: 3, change: stallsChange },
    { version: 4, change: noLoadChange },
    { version: 5, change: warmUpChange },
    { version: 6, change: taggedChange },
  ],
  closedLoop: true,
  fractions: false,
  failures: "all",
  nothing: "There is a header and not a single row below it",
  recognises: (head) => jmeterHeader(head.text) !== null,
  file,
});

function file(name: string, head: Head, run: Run): RunFile {
  const header = requireHeader(name, head);
  if (header.label < 0) run.labelled = false;
  const rows = new JMeterRows(header, run, name, dayOrderOf(head.text));
  const scanner = new CsvScanner(header.delimiter, header.columns, name, (fields) => rows.handle(fields));
  const end = (): void => {
    scanner.end();
    rows.end();
  };
  return { write: (chunk) => scanner.write(chunk), end };
}

function requireHeader(name: string, head: Head): JMeterHeader {
  const header = jmeterHeader(head.text);
  if (header === null) {
    const hint = headerless(head.text) ? "the rows begin without one" : "expected the columns timeStamp and elapsed";
    throw new Refused({ file: name, row: 1, code: "no-header", message: `${name}: no JMeter header: ${hint}` });
  }
  if (header.success < 0) {
    const message = `${name}: no column “success”, so failures cannot be counted`;
    throw new Refused({ file: name, row: 1, code: "no-success-column", message });
  }
  return header;
}
