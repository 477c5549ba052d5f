import { describe, expect, test } from "vitest";
import { lines, measured, refusal } from "./support.ts";

const outages = "service,from,to,type,announced";
const observed = "Permits,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,observed,";

async function one(...rows: string[]) {
  const measurement = await measured("availability", lines(...rows));
  return { ...measurement.services[0]!, warnings: measurement.warnings.map((warning) => warning.code) };
}

describe("outages CSV", () => {
  test("overlapping outages count once", async () => {
    const service = await one(
      outages,
      observed,
      "Permits,2026-03-01T10:00:00Z,2026-03-01T10:30:00Z,outage,",
      "Permits,2026-03-01T10:20:00Z,2026-03-01T10:40:00Z,outage,",
      "Permits,2026-03-01T12:00:00Z,2026-03-01T12:00:24Z,outage,",
    );
    expect(service).toMatchObject({ observedSeconds: 86_400, downSeconds: 2424, plannedSeconds: 0, unknownSeconds: 0 });
    expect(service.availability).toBe(1 - 2424 / 86_400);
    expect(service.outages).toEqual([
      { from: "2026-03-01T10:00:00.000Z", to: "2026-03-01T10:40:00.000Z", seconds: 2400 },
      { from: "2026-03-01T12:00:00.000Z", to: "2026-03-01T12:00:24.000Z", seconds: 24 },
    ]);
  });

  test("planned time counts only when announced before it begins", async () => {
    const down = "Permits,2026-03-01T02:00:00Z,2026-03-01T03:00:00Z,outage,";
    const window = "Permits,2026-03-01T02:00:00Z,2026-03-01T04:00:00Z,planned,";
    const announced = await one(outages, observed, down, window + "2026-03-01T01:59:59Z");
    expect(announced).toMatchObject({ observedSeconds: 79_200, downSeconds: 0, plannedSeconds: 7200, warnings: [] });
    for (const late of ["2026-03-01T02:00:00Z", ""]) {
      const service = await one(outages, observed, down, window + late);
      expect(service).toMatchObject({ observedSeconds: 86_400, downSeconds: 3600, plannedSeconds: 0 });
      expect(service.warnings).toEqual(["planned-not-announced"]);
    }
  });

  test("unknown time is neither up nor down, unless an outage contradicts it", async () => {
    const service = await one(
      outages,
      observed,
      "Permits,2026-03-01T02:00:00Z,2026-03-01T04:00:00Z,unknown,",
      "Permits,2026-03-01T03:00:00Z,2026-03-01T05:00:00Z,outage,",
    );
    expect(service).toMatchObject({ observedSeconds: 82_800, downSeconds: 7200, unknownSeconds: 3600 });
  });

  test("time between two observed stretches is unknown; outages outside do not count", async () => {
    const service = await one(
      outages,
      observed,
      "Permits,2026-03-03T00:00:00Z,2026-03-04T00:00:00Z,observed,",
      "Permits,2026-03-01T23:00:00Z,2026-03-02T01:00:00Z,outage,",
    );
    expect(service).toMatchObject({ observedSeconds: 172_800, downSeconds: 3600, unknownSeconds: 86_400 });
    expect(service.warnings).toEqual(["outside-observed", "much-unknown"]);
  });

  test("without observed time the period is unknown", async () => {
    const outage = "Forms,2026-03-01T10:00:00Z,2026-03-01T10:30:00Z,outage,";
    const both = await measured("availability", lines(outages, observed, outage));
    expect(both.services.map((service) => service.service)).toEqual(["Permits"]);
    expect(both.warnings[0]?.message).toContain("Forms");
    expect(await refusal(lines(outages, outage))).toMatchObject({ code: "period-unknown" });
  });

  const local = [
    "服务；开始；结束；类型",
    "许可；2026-03-01 08:00；2026-03-02 08:00；观测",
    "许可；2026-03-01 10:00；2026-03-01 10:30；故障",
  ].map((row) => row.replaceAll("；", ";"));

  test("local times, Chinese headings and types", async () => {
    const measurement = await measured("availability", lines(...local), { timeZone: "Asia/Shanghai" });
    expect(measurement).toMatchObject({ from: "2026-03-01T00:00:00.000Z", rejectedCount: 0, rowCount: 2 });
    expect(measurement.services[0]).toMatchObject({ service: "许可", downSeconds: 1800 });
  });

  test.each([
    "许可;2026-03-01 10:00;2026-03-01 10:00;故障",
    "许可;2026-02-30;2026-03-05;故障",
    "许可;2026-03-01;2026-03-05;搬家",
    "许可;2026-03-01;2026-03-05",
    ";2026-03-01;2026-03-05;故障",
    "许可;2026-03-01;2026-03-05;故障;;更多",
  ])("an outage that cannot be read is downtime that nobody counted: %s", async (row) => {
    const problem = await refusal(lines(...local, row));
    expect(problem).toMatchObject({ code: "unread-downtime", row: 4 });
  });

  test("an unread row of one service leaves the others what they are", async () => {
    const bad = "Forms,2026-03-01T10:00:00Z,soon,outage,";
    const both = await measured("availability", lines(outages, observed, observed.replace("Permits", "Forms"), bad));
    expect(both.services.map(({ service }) => service)).toEqual(["Permits"]);
    expect(both.warnings).toEqual([
      { code: "unread-downtime", message: expect.stringMatching(/^Forms: line 4 may tell of downtime/) as string },
    ]);
  });
});

describe("probes CSV", () => {
  const header = "service,time,up,planned";
  const probe = (minute: number, up: boolean, planned = "") =>
    `Permits,${new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString()},${up},${planned}`;

  test("each probe stands for the time to the next", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => probe(i, i < 10 || i > 12));
    const service = await one(header, ...rows);
    expect(service).toMatchObject({ observedSeconds: 3600, downSeconds: 180, unknownSeconds: 0, availability: 0.95 });
    expect(service.outages).toHaveLength(1);
    expect(await one(header, ...rows.toReversed())).toEqual(service);
  });

  test("missing probes are unknown", async () => {
    const rows = [0, 1, 2, 3, 10, 11, 12].map((minute) => probe(minute, minute !== 3));
    const service = await one(header, ...rows);
    expect(service).toMatchObject({ observedSeconds: 420, downSeconds: 60, unknownSeconds: 360 });
    expect(service.unknown).toEqual([
      { from: "2026-03-01T00:04:00.000Z", to: "2026-03-01T00:10:00.000Z", seconds: 360 },
    ]);
  });

  test("two answers at one instant count as down", async () => {
    const rows = [0, 1, 2, 3].map((minute) => probe(minute, true));
    expect(await one(header, ...rows, probe(2, false))).toMatchObject({ downSeconds: 60, observedSeconds: 240 });
  });

  test("a planned window counts when announced before its first probe", async () => {
    const rows = (told: string) =>
      [0, 1, 2, 3, 4, 5].map((i) => probe(i, i < 2 || i > 3, i === 2 || i === 3 ? told : ""));
    const early = await one(header, ...rows("2026-02-20T00:00:00Z"));
    expect(early).toMatchObject({ observedSeconds: 240, downSeconds: 0, plannedSeconds: 120 });
    for (const late of ["2026-03-01T00:02:30Z", "yes"]) {
      const service = await one(header, ...rows(late));
      expect(service).toMatchObject({ observedSeconds: 360, downSeconds: 120, plannedSeconds: 0 });
      expect(service.warnings).toEqual(["planned-not-announced"]);
    }
  });

  test("one probe alone covers no time", async () => {
    expect(await refusal(lines(header, probe(0, true)))).toMatchObject({ code: "period-unknown" });
  });
});
