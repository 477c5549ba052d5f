import { describe, expect, it } from "vitest";
import type { ServiceStatistics } from "../../../src/domain/evidence/statistics.ts";
import { daysBetween, stripDays } from "../../../src/http/evidence/days.ts";
import { periodOf, periodProblem } from "../../../src/http/evidence/period.ts";

const span = (from: string, to: string) => ({ from, to, seconds: (Date.parse(to) - Date.parse(from)) / 1000 });
const record = (over: Partial<ServiceStatistics> = {}): ServiceStatistics => ({
  service: "portal",
  from: "2026-03-01T00:00:00.000Z",
  to: "2026-03-05T00:00:00.000Z",
  observedSeconds: 0,
  downSeconds: 0,
  plannedSeconds: 0,
  unknownSeconds: 0,
  outages: [],
  planned: [],
  unknown: [],
  ...over,
});
const cells = (parts: readonly ServiceStatistics[], zone = "UTC") =>
  stripDays(parts, daysBetween(parts, zone), zone).map((cell) =>
    cell.kind === "measured" ? cell.minutesDown : cell.kind,
  );

describe("a service day by day", () => {
  it("ends with the last day that is part of the record", () => {
    expect(daysBetween([record()], "UTC")).toEqual(["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"]);
  });

  it("gives an outage over midnight to both days", () => {
    const outages = [span("2026-03-01T23:30:00.000Z", "2026-03-02T01:00:00.000Z")];
    expect(cells([record({ outages })])).toEqual([30, 60, 0, 0]);
  });

  it("never counts a day without a record as up", () => {
    const unknown = [span("2026-03-02T00:00:00.000Z", "2026-03-03T00:00:00.000Z")];
    const planned = [span("2026-03-03T01:00:00.000Z", "2026-03-03T03:00:00.000Z")];
    expect(cells([record({ unknown, planned })])).toEqual([0, "unknown", "planned", 0]);
  });

  it("counts as down what one of two records saw down, and fills gaps of one from the other", () => {
    const gap = [span("2026-03-02T00:00:00.000Z", "2026-03-03T00:00:00.000Z")];
    const outages = [span("2026-03-02T10:00:00.000Z", "2026-03-02T10:10:00.000Z")];
    expect(cells([record({ unknown: gap }), record({ outages })])).toEqual([0, 10, 0, 0]);
  });

  it("cuts days at the midnight of the time zone", () => {
    const outages = [span("2026-03-01T16:30:00.000Z", "2026-03-01T17:00:00.000Z")];
    expect(daysBetween([record()], "Asia/Shanghai")[0]).toBe("2026-03-01");
    expect(cells([record({ outages })], "Asia/Shanghai")).toEqual([0, 30, 0, 0, 0]);
  });
});

describe("the period of files without times", () => {
  it("runs from midnight to the end of the last day, which for today is now", () => {
    const now = "2026-03-05T09:00:00.000Z";
    expect(periodOf({ from: "2026-03-01", to: "2026-03-02" }, "UTC", now)).toEqual({
      from: "2026-03-01T00:00:00.000Z",
      to: "2026-03-02T23:59:59.999Z",
    });
    expect(periodOf({ from: "2026-03-01", to: "2026-03-05" }, "UTC", now)?.to).toBe(now);
    expect(periodOf({ from: null, to: null }, "UTC", now)).toBeNull();
  });

  it("must be whole, in order and not ahead", () => {
    const key = (from: string | null, to: string | null) => periodProblem({ from, to }, "2026-03-05")?.key ?? null;
    expect(key("2026-03-02", "2026-03-01")).toBe("evidence:attach.reversed");
    expect(key("2026-03-02", "2026-03-06")).toBe("evidence:attach.ahead");
    expect(key(null, "2026-03-01")).toBe("evidence:attach.fromMissing");
    expect(key("2026-03-01", "2026-03-05")).toBeNull();
  });
});
