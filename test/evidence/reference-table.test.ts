import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import type { Measurement } from "../../src/domain/evidence/measurement.ts";
import type { EvidenceFile, ReadOptions } from "../../src/evidence/format.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { read } from "./support.ts";

const folders = ["load", "uptime", "usability", "accessibility", "survey", "fairness", "usl", "agreement", "sbom"];

/** Folders that are one piece of evidence. */
const pieces = ["uptime/upptime", "usability/heritrace-endusers/sus", "usability/heritrace-endusers/task_completion"];

const table = (format: Mapping["format"], columns: Mapping["columns"], more: Partial<Mapping> = {}): Mapping => ({
  format,
  columns,
  conditions: {},
  rows: {},
  ...more,
});

const compas = { group: "race", outcome: "two_year_recid" };

/** What people would tell of files that say too little themselves. */
const mapped: readonly (readonly [path: string, mapping: Mapping])[] = [
  [
    "load/wso2-jmeter-summary-166-2020.csv",
    table(
      "load-table",
      {},
      {
        rows: { "Scenario Name": "Passthrough", "Message Size (Bytes)": "1024", "Back-end Service Delay (ms)": "30" },
      },
    ),
  ],
  [
    "fairness/compas-two-years.csv",
    table(
      "outcomes-csv",
      { ...compas, prediction: "decile_score" },
      {
        conditions: { outcome: { is: "one-of", values: ["1"] }, prediction: { is: "at-least", limit: 5 } },
      },
    ),
  ],
  [
    "fairness/compas-two-years.csv",
    table(
      "outcomes-csv",
      { ...compas, prediction: "score_text" },
      {
        conditions: {
          outcome: { is: "one-of", values: ["1"] },
          prediction: { is: "one-of", values: ["Medium", "High"] },
        },
      },
    ),
  ],
  ["usl/raytracer.csv", table("load-table", { concurrency: "processors" })],
  ["usl/specsdm91.csv", table("load-table", { concurrency: "load" })],
];

interface Case {
  readonly path: string;
  readonly files: readonly EvidenceFile[];
  readonly options: Partial<ReadOptions>;
}

function everyCase(): Case[] {
  const whole = folders.flatMap(casesUnder).sort((a, b) => (a.path < b.path ? -1 : 1));
  const told = mapped.map(([path, mapping], i) => ({
    path: `${path} (mapped, ${i + 1})`,
    files: filesUnder(path),
    options: { mapping },
  }));
  return [...whole, ...told];
}

function casesUnder(path: string): Case[] {
  const whole = pieces.includes(path) || !statSync(realPath(path)).isDirectory();
  if (whole) return [{ path, files: filesUnder(path), options: {} }];
  return readdirSync(realPath(path)).flatMap((entry) => casesUnder(join(path, entry)));
}

function filesUnder(path: string): EvidenceFile[] {
  const absolute = realPath(path);
  const found = statSync(absolute);
  if (!found.isDirectory()) return [{ name: basename(path), path: absolute, bytes: found.size }];
  return readdirSync(absolute).flatMap((entry) => filesUnder(join(path, entry)));
}

async function lineOf({ path, files, options }: Case): Promise<string> {
  const outcome = await read(files, { withinMs: 1000, ...options });
  if (outcome.kind === "document") return `${path} | document | ${outcome.format}`;
  if (outcome.kind === "refused") return `${path} | refused | ${outcome.problems.map(({ code }) => code).join(", ")}`;
  const { measurement, reader } = outcome;
  const { rejectedCount, rowCount, warnings } = measurement;
  const codes = [...new Set(warnings.map(({ code }) => code))].sort().join(", ");
  const rejected = rejectedCount === 0 ? [] : [`${rejectedCount} of ${rowCount} rows rejected`];
  const figures = [...figuresOf(measurement), ...rejected, ...(codes === "" ? [] : [`warns ${codes}`])];
  return `${path} | ${reader.format} | ${figures.join("; ")}`;
}

function figuresOf(measurement: Measurement): string[] {
  switch (measurement.kind) {
    case "load": {
      const { requests, failures, durationSeconds, throughputPerSecond, latencyMs, steps = [] } = measurement;
      return [
        `${requests} requests, ${failures ?? "unknown"} failed, ${brief(durationSeconds)} s, ${brief(throughputPerSecond)}/s`,
        ...(latencyMs.mean === undefined ? [] : [`mean ${brief(latencyMs.mean)} ms`]),
        ...(latencyMs.p95 === undefined ? [] : [`p95 ${brief(latencyMs.p95)} ms`]),
        ...(steps.length === 0 ? [] : [`steps ${steps.map((step) => step.concurrency).join(" ")}`]),
      ];
    }
    case "availability":
      return measurement.services.map(({ service, availability }) => `${service} ${brief(availability * 100)} %`);
    case "volume":
      return [`${measurement.runs.length} runs`];
    case "sus":
    case "umux-lite":
    case "seq":
      return [`n ${measurement.n}, mean ${brief(measurement.mean)}, sd ${brief(measurement.sd)}`];
    case "tasks":
      return [`${measurement.participants.length} participants, success ${brief(measurement.successRate * 100)} %`];
    case "accessibility": {
      const { pages, violations, needsReview, score } = measurement;
      return [
        `${pages} pages, violations ${Object.values(violations).join(" ")}, ${needsReview} by hand, score ${brief(score)}`,
      ];
    }
    case "satisfaction": {
      const { responses, mean, scaleMin, scaleMax } = measurement;
      return [`${responses} responses, mean ${brief(mean)} on ${scaleMin} to ${scaleMax}`];
    }
    case "outcomes":
      return measurement.groups.map(
        ({ group, n, tp, fp, tn, fn }) =>
          `${group} n ${n}, FPR ${brief((100 * fp) / (fp + tn))} %, FNR ${brief((100 * fn) / (fn + tp))} %`,
      );
    case "components": {
      const { components } = measurement;
      const licensed = components.filter(({ license }) => license !== undefined).length;
      return [`${components.length} components, ${licensed} with a licence`];
    }
    case "interface": {
      const { operations, counts } = measurement;
      return [`${operations} operations`, ...counts.map(({ rule, count }) => `${rule} ${count}`)];
    }
    default:
      return measurement satisfies never;
  }
}

function brief(value: number | undefined): string {
  return value === undefined ? "none" : String(Number(value.toFixed(2)));
}

const expected = readFileSync(new URL("./reference-table.txt", import.meta.url), "utf8");

describe.skipIf(!realFiles(...folders))("every reference file", () => {
  test("is read or refused as it should be (the table is printed)", async () => {
    const rows: string[] = [];
    for (const one of everyCase()) rows.push(await lineOf(one));
    process.stdout.write(`\nfile | format or refused | figures or code\n${rows.join("\n")}\n\n`);
    expect(rows).toEqual(expected.trimEnd().split("\n"));
  });
});
