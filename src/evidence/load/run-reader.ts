import {
  Findings,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type PieceResult,
  type ReadOptions,
} from "../format.ts";
import { Refused } from "../refused.ts";
import { transcoded } from "../encoding.ts";
import { Limits } from "../limits.ts";
import { Zone } from "../zone.ts";
import { Tally, type FailureCount } from "./tally.ts";

/** What the files of one run share while they are read. */
export class Run {
  readonly tally: Tally;
  readonly findings: Findings;
  readonly zone: Zone;
  /** Rows over several requests that are none themselves. */
  parents = 0;
  /** Requests of setup, warm-up and teardown. */
  setUp = 0;
  /** Rows that hold what a server was measured by (CPU, memory), not a request. */
  serverMetrics = 0;
  /** False once a file names no labels. */
  labelled = true;
  /** Warnings by code. */
  readonly remarks = new Map<string, string>();

  constructor(spec: LoadFormat, options: ReadOptions, anchor: number | undefined) {
    const { fractions, failures } = spec;
    this.tally = new Tally({ withinMs: options.withinMs, fractions, failures }, anchor);
    this.zone = new Zone(options.timeZone);
    this.findings = new Findings(new Limits(options));
  }

  /** A warning that is given once, however many files give it. */
  remark(code: string, message: string): void {
    this.remarks.set(code, message);
  }
}

/** Takes one file's bytes, in UTF-8 unless the format decodes itself. */
export interface RunFile {
  write(chunk: Uint8Array): void;
  /** After the last chunk. */
  end(): void;
}

export interface LoadFormat extends Pick<
  Format,
  "name" | "title" | "version" | "changes" | "recognises" | "reporting"
> {
  readonly closedLoop: boolean;
  /** True where the tool writes fractions of a millisecond. */
  readonly fractions: boolean;
  readonly failures: FailureCount;
  /** True where times count from the run's start and say nothing of the day. */
  readonly relativeTimes?: boolean;
  /** True where the reader decodes the bytes itself. */
  readonly decodes?: boolean;
  /** What a file is called that has no request in it. */
  readonly nothing: string;
  /** @throws Refused where the file's structure is broken */
  file(name: string, head: Head, run: Run): RunFile;
}

/** A reader for a tool that logs request by request: several files of a piece are one run. */
export function loadFormat(spec: LoadFormat): Format {
  const { name, title, version, changes, closedLoop, reporting } = spec;
  return {
    name,
    title,
    version,
    ...(changes !== undefined && { changes }),
    kind: "load",
    ...(closedLoop ? { closedLoop } : {}),
    ...(reporting === undefined ? {} : { reporting }),
    recognises: (head) => spec.recognises(head),
    open: (options) => new RunReader(spec, options),
  };
}

export const warmUpChange = "requests of a warm-up that is called so are left out";
export const taggedChange = "so are those whose tag, group or label calls them a warm-up";
export const noLoadChange = "requests of setup and teardown and rows of server metrics are left out";

/** What the formats that tell a concurrency say of the version that first took a long stall for a part of its level. */
export const stallsChange = "a pause of up to a quarter of an hour within a file belongs to its load level";

class RunReader implements PieceReader {
  readonly #spec: LoadFormat;
  readonly #options: ReadOptions;
  readonly #run: Run;
  #files = 0;

  constructor(spec: LoadFormat, options: ReadOptions, anchor?: number) {
    this.#spec = spec;
    this.#options = options;
    this.#run = new Run(spec, options, anchor);
  }

  file(name: string, head: Head): FileSink {
    this.#files += 1;
    if (this.#files > 1 && this.#spec.relativeTimes === true) {
      const message = `${name}: the files of ${this.#spec.title} hold no time of day, so that nobody can tell whether they ran at once or in turn: attach each as a piece of its own`;
      throw new Refused({ file: name, code: "one-run-a-piece", message });
    }
    const file = this.#spec.file(name, head, this.#run);
    const end = (): void => {
      file.end();
      this.#run.tally.endFile();
    };
    const sink = { write: (chunk: Uint8Array) => file.write(chunk), end };
    return this.#spec.decodes === true ? sink : transcoded(sink, head.encoding);
  }

  finish(): PieceResult {
    const { tally, parents, findings, labelled } = this.#run;
    if (tally.requests === 0) throw this.#nothing();
    if (tally.misanchored) return { kind: "again", reader: new RunReader(this.#spec, this.#options, tally.earliest) };
    const figures = tally.figures();
    const byLabel = labelled && this.#spec.failures === "all" ? tally.labels.figures() : undefined;
    this.#warn();
    return {
      kind: "measured",
      measurement: {
        kind: "load",
        format: this.#spec.title,
        ...(this.#spec.relativeTimes === true ? {} : tally.period()),
        ...figures,
        ...(byLabel === undefined ? {} : { byLabel }),
        ...(parents === 0 ? {} : { transactionParents: parents }),
        ...findings.ofRows(),
      },
    };
  }

  #warn(): void {
    const { findings, tally, remarks, labelled, setUp, serverMetrics } = this.#run;
    if (setUp > 0)
      findings.warn(
        "setup-left-out",
        `${setUp} requests of setup, warm-up and teardown are left out: they are no load`,
      );
    if (serverMetrics > 0)
      findings.warn("server-metrics-left-out", `${serverMetrics} rows of server metrics (PerfMon) are left out`);
    for (const [code, message] of remarks) findings.warn(code, message);
    if (tally.overlong)
      findings.warn("run-too-long", "The rows span more than twelve days: no slices and no steps are made");
    if (tally.sideBySide)
      findings.warn(
        "side-by-side",
        "Files speak of the same time: each knows its own concurrency only, so that no steps are made",
      );
    if (labelled && tally.labels.dropped)
      findings.warn("too-many-labels", "More than 256 labels: there are no figures by label");
    if (tally.labels.unreadable)
      findings.warn("label-encoding", "Some labels are not UTF-8 and cannot be read in full");
  }

  #nothing(): Refused {
    const { parents, findings, serverMetrics, setUp } = this.#run;
    const [first] = findings.rejected;
    if (serverMetrics > 0) {
      const message = `${this.#spec.title}: all ${serverMetrics} usable rows are server metrics (CPU, memory), which PerfMon wrote, and no requests: attach the results file of the same run`;
      return new Refused({ code: "server-metrics", message, params: { rows: serverMetrics } });
    }
    if (setUp > 0 && parents === 0) {
      const message = `All ${setUp} usable requests are of setup, warm-up and teardown: there is no load`;
      return new Refused({ code: "only-setup", message, params: { rows: setUp } });
    }
    if (parents > 0) {
      const message = `All ${parents} usable rows are transaction parents: there is not a single request`;
      return new Refused({ code: "only-transaction-parents", message });
    }
    if (first !== undefined) {
      const message = `None of the ${findings.rowCount} rows can be used; line ${first.row}: ${first.reason}`;
      return new Refused({ row: first.row, code: "no-usable-row", message, why: first.why });
    }
    return new Refused({ code: "no-usable-row", message: this.#spec.nothing });
  }
}
