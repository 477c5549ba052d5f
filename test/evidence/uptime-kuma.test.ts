import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOf, measured, refusal } from "./support.ts";

const start = Date.UTC(2026, 2, 1);
/** As Kuma writes UTC: 2026-03-01 00:01:00.125 */
const at = (minute: number) => new Date(start + minute * 60_000 + 125).toISOString().replace("T", " ").replace("Z", "");
const beat = (minute: number, status: number, more: object = {}) => ({
  monitor_id: 1,
  status,
  time: at(minute),
  msg: "",
  ping: status === 1 ? 31 : null,
  duration: 60,
  important: 0,
  ...more,
});
const minutes = (count: number, status: (minute: number) => number = () => 1, more: object = {}) =>
  Array.from({ length: count }, (_, i) => beat(i, status(i), more));

/** Settings › Backup of 1.x, shortened. */
const backup = { version: "1.23.16", notificationList: [], monitorList: [{ id: 1, name: "Permits", type: "http" }] };

async function one(...contents: readonly unknown[]) {
  const files = contents.map((content, i) => fileOf(JSON.stringify(content), `file ${i}`));
  const { services, warnings } = await measured("availability", files);
  return { ...services[0]!, count: services.length, warnings: warnings.map(({ code }) => code) };
}

describe("Uptime Kuma", () => {
  test("rows of the table heartbeat with the monitor's name, times in UTC", async () => {
    const rows = minutes(60, (i) => (i > 9 && i < 13 ? 0 : 1), { name: "Permits" });
    const expected = { service: "Permits", observedSeconds: 3600, downSeconds: 180, availability: 0.95, warnings: [] };
    expect(await one(rows)).toMatchObject({ ...expected, from: "2026-03-01T00:00:00.125Z" });
    const local = await measured("availability", JSON.stringify(rows), { timeZone: "Asia/Shanghai" });
    expect(local.services[0]?.from).toBe("2026-03-01T00:00:00.125Z");
  });

  test("a status page and its heartbeats join by the monitor's number, in either order", async () => {
    const page = {
      config: { slug: "p" },
      publicGroupList: [{ id: 9, name: "All", monitorList: [{ id: 1, name: "Permits" }] }],
    };
    const beats = minutes(10, (i) => (i === 4 ? 0 : 1)).map(({ status, time, ping }) => ({
      status,
      time,
      msg: "",
      ping,
    }));
    const list = { heartbeatList: { "1": beats }, uptimeList: { "1_24": 0.9 } };
    const service = await one(page, list);
    expect(service).toMatchObject({ service: "Permits", downSeconds: 60, observedSeconds: 600, warnings: [] });
    expect(await one(list, page)).toEqual(service);
  });

  test("monitors with heartbeats in one file, by the names that 1.x and 2.x give the number", async () => {
    for (const key of ["monitor_id", "monitorID", "monitorId"]) {
      const beats = minutes(10).map(({ monitor_id, ...rest }) => ({ ...rest, [key]: monitor_id }));
      expect(await one({ ...backup, heartbeatList: beats })).toMatchObject({
        service: "Permits",
        observedSeconds: 600,
      });
    }
    expect(
      await one({ monitorList: { "1": { id: 1, name: "Permits" } }, heartbeats: { "1": minutes(5) } }),
    ).toMatchObject({
      service: "Permits",
    });
  });

  test("pending is a failed check; maintenance is unknown, since nobody knows when it was announced", async () => {
    const service = await one(minutes(20, (i) => (i === 3 ? 2 : i > 9 && i < 15 ? 3 : 1), { name: "Permits" }));
    expect(service).toMatchObject({ downSeconds: 60, plannedSeconds: 0, unknownSeconds: 300, observedSeconds: 900 });
    expect(service.warnings).toEqual(["much-unknown", "maintenance-unannounced"]);
  });

  test("without heartbeats stretches are unknown", async () => {
    const rows = minutes(30, () => 1, { name: "Permits" }).filter((_, i) => i < 10 || i >= 20);
    expect(await one(rows)).toMatchObject({ unknownSeconds: 600, observedSeconds: 1200, downSeconds: 0 });
  });

  test("a monitor without a name is called by its number, two monitors of one name are one service", async () => {
    expect(await one(minutes(5))).toMatchObject({ service: "monitor 1", warnings: ["unnamed-monitor"] });
    const two = [
      ...minutes(10, () => 1, { name: "P" }),
      ...minutes(10, (i) => (i < 2 ? 0 : 1), { name: "P", monitor_id: 2 }),
    ];
    expect(await one(two)).toMatchObject({ count: 1, downSeconds: 120, warnings: ["several-series"] });
  });

  test("the person names the only monitor without a name", async () => {
    const mapping = {
      format: "uptime-kuma",
      columns: {},
      conditions: {},
      rows: {},
      stated: { service: "Permits" },
    } as const;
    const { services, warnings } = await measured("availability", JSON.stringify(minutes(5)), { mapping });
    expect(services[0]?.service).toBe("Permits");
    expect(warnings).toEqual([]);
    const two = JSON.stringify([...minutes(5), ...minutes(5, () => 0, { monitor_id: 2 })]);
    const both = await measured("availability", two, { mapping });
    expect(both.services.map(({ service }) => service)).toEqual(["monitor 1", "monitor 2"]);
  });

  test("bad heartbeats are rejected by number", async () => {
    const rows = [
      ...minutes(8, () => 1, { name: "P" }),
      beat(9, 7, { name: "P" }),
      beat(9, 1, { name: "P", time: "soon" }),
      { status: 1, time: at(9) },
    ];
    const { rejectedRows, rowCount } = await measured("availability", JSON.stringify(rows));
    expect(rowCount).toBe(11);
    expect(rejectedRows).toMatchObject([
      { row: 9, reason: "the status 7 is none of 0, 1, 2, 3" },
      { row: 10, reason: "time: “soon” is not a time" },
      { row: 11, reason: "the heartbeat names no monitor" },
    ]);
  });

  test("a backup without heartbeats and a status page's summaries are refused by name, with what to do", async () => {
    const bucket = (hour: number, status: number) => ({
      status,
      time: new Date(start + hour * 3_600_000).toISOString(),
      msg: "",
      ping: null,
    });
    for (const content of [
      backup,
      { publicGroupList: [{ monitorList: [{ id: 1, name: "P" }] }] },
      { heartbeatList: { "1": [0, 0, bucket(3, 1)] }, uptimeList: {} },
      { heartbeatList: { "1": [bucket(1, 1), bucket(2, 0)] }, uptimeList: {} },
    ]) {
      const problem = await refusal(JSON.stringify(content));
      expect(problem).toMatchObject({ code: "no-heartbeats" });
      expect(problem.message).toContain("Uptime Kuma");
      expect(problem.message).toContain("kuma.db");
    }
    expect(await refusal(JSON.stringify(minutes(1, () => 1, { name: "P" })))).toMatchObject({ code: "period-unknown" });
    expect(await refusal(JSON.stringify(minutes(4)).slice(0, -2))).toMatchObject({ code: "broken-json" });
  });
});

test("the order of heartbeats and of files changes nothing", async () => {
  const status = fc.constantFrom(0, 1, 2, 3);
  await fc.assert(
    fc.asyncProperty(
      fc.array(status, { minLength: 6, maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      async (all, cut) => {
        fc.pre(all.some((one) => one !== 3));
        const rows = all.map((one, i) => beat(i, one, { name: "P" }));
        const whole = await measured("availability", JSON.stringify(rows));
        const parts = [rows.slice(cut).reverse(), rows.slice(0, cut)].map((part) => fileOf(JSON.stringify(part)));
        const inParts = await measured("availability", parts);
        expect(inParts.services).toEqual(whole.services);
        const failed = all.filter((one) => one === 0 || one === 2).length;
        expect(whole.services[0]).toMatchObject({
          downSeconds: failed * 60,
          unknownSeconds: all.filter((one) => one === 3).length * 60,
        });
      },
    ),
    { numRuns: 60 },
  );
});
