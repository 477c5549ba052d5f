import { describe, expect, it } from "vitest";
import { mondayOf, trendsOf, turnsOf } from "../../../src/domain/feedback/trend.ts";
import type { WeekCount } from "../../../src/domain/feedback/trend.ts";
import { feedbackDefault as rules } from "../../../src/domain/policy/safeguards/feedback.ts";
import { addDays } from "../../../src/domain/words/days.ts";

/** A Wednesday: the week from the 30th is not whole. */
const today = "2026-04-01";
const week = (ago: number, count: number, place: string | null = null, group: string | null = null): WeekCount => ({
  place,
  group,
  week: addDays("2026-03-23", -7 * ago),
  count,
});
const verdictOf = (counts: readonly WeekCount[]) => trendsOf(counts, rules, today)[0]?.verdict;

describe("whether more is heard than before", () => {
  it("looks at eight whole weeks", () => {
    expect(mondayOf("2026-04-01")).toBe("2026-03-30");
    expect(mondayOf("2026-03-29")).toBe("2026-03-23");
    const counts = [week(-1, 90), week(8, 90), week(0, 6), week(3, 6), week(4, 5), week(7, 5)];
    expect(trendsOf(counts, rules, today)[0]).toMatchObject({ before: 10, recent: 12, until: "2026-03-29" });
  });

  it.each([
    [0, 9, "too-few"],
    [1, 9, "more"],
    // The lower bound of 9 of 11 is 0.53, of 8 of 11 it is 0.44: of a point estimate both would be more.
    [2, 9, "more"],
    [3, 8, "not-more"],
    [8, 3, "not-more"],
    [40, 52, "not-more"],
    [40, 62, "more"],
  ])("%i before and %i since: %s", (before, recent, verdict) => {
    expect(verdictOf([week(5, before), week(1, recent)])).toBe(verdict);
  });

  it("tells places and groups apart, and shares the error among them", () => {
    const counts = [
      week(5, 2, "North"),
      week(1, 12, "North"),
      week(5, 20, "South", "older"),
      week(1, 20, "South", "older"),
    ];
    const turns = turnsOf(trendsOf(counts, rules, today));
    expect(turns.map(({ place, group }) => [place, group])).toEqual([["North", null]]);
    // Alone, 9 of 11 is more; beside three other cells that are looked at, it is not.
    const many = [
      week(5, 2, "North"),
      week(1, 9, "North"),
      week(5, 20, "South", "older"),
      week(1, 20, "South", "older"),
    ];
    expect(turnsOf(trendsOf(many, rules, today))).toEqual([]);
  });
});
