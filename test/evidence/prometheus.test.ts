import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { referenceFile } from "./reference.ts";
import { realFiles } from "../support/real-files.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

const start = 1_772_323_200; // 2026-03-01T00:00:00Z
const at = (minute: number) => start + minute * 60;

type Values = readonly (readonly [number, string])[];
const matrix = (...result: readonly { metric: Record<string, string>; values: Values }[]) =>
  JSON.stringify({ status: "success", data: { resultType: "matrix", result } });
const minutes = (count: number, down: (minute: number) => boolean = () => false): Values =>
  Array.from({ length: count }, (_, i) => [at(i), down(i) ? "0" : "1"] as const);
const up = (labels: Record<string, string>, values: Values) => ({ metric: { __name__: "up", ...labels }, values });
const probe = (labels: Record<string, string>, values: Values) => ({
  metric: { __name__: "probe_success", ...labels },
  values,
});

async function one(text: string, mapping?: Mapping) {
  const { services, warnings } = await measured("availability", text, mapping === undefined ? {} : { mapping });
  return { ...services[0]!, count: services.length, warnings: warnings.map(({ code }) => code) };
}

describe("query_range JSON", () => {
  test("the step is the interval: an hour a minute apart, three of them down", async () => {
    const service = await one(
      matrix(
        up(
          { job: "permits", instance: "a:80" },
          minutes(60, (i) => i > 9 && i < 13),
        ),
      ),
    );
    expect(service).toMatchObject({ service: "permits", observedSeconds: 3600, downSeconds: 180, availability: 0.95 });
    expect(service.outages).toEqual([
      { from: "2026-03-01T00:10:00.000Z", to: "2026-03-01T00:13:00.000Z", seconds: 180 },
    ]);
    expect(service).toMatchObject({ from: "2026-03-01T00:00:00.000Z", to: "2026-03-01T01:00:00.000Z", warnings: [] });
  });

  test("missing samples and NaN are unknown, neither up nor down", async () => {
    const values = minutes(60).flatMap(([time], i) =>
      i >= 20 && i < 30 ? [] : [[time, i === 40 ? "NaN" : "1"] as const],
    );
    expect(await one(matrix(up({ job: "permits" }, values)))).toMatchObject({
      observedSeconds: 2940,
      downSeconds: 0,
      unknownSeconds: 660,
      availability: 1,
    });
  });

  test("a service is named by service, else by instance of a probe and by job of a scrape", async () => {
    const measurement = await measured(
      "availability",
      matrix(
        probe({ job: "blackbox", instance: "https://permits.example" }, minutes(5)),
        up({ job: "node", instance: "a:9100" }, minutes(5)),
        up({ job: "x", instance: "y", service: "Forms" }, minutes(5)),
      ),
    );
    expect(measurement.services.map(({ service }) => service)).toEqual(["Forms", "https://permits.example", "node"]);
  });

  test("probe_success speaks for its target, whose up only says that the exporter answered", async () => {
    const labels = { job: "blackbox", instance: "https://permits.example" };
    const service = await one(
      matrix(
        up(labels, minutes(10)),
        probe(
          labels,
          minutes(10, (i) => i === 4),
        ),
      ),
    );
    expect(service).toMatchObject({ service: "https://permits.example", count: 1, downSeconds: 60 });
  });

  test("a service of several series is down where any is, unknown where none saw anything", async () => {
    const first = up(
      { job: "permits", instance: "a" },
      minutes(10, (i) => i === 2),
    );
    const second = up({ job: "permits", instance: "b" }, [...minutes(4), ...minutes(10).slice(8)]);
    const service = await one(matrix(first, second));
    expect(service).toMatchObject({ observedSeconds: 600, downSeconds: 60, unknownSeconds: 0 });
    expect(service.warnings).toEqual(["several-series"]);
  });

  test("what neither of two series saw is unknown", async () => {
    const gap = (from: number, to: number) => minutes(30).filter((_, i) => i < from || i >= to);
    const service = await one(
      matrix(up({ job: "p", instance: "a" }, gap(5, 15)), up({ job: "p", instance: "b" }, gap(10, 20))),
    );
    expect(service).toMatchObject({ observedSeconds: 1500, unknownSeconds: 300, downSeconds: 0 });
  });

  test("scrapes of two instances at different seconds are one outage, not a dozen", async () => {
    const shifted = minutes(10, (i) => i > 2 && i < 6).map(([time, value]) => [time + 7, value] as const);
    const service = await one(
      matrix(up({ job: "p", instance: "a" }, minutes(10)), up({ job: "p", instance: "b" }, shifted)),
    );
    expect(service.outages).toHaveLength(1);
    expect(service.downSeconds).toBe(180);
  });

  test("a mapping names another label and chooses series", async () => {
    const text = matrix(
      up({ job: "a", app: "Permits", env: "prod" }, minutes(5)),
      up(
        { job: "a", app: "Permits", env: "test" },
        minutes(5, () => true),
      ),
    );
    const mapping = {
      format: "prometheus-json",
      columns: { service: "app" },
      conditions: {},
      rows: { env: "prod" },
    } as const;
    expect(await one(text, mapping)).toMatchObject({ service: "Permits", availability: 1, warnings: [] });
  });

  test("an expression without a name counts, with a warning; without any label the person names the service", async () => {
    const text = matrix({ metric: {}, values: minutes(5) });
    expect(await refusal(text)).toMatchObject({ code: "no-usable-row" });
    const mapping: Mapping = {
      format: "prometheus-json",
      columns: {},
      conditions: {},
      rows: {},
      stated: { service: "Permits" },
    };
    expect(await one(text, mapping)).toMatchObject({ service: "Permits", warnings: ["unnamed-series"] });
  });

  test.each([
    ["0.5", "the value 0.5 is the mean of several probes: ask for the samples themselves"],
    ["2", "the value 2 is neither 0 nor 1"],
  ])("a sample of %s may hide downtime: its service is unknown, the others stand", async (sample, reason) => {
    const values = minutes(500).map(([time], i) => [time, i === 3 ? sample : "1"] as const);
    const text = matrix(up({ job: "p" }, values), up({ job: "q" }, minutes(50)));
    const measurement = await measured("availability", text);
    expect(measurement).toMatchObject({ rowCount: 550, rejectedCount: 1 });
    expect(measurement.rejectedRows[0]).toMatchObject({ row: 1, reason });
    expect(measurement.services.map(({ service }) => service)).toEqual(["q"]);
    expect(measurement.warnings.map(({ code }) => code)).toEqual(["unread-downtime"]);
    expect(await refusal(matrix(up({ job: "p" }, values)))).toMatchObject({ code: "no-usable-row" });
  });

  test("instants, errors, other metrics and nothing at all are refused by name", async () => {
    const vector = JSON.stringify({
      status: "success",
      data: { resultType: "vector", result: [{ metric: { __name__: "up" }, value: [at(0), "1"] }] },
    });
    const error = JSON.stringify({ status: "error", errorType: "bad_data", error: "parse error: unexpected end" });
    const other = matrix({ metric: { __name__: "http_requests_total", job: "a" }, values: minutes(4) });
    for (const [text, code, word] of [
      [vector, "no-range", "/api/v1/query_range"],
      [error, "query-failed", "bad_data"],
      [other, "no-up-series", "http_requests_total"],
      [matrix(), "no-up-series", "no series"],
      [matrix(up({ job: "a" }, minutes(1))), "period-unknown", "single probe"],
      [matrix(up({ job: "a" }, minutes(4))).slice(0, -5), "broken-json", "JSON"],
    ] as const) {
      const problem = await refusal(text);
      expect(problem.code).toBe(code);
      expect(problem.message).toContain(word);
      if (code !== "broken-json") expect(problem.message).toContain("Prometheus query_range JSON");
    }
  });
});

describe("text", () => {
  const scrape = (minute: number, value: string, labels = 'job="permits",instance="a:80"') =>
    `up{${labels}} ${value} ${at(minute) * 1000}`;

  test("scrapes with times, in one file or several, in any order", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => scrape(i, i === 7 ? "0" : "1"));
    const whole = await one(lines("# HELP up Whether", "# TYPE up gauge", ...rows, 'go_info{version="go1"} 1'));
    expect(whole).toMatchObject({ service: "permits", observedSeconds: 1800, downSeconds: 60, unknownSeconds: 0 });
    const files = [rows.slice(20), rows.slice(0, 11), rows.slice(11, 20)].map((part) => fileOf(lines(...part)));
    expect((await measured("availability", files)).services[0]).toEqual(
      (await measured("availability", lines(...rows))).services[0],
    );
  });

  test("OpenMetrics counts seconds and promtool puts the name into the braces", async () => {
    const open = Array.from({ length: 5 }, (_, i) => `up{job="p"} 1.0 ${at(i)}.250`);
    expect(await one(lines(...open, "# EOF"))).toMatchObject({
      from: "2026-03-01T00:00:00.250Z",
      observedSeconds: 300,
    });
    const dump = Array.from({ length: 5 }, (_, i) => `{__name__="up", job="p"} 1 ${at(i)}000`);
    expect(await one(lines(...dump))).toMatchObject({ service: "p", observedSeconds: 300 });
    const quoted = Array.from({ length: 5 }, (_, i) => `{"probe_success", instance="p"} 1 ${at(i)}000`);
    expect(await one(lines("# TYPE probe_success gauge", ...quoted))).toMatchObject({ service: "p" });
  });

  test("label values keep their quotes, backslashes, commas and braces", async () => {
    const labels = String.raw`job="a \"b\" \\ {c}, d=\"e\"\nf",instance="x",`;
    const service = await one(lines(scrape(0, "1", labels), scrape(1, "0", labels)));
    expect(service.service).toBe(String.raw`a "b" \ {c}, d="e"` + "\nf");
    expect(service.downSeconds).toBe(60);
  });

  test("a scrape without times holds one instant: refused with what to do", async () => {
    const problem = await refusal(lines("# TYPE up gauge", 'up{job="a"} 1', 'up{job="b"} 0'));
    expect(problem).toMatchObject({ code: "no-times" });
    expect(problem.message).toContain("query_range");
  });

  test("broken lines and values are rejected by line; other metrics are nobody's business", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => scrape(i, "1"));
    const bad = ['up{job="a} 1 5', "up 2 1772323200000", "up 1", 'other{x="y} z'];
    const measurement = await measured("availability", lines(...rows, ...bad));
    expect(measurement.rejectedRows.map(({ row }) => row)).toEqual([301, 302, 303]);
    expect(measurement.rowCount).toBe(303);
  });

  test("prose with a line that begins with up is not taken for it", async () => {
    expect((await refusal("The service was\nup 3 days and\nup to date\n")).message).not.toContain("Prometheus");
  });

  test("CRLF, a byte order mark and UTF-16 change nothing", async () => {
    const rows = Array.from({ length: 5 }, (_, i) => scrape(i, i === 2 ? "0" : "1"));
    const plain = await one(lines("# TYPE up gauge", ...rows));
    const text = ["# TYPE up gauge", ...rows, ""].join("\r\n");
    expect(await one("\uFEFF" + text)).toEqual(plain);
    const wide = await measured("availability", Buffer.from("\uFEFF" + text, "utf16le"));
    expect(wide.services[0]).toMatchObject({ downSeconds: 60, observedSeconds: 300 });
  });

  test.skipIf(!realFiles("metrics/node_exporter-e2e-output.txt"))(
    "node_exporter's own metrics say nothing of a service being up",
    async () => {
      const problem = await refusal([referenceFile("metrics/node_exporter-e2e-output.txt")]);
      expect(problem).toMatchObject({ code: "no-up-series" });
      expect(problem.message).toContain("Prometheus text");
      expect(problem.message).toContain("3027");
    },
  );
});

test("text and JSON of the same samples agree, whatever their order", async () => {
  const sample = fc.record({ minute: fc.nat(200), down: fc.boolean(), instance: fc.constantFrom("a", "b") });
  await fc.assert(
    fc.asyncProperty(fc.array(sample, { minLength: 5, maxLength: 60 }), fc.nat(), async (samples, seed) => {
      const series = (instance: string) =>
        samples
          .filter((one) => one.instance === instance)
          .map((one): readonly [number, string] => [at(one.minute), one.down ? "0" : "1"]);
      const json = matrix(...["a", "b"].map((instance) => up({ job: "p", instance }, series(instance))));
      const rows = samples.map(
        (one) => `up{instance="${one.instance}",job="p"} ${one.down ? 0 : 1} ${at(one.minute)}000`,
      );
      const turn = seed % rows.length;
      const turned = [...rows.slice(turn), ...rows.slice(0, turn)].reverse();
      const distinct = new Set(samples.map((one) => `${one.minute} ${one.instance}`)).size;
      fc.pre(distinct === samples.length && series("a").length !== 1 && series("b").length !== 1);
      expect((await measured("availability", lines(...turned))).services).toEqual(
        (await measured("availability", json)).services,
      );
    }),
    { numRuns: 60 },
  );
});
