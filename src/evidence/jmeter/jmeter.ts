import { transcoded } from "../encoding.ts";
import {
  Findings,
  Refused,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type PieceResult,
  type ReadOptions,
} from "../format.ts";
import { Zone } from "../zone.ts";
import { headerless, jmeterHeader, type JMeterHeader } from "./header.ts";
import { JMeterRows } from "./rows.ts";
import { Scanner } from "./scanner.ts";
import { Tally } from "../load/tally.ts";

/**
 * Apache JMeter's CSV results (JMeter manual, "CSV Log format"): any of its columns in any order with timeStamp,
 * elapsed and success, delimited by comma, semicolon, tab or bar; timeStamp in epoch milliseconds or written, local
 * to the configured zone. Several files are one run (load generators side by side). Transaction controllers' rows
 * are not requests. Rows may stand in any order.
 */
export const jmeterCsv: Format = {
  name: "jmeter-csv",
  title: "JMeter CSV",
  version: 1,
  kind: "load",
  closedLoop: true,
  recognises: (head) => jmeterHeader(head.text) !== null,
  open: (options) => new JMeterReader(options),
};

class JMeterReader implements PieceReader {
  readonly #options: ReadOptions;
  readonly #zone: Zone;
  readonly #tally: Tally;
  readonly #findings = new Findings();
  readonly #rows: JMeterRows[] = [];
  #labelled = true;

  constructor(options: ReadOptions, anchor?: number) {
    this.#options = options;
    this.#zone = new Zone(options.timeZone);
    this.#tally = new Tally(options.withinMs, anchor);
  }

  file(name: string, head: Head): FileSink {
    const header = requireHeader(name, head);
    const rows = new JMeterRows(header, this.#tally, this.#findings, this.#zone, name);
    this.#rows.push(rows);
    if (header.label < 0) this.#labelled = false;
    const scanner = new Scanner(header.delimiter, header.columns, name, (fields) => rows.handle(fields));
    return transcoded({ write: (chunk) => scanner.write(chunk), end: () => scanner.end() }, head.encoding);
  }

  finish(): PieceResult {
    const tally = this.#tally;
    const parents = this.#rows.reduce((sum, rows) => sum + rows.parents, 0);
    if (tally.requests === 0) throw nothing(parents, this.#findings);
    if (tally.misanchored) return { kind: "again", reader: new JMeterReader(this.#options, tally.earliest) };
    const figures = tally.figures();
    const byLabel = this.#labelled ? tally.labels.figures() : undefined;
    this.#warn();
    const { warnings, rejected, rejectedCount, rowCount } = this.#findings;
    return {
      kind: "measured",
      measurement: {
        kind: "load",
        format: jmeterCsv.title,
        ...tally.period(),
        ...figures,
        ...(byLabel === undefined ? {} : { byLabel }),
        ...(parents === 0 ? {} : { transactionParents: parents }),
        warnings,
        rejectedRows: rejected,
        rejectedCount,
        rowCount,
      },
    };
  }

  #warn(): void {
    const { labels, overlong } = this.#tally;
    if (overlong)
      this.#findings.warn("run-too-long", "The rows span more than twelve days: no slices and no steps are made");
    if (labels.dropped) this.#findings.warn("too-many-labels", "More than 256 labels: there are no figures by label");
    if (labels.unreadable)
      this.#findings.warn("label-encoding", "Some labels are not UTF-8 and cannot be read in full");
  }
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

function nothing(parents: number, findings: Findings): Refused {
  const [first] = findings.rejected;
  if (parents > 0) {
    const message = `All ${parents} usable rows are transaction parents: there is not a single request`;
    return new Refused({ code: "only-transaction-parents", message });
  }
  if (first !== undefined) {
    const message = `None of the ${findings.rowCount} rows can be used; line ${first.row}: ${first.reason}`;
    return new Refused({ row: first.row, code: "no-usable-row", message });
  }
  return new Refused({ code: "no-usable-row", message: "There is a header and not a single row below it" });
}
