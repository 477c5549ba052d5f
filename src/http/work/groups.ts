import { mostWorkCounted, type Work } from "../../projections/work/work.ts";
import type { WorkCounts, WorkItem } from "../../projections/work/types.ts";
import type { WorkKind } from "../../domain/technology/work.ts";
import type { House } from "../house.ts";
import type { WorkGroup } from "../room-words.ts";
import type { LinkModel, WorkListModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import type { Person } from "../visitor.ts";
import { itemModel, workWords } from "../say/work-item.ts";
import type { Surroundings } from "../say/work-item.ts";

/** What has to be decided before what has to be done. */
const order: readonly WorkGroup[] = ["decision", "drifted", "held", "own"];

/** Names no group of things to do, but what is late in any. */
export const late = "late";

/** Of a group, on the page of all groups. */
const firstOnes = 25;

export type GroupModel = {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly list: WorkListModel;
  /** The page of this group alone, where not all of it stands here. */
  readonly all: LinkModel | null;
};

/** A group of which something waits. */
export type Waiting = WorkCounts & { readonly group: WorkGroup; readonly kinds: readonly WorkKind[] };

export function waitingGroups(house: House["work"], work: Work, person: Person): readonly Waiting[] {
  return order
    .map((group) => {
      const kinds = [...house].flatMap(([kind, words]) => (words.group === group ? [kind] : []));
      return { group, kinds, ...work.counts(person, kinds) };
    })
    .filter(({ waiting }) => waiting > 0);
}

/** Within a group the most urgent come first. */
export function groupModel(
  house: House["work"],
  language: Language,
  { group, waiting }: Waiting,
  items: readonly WorkItem[],
  surroundings: Surroundings,
): GroupModel {
  const { t } = language;
  const rest = waiting > items.length;
  return {
    id: `group-${group}`,
    title: t(`work:group.${group}`),
    count: countText(language, waiting),
    list: { items: items.map((item) => itemModel(workWords(house, item.kind), language, surroundings, item)) },
    all: rest
      ? { text: t(waiting > mostWorkCounted ? "work:all" : "work:allOf", { count: waiting }), href: placeOf(group) }
      : null,
  };
}

export const firstItems = (work: Work, person: Person, { kinds }: Waiting): readonly WorkItem[] =>
  work.page(person, { kinds, limit: firstOnes }).items;

export const countText = ({ t, format }: Language, count: number): string =>
  count > mostWorkCounted ? t("common:pager.moreThan", { count: mostWorkCounted }) : format.number(count);

export const placeOf = (group: WorkGroup | typeof late, after?: string): string =>
  `/work?${new URLSearchParams({ group, ...(after !== undefined && { after }) }).toString()}`;
