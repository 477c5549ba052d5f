import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { seedsOf } from "./seeds.ts";
import { fileOf, measured, refusal } from "./support.ts";

const stating = (format: Mapping["format"], stated: Mapping["stated"]): { readonly mapping: Mapping } => ({
  mapping: { format, columns: {}, conditions: {}, rows: {}, stated: stated ?? {} },
});

describe("Statuspage incidents", () => {
  const march = { from: "2026-03-01T00:00:00Z", to: "2026-03-31T00:00:00Z" };
  const incident = (more: object = {}) => ({
    name: "Permits down",
    status: "resolved",
    created_at: "2026-03-05T11:30:00.000Z",
    started_at: "2026-03-05T11:25:00.000Z",
    resolved_at: "2026-03-05T12:30:00.000Z",
    impact: "major",
    components: [{ name: "Permits" }],
    ...more,
  });
  const page = (...incidents: readonly object[]): string => JSON.stringify({ page: { name: "City" }, incidents });

  async function permits(text: string) {
    const { services, warnings } = await measured("availability", text, stating("statuspage-json", march));
    return { ...services.find(({ service }) => service === "Permits"), warnings: warnings.map(({ code }) => code) };
  }

  test("count as down from their start to their resolution, in the period that is stated", async () => {
    expect(await permits(page(incident()))).toMatchObject({
      observedSeconds: 2_592_000,
      downSeconds: 3900,
      warnings: [],
    });
    expect(await refusal(page(incident()))).toMatchObject({ code: "period-unknown" });
  });

  test("one still open lasts to the end of the period", async () => {
    const open = incident({ status: "investigating", resolved_at: null, started_at: "2026-03-30T23:00:00Z" });
    expect(await permits(page(open))).toMatchObject({ downSeconds: 3600 });
  });

  test("without impact, or with no more than a degraded component, it is not down, and that is said", async () => {
    const updates = (status: string) => [{ affected_components: [{ name: "Permits", new_status: status }] }];
    const slow = incident({ impact: "minor", incident_updates: updates("degraded_performance") });
    expect(await permits(page(slow))).toMatchObject({ downSeconds: 0, warnings: ["degraded-not-down"] });
    const partial = incident({ impact: "minor", incident_updates: updates("partial_outage") });
    expect(await permits(page(partial))).toMatchObject({ downSeconds: 3900 });
    expect(await permits(page(incident({ impact: "none" })))).toMatchObject({ downSeconds: 0 });
  });

  test("maintenance is planned where it was published before it began", async () => {
    const window = {
      impact: "maintenance",
      scheduled_for: "2026-03-05T10:00:00Z",
      status: "completed",
      resolved_at: null,
    };
    const until = { scheduled_until: "2026-03-05T12:00:00Z" };
    const early = incident({ ...window, ...until, created_at: "2026-03-01T10:00:00Z" });
    expect(await permits(page(early))).toMatchObject({ plannedSeconds: 7200, downSeconds: 0 });
    const late = incident({ ...window, ...until, created_at: "2026-03-05T10:30:00Z" });
    expect(await permits(page(late))).toMatchObject({ plannedSeconds: 0, downSeconds: 7200 });
  });

  test("one that is over and does not say since when leaves its service unknown", async () => {
    const endless = page(incident(), incident({ resolved_at: null }));
    expect(await refusal(endless, stating("statuspage-json", march))).toMatchObject({ code: "unread-downtime" });
  });

  test("a list of the newest fifty says nothing of the time before", async () => {
    const many = Array.from({ length: 50 }, (_, i) =>
      incident({ started_at: `2026-03-20T10:${String(i).padStart(2, "0")}:00Z`, resolved_at: "2026-03-20T11:00:00Z" }),
    );
    const service = await permits(page(...many));
    expect(service).toMatchObject({ from: "2026-03-20T10:00:00.000Z", warnings: ["list-cut"] });
  });
});

test("UptimeRobot's logs say what was watched, down and paused", async () => {
  const { services } = await measured("availability", seedsOf("uptimerobot-json")[0]!);
  expect(services[0]).toMatchObject({
    service: "Permits",
    observedSeconds: 10_860,
    downSeconds: 60,
    unknownSeconds: 0,
  });
  const silent = JSON.stringify({ stat: "ok", monitors: [{ id: 1, friendly_name: "Permits" }] });
  expect((await refusal(silent)).message).toMatch(/logs=1/);
  const odd = JSON.stringify({
    monitors: [{ friendly_name: "P", logs: [{ type: 5, datetime: 1_772_323_200, duration: 3 }] }],
  });
  expect(await refusal(odd)).toMatchObject({ code: "unread-downtime" });
});

test("Pingdom's states are read; the service is stated", async () => {
  const text = seedsOf("pingdom-json")[0]!;
  const { services } = await measured("availability", text, stating("pingdom-json", { service: "Permits" }));
  expect(services[0]).toMatchObject({
    service: "Permits",
    observedSeconds: 8700,
    downSeconds: 100,
    unknownSeconds: 300,
  });
  expect((await measured("availability", text)).warnings).toMatchObject([{ code: "service-unnamed" }]);
});

test("Pa11y: errors are violations once a page, warnings are work by hand, a page that failed is missing", async () => {
  const [several, alone] = seedsOf("pa11y-json");
  expect(await measured("accessibility", several!)).toMatchObject({
    pages: 2,
    violations: { critical: 1, serious: 1, moderate: 0, minor: 0 },
    needsReview: 1,
  });
  expect(await measured("accessibility", alone!)).toMatchObject({ pages: 1, violations: { serious: 1 } });
  const failed = '{"total":1,"passes":0,"errors":1,"results":{"https://a.example":[{"message":"timeout"}]}}';
  expect((await refusal(failed)).message).toMatch(/could not be tested: missing evidence, not zero/);
});

test("EARL: a failed test is a violation, what a tool cannot tell is work by hand", async () => {
  expect(await measured("accessibility", seedsOf("earl-json")[0]!)).toMatchObject({
    pages: 1,
    violations: { serious: 1 },
    needsReview: 1,
  });
  const wcagEm = JSON.stringify({
    "@context": { earl: "http://www.w3.org/ns/earl#" },
    auditResult: [
      { type: "Assertion", test: "WCAG21:non-text-content", result: { type: "TestResult", outcome: "earl:untested" } },
      {
        type: "Assertion",
        subject: [{ id: "_:p", "dct:title": "Home" }],
        test: { id: "WCAG21:captions" },
        result: { outcome: { id: "earl:failed", type: ["OutcomeValue", "Fail"] } },
      },
    ],
  });
  expect(await measured("accessibility", wcagEm)).toMatchObject({
    pages: 2,
    violations: { serious: 1 },
    needsReview: 1,
  });
});

test("a Lighthouse flow: its steps are read, the worst counts, one that spans time has nothing to say", async () => {
  const step = (score: number, gatherMode: string) => ({
    lhr: {
      lighthouseVersion: "12.6.0",
      finalDisplayedUrl: "https://a.example",
      gatherMode,
      audits: { contrast: { score: 0, scoreDisplayMode: "binary" } },
      categories: gatherMode === "timespan" ? {} : { accessibility: { score, auditRefs: [{ id: "contrast" }] } },
    },
    name: gatherMode,
  });
  const flow = JSON.stringify({
    steps: [step(0.5, "navigation"), step(0, "timespan"), step(1, "snapshot")],
    name: "Flow",
  });
  const measurement = await measured("accessibility", flow);
  expect(measurement).toMatchObject({ pages: 1, violations: { serious: 1 }, score: 50, rejectedCount: 0 });
  expect(measurement.warnings).toMatchObject([{ code: "timespan-left-out" }]);
  expect(await refusal(JSON.stringify({ steps: [step(0, "timespan")] }))).toMatchObject({ code: "no-result" });
});

test("Upptime: a day of more than a day is capped, a day that cannot be read leaves its service unknown, the others stand", async () => {
  const service = (name: string, dailyMinutesDown: object) => ({ name, url: name, dailyMinutesDown });
  const history = (url: string) => `url: ${url}\nlastUpdated: 2026-03-01T00:00:00Z\nstartTime: 2026-02-01T00:00:00Z\n`;
  const summary = [
    service("A", { "2026-02-03": 1560, "2026-02-10": 30 }),
    service("B", { "2026-02-03": "x" }),
    service("C", {}),
  ];
  const files = [fileOf(JSON.stringify(summary), "s"), ...["A", "B", "C"].map((url) => fileOf(history(url), url))];
  const { services, warnings } = await measured("availability", files);
  expect(services.map(({ service, downSeconds }) => [service, downSeconds])).toEqual([
    ["A", 1470 * 60],
    ["C", 0],
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(["day-capped", "unread-downtime"]);
});

test("Grafana's panel data: a column a series, an empty cell no sample", async () => {
  const { services } = await measured("availability", seedsOf("grafana-csv")[0]!);
  expect(services).toMatchObject(
    [
      { service: "web", observedSeconds: 480, downSeconds: 60, unknownSeconds: 0 },
      { service: "https://b.example", observedSeconds: 420, downSeconds: 0, unknownSeconds: 60 },
    ].toSorted((a, b) => (a.service < b.service ? -1 : 1)),
  );
});
