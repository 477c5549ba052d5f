import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import type { Technology } from "../state/technology.ts";

/** What came to a result, and the lessons that were given, each on its day. */
export const lessonCounts: CountsInPeriods = (t, { dayOf }) => [
  ...endings(t).map(({ standing, at, position, of }): Countable => ({
    kind: "ending",
    standing,
    subject: String(position),
    on: dayOf(at),
    detail: { of },
    position,
  })),
  ...lessonsGiven(t).map(({ standing, at, position }): Countable => ({
    kind: "lesson",
    standing,
    subject: String(position),
    on: dayOf(at),
    position,
  })),
];

type Standing<K extends Countable["kind"]> = Extract<Countable, { kind: K }>["standing"];
type Passage = Technology["passages"][number];
type Counted<K extends Countable["kind"]> = Pick<Passage, "at" | "position"> & { readonly standing: Standing<K> };

type Ending = Counted<"ending"> & { readonly of: string };

/**
 * Where something ended or was taken back; a withdrawn proposal never began. With lessons it is a result like an adoption: what a
 * trial is for is to learn, and a stop and a rejection bring theirs with them.
 */
function endings(t: Technology): readonly Ending[] {
  return t.passages.flatMap(({ stage, at, position }, index): readonly Ending[] => {
    const rolledBack = stage === "evaluating" && t.passages[index - 1]?.stage === "rolling-out";
    if (stage === "adopted") return [{ at, position, of: stage, standing: "adopted" }];
    if (!rolledBack && stage !== "stopped" && stage !== "rejected" && stage !== "retired") return [];
    const learned = stage === "stopped" || stage === "rejected" || recordedSince(t, position, index);
    const of = rolledBack ? "rolled-back" : stage;
    return [{ at, position, of, standing: learned ? "with-lessons" : "without-lessons" }];
  });
}

/** After this end and before another rollout. */
function recordedSince({ lessonsRecorded, passages }: Technology, end: number, index: number): boolean {
  const next = passages.slice(index + 1).find(({ stage }) => stage === "rolling-out");
  return lessonsRecorded.some(({ position }) => position > end && position < (next?.position ?? Infinity));
}

const lessonsGiven = (t: Technology): readonly Counted<"lesson">[] => [
  ...t.passages.flatMap(({ stage, at, position }) =>
    stage === "stopped" || stage === "rejected" ? [{ standing: stage, at, position }] : [],
  ),
  ...t.lessonsRecorded.map(({ at, position }) => ({ standing: "recorded" as const, at, position })),
];
