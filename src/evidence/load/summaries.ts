import type { LoadLabel, Slice } from "../../domain/evidence/measurement.ts";
import type { Findings, Figures, Format } from "../format.ts";
import { limits } from "../limits.ts";
import { Refused } from "../refused.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import type { Reporting } from "../contradictions/littles-law.ts";
import { blocksOf, type Block } from "./console.ts";
import { runPeriod } from "./period.ts";
import { compareRate, totalsOf, type Run } from "./totals.ts";

/** One run as a tool sums it up. */
export interface Summary extends Run {
  /** Requests a second as the tool states them; compared with requests over time. */
  readonly statedRate?: number | undefined;
  /** The requests that this rate counts, where they are not all. */
  readonly rated?: number | undefined;
  /** Epoch milliseconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly byLabel?: readonly LoadLabel[] | undefined;
  /** Where the tool counts by stretches of 10 s too. */
  readonly slices?: readonly Slice[] | undefined;
}

interface SummaryFormat extends Pick<Format, "name" | "title" | "version" | "changes" | "recognises"> {
  /** True where the tool waits for an answer before it asks again. */
  readonly closedLoop: boolean;
  readonly reporting?: Reporting;
  /** @throws Refused where the file is broken */
  readonly runs: (file: WholeFile, findings: Findings) => readonly Summary[];
}

/**
 * A reader for what a tool sums up at the end of a run: totals without slices, whose shares are points without a bound
 * (totals.ts), unless the tool counted by stretches of 10 s too.
 */
export function summaryFormat(format: SummaryFormat): Format {
  const { closedLoop, reporting, runs, ...named } = format;
  return {
    ...wholeFormat({
      ...named,
      kind: "load",
      measure: (files, _options, findings) => {
        warnOfCopies(files, findings);
        return figuresOf(
          files.flatMap((file) => runs(file, findings)),
          findings,
          reporting,
        );
      },
    }),
    ...(closedLoop ? { closedLoop } : {}),
    ...(reporting === undefined ? {} : { reporting }),
  };
}

function figuresOf(
  runs: readonly Summary[],
  findings: Findings,
  reporting?: Reporting,
): Figures & { from?: string; to?: string } {
  if (runs.length === 0) throw noRun(findings);
  for (const { statedRate, requests, rated = requests, seconds } of runs)
    compareRate(statedRate, rated, seconds, findings);
  findings.rowCount += runs.length;
  const [only] = runs;
  const alone = runs.length === 1 ? only : undefined;
  const labels = alone?.byLabel;
  if (labels !== undefined && labels.length > limits.label.most)
    findings.warn("too-many-labels", `More than ${limits.label.most} labels: there are no figures by label`);
  return {
    ...totalsOf(runs, findings, reporting),
    ...runPeriod(runs),
    ...(alone?.slices === undefined ? {} : { slices: alone.slices }),
    ...(labels === undefined || labels.length === 0 || labels.length > limits.label.most ? {} : { byLabel: labels }),
  };
}

function noRun(findings: Findings): Refused {
  const [first] = findings.rejected;
  const message = `No run can be used${first === undefined ? "" : `; line ${first.row}: ${first.reason}`}`;
  return new Refused({ ...(first === undefined ? {} : { row: first.row }), code: "no-usable-row", message });
}

/** The runs of a console text; one that cannot be used is rejected by the line it opens on. */
export function printedRuns(
  file: WholeFile,
  findings: Findings,
  opening: RegExp,
  runOf: (block: Block) => Summary | Unreadable,
): Summary[] {
  return blocksOf(file.text, opening).flatMap((block) => {
    const run = sound(runOf(block));
    if (!isUnreadable(run)) return [run];
    findings.reject(block.line, run, file.name);
    return [];
  });
}

/** Whatever stands in a file: counts are whole, failures among the requests, and the run took some time. */
function sound(run: Summary | Unreadable): Summary | Unreadable {
  if (isUnreadable(run)) return run;
  const { requests, failures = 0, seconds, concurrency = 1 } = run;
  if (![requests, failures, concurrency].every((count) => Number.isInteger(count) && count >= 0 && count < 1e15))
    return new Unreadable("a-count-is-no-whole-number");
  if (failures > requests) return new Unreadable("failures-of-requests", { failures, requests });
  if (!(seconds > 0 && seconds < 1e9)) return new Unreadable("the-run-took-no-time-or-longer");
  if (concurrency > 0) return run;
  const { concurrency: _, ...others } = run;
  return others;
}

export type Members = Readonly<Record<string, unknown>>;

/** A JSON document, not a console text whose lines begin with a time in brackets. */
export const isJson = (text: string): boolean => /^\s*(?:\{|\[\s*[\]{])/.test(text);

/** The runs of a JSON document: one, or a list of them. @throws Refused where it is neither */
export function documentRuns(
  file: WholeFile,
  title: string,
  runOf: (document: Members) => Summary | Unreadable,
): Summary[] {
  const document = parsedJson(file);
  const list = Array.isArray(document) ? document : [document];
  const refused = (reason: string): Refused =>
    new Refused({
      file: file.name,
      code: "bad-summary",
      message: `${file.name}: no ${title} that can be measured: ${reason}`,
    });
  if (list.length === 0) throw refused("the list is empty");
  return list.map((entry) => {
    const members = membersOf(entry);
    if (members === null) throw refused("it is not an object");
    const run = sound(runOf(members));
    if (isUnreadable(run)) throw refused(run.reason);
    return run;
  });
}

/** Said once, however many runs say it. */
export function remark(findings: Findings, code: string, message: string): void {
  if (!findings.warnings.some((warning) => warning.code === code)) findings.warn(code, message);
}
