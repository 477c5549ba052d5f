import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type {
  LoadMeasurement,
  Measurement,
  MeasurementHead,
  ServiceAvailability,
} from "../../src/domain/evidence/measurement.ts";
import { summarise } from "../../src/domain/evidence/summary.ts";
import { contradictions } from "../../src/evidence/contradictions/contradictions.ts";
import { lines, measured } from "./support.ts";

const head: MeasurementHead = { format: "F", warnings: [], rejectedRows: [], rejectedCount: 0, rowCount: 1 };
const slices = [
  { seconds: 10, requests: 500, failures: 5 },
  { seconds: 10, requests: 500, failures: 0 },
];
const sound: LoadMeasurement = {
  kind: "load",
  requests: 1000,
  failures: 5,
  durationSeconds: 20,
  throughputPerSecond: 50,
  latencyMs: { mean: 90, p50: 80, p90: 150, p95: 200, p99: 300, max: 400 },
  slices,
  steps: [
    {
      concurrency: 5,
      seconds: 60,
      requests: 900,
      failures: 5,
      throughputPerSecond: 15,
      latencyMs: { mean: 300, max: 400 },
      slices: [],
    },
  ],
  byLabel: [
    { label: "a", requests: 600, failures: 5, latencyMs: {} },
    { label: "b", requests: 400, failures: 0, latencyMs: {} },
  ],
};
const found = (measurement: object) =>
  contradictions({ ...head, ...measurement } as Measurement).map(({ code }) => code);
const inLoad = (change: Partial<LoadMeasurement>) => found({ ...sound, ...change });

describe("a load test against itself", () => {
  test("nothing is said of a sound one, nor of one in totals alone", () => {
    expect(inLoad({})).toEqual([]);
    const { slices: _slices, steps: _steps, byLabel: _byLabel, ...totals } = sound;
    expect(found(totals)).toEqual([]);
  });

  const [step] = sound.steps ?? [];
  test.each([
    ["slices of fewer requests", { slices: slices.slice(1) }, "totals-disagree"],
    ["slices of other failures", { slices: slices.map((slice) => ({ ...slice, failures: 0 })) }, "totals-disagree"],
    [
      "labels of more requests",
      { byLabel: [...(sound.byLabel ?? []), { label: "c", requests: 1, failures: 0, latencyMs: {} }] },
      "totals-disagree",
    ],
    ["levels of more requests", { steps: [{ ...step!, requests: 1001 }] }, "totals-disagree"],
    ["more failures than requests", { failures: 1001, slices: undefined, byLabel: undefined }, "totals-disagree"],
    ["a median above the maximum", { latencyMs: { p50: 500, max: 400 } }, "percentiles-disagree"],
    ["a mean above the maximum", { latencyMs: { mean: 500, max: 400 } }, "percentiles-disagree"],
    ["more under way than users", { steps: [{ ...step!, latencyMs: { mean: 360, max: 400 } }] }, "littles-law"],
  ])("%s", (_name, change, code) => {
    expect(inLoad(change as Partial<LoadMeasurement>)).toEqual([code]);
  });

  test("percentiles rounded to two digits are not out of order", () => {
    expect(inLoad({ latencyMs: { p99: 1200, max: 1172.6 } })).toEqual([]);
  });

  test("Little's law: users who pause are fewer under way, which is no contradiction", () => {
    const level = fc.record({
      users: fc.integer({ min: 1, max: 1000 }),
      busy: fc.double({ min: 0, max: 1, noNaN: true }),
      ms: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(level, ({ users, busy, ms }) => {
        const requests = Math.floor((users * busy * 60_000) / ms);
        const steps = [{ ...step!, concurrency: users, seconds: 60, requests, failures: 0, latencyMs: { mean: ms } }];
        expect(
          inLoad({
            requests,
            failures: 0,
            steps,
            slices: undefined,
            byLabel: undefined,
          } as unknown as Partial<LoadMeasurement>),
        ).toEqual([]);
      }),
    );
  });

  const wrkLevel = (mean: number, max: number) => ({
    ...step!,
    concurrency: 4,
    seconds: 60,
    requests: 338_940,
    failures: 0,
    latencyMs: { mean, max },
  });
  const wrk = (mean: number, max: number) =>
    contradictions(
      {
        ...head,
        ...sound,
        requests: 338_940,
        failures: 0,
        slices: undefined,
        byLabel: undefined,
        steps: [wrkLevel(mean, max)],
      } as unknown as Measurement,
      { corrected: true },
    ).map(({ code }) => code);

  test("wrk's mean holds what it adds for stalls: 0.87 ms at 5,649 a second of 4 connections is no contradiction", () => {
    expect(wrk(0.87, 21.4)).toEqual([]);
    // Nothing took twice as long as a request may on average, so that nothing was added.
    expect(wrk(0.87, 1.4)).toEqual(["littles-law"]);
    expect(wrk(87, 214)).toEqual(["littles-law"]);
  });

  test("wrk's correction, worked out request by request, never raises its mean beyond what is allowed for", () => {
    const share = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 4, maxLength: 60 });
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 8 }), (times, connections) => {
        const total = times.reduce((sum, ms) => sum + ms, 0);
        const seconds = total / connections / 1000;
        const expected = (1000 * connections * seconds) / times.length;
        const added = times.flatMap((ms) => {
          const more: number[] = [];
          if (ms >= 2 * expected) for (let rest = ms - expected; rest > expected; rest -= expected) more.push(rest);
          return more;
        });
        const all = [...times, ...added];
        const mean = all.reduce((sum, ms) => sum + ms, 0) / all.length;
        const level = { ...step!, concurrency: connections, seconds, requests: times.length, failures: 0 };
        const printed = { ...level, latencyMs: { mean, max: Math.max(...times) } };
        const load = {
          requests: times.length,
          failures: 0,
          steps: [printed],
          latencyMs: {},
          slices: undefined,
          byLabel: undefined,
        };
        expect(contradictions({ ...head, ...sound, ...load } as unknown as Measurement, { corrected: true })).toEqual(
          [],
        );
      }),
    );
  });

  test("a tool that sends several requests of a user at once, and one that rounds its mean", () => {
    const levels = { steps: [{ ...step!, latencyMs: { mean: 3000, max: 4000 } }] };
    const under = (reporting: object) =>
      contradictions({ ...head, ...sound, ...levels }, reporting).map(({ code }) => code);
    expect(under({})).toEqual(["littles-law"]);
    expect(under({ atOnce: 20 })).toEqual([]);
    expect(under({ atOnce: 2 })).toEqual(["littles-law"]);
    expect(under({ meanRoundedToMs: 6000 })).toEqual([]);
  });

  test("a closed loop simulated request by request never exceeds its users", async () => {
    const request = fc.integer({ min: 20, max: 3000 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(request, { minLength: 1, maxLength: 40 }),
        async (users, times) => {
          const rows: string[] = [];
          for (let user = 0; user < users; user += 1) {
            for (let at = user, i = user; at < 90_000; i += 1) {
              const elapsed = times[i % times.length] ?? 20;
              rows.push(`${1_772_000_000_000 + at},${elapsed},a,true,${users}`);
              at += elapsed;
            }
          }
          const { warnings } = await measured("load", lines("timeStamp,elapsed,label,success,allThreads", ...rows));
          expect(warnings.map(({ code }) => code)).not.toContain("littles-law");
        },
      ),
      { numRuns: 20 },
    );
  });

  test("the statistics that the ledger keeps do not change with it", async () => {
    const jmeter = lines("timeStamp,elapsed,label,success,allThreads", ...impossibleRun());
    const one = await measured("load", jmeter);
    expect(one.warnings.map(({ code }) => code)).toEqual(["littles-law"]);
    expect(summarise({ ...one, warnings: [] }, { minGroup: 5 })).toEqual(summarise(one, { minGroup: 5 }));
  });
});

/** Ten requests a second of five seconds each from two users, for 80 s. */
function impossibleRun(): string[] {
  return Array.from({ length: 800 }, (_, i) => `${1_772_000_000_000 + i * 100},5000,a,true,2`);
}

const service: ServiceAvailability = {
  service: "Permits",
  from: "2026-03-01T00:00:00.000Z",
  to: "2026-03-01T01:00:00.000Z",
  observedSeconds: 3000,
  downSeconds: 60,
  plannedSeconds: 300,
  unknownSeconds: 300,
  availability: 0.98,
  outages: [{ from: "2026-03-01T00:10:00.000Z", to: "2026-03-01T00:11:00.000Z", seconds: 60 }],
};
const ofService = (change: Partial<ServiceAvailability>) =>
  found({ kind: "availability", services: [{ ...service, ...change }] });

describe("availability against itself", () => {
  test("nothing is said of a sound one, nor of a share of an unnamed time", () => {
    expect(ofService({})).toEqual([]);
    expect(found({ kind: "availability", services: [{ service: "Permits", availability: 0.99 }] })).toEqual([]);
  });

  const outage = (from: string, to: string, seconds: number) => ({
    outages: [{ from, to, seconds }],
    downSeconds: seconds,
  });
  test.each([
    [
      "an outage before the period",
      outage("2026-02-28T23:59:00.000Z", "2026-03-01T00:00:00.000Z", 60),
      "outside-observed",
    ],
    [
      "an outage that outlasts it",
      outage("2026-03-01T00:59:30.000Z", "2026-03-01T01:00:30.000Z", 60),
      "outside-observed",
    ],
    [
      "more down than observed",
      { downSeconds: 3200, observedSeconds: 3000, plannedSeconds: 0, outages: undefined },
      "more-down-than-observed",
    ],
    ["down, planned and unknown beyond the period", { unknownSeconds: 2000 }, "more-than-period"],
    ["outages that are not the downtime", { downSeconds: 600 }, "totals-disagree"],
  ])("%s", (_name, change, code) => {
    expect(ofService(change as Partial<ServiceAvailability>)).toEqual([code]);
  });

  test("what the reader has said is not said twice", () => {
    const warnings = [{ code: "outside-observed", message: "said" }];
    const stray = { ...service, ...outage("2026-02-28T23:59:00.000Z", "2026-03-01T00:00:00.000Z", 60) };
    expect(found({ kind: "availability", warnings, services: [stray] })).toEqual([]);
  });

  test("an outage that a reader leaves out is said: outages as CSV, days of Upptime", async () => {
    const rows = ["A,2026-01-02,2026-01-03,observed", "A,2026-01-01,2026-01-02,outage"];
    const outages = await measured("availability", lines("service,from,to,type", ...rows));
    expect(outages.warnings.map(({ code }) => code)).toEqual(["outside-observed"]);
    const summary = '[{"name":"A","url":"https://a.example","dailyMinutesDown":{"2026-01-01":5,"2025-06-01":7}}]';
    const history = "url: https://a.example\nstartTime: 2026-01-01T00:00:00Z\nlastUpdated: 2026-02-01T00:00:00Z\n";
    const { fileOf } = await import("./support.ts");
    const upptime = await measured("availability", [fileOf(summary, "s"), fileOf(history, "h")]);
    expect(upptime.services[0]).toMatchObject({ downSeconds: 300 });
    expect(upptime.warnings).toMatchObject([{ code: "outside-observed" }]);
    expect(upptime.warnings[0]?.message).toContain("7 minutes");
  });
});

describe("people's answers against themselves", () => {
  test("the same answer to all ten items of a SUS is said, and once", async () => {
    const sus = lines("respondent,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", "a,4,4,4,4,4,4,4,4,4,4", "b,5,1,4,2,5,1,4,2,5,1");
    expect((await measured("sus", sus)).warnings.map(({ code }) => code)).toEqual(["same-answer"]);
  });

  test("tasks, outcomes and satisfaction", () => {
    const task = { task: "t", attempts: 3, successes: 2, partial: 0, failures: 1, timesSeconds: [] };
    const person = { id: "p", identified: true, attempts: 3, successes: 2 };
    const tasks = { kind: "tasks", tasks: [task], participants: [person], successRate: 2 / 3 };
    expect(found(tasks)).toEqual([]);
    expect(found({ ...tasks, tasks: [{ ...task, failures: 2 }] })).toEqual(["totals-disagree"]);
    expect(found({ ...tasks, participants: [{ ...person, attempts: 4 }] })).toEqual(["totals-disagree"]);
    const group = { group: "a", n: 10, tp: 4, fp: 1, tn: 4, fn: 1 };
    expect(found({ kind: "outcomes", groups: [group] })).toEqual([]);
    expect(found({ kind: "outcomes", groups: [{ ...group, n: 11 }] })).toEqual(["totals-disagree"]);
    const ratings = { kind: "satisfaction", responses: 10, mean: 4, scaleMin: 1, scaleMax: 5 };
    expect(found(ratings)).toEqual([]);
    expect(found({ ...ratings, mean: 5.5 })).toEqual(["totals-disagree"]);
    expect(found({ ...ratings, groups: [{ group: "a", n: 11, mean: 4 }] })).toEqual(["totals-disagree"]);
  });
});
