import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { parseDuration } from "../../src/evidence/availability/duration.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";
import { Unreadable } from "../../src/evidence/unreadable.ts";

const header = "service,start,end,duration,minutes,kind,severity,planned,announced";
const observed = "Permits,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,,,observed,,,";

async function one(...rows: string[]) {
  const measurement = await measured("availability", lines(header, observed, ...rows));
  return { ...measurement.services[0]!, warnings: measurement.warnings.map(({ code }) => code) };
}

describe("incidents CSV", () => {
  test("an incident ends at its end, or after its duration or minutes", async () => {
    const service = await one(
      "Permits,2026-03-01T10:00:00Z,2026-03-01T10:30:00Z,,,,,,",
      "Permits,2026-03-01T12:00:00Z,,1 h 5 min,,incident,critical,no,",
      "Permits,2026-03-01T15:00:00Z,,,12.5,incident,minor,no,",
    );
    expect(service).toMatchObject({ observedSeconds: 86_400, downSeconds: 1800 + 3900 + 750, warnings: [] });
    expect(service.outages).toHaveLength(3);
  });

  test("one that is still open lasts to the end of the observed time", async () => {
    const service = await one("Permits,2026-03-01T18:00:00Z,,,,,,,");
    expect(service).toMatchObject({ downSeconds: 21_600, warnings: [] });
  });

  test.each(["", "-", "Ongoing", "进行中", "至今"])("its end “%s” has not come", async (end) => {
    const service = await one(`Permits,2026-03-01T18:00:00Z,${end},,,,,,`);
    expect(service).toMatchObject({ downSeconds: 21_600, warnings: [] });
  });

  test("none and degraded do not count as down, and the page is told", async () => {
    const service = await one(
      "Permits,2026-03-01T10:00:00Z,2026-03-01T10:30:00Z,,,incident,degraded,,",
      "Permits,2026-03-01T11:00:00Z,2026-03-01T11:30:00Z,,,incident,None,,",
      "Permits,2026-03-01T12:00:00Z,2026-03-01T12:10:00Z,,,incident,P4,,",
    );
    expect(service).toMatchObject({ downSeconds: 600, warnings: ["degraded-not-down"] });
  });

  test("a mapping says which severities count; one without severity counts as down", async () => {
    const mapping: Mapping = {
      format: "incidents-csv",
      columns: { service: "System", start: "Begin", end: "End", severity: "Prio" },
      conditions: { severity: { is: "at-most", limit: 2 } },
      rows: {},
      stated: { from: "2026-03-01T00:00:00Z", to: "2026-03-03T00:00:00Z" },
    };
    const text = lines(
      "System,Begin,End,Prio",
      "Permits,2026-03-01T10:00:00Z,2026-03-01T11:00:00Z,1",
      "Permits,2026-03-01T12:00:00Z,2026-03-01T13:00:00Z,3",
      "Permits,2026-03-01T14:00:00Z,2026-03-01T14:30:00Z,",
    );
    const { services, warnings } = await measured("availability", text, { mapping });
    expect(services).toMatchObject([{ service: "Permits", observedSeconds: 172_800, downSeconds: 5400 }]);
    expect(warnings.map(({ code }) => code)).toEqual(["degraded-not-down"]);
  });

  test("maintenance is planned where it was announced before, else it is down", async () => {
    for (const how of ["maintenance,,", "incident,,yes", ",maintenance,no"]) {
      const row = `Permits,2026-03-01T02:00:00Z,2026-03-01T04:00:00Z,,,${how},`;
      const before = await one(row + "2026-02-20T09:00:00Z");
      expect(before).toMatchObject({ plannedSeconds: 7200, downSeconds: 0, observedSeconds: 79_200, warnings: [] });
      for (const late of ["", "2026-03-01T02:00:00Z"]) {
        const service = await one(row + late);
        expect(service).toMatchObject({ plannedSeconds: 0, downSeconds: 7200, warnings: ["planned-not-announced"] });
      }
    }
  });

  test("UptimeRobot's log of up and down says itself which time was watched", async () => {
    const log = [
      "Event,Monitor,Date-Time,Reason,Duration,Duration (in mins.)",
      'Up,Permits,2026-03-01 06:10:00,OK,"17 hrs, 50 mins",1070',
      'Down,Permits,2026-03-01 06:00:00,Connection Timeout,"0 hrs, 10 mins",10',
      'Up,Permits,2026-03-01 03:00:00,OK,"3 hrs, 0 mins",180',
      'Paused,Permits,2026-03-01 02:00:00,Paused,"1 hrs, 0 mins",60',
      'Started,Permits,2026-03-01 00:00:00,Started,"2 hrs, 0 mins",120',
    ];
    const { services, rejectedCount } = await measured("availability", lines(...log));
    expect(services[0]).toMatchObject({ observedSeconds: 82_800, downSeconds: 600, unknownSeconds: 3600 });
    expect(rejectedCount).toBe(0);
    expect(await refusal(lines(log[0]!, log[2]!))).toMatchObject({ code: "period-unknown" });
  });

  test("without observed time the list says nothing; the person may state it", async () => {
    const text = lines("service,start,end", "Permits,2026-03-01T10:00:00Z,2026-03-01T10:36:00Z");
    expect(await refusal(text)).toMatchObject({ code: "period-unknown" });
    const stated = { from: "2026-03-01T00:00:00Z", to: "2026-03-11T00:00:00Z" };
    const mapping: Mapping = { format: "incidents-csv", columns: {}, conditions: {}, rows: {}, stated };
    const { services } = await measured("availability", text, { mapping });
    expect(services[0]).toMatchObject({ observedSeconds: 864_000, downSeconds: 2160, availability: 0.9975 });
  });

  test.each([
    ["Permits,2026-03-01T10:00:00Z,,45,,,,,", /duration “45” has no unit/],
    ["Permits,2026-03-01T10:00:00Z,2026-03-01T09:00:00Z,,,,,,", /end is not later than start/],
    ["Permits,2026-03-01T10:00:00Z,2026-03-01T11:00:00Z,30 min,,,,,", /end and duration disagree/],
    [
      "Permits,2026-03-01T10:00:00Z,2026-03-01T11:00:00Z,,,surprise,,,",
      /kind “surprise” is not incident, maintenance or observed/,
    ],
    ["Permits,2026-03-01T10:00:00Z,2026-03-01T11:00:00Z,,,,,perhaps,", /planned “perhaps” is not true or false/],
    ["Permits,2026-03-01T10:00:00Z,,,,maintenance,,,2026-02-01", /maintenance time needs an end/],
    [",2026-03-01T10:00:00Z,,,,,,,", /service is missing/],
    ["Permits,2026-03-01T10:00:00Z,2026-03-01 11:00 CST,,,,,,", /CST, which means several/],
  ])("one row that cannot be read refuses the list, whatever the others say: %s", async (row, reason) => {
    const calm = Array.from(
      { length: 300 },
      (_, i) => `Permits,2026-03-01T10:00:${String(i % 59).padStart(2, "0")}Z,2026-03-01T10:01:00Z,,,,,,`,
    );
    const problem = await refusal(lines(header, observed, ...calm, row));
    expect(problem).toMatchObject({ code: "unread-downtime", row: 303 });
    expect(problem.message).toMatch(reason);
  });

  test("a word that the person gives a meaning is read", async () => {
    const row = "Permits,2026-03-01T10:00:00Z,2026-03-01T11:00:00Z,,,surprise,,,";
    const answers = { values: { kind: { surprise: "incident" } } };
    const { services } = await measured("availability", lines(header, observed, row), { answers });
    expect(services[0]).toMatchObject({ downSeconds: 3600 });
  });

  test("Chinese headings and words, local times", async () => {
    const rows = [
      "服务,开始时间,恢复时间,记录类型,严重程度",
      "许可,2026-03-01 00:00,2026-03-02 00:00,观测,",
      "许可,2026-03-01 10:00,2026-03-01 10:30,事件,重大",
      "许可,2026-03-01 11:00,2026-03-01 11:30,事件,性能下降",
    ];
    const { services } = await measured("availability", lines(...rows), { timeZone: "Asia/Shanghai" });
    expect(services[0]).toMatchObject({ service: "许可", downSeconds: 1800, from: "2026-02-28T16:00:00.000Z" });
  });

  test("the order of rows and files changes nothing", async () => {
    const incident = fc.record({ from: fc.nat(1300), length: fc.integer({ min: 1, max: 200 }), planned: fc.boolean() });
    const instant = (minute: number) => new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString();
    await fc.assert(
      fc.asyncProperty(fc.array(incident, { minLength: 1, maxLength: 8 }), fc.nat(8), async (all, cut) => {
        const rows = all.map(
          ({ from, length, planned }) =>
            `Permits,${instant(from)},,,${length},${planned ? "maintenance" : "incident"},,,2026-02-01`,
        );
        const whole = await measured("availability", lines(header, observed, ...rows));
        const parts = [rows.slice(cut), [observed, ...rows.slice(0, cut)].reverse()];
        const inParts = await measured(
          "availability",
          parts.map((part) => fileOf(lines(header, ...part))),
        );
        expect(inParts.services).toEqual(whole.services);
      }),
      { numRuns: 50 },
    );
  });
});

test("durations as people write them", () => {
  const cases: [string, number][] = [
    ["01:30:00", 5400],
    ["1:05:09", 3909],
    ["1 h 30 min", 5400],
    ["1h30m", 5400],
    ["1.5 hours", 5400],
    ["2 days, 3 hours", 183_600],
    ["90 min", 5400],
    ["45 s", 45],
    ["PT1H30M", 5400],
    ["P1DT2H", 93_600],
    ["1小时30分", 5400],
    ["2 天", 172_800],
  ];
  for (const [text, seconds] of cases) expect(parseDuration(text), text).toBe(seconds * 1000);
  for (const text of ["", "90", "1:30", "soon", "1 fortnight", "h", "1h 30", "-5 min", "P", "PT", "P1Y"]) {
    expect(parseDuration(text), text).toBeInstanceOf(Unreadable);
  }
});
