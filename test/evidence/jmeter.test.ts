import { describe, expect, test } from "vitest";
import type { LoadStatistics } from "../../src/domain/evidence/statistics.ts";
import { summarise } from "../../src/domain/evidence/summary.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

const t0 = Date.UTC(2026, 2, 1, 8);
const header = "timeStamp,elapsed,label,responseMessage,success,allThreads";

function row(at: number, elapsed: number, { label = "Search", message = "OK", ok = true, threads = 1 } = {}): string {
  return `${t0 + at},${elapsed},${label},${message},${ok},${threads}`;
}

/** One request a second at a concurrency. */
function level(from: number, seconds: number, threads: number): string[] {
  return Array.from({ length: seconds }, (_, i) => row((from + i) * 1000, 100, { threads }));
}

describe("JMeter CSV", () => {
  test("duration runs from the first start to the last end, wherever they stand", async () => {
    const load = await measured("load", lines(header, row(500, 100), row(0, 4000, { ok: false }), row(900, 10)));
    expect(load).toMatchObject({ requests: 3, failures: 1, durationSeconds: 4, throughputPerSecond: 0.75 });
    expect(load).toMatchObject({ from: "2026-03-01T08:00:00.000Z", to: "2026-03-01T08:00:04.000Z" });
  });

  test("percentiles are type 7 and exact", async () => {
    const load = await measured("load", lines(header, ...[5, 1, 2, 3, 4].map((ms) => row(ms, ms))));
    expect(load.latencyMs).toEqual({ mean: 3, p50: 3, p90: 4.6, p95: 4.8, p99: 4.96, max: 5 });
  });

  test("latencies beyond 17 minutes keep eleven binary digits", async () => {
    const slow = 5_000_001;
    const load = await measured("load", lines(header, row(0, slow), row(1, slow)));
    expect(load.latencyMs.max).toBe(slow);
    expect(Math.abs((load.latencyMs.p50 ?? 0) / slow - 1)).toBeLessThan(0.001);
  });

  test("within counts successes alone, at the level and below", async () => {
    const rows = [row(0, 200), row(1, 201), row(2, 200, { ok: false })];
    const load = await measured("load", lines(header, ...rows), { withinMs: 200 });
    expect(load.within).toEqual({ ms: 200, requests: 1 });
    expect((await measured("load", lines(header, ...rows))).within).toBeUndefined();
  });

  test("slices are ten seconds long but for the last, those without a request included", async () => {
    const load = await measured("load", lines(header, row(0, 10), row(9_999, 1), row(31_000, 500, { ok: false })));
    expect(load.slices).toEqual([
      { seconds: 10, requests: 2, failures: 0 },
      { seconds: 10, requests: 0, failures: 0 },
      { seconds: 10, requests: 0, failures: 0 },
      { seconds: 1.5, requests: 1, failures: 1 },
    ]);
  });

  test("a row that began before the first thousands of rows moves every slice", async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => row(5000 + i, 10));
    const load = await measured("load", lines(header, ...rows, row(0, 10)));
    expect(load.slices?.map((slice) => slice.requests)).toEqual([5001]);
    const late = await measured("load", lines(header, ...rows, row(-6000, 10)));
    expect(late.slices?.map((slice) => slice.requests)).toEqual([1, 5000]);
  });

  test("a concurrency that flickers is none that was held", async () => {
    const rows = Array.from({ length: 240 }, (_, i) => row(i * 500, 100, { threads: 9 + (i % 2) }));
    expect((await measured("load", lines(header, ...rows))).steps).toBeUndefined();
  });

  test("a step is sixty seconds or more at one concurrency", async () => {
    const rows = [...level(0, 90, 10), ...level(90, 59, 15), ...level(149, 60, 20)];
    const load = await measured("load", lines(header, ...rows), { withinMs: 100 });
    expect(load.steps?.map(({ concurrency, seconds, requests }) => [concurrency, seconds, requests])).toEqual([
      [10, 90, 90],
      [20, 59.1, 60],
    ]);
    expect(load.steps?.[0]).toMatchObject({ failures: 0, within: { ms: 100, requests: 90 }, throughputPerSecond: 1 });
    expect(load.steps?.[0]?.slices).toHaveLength(9);
  });

  test("a request that ends on the second belongs to the second it ran in", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => row(i * 1000, 1000, { threads: 10 }));
    const load = await measured("load", lines(header, ...rows));
    expect(load.steps?.[0]).toMatchObject({ seconds: 60, requests: 60 });
    expect(load.steps?.[0]?.slices).toEqual(
      Array.from({ length: 6 }, () => ({ seconds: 10, requests: 10, failures: 0 })),
    );
  });

  test("a level held twice has two stretches, and no block of time spans them", async () => {
    const rows = [...level(0, 70, 10), ...level(70, 80, 15), ...level(150, 70, 10)];
    const load = await measured("load", lines(header, ...rows));
    const [twice, once] = load.steps ?? [];
    expect(twice?.slices.map(({ apart }) => apart === true)).toEqual(Array.from({ length: 14 }, (_, i) => i === 7));
    expect(once?.slices.some(({ apart }) => apart !== undefined)).toBe(false);
    const statistics = summarise(load, { minGroup: 5 }) as LoadStatistics;
    expect(statistics.steps?.map(({ failedBlocks }) => failedBlocks?.map(({ clusters }) => clusters))).toEqual([
      [4, 2, 2, 2],
      [2, 1, 1, 1],
    ]);
    expect(statistics.failedBlocks?.map(({ clusters }) => clusters)).toEqual([4, 1, 1, 1]);
  });

  test("a stall belongs to its step", async () => {
    const rows = [...level(0, 40, 10), row(40_000, 30_000, { threads: 10 }), ...level(70, 30, 10)];
    const load = await measured("load", lines(header, ...rows));
    expect(load.steps?.[0]).toMatchObject({ concurrency: 10, seconds: 99.1, requests: 71 });
    expect(load.steps?.[0]?.slices[5]).toEqual({ seconds: 10, requests: 0, failures: 0 });
  });

  test("a stall of minutes belongs to its step too, with what fails in it at the end of a long timeout", async () => {
    const timeouts = Array.from({ length: 50 }, (_, i) =>
      row(120_000 + Math.floor(i / 10) * 90_000 + (i % 10), 90_000, { ok: false, threads: 10 }),
    );
    const rows = [...level(0, 120, 10), ...timeouts, ...level(570, 120, 10)];
    const load = await measured("load", lines(header, ...rows));
    expect(load).toMatchObject({ failures: 50 });
    expect(load.steps).toMatchObject([{ concurrency: 10, seconds: 689.1, requests: 290, failures: 50 }]);
    expect(load.steps?.[0]?.slices.some(({ apart }) => apart !== undefined)).toBe(false);
  });

  test("a pause between files, or of a quarter of an hour, is no part of a step", async () => {
    const files = [level(0, 70, 10), level(200, 70, 10)].map((rows, i) => fileOf(lines(header, ...rows), String(i)));
    expect((await measured("load", files)).steps).toMatchObject([{ concurrency: 10, seconds: 139.1, requests: 140 }]);
    const one = lines(header, ...level(0, 70, 10), ...level(1000, 70, 10));
    expect((await measured("load", one)).steps).toMatchObject([{ concurrency: 10, seconds: 139.1, requests: 140 }]);
  });

  test("a concurrency that wanders, or that nobody reports, has no steps", async () => {
    const ramp = Array.from({ length: 300 }, (_, i) => row(i * 1000, 100, { threads: 1 + (i % 50) }));
    expect((await measured("load", lines(header, ...ramp))).steps).toBeUndefined();
    const bare = Array.from({ length: 100 }, (_, i) => `${t0 + i * 1000},100,true`);
    const load = await measured("load", lines("timeStamp,elapsed,success", ...bare));
    expect(load.steps).toBeUndefined();
    expect(load.byLabel).toBeUndefined();
  });

  test("transaction parents are left out by their message, or by an empty type over a null address", async () => {
    const parent = row(0, 900, { message: '"Number of samples in transaction : 2, number of failing samples : 0"' });
    expect(await measured("load", lines(header, row(0, 1), parent))).toMatchObject({
      requests: 1,
      transactionParents: 1,
      rowCount: 2,
    });
    const rows = [`${t0},1,true,text,http://a`, `${t0},9,true,,null`, `${t0},9,true,text,null`];
    const load = await measured("load", lines("timeStamp,elapsed,success,dataType,URL", ...rows));
    expect(load).toMatchObject({ requests: 2, transactionParents: 1 });
  });

  test("newlines, delimiters and doubled quotes in quotes are text", async () => {
    const odd = '"say ""hi"",\nthen wait"';
    const load = await measured("load", lines(header, row(0, 1, { label: odd }), "oops", row(1, 2)));
    expect(load.byLabel?.map((one) => one.label)).toEqual(["Search", 'say "hi",\nthen wait']);
    expect(load.rejectedRows).toMatchObject([{ row: 4, reason: "the number of fields is 1, that of the header 6" }]);
  });

  test("a label is the same with and without quotes", async () => {
    const load = await measured("load", lines(header, row(0, 1), row(1, 2, { label: '"Search"' })));
    expect(load.byLabel).toMatchObject([{ label: "Search", requests: 2 }]);
  });

  test("semicolons, bars, Windows line ends, a byte order mark and no last newline", async () => {
    for (const delimiter of [";", "|", "\t"]) {
      const text = "\uFEFF" + [header, row(0, 1), "", row(1, 2, { ok: false })].join("\r\n").replaceAll(",", delimiter);
      expect(await measured("load", text)).toMatchObject({ requests: 2, failures: 1, rejectedCount: 0 });
    }
  });

  test("UTF-16 in both orders, with and without a mark", async () => {
    const text = lines(header, row(0, 1, { label: "查询" }));
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(little).swap16();
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), little]);
    for (const bytes of [little, big, marked]) {
      expect((await measured("load", [fileOf(bytes, "x", 7)])).byLabel?.[0]?.label).toBe("查询");
    }
  });

  test("an unusable row is rejected with its line and reason", async () => {
    const rows = [
      row(0, 1),
      row(1, -5),
      row(2, 3).replace("true", "maybe"),
      "soon,1,a,OK,true,1",
      "0000000000000,1,a,OK,true,1",
    ];
    const load = await measured("load", lines(header, ...rows));
    expect(load).toMatchObject({ requests: 1, rowCount: 5, rejectedCount: 4 });
    expect(load.rejectedRows).toMatchObject([
      { row: 3, reason: "elapsed “-5” is not a whole number of milliseconds" },
      { row: 4, reason: "success “maybe” is neither true nor false" },
      { row: 5, reason: "timeStamp: “soon” is not a time" },
      { row: 6, reason: "timeStamp: lies outside 2000 to 2099" },
    ]);
  });

  test("only a hundred rejected rows are listed, all are counted", async () => {
    const load = await measured("load", lines(header, row(0, 1), ...Array.from({ length: 250 }, () => "x")));
    expect(load.rejectedRows).toHaveLength(100);
    expect(load).toMatchObject({ rejectedCount: 250, rowCount: 251 });
  });

  test("written times: a time that occurs twice or never in the zone is a rejected row", async () => {
    const rows = [
      "2026/03/29 01:59:59.500",
      "2026/03/29 02:30:00.000",
      "2026/10/25 02:30:00.000",
      "2026/03/29 03:00:00.250",
    ];
    const load = await measured("load", lines("timeStamp,elapsed,success", ...rows.map((time) => `${time},10,true`)), {
      timeZone: "Europe/Berlin",
    });
    expect(load).toMatchObject({ requests: 2, from: "2026-03-29T00:59:59.500Z", durationSeconds: 0.76 });
    expect(load.rejectedRows.map((one) => one.reason)).toEqual([
      "timeStamp: “2026/03/29 02:30” never occurs in Europe/Berlin",
      "timeStamp: “2026/10/25 02:30” occurs twice in Europe/Berlin: give the offset",
    ]);
  });

  test("labels that end alike are told apart", async () => {
    const rows = ["north /case/12345678", "south /case/12345678"].map((label, i) => row(i, i, { label }));
    expect((await measured("load", lines(header, ...rows))).byLabel?.map((one) => one.requests)).toEqual([1, 1]);
  });

  test("too many labels drop the figures by label, not the run", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => row(i, 1, { label: `case ${i}` }));
    const load = await measured("load", lines(header, ...rows));
    expect(load.requests).toBe(300);
    expect(load.byLabel).toBeUndefined();
    expect(load.warnings.map((warning) => warning.code)).toEqual(["too-many-labels"]);
  });

  test("a run of more than twelve days has no slices", async () => {
    const load = await measured("load", lines(header, row(0, 1), row(13 * 86_400_000, 1)));
    expect(load.requests).toBe(2);
    expect(load.steps).toBeUndefined();
    expect(load.warnings.map((warning) => warning.code)).toEqual(["run-too-long"]);
  });

  test("several files are one run, in any order", async () => {
    const [a, b] = [
      lines(header, row(0, 1), row(10, 2)),
      lines(header.replaceAll(",", ";"), row(-5000, 3).replaceAll(",", ";")),
    ];
    const one = await measured("load", [fileOf(a, "a"), fileOf(b, "b")]);
    expect(one).toMatchObject({ requests: 3, from: "2026-03-01T07:59:55.000Z" });
    expect(await measured("load", [fileOf(b, "b"), fileOf(a, "a")])).toEqual(one);
  });

  test("files of the same time know their own threads only: no steps; one after the other they do", async () => {
    const one = lines(header, ...level(0, 70, 10));
    const beside = lines(header, ...level(0, 70, 20));
    const after = lines(header, ...level(100, 70, 20));
    const together = await measured("load", [fileOf(one, "a"), fileOf(beside, "b")]);
    expect(together.steps).toBeUndefined();
    expect(together.warnings.map((warning) => warning.code)).toContain("side-by-side");
    const inTurn = await measured("load", [fileOf(after, "b"), fileOf(one, "a")]);
    expect(inTurn.steps?.map((step) => step.concurrency)).toEqual([10, 20]);
  });

  test("a broken structure refuses the file", async () => {
    expect(await refusal(lines(header, `${t0},1,"open,OK,true,1`))).toMatchObject({ code: "open-quote", row: 2 });
    expect(await refusal(lines(row(0, 1), row(1, 1)))).toMatchObject({ code: "unread-file" });
    expect(await refusal(lines(header))).toMatchObject({ code: "no-usable-row" });
    expect(await refusal(lines(header, "x", "y"))).toMatchObject({ code: "no-usable-row", row: 2 });
    expect(await refusal(lines("timeStamp,elapsed,label", `${t0},1,a`))).toMatchObject({ code: "no-success-column" });
    const endless = lines(header, `${t0},1,"${"x".repeat(3 << 20)}`);
    expect(await refusal([fileOf(endless, "endless", 1 << 16)])).toMatchObject({ code: "open-quote", row: 2 });
  });
});
