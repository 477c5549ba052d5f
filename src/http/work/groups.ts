import type { WorkItem } from "../../projections/work/types.ts";
import type { WorkKind } from "../../domain/technology/work.ts";
import type { House } from "../house.ts";
import type { WorkGroup } from "../room-words.ts";
import type { WorkListModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { itemModel, type Surroundings } from "./item.ts";

const order: readonly WorkGroup[] = ["decision", "drifted", "held", "own"];

export type GroupModel = {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly list: WorkListModel;
};

/** What has to be decided before what has to be done; within a group as it came, the most urgent first. */
export function groupsOf(
  work: House["work"],
  language: Language,
  items: readonly WorkItem[],
  surroundings: Surroundings,
): readonly GroupModel[] {
  const worded = items.map((item) => ({ item, words: wordsFor(work, item.kind) }));
  return order
    .map((group) => ({ group, own: worded.filter(({ words }) => words.group === group) }))
    .filter(({ own }) => own.length > 0)
    .map(({ group, own }) => ({
      id: `group-${group}`,
      title: language.t(`work:group.${group}`),
      count: language.format.number(own.length),
      list: { items: own.map(({ item, words }) => itemModel(words, language, surroundings, item)) },
    }));
}

function wordsFor(work: House["work"], kind: WorkKind) {
  const words = work.get(kind);
  if (words === undefined) throw new Error(`No room shows the work ${kind}`);
  return words;
}
