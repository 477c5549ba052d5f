import { isEnd } from "../state/stage.ts";
import type { Technology } from "../state/technology.ts";
import type { Instant } from "../../words/text.ts";

export const endingKinds = ["stopped", "rejected", "rolled-back", "retired", "withdrawn"] as const;
export type EndingKind = (typeof endingKinds)[number];

/** Where a technology came to an end, or its rollout was taken back. */
export interface Ending {
  readonly of: EndingKind;
  readonly at: Instant;
  /** Of the entry that ended it. */
  readonly position: number;
  /** What was learned is on record: a stop and a rejection bring their lessons with them, after the others they are recorded. */
  readonly learned: boolean;
}

/** All of them, the first first. */
export function endings(t: Technology): readonly Ending[] {
  return t.passages.flatMap(({ stage, at, position }, index): readonly Ending[] => {
    const of = endingKind(stage, t.passages[index - 1]?.stage);
    if (of === null) return [];
    return [{ of, at, position, learned: bringsLessons(of) || recordedSince(t, position, index) }];
  });
}

/** The latest; null where nothing of it ever ended. */
export const lastEnding = (t: Technology): Ending | null => endings(t).at(-1) ?? null;

/** With lessons an end is a result like an adoption: what a trial is for is to learn. A withdrawn proposal never began one. */
export const isResult = ({ of, learned }: Pick<Ending, "of" | "learned">): boolean => learned && of !== "withdrawn";

/** Nothing comes after, and what was learned is on record. */
export function endedWithResult(t: Technology): boolean {
  const last = lastEnding(t);
  return last !== null && isEnd(t.stage) && isResult(last);
}

function endingKind(stage: string, before: string | undefined): EndingKind | null {
  if (stage === "evaluating") return before === "rolling-out" ? "rolled-back" : null;
  return endingKinds.find((kind) => kind === stage) ?? null;
}

const bringsLessons = (of: EndingKind): boolean => of === "stopped" || of === "rejected";

/** After this end and before another rollout. */
function recordedSince({ lessonsRecorded, passages }: Technology, end: number, index: number): boolean {
  const next = passages.slice(index + 1).find(({ stage }) => stage === "rolling-out");
  return lessonsRecorded.some(({ position }) => position > end && position < (next?.position ?? Infinity));
}
