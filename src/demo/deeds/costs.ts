import type { EstimateRule } from "../../domain/costs/earned-value.ts";
import type { WorkPart } from "../../domain/technology/state/costs.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";
import type { Single } from "./single.ts";

/** Work of a cost plan; days count back from the demonstration's day, negative: after it. */
export type StoryWork = readonly [name: Words, part: WorkPart, starts: number, ends: number, budget: number];

/** Of each package: 0–1 of the work, and yuan spent since the beginning. */
type StoryLine = readonly [done: number, spent: number];

export const planCosts = (daysAgo: number, estimate: EstimateRule, ...work: readonly StoryWork[]): Step =>
  enter(daysAgo, (at) => ({
    type: "LockCostPlan",
    estimate,
    packages: work.map((task) => ({ ...typed(daysAgo, task, at), package: null })),
  }));

/** In the order of the plan before; what is longer than it is new work. */
export const amendCosts = (
  daysAgo: number,
  estimate: EstimateRule,
  why: Words,
  before: number,
  ...work: readonly StoryWork[]
): Step =>
  enter(daysAgo, (at) => ({
    type: "AmendCostPlan",
    estimate,
    packages: work.map((task, i) => ({ ...typed(daysAgo, task, at), package: i < before ? `w${i + 1}` : null })),
    reason: at.say(why),
  }));

/** As of the day before it is entered. */
export const reportCosts = (daysAgo: number, text: Words | null, ...lines: readonly StoryLine[]): Step =>
  enter(daysAgo, ({ say, now }) => ({
    type: "ReportCosts",
    asOf: addDays(dayOf(now), -1),
    lines: lines.map(([done, spent], i) => ({ package: `w${i + 1}`, done, spent })),
    text: text === null ? null : say(text),
  }));

const enter = (day: number, command: Single): Step => ({ day, by: null, does: { do: "enter", command } });

const typed = (
  daysAgo: number,
  [name, part, starts, ends, budget]: StoryWork,
  { say, now }: Parameters<Single>[0],
) => ({
  name: say(name),
  part,
  startsOn: addDays(dayOf(now), daysAgo - starts),
  endsOn: addDays(dayOf(now), daysAgo - ends),
  budget,
});

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
