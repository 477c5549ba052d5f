import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import type { Technology } from "../state/technology.ts";
import { endings, isResult } from "./endings.ts";

/** What came to a result, and the lessons that were given, each on its day. */
export const lessonCounts: CountsInPeriods = (t, { dayOf }) => [
  ...ends(t).map(({ standing, at, position, of }): Countable => ({
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

type End = Counted<"ending"> & { readonly of: string };

/** Adoptions, and what ended or was taken back, in the order of the ledger; a withdrawn proposal never began. */
function ends(t: Technology): readonly End[] {
  const adopted = t.passages.flatMap(({ stage, at, position }): readonly End[] =>
    stage === "adopted" ? [{ at, position, of: stage, standing: "adopted" }] : [],
  );
  const others = endings(t).flatMap((ending): readonly End[] =>
    ending.of === "withdrawn" ? [] : [{ ...ending, standing: isResult(ending) ? "with-lessons" : "without-lessons" }],
  );
  return [...adopted, ...others].sort((a, b) => a.position - b.position);
}

const lessonsGiven = (t: Technology): readonly Counted<"lesson">[] => [
  ...t.passages.flatMap(({ stage, at, position }) =>
    stage === "stopped" || stage === "rejected" ? [{ standing: stage, at, position }] : [],
  ),
  ...t.lessonsRecorded.map(({ at, position }) => ({ standing: "recorded" as const, at, position })),
];
