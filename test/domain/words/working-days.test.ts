import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workingDaysDefault as calendar } from "../../../src/domain/policy/safeguards/working-days.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { addWorkingDays, isWorkingDay, workingTerm } from "../../../src/domain/words/working-days.ts";

/** Days off from Monday to Friday, one by one from the announcement of 2026. */
const offOnWeekdays =
  "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07";

it("2026 has 248 working days: 261 from Monday to Friday, 19 of them off, six made up for on weekends", () => {
  const days = Array.from({ length: 365 }, (_, n) => addDays("2026-01-01", n));
  const weekday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());
  const off = days.filter((day) => weekday(day) && isWorkingDay(calendar, day) === false);
  expect(off.map((day) => day.slice(5)).join(" ")).toBe(offOnWeekdays);
  expect(days.filter((day) => !weekday(day) && isWorkingDay(calendar, day) === true)).toEqual(
    ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"].map((day) => `2026-${day}`),
  );
  expect(days.filter((day) => isWorkingDay(calendar, day) === true)).toHaveLength(248);
});

describe("a term in working days", () => {
  it.each([
    ["an ordinary week", "2026-11-02", 5, "2026-11-09"],
    ["none: the day itself", "2026-11-02", 0, "2026-11-02"],
    ["none, on a Saturday: the next working day", "2026-11-07", 0, "2026-11-09"],
    ["day one is the day after", "2026-11-02", 1, "2026-11-03"],
    ["from a Saturday: received on Monday, day one is Tuesday", "2026-11-07", 1, "2026-11-10"],
    ["over the Spring Festival with a Saturday worked at its end", "2026-02-13", 10, "2026-03-05"],
    ["from a holiday", "2026-10-03", 10, "2026-10-21"],
    ["over the turn of two covered years", "2025-12-30", 3, "2026-01-05"],
    ["ending on a Sunday that is worked", "2025-12-31", 1, "2026-01-04"],
  ])("%s", (_, from, days, until) => {
    expect(addWorkingDays(calendar, from, days)).toBe(until);
  });

  it("names the days off and the days made up for that lie in it", () => {
    expect(workingTerm(calendar, "2026-09-24", 10)).toEqual({
      received: "2026-09-24",
      until: "2026-10-15",
      holidays: ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
      working: ["2026-10-10"],
    });
  });

  it.each([
    ["that runs out of the covered years", "2026-12-28", 5],
    ["that begins before them", "2024-12-31", 1],
    ["received on a day off behind which nothing is known", "2027-01-01", 0],
  ])("%s is unknown", (_, from, days) => {
    expect(addWorkingDays(calendar, from, days)).toBeNull();
  });

  it("of n days holds n working days after the day it was received, and ends on one", () => {
    const day = fc.integer({ min: 0, max: 600 }).map((n) => addDays("2025-01-01", n));
    fc.assert(
      fc.property(day, fc.nat(60), (from, days) => {
        const term = workingTerm(calendar, from, days)!;
        const length = (Date.parse(term.until) - Date.parse(term.received)) / 86_400_000;
        const inside = Array.from({ length }, (_, n) => addDays(term.received, n + 1));
        expect(inside.filter((one) => isWorkingDay(calendar, one) === true)).toHaveLength(days);
        expect([isWorkingDay(calendar, term.received), isWorkingDay(calendar, term.until)]).toEqual([true, true]);
        expect(term.received >= from).toBe(true);
      }),
    );
  });

  it("does not end where every day of the week is a weekend, for the years do", () => {
    expect(addWorkingDays({ ...calendar, weekend: [1, 2, 3, 4, 5, 6, 7] }, "2026-11-02", 1)).toBeNull();
  });
});
