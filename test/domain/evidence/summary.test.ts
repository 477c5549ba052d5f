import { describe, expect, test } from "vitest";
import type { Measurement, MeasurementHead } from "../../../src/domain/evidence/measurement.ts";
import type { LoadStatistics } from "../../../src/domain/evidence/statistics.ts";
import { identities, summarise } from "../../../src/domain/evidence/summary.ts";

const head: MeasurementHead = { format: "Test", warnings: [], rejectedRows: [], rejectedCount: 1, rowCount: 200 };
const latencyMs = { mean: 5, p50: 5, p90: 9, p95: 10, p99: 11, max: 12 };

describe("load", () => {
  const slices = [
    { seconds: 10, requests: 100, failures: 2, within: 90 },
    { seconds: 10, requests: 0, failures: 0, within: 0 },
    { seconds: 4, requests: 30, failures: 3, within: 20 },
  ];
  const load: Measurement = {
    ...head,
    kind: "load",
    from: "2026-03-01T00:00:00.000Z",
    to: "2026-03-01T00:00:24.000Z",
    requests: 130,
    failures: 5,
    durationSeconds: 24,
    throughputPerSecond: 130 / 24,
    latencyMs,
    within: { ms: 800, requests: 110 },
    slices,
    byLabel: [{ label: "secret name", requests: 130, failures: 5, latencyMs }],
  };

  test("slices become sums; those without a request are no cluster", () => {
    expect(summarise(load, { minGroup: 5 })).toMatchObject({
      rows: 200,
      rejected: 1,
      failed: { clusters: 2, trials: 130, events: 5, sumEE: 13, sumET: 290, sumTT: 10_900 },
      within: { ms: 800, clusters: 2, trials: 130, events: 110, sumEE: 8500, sumET: 9600, sumTT: 10_900 },
      steps: null,
    });
  });

  test("no label reaches the ledger", () => {
    expect(JSON.stringify(summarise(load, { minGroup: 5 }))).not.toContain("secret");
  });

  test("a step's rate is over its full slices, a stalled one included", () => {
    const step = {
      concurrency: 4,
      seconds: 24,
      requests: 130,
      failures: 5,
      throughputPerSecond: 5.4,
      latencyMs,
      slices,
    };
    expect(summarise({ ...load, steps: [step] }, { minGroup: 5 })).toMatchObject({
      steps: [{ concurrency: 4, rate: { n: 2, mean: 5, sd: Math.sqrt(50) }, failed: { events: 5 }, within: null }],
    });
  });

  test("longer stretches of time are clusters too, of the run and of each step", () => {
    const one = { clusters: 1, trials: 130, events: 5, sumEE: 25, sumET: 650, sumTT: 16_900 };
    const answered = { ...one, events: 110, sumEE: 12_100, sumET: 14_300 };
    const each = (sums: object): object[] => [60, 300, 900, 2700].map((seconds) => ({ seconds, ...sums }));
    const step = {
      concurrency: 4,
      seconds: 24,
      requests: 130,
      failures: 5,
      throughputPerSecond: 5.4,
      latencyMs,
      slices,
    };
    const { failedBlocks, withinBlocks, steps } = summarise(
      { ...load, steps: [step] },
      { minGroup: 5 },
    ) as LoadStatistics;
    expect(failedBlocks).toEqual(each(one));
    expect(withinBlocks).toEqual(each(answered));
    expect(steps?.[0]?.failedBlocks).toEqual(each(one));
    expect(steps?.[0]).not.toHaveProperty("withinBlocks");
  });

  test("totals alone have no clusters", () => {
    const totals: Measurement = { ...load };
    delete (totals as { slices?: unknown }).slices;
    const statistics = summarise(totals, { minGroup: 5 });
    expect(statistics).toMatchObject({ failed: null, within: null });
    expect(statistics).not.toHaveProperty("failedBlocks");
    expect(statistics).not.toHaveProperty("withinBlocks");
  });
});

test("availability keeps the services that the plan names, and counts the others", () => {
  const service = (name: string) => ({
    service: name,
    from: "2026-03-01T00:00:00.000Z",
    to: "2026-03-02T00:00:00.000Z",
    observedSeconds: 86_400,
    downSeconds: 60,
    plannedSeconds: 0,
    unknownSeconds: 0,
    availability: 1 - 60 / 86_400,
  });
  const measurement: Measurement = {
    ...head,
    kind: "availability",
    services: [service("A"), service("Private"), service("C")],
  };
  const statistics = summarise(measurement, { minGroup: 5, services: ["C", "A", "Missing"] });
  expect(statistics).toMatchObject({ services: [{ service: "C", outages: null }, { service: "A" }], otherServices: 1 });
  expect(JSON.stringify(statistics)).not.toContain("Private");
  expect(summarise(measurement, { minGroup: 5 })).toMatchObject({ services: [], otherServices: 3 });
});

test("volume: rates of runs and failed records with the runs as clusters", () => {
  const runs = [
    { records: 100, bytes: 1000, seconds: 10, failures: 1 },
    { records: 300, bytes: 2000, seconds: 10, failures: 0 },
  ];
  expect(summarise({ ...head, kind: "volume", runs }, { minGroup: 5 })).toMatchObject({
    runs: 2,
    records: { n: 2, mean: 20, sd: Math.sqrt(200) },
    bytes: { n: 2, mean: 150 },
    failed: { clusters: 2, trials: 400, events: 1, sumEE: 1, sumET: 100, sumTT: 100_000 },
  });
});

describe("people", () => {
  const respondents = [
    { id: "p1", identified: true, group: "staff", score: 80 },
    { id: "p2", identified: true, group: "staff", score: 60 },
    { id: "p3", identified: true, group: "older people", score: 40 },
    { id: "row 4", identified: false, score: 100 },
  ];
  const sus: Measurement = {
    ...head,
    kind: "sus",
    respondents,
    dropped: [{ id: "p9", reason: "…" }],
    n: 4,
    mean: 70,
    sd: 25.8,
  };

  test("a group under its minimum carries only n, and nobody is named", () => {
    const statistics = summarise(sus, { minGroup: 2 });
    expect(statistics).toEqual({
      kind: "sus",
      rows: 200,
      rejected: 1,
      n: 4,
      mean: 70,
      sd: Math.sqrt(2000 / 3),
      dropped: 1,
      alreadyCounted: 0,
      groups: [
        { group: "older people", n: 1 },
        { group: "staff", n: 2, mean: 70, sd: Math.sqrt(200) },
      ],
    });
  });

  test("who was counted before is left out, unless nobody can know it is the same person", () => {
    expect(identities(sus)).toEqual(["p1", "p2", "p3"]);
    const statistics = summarise(sus, { minGroup: 2, excluded: new Set(["p1", "p2", "row 4"]) });
    expect(statistics).toMatchObject({ n: 2, mean: 70, alreadyCounted: 2 });
    const none = summarise(
      { ...sus, respondents: respondents.slice(0, 1) },
      { minGroup: 2, excluded: new Set(["p1"]) },
    );
    expect(none).toMatchObject({ n: 0, alreadyCounted: 1, groups: [] });
    expect(none).not.toHaveProperty("mean");
  });

  test("task attempts have the participants as clusters", () => {
    const participants = [
      { id: "a", identified: true, group: "staff", attempts: 4, successes: 3 },
      { id: "b", identified: true, attempts: 2, successes: 2 },
    ];
    const tasks: Measurement = { ...head, kind: "tasks", tasks: [], participants, successRate: 5 / 6 };
    expect(summarise(tasks, { minGroup: 2 })).toMatchObject({
      participants: 2,
      attempts: 6,
      successes: 5,
      succeeded: { clusters: 2, trials: 6, events: 5, sumEE: 13, sumET: 16, sumTT: 20 },
      groups: [{ group: "staff", n: 1 }],
    });
    expect(summarise(tasks, { minGroup: 2 })).not.toHaveProperty("groups.0.succeeded");
    expect(summarise(tasks, { minGroup: 2, excluded: new Set(["b"]) })).toMatchObject({
      attempts: 4,
      alreadyCounted: 1,
    });
  });
});
