import type { FeedbackTurn } from "../technology/state/feedback.ts";
import type { FeedbackRules } from "../policy/safeguards/feedback.ts";
import { clopperPearsonLower } from "../statistics/proportions.ts";
import { addDays } from "../words/days.ts";
import type { Day } from "../words/text.ts";

/** Messages of one place and group in one week. */
export interface WeekCount {
  readonly place: string | null;
  readonly group: string | null;
  /** Its Monday. */
  readonly week: Day;
  readonly count: number;
}

/** How four weeks stand against the four before. */
export interface Trend extends FeedbackTurn {
  /** too-few: under the policy's least number nothing is said. */
  readonly verdict: "too-few" | "more" | "not-more";
}

/** Weeks of either half. */
export const trendWeeks = 4;

/**
 * Whether messages have clearly become more, by place and by group: of those of the last eight whole weeks, the later four
 * weeks' share has a lower bound over a half. Where nothing changed, each message is as likely to lie in one half as in the
 * other, so that the count is binomial (the conditional test of two Poisson rates: Przyborowski & Wilenski 1940), with
 * Clopper and Pearson's bound. The error is shared among all places and groups that are looked at.
 *
 * @param today whose week is not whole yet and does not count
 */
export function trendsOf(counts: readonly WeekCount[], rules: FeedbackRules, today: Day): readonly Trend[] {
  const until = addDays(mondayOf(today), -1);
  const [middle, start] = [addDays(until, 1 - 7 * trendWeeks), addDays(until, 1 - 14 * trendWeeks)];
  const inside = counts.filter(({ week }) => week >= start && week <= until);
  const sums = [...cellsOf(inside)].map(([, { place, group, of }]) => ({
    place,
    group,
    before: sum(of.filter(({ week }) => week < middle)),
    recent: sum(of.filter(({ week }) => week >= middle)),
    until,
  }));
  const looked = sums.filter(({ before, recent }) => before + recent >= rules.trendLeast).length;
  const confidence = 1 - (1 - rules.trendConfidence) / Math.max(1, looked);
  return sums.map((cell) => ({ ...cell, verdict: verdictOf(cell, rules.trendLeast, confidence) }));
}

/** Those of them that have become more, as they go on record; the first of many are enough to look. */
export const turnsOf = (trends: readonly Trend[]): readonly FeedbackTurn[] =>
  trends
    .filter(({ verdict }) => verdict === "more")
    .slice(0, mostTurns)
    .map(({ place, group, before, recent, until }) => ({ place, group, before, recent, until }));

const mostTurns = 20;

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  const sundayFirst = new Date(Date.parse(day)).getUTCDay();
  return addDays(day, -((sundayFirst + 6) % 7));
}

interface Cell {
  readonly place: string | null;
  readonly group: string | null;
  readonly of: WeekCount[];
}

/** All together, by place, and by group. */
function cellsOf(counts: readonly WeekCount[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const add = (place: string | null, group: string | null, count: WeekCount) => {
    const key = JSON.stringify([place, group]);
    const cell = cells.get(key) ?? { place, group, of: [] };
    cell.of.push(count);
    cells.set(key, cell);
  };
  for (const count of counts) {
    add(null, null, count);
    if (count.place !== null) add(count.place, null, count);
    if (count.group !== null) add(null, count.group, count);
  }
  return cells;
}

const sum = (counts: readonly WeekCount[]): number => counts.reduce((all, { count }) => all + count, 0);

function verdictOf({ before, recent }: FeedbackTurn, least: number, confidence: number): Trend["verdict"] {
  const all = before + recent;
  if (all < least) return "too-few";
  return clopperPearsonLower(recent, all, confidence) > 0.5 ? "more" : "not-more";
}
