import type { Reason } from "../../words/decision.ts";
import { textKey } from "../../words/plain-text.ts";
import type { Namesake } from "../state/facts.ts";
import { isEnd } from "../state/stage.ts";

/** Two names are one where people read them as one: width, case and spaces tell nobody two technologies apart. */
export const isRenamed = (before: string, after: string): boolean => textKey(before) !== textKey(after);

/**
 * A name stands for one technology. What has ended keeps its name too, unless the proposal takes it up again: then the
 * two are one after the other, and linked.
 */
export function nameTaken(namesakes: readonly Namesake[] = [], predecessor: string | null): readonly Reason[] {
  const alive = namesakes.find(({ stage }) => !isEnd(stage));
  if (alive !== undefined) return refusal("NameTaken", alive);
  const [ended] = namesakes;
  return ended === undefined || namesakes.some(({ slug }) => slug === predecessor) ? [] : refusal("NameOfEnded", ended);
}

const refusal = (code: string, { name, stage, slug }: Namesake): readonly Reason[] => [
  { code, field: "name", params: { name, stage, namesake: slug } },
];
