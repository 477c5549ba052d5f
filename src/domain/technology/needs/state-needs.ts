import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Facts } from "../state/facts.ts";
import { needsAreFixed } from "../state/needs.ts";
import { mayAuthor } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/** More than anybody judges one by one. */
export const mostNeeds = 30;

/** The list of needs, written by the proposal's side before anybody has seen data; a later list replaces an earlier one. */
export function stateNeeds(t: Technology, c: CommandOf<"StateNeeds">, f: Facts): Decision<TechnologyEvent> {
  const reasons: readonly Reason[] = [
    ...mayAuthor(t, f.actor.id),
    ...when(needsAreFixed(t), "NeedsFixed", "needs"),
    ...when(c.needs.length === 0, "NeedsMissing", "needs"),
    ...when(c.needs.length > mostNeeds, "NeedsTooMany", "needs", { most: mostNeeds }),
    ...when(isSameList(t, c), "NothingChanged", "needs"),
    ...c.needs.flatMap(({ text }, i) => required(text, `needs.${i}.text`)),
  ];
  return unless(reasons, () => {
    const needs = c.needs.map(({ text }, i) => ({ need: `n${i + 1}`, text }));
    return [{ type: "NeedsStated", schema: 1, payload: { needs } }];
  });
}

const isSameList = (t: Technology, { needs }: CommandOf<"StateNeeds">): boolean =>
  needs.length > 0 && needs.length === t.needs.length && needs.every(({ text }, i) => text === t.needs[i]?.text);
