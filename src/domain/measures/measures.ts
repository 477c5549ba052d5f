import { accessibility } from "./accessibility.ts";
import { availability } from "./availability.ts";
import { failedShare } from "./failed-share.ts";
import { fairness } from "./fairness.ts";
import { headroom } from "./headroom.ts";
import type { IndicatorOf } from "./indicator.ts";
import type { MeasureRecord } from "./measure-record.ts";
import { rubric } from "./rubric.ts";
import { satisfaction } from "./satisfaction.ts";
import { seq } from "./seq.ts";
import { sus } from "./sus.ts";
import { taskSuccess } from "./task-success.ts";
import { umuxLite } from "./umux-lite.ts";
import { volume } from "./volume.ts";
import { withinShare } from "./within-share.ts";

/** How an indicator can be measured; methods.md. In the order in which a verdict says what it rests on. */
export const measures = [
  availability,
  failedShare,
  withinShare,
  headroom,
  volume,
  sus,
  umuxLite,
  seq,
  satisfaction,
  taskSuccess,
  accessibility,
  fairness,
  rubric,
] as const;

export type Measure = (typeof measures)[number]["name"];

export type Indicator = IndicatorOf<Measure>;

/** The record of a measure; undefined for a name that this version does not know. */
export function knownMeasure(name: string): MeasureRecord<Measure> | undefined {
  return measures.find((record) => record.name === name);
}

/** @throws Error where a policy was let in with a measure that this version does not know */
export function measureOf(name: Measure): MeasureRecord<Measure> {
  const record = knownMeasure(name);
  if (record === undefined) throw new Error(`No measure ${name}`);
  return record;
}

/** What evaluators judge, where no file can show it. */
export const isJudged = (name: Measure): boolean => knownMeasure(name)?.kind === null;
