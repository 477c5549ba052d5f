import type { WorkItem, WorkKind } from "../../projections/work/types.ts";
import type { WorkListModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { itemModel, type Surroundings } from "./item.ts";

type Group = "decision" | "drifted" | "held" | "own";

const groupOf: { readonly [K in WorkKind]: Group } = {
  vote: "decision",
  waiver: "decision",
  assign: "decision",
  drifted: "drifted",
  held: "held",
  declare: "own",
  score: "own",
  moderate: "own",
  "plan-pilot": "own",
  "open-pilot": "own",
  "plan-rollout": "own",
  wave: "own",
  incident: "own",
  condition: "own",
  evidence: "own",
};

const order: readonly Group[] = ["decision", "drifted", "held", "own"];

export type GroupModel = {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly list: WorkListModel;
};

/** What has to be decided before what has to be done; within a group as it came, the most urgent first. */
export function groupsOf(
  language: Language,
  items: readonly WorkItem[],
  surroundings: Surroundings,
): readonly GroupModel[] {
  return order
    .map((group) => ({ group, own: items.filter(({ kind }) => groupOf[kind] === group) }))
    .filter(({ own }) => own.length > 0)
    .map(({ group, own }) => ({
      id: `group-${group}`,
      title: language.t(`work:group.${group}`),
      count: language.format.number(own.length),
      list: { items: own.map((item) => itemModel(language, surroundings, item)) },
    }));
}
