import type { Problem } from "../forms/problems.ts";

/** What a method itself refuses, by the beginning of its own words: the page says it in the reader's language. */
const known: readonly (readonly [key: string, pattern: RegExp, field?: string])[] = [
  ["successes", /^Successes lie between 0 and n/],
  ["probability", /^A probability lies between/],
  ["share", /^A share to be shown lies/],
  ["reference", /^The reference group/, "reference"],
  ["twoRows", /^table: has two rows/],
  ["periodLonger", /^period_minutes: is longer/],
  ["downtimeWithin", /^Planned and unplanned downtime/],
  ["sixLoads", /^The law needs six/],
  ["swings", /^Swings are/],
  ["squareMatrix", /^Judgements are a square/],
  ["calls", /^calls: /],
  ["variation", /needs some variation$/],
  ["zeroCell", /^A zero cell/],
  ["clusters", /^clusters: each row/],
  ["fullTable", /^Ratings are a full table/],
  ["largeCounts", /^The counts are too large/],
  ["restWeight", /^The other indicators carry/],
  ["noIndicator", /^There is no indicator/, "vary"],
  ["noDifference", /^At least one difference/],
  ["tooMany", /^More than (a|ten) million/],
  ["countsAbove", /^Counts are/],
];

/** In the reader's language where the words are known, else in the method's own. */
export function refusalProblem(field: string, message: string): Problem {
  const rule = known.find(([, pattern]) => pattern.test(message));
  if (rule === undefined) return { field, key: "methods:problem.refused", params: { message } };
  const [key, , own = field] = rule;
  return { field: own, key: `methods:refusal.${key}`, params: {} };
}
