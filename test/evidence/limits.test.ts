import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import type { FormatName } from "../../src/domain/evidence/format-name.ts";
import type { EvidenceFile } from "../../src/evidence/format.ts";
import { formats } from "../../src/evidence/formats.ts";
import { layouts } from "../../src/evidence/layouts.ts";
import { codeOf, isLimited, limits } from "../../src/evidence/limits.ts";
import type { LimitedField } from "../../src/evidence/limits.ts";
import { seedsOf } from "./seeds.ts";
import { fileOf, lines, read, refusal } from "./support.ts";

/** Files with so many different values of a field. */
type Filled = (count: number) => readonly EvidenceFile[];
interface Case {
  readonly field: LimitedField;
  readonly files: Filled;
}

const start = 1_772_323_200_000;

/** A file that is written while it is read: what is refused early is never made. */
function written(head: string, part: (i: number) => string, tail = "", between = "\n"): Filled {
  return (count) => {
    function* parts(): Generator<Buffer> {
      yield Buffer.from(head);
      for (let from = 0; from < count; from += 1000) {
        const few = Array.from({ length: Math.min(1000, count - from) }, (_, i) => part(from + i)).join(between);
        yield Buffer.from(from + 1000 < count ? few + between : few);
      }
      yield Buffer.from(`${tail}\n`);
    }
    return [{ name: "results", bytes: 1, open: () => Readable.from(parts()) }];
  };
}

const list = (part: (i: number) => object, head = "[", tail = "]"): Filled =>
  written(head, (i) => JSON.stringify(part(i)), tail, ",");

const severalFiles =
  (content: (i: number) => string): Filled =>
  (count) =>
    Array.from({ length: count }, (_, i) => fileOf(content(i), `file ${i}`));

/** A run again and again, each time at another level. */
const levels = (format: FormatName, from: string, to: (n: number) => string): Filled =>
  written("", (i) =>
    seedsOf(format)[0]!
      .trimEnd()
      .replace(from, to(i + 1)),
  );

const firstLine = (format: FormatName): string => `${seedsOf(format)[0]!.split("\n", 1)[0]!}\n`;

const run = (connections: number) => ({
  requests: { total: 1000 },
  latency: {},
  throughput: {},
  connections,
  pipelining: 1,
  errors: 0,
  non2xx: 0,
  duration: 60,
});
const page = { violations: [], incomplete: [], passes: [{ id: "a", helpUrl: "h" }] };
const audits = (id: string) => ({
  lighthouseVersion: "12",
  audits: {},
  categories: { accessibility: { score: 1, auditRefs: [{ id }] } },
});
/** A worker's report on fifty names. */
const report = (i: number): string =>
  `{"stats":[${Array.from({ length: 50 }, (_, k) => `{"name":"/${i * 50 + k}","num_requests":1,"num_failures":0,"num_reqs_per_sec":{"${start / 1000}":1},"num_fail_per_sec":{},"response_times":{"20":1}}`).join(",")}]}`;

/** Every field of a tool's own format that becomes a key; empty where it has none. */
const ofTools: Partial<Record<FormatName, readonly Case[]>> = {
  "jmeter-csv": [
    { field: "label", files: written("timeStamp,elapsed,label,success\n", (i) => `${start + i},5,l${i},true`) },
  ],
  "jmeter-xml": [
    {
      field: "label",
      files: written(
        '<?xml version="1.0"?>\n<testResults version="1.2">\n',
        (i) => `<httpSample t="5" ts="${start + i}" s="true" lb="l${i}" rc="200" tn="u" na="2"/>`,
        "\n</testResults>",
      ),
    },
  ],
  "k6-ndjson": [{ field: "label", files: written("", k6Request) }],
  "k6-csv": [
    {
      field: "label",
      files: written(
        "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,status,url,extra_tags\n",
        (i) =>
          ["http_reqs", "http_req_duration", "http_req_failed"]
            .map((metric, at) => `${metric},${start / 1000},${[1, 20, 0][at]},,,,true,,GET,n${i},200,http://a,`)
            .join("\n"),
      ),
    },
  ],
  "k6-summary": [],
  "k6-text": [],
  "jmeter-console": [],
  "hey-text": [],
  oha: [],
  "vegeta-text": [],
  h2load: [],
  // Their labels stand in a file that is too large long before: beyond 256 there are no figures by label (load-summaries.test.ts).
  "jmeter-statistics": [],
  "gatling-stats": [],
  "artillery-json": [],
  "ab-text": [{ field: "level", files: levels("ab-text", "Level:      20", (n) => `Level:      ${n}`) }],
  siege: [{ field: "level", files: levels("siege", "Preparing 25", (n) => `Preparing ${n}`) }],
  plow: [{ field: "level", files: levels("plow", "using 20", (n) => `using ${n}`) }],
  bombardier: [{ field: "level", files: levels("bombardier", "using 30", (n) => `using ${n}`) }],
  "fortio-json": [
    {
      field: "level",
      files: list((i) => ({ ...(JSON.parse(seedsOf("fortio-json")[0]!) as object), NumThreads: i + 1 })),
    },
  ],
  ghz: [
    {
      field: "level",
      files: list((i) => ({ ...(JSON.parse(seedsOf("ghz")[1]!) as object), options: { concurrency: i + 1 } })),
    },
  ],
  "jmeter-aggregate": [
    { field: "row", files: written(firstLine("jmeter-aggregate"), (i) => `l${i},10,1,1,1,1,1,1,1,0%,1/sec,1,1`) },
  ],
  "locust-stats": [
    {
      field: "label",
      files: written(
        firstLine("locust-stats"),
        (i) => `GET,/${i},600,6,30.0,34.5,8.1,410.9,766.6,20.0,0.2,30,32,35,41,60,75,190,410`,
      ),
    },
  ],
  "locust-history": [
    {
      field: "level",
      files: written(firstLine("locust-history"), (i) =>
        [0, 1, 2].map((k) => historyRow(start / 1000 + i * 70 + k * 30, i + 1, i * 40 + k * 10)).join("\n"),
      ),
    },
  ],
  "locust-ldjson": [{ field: "label", files: (count) => written("", report)(count / 50) }],
  "gatling-log": [
    {
      field: "label",
      files: written(
        `RUN\tcom.example.Permits\tpermits\t${start}\t \t3.9.5\n`,
        (i) => `REQUEST\t\tr${i}\t${start + i}\t${start + i + 5}\tOK\t `,
      ),
    },
  ],
  wrk: [
    {
      field: "level",
      files: written("", (i) =>
        seedsOf("wrk")[0]!
          .trimEnd()
          .replace("16 connections", `${i + 1} connections`)
          .replaceAll("30s", "60s"),
      ),
    },
  ],
  "autocannon-json": [{ field: "level", files: list((i) => run(i + 1)) }],
  "ab-tsv": [],
  "vegeta-json": [],
  "hey-csv": [],
  upptime: [{ field: "service", files: list((i) => ({ name: `n${i}`, url: "u", dailyMinutesDown: {} })) }],
  "prometheus-text": [
    { field: "service", files: written("", (i) => `up{instance="a",job="j${i}"} 1 ${start + 60_000}`) },
    { field: "series", files: written("", (i) => `up{service="s",instance="i${i}"} 1 ${start + 60_000}`) },
  ],
  "prometheus-json": [
    { field: "service", files: list((i) => series({ instance: "a", job: `j${i}` })) },
    { field: "series", files: list((i) => series({ service: "s", instance: `i${i}` })) },
  ],
  "uptime-kuma": [
    { field: "service", files: list((i) => ({ monitor_id: i, status: 1, time: "2026-03-01 00:00:00", ping: 1 })) },
    {
      field: "series",
      files: list((i) => ({ monitor_id: i, name: "n", status: 1, time: "2026-03-01 00:00:00", ping: 1 })),
    },
  ],
  "updown-json": [],
  // A heading is no longer than a record may be, and rows give no names.
  "grafana-csv": [],
  "statuspage-json": [
    {
      field: "service",
      files: list(
        (i) => ({ created_at: "2026-03-01", resolved_at: "2026-03-02", components: [{ name: `s${i}` }] }),
        '{"page":{"name":"p"},"incidents":[',
        "]}",
      ),
    },
  ],
  "uptimerobot-json": [
    {
      field: "service",
      files: list(
        (i) => ({ friendly_name: `s${i}`, logs: [{ type: 2, datetime: start / 1000, duration: 60 }] }),
        '{"monitors":[',
        "]}",
      ),
    },
  ],
  "pingdom-json": [],
  "pa11y-json": [
    {
      field: "page",
      files: written('{"total":1,"passes":1,"errors":0,"results":{', (i) => `"p${i}":[]`, "}}", ","),
    },
    { field: "rule", files: list((i) => ({ code: `r${i}`, type: "error", typeCode: 1, selector: "a" })) },
  ],
  "earl-json": [
    {
      field: "page",
      files: list(
        (i) => ({ subject: `p${i}`, test: "t", result: { outcome: "earl:passed" } }),
        '{"@context":"earl","@graph":[',
        "]}",
      ),
    },
    {
      field: "rule",
      files: list(
        (i) => ({ subject: "p", test: `t${i}`, result: { outcome: "earl:failed" } }),
        '{"@context":"earl","@graph":[',
        "]}",
      ),
    },
  ],
  "axe-json": [
    { field: "page", files: list((i) => ({ url: `p${i}`, ...page })) },
    {
      field: "rule",
      files: list((i) => ({ id: `r${i}`, helpUrl: "h" }), '{"url":"p","incomplete":[],"violations":[', "]}"),
    },
  ],
  "lighthouse-json": [
    { field: "page", files: list((i) => ({ finalUrl: `p${i}`, ...audits("a") })) },
    { field: "rule", files: list((i) => ({ finalUrl: "p", ...audits(`r${i}`) })) },
  ],
  "sus-form": [{ field: "file", files: severalFiles((i) => `${seedsOf("sus-form")[0]}\n${i}`) }],
  "tasks-json": [
    {
      field: "file",
      files: severalFiles((i) => `{"participant_id":"p${i}","tasks":{"t":{"status":"complete"}}}`),
    },
    {
      field: "group",
      files: severalFiles((i) => `{"user_type":"g${i}","tasks":{"t":{"status":"complete"}}}`),
    },
    {
      field: "task",
      files: written('{"participant_id":"p","tasks":{', (i) => `"t${i}":{"status":"complete"}`, "}}", ","),
    },
  ],
  "jdma-json": [],
  openapi: [
    {
      field: "operation",
      files: written(
        '{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{',
        (i) => `"/p${i}":{"get":{"responses":{}}}`,
        "}}",
        ",",
      ),
    },
  ],
  cyclonedx: [
    { field: "component", files: list((i) => ({ name: `c${i}` }), '{"bomFormat":"CycloneDX","components":[', "]}") },
  ],
};

function k6Request(i: number): string {
  const point = (metric: string, value: number): string =>
    `{"metric":"${metric}","type":"Point","data":{"time":"2026-03-01T00:00:00Z","value":${value},"tags":{"status":"200","name":"n${i}"}}}`;
  return [point("http_reqs", 1), point("http_req_duration", 20), point("http_req_failed", 0)].join("\n");
}

function series(labels: object) {
  return { metric: { __name__: "up", ...labels }, values: [[start / 1000, "1"]] };
}

function historyRow(time: number, users: number, requests: number): string {
  return `${time},${users},,Aggregated,20.0,0.2,30,32,35,41,60,75,190,410,${requests},0,30,34.5,8,410,766`;
}

/** What a layout's column holds that is no key: a number, a time, or a word of a closed vocabulary. */
const noKeys: Partial<Record<FormatName, readonly string[]>> = {
  "outages-csv": ["from", "to", "type", "announced"],
  "incidents-csv": [
    "start",
    "end",
    "duration",
    "minutes",
    "seconds",
    "event",
    "kind",
    "severity",
    "planned",
    "announced",
  ],
  "probes-csv": ["time", "up", "planned"],
  "sus-wide": Array.from({ length: 10 }, (_, i) => `q${i + 1}`),
  "sus-long": ["item", "answer"],
  "umux-lite-csv": ["capabilities", "ease"],
  "tasks-csv": ["outcome", "seconds", "limit"],
  "seq-csv": ["rating"],
  "volume-csv": ["start", "records", "bytes", "seconds", "failures"],
  "outcomes-csv": ["outcome", "prediction"],
  "satisfaction-csv": ["rating", "min", "max", "date"],
  "wcag-csv": ["criterion", "level", "result", "impact", "date"],
  "load-table": [...["requests", "failures", "error_percent", "throughput", "mean", "p50", "p90", "p95", "p99", "max"]],
};

/** The first row of a layout's example again and again, with another value in one column. */
function ofLayout(name: FormatName, column: string): Case {
  const layout = layouts.find((one) => one.name === name)!;
  const example = name === "sus-long" ? ["P01", "staff", "1", "4"] : layout.example[0]!;
  const at = layout.columns.findIndex((one) => one.name === column);
  const numeric = column === "concurrency";
  const row = (i: number): string =>
    example.map((cell, k) => (k === at ? (numeric ? String(i + 1) : `${cell} ${i}`) : cell)).join(",");
  const field = numeric ? "level" : isLimited(column) ? column : undefined;
  if (field === undefined) throw new Error(`${name}: nothing limits ${column}, and noKeys does not say why`);
  return { field, files: written(`${layout.columns.map((one) => one.name).join(",")}\n`, row) };
}

const cases = formats.flatMap(({ name }): (readonly [string, FormatName, Case])[] => {
  const layout = layouts.find((one) => one.name === name);
  const own =
    layout === undefined
      ? ofTools[name]
      : layout.columns
          .filter((column) => noKeys[name]?.includes(column.name) !== true)
          .map((column) => ofLayout(name, column.name));
  if (own === undefined) throw new Error(`${name}: say in this test which of its fields become keys`);
  return own.map((one) => [`${name}: ${one.field}`, name, one] as const);
});

const refusedCodes = [...Object.values(limits).map(({ values }) => codeOf(values)), "too-large"];

describe("400,000 different values of a field that becomes a key", () => {
  test.each(cases)("%s", { timeout: 60_000 }, async (_name, as, { field, files }) => {
    const outcome = await read(files(400_000), { as });
    if (field === "label") {
      expect(outcome).toMatchObject({ kind: "measured", measurement: { rejectedCount: 0 } });
      expect(outcome.kind === "measured" && outcome.measurement).not.toHaveProperty("byLabel");
      expect(outcome.kind === "measured" && outcome.measurement.warnings.map(({ code }) => code)).toContain(
        "too-many-labels",
      );
    } else {
      expect(outcome.kind).toBe("refused");
      expect(refusedCodes).toContain(outcome.kind === "refused" && outcome.problems[0]?.code);
    }
  });
});

const refusing = cases.filter(([, , { field }]) => field !== "label");

test.each(refusing)(
  "%s: one more than the limit is refused by its name",
  { timeout: 60_000 },
  async (_name, as, one) => {
    const { most, values } = limits[one.field];
    expect(await refusal(one.files(most + 1), { as })).toMatchObject({ code: codeOf(values), params: { most } });
  },
);

test("a refusal names the file, the row, the column as the file calls it, and the likely mistake", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `P${i},Person ${i},4,2,5,1,4,2,5,2,4,1`);
  expect(await refusal(lines("编号,组别,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", ...rows))).toEqual({
    file: "results",
    row: 202,
    code: "too-many-groups",
    message:
      "results: “组别” has 201 different values in the first 201 rows, at most 200 groups count: this looks like a column of ids or names: choose another column",
    params: { column: "组别", most: 200, values: 201, rows: 201 },
  });
});

test("a text too long to name anything is refused, and says where it stands", async () => {
  const given = lines("group,outcome,prediction", "a,1,1", `${"b".repeat(201)},1,1`);
  expect(await refusal(given)).toMatchObject({
    row: 3,
    code: "name-too-long",
    params: { column: "group", length: 201 },
  });
});

test("a piece that is recorded already is read as it was, whatever it holds", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `g${i},1,1`);
  const outcome = await read(lines("group,outcome,prediction", ...rows), { asRecorded: true });
  expect(outcome).toMatchObject({ kind: "measured", measurement: { rowCount: 300 } });
});

test(
  "tables whose rows are kept until all are there end with half a million of them",
  { timeout: 60_000 },
  async () => {
    const files = written("rating,min,max\n", () => "4,1,5")(limits.row.most + 1);
    expect(await refusal(files)).toMatchObject({ code: "too-many-rows" });
  },
);
