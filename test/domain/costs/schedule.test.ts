import { describe, expect, it } from "vitest";
import { endIfAsLate, plannedCurve } from "../../../src/domain/costs/curve.ts";
import { daysLate } from "../../../src/domain/costs/days-late.ts";
import { plannedBy, plannedDayOf, plannedShare } from "../../../src/domain/costs/work-package.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { day } from "../../support/technology.ts";

const tenDays = { startsOn: day(1), endsOn: day(10), budget: 100 };
const afterAPause = { startsOn: day(31), endsOn: day(40), budget: 100 };

describe("planned value", () => {
  it.each([
    [day(0), 0],
    [day(1), 10],
    [day(5), 50],
    [day(10), 100],
    [day(20), 100],
    [day(31), 110],
    [day(99), 200],
  ])("by the end of %s it is %d", (on, value) => {
    expect(plannedBy([tenDays, afterAPause], on)).toBeCloseTo(value, 9);
  });

  it("of one day is all done at its end", () => {
    expect([
      plannedShare({ startsOn: day(3), endsOn: day(3) }, day(2)),
      plannedShare({ startsOn: day(3), endsOn: day(3) }, day(3)),
    ]).toEqual([0, 1]);
  });

  it("never falls, ends at the budget, and is drawn through its bends", () => {
    const work = [tenDays, afterAPause];
    const curve = plannedCurve(work);
    expect(curve.map(({ money }) => Math.round(money))).toEqual([0, 100, 100, 200]);
    for (let n = 0; n < 50; n += 1)
      expect(plannedBy(work, day(n + 1))).toBeGreaterThanOrEqual(plannedBy(work, day(n)) - 1e-9);
  });
});

describe("the day on which the plan had it as far", () => {
  it("is that on which as much was planned", () => {
    expect(plannedDayOf([tenDays], 50)).toBe(day(5));
    expect(plannedDayOf([tenDays], 55)).toBe(day(5));
    expect(plannedDayOf([tenDays], 0)).toBe(day(0));
  });

  it("of a pause is its last day: nobody is late for days on which nothing was to be done", () => {
    expect(plannedDayOf([tenDays, afterAPause], 100)).toBe(day(30));
  });
});

describe("days late", () => {
  const late = (...progress: readonly (readonly [number, number])[]) =>
    daysLate(
      [tenDays],
      progress.map(([n, earned]) => ({ asOf: day(n), earned })),
    );

  it.each<readonly [string, readonly (readonly [number, number])[], number]>([
    ["as planned", [[5, 50]], 0],
    ["behind", [[8, 50]], 3],
    ["ahead", [[3, 50]], -2],
    ["not begun", [[4, 0]], 4],
    ["done in time", [[10, 100]], 0],
    ["done early", [[7, 100]], -3],
  ])("%s", (_, progress, days) => {
    expect(late(...progress)).toBe(days);
  });

  it("stay where the schedule index is one again: done late is late for ever", () => {
    expect(late([8, 50], [17, 100])).toBe(7);
    expect(late([8, 50], [17, 100], [60, 100])).toBe(7);
  });

  it("count anew where work that was said to be done is not", () => {
    expect(late([10, 100], [20, 90], [30, 100])).toBe(20);
  });

  it("move the end, never before what is known", () => {
    expect(endIfAsLate([tenDays], 4, day(8))).toBe(day(14));
    expect(endIfAsLate([tenDays], -2, day(3))).toBe(day(10));
    expect(endIfAsLate([tenDays], 0, day(44))).toBe(addDays(day(0), 44));
  });
});
