import { doubts, givenOut, standingOn } from "../../domain/technology/state/collections.ts";
import type { Collection, CollectionCounts } from "../../domain/technology/state/collections.ts";
import type { Day } from "../../domain/words/text.ts";
import type { FactModel, TagModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { groupText } from "./group.ts";

/** "System Usability Scale (c1)" */
export const collectionName = ({ t }: Pick<Language, "t">, { questionnaire, collection }: Collection): string =>
  t("collections:name", { questionnaire: t(`collections:questionnaire.${questionnaire}`), id: collection });

const glyphs = { closed: "met", ahead: "closed", open: "waits", over: "late" } as const;

/** Whether it takes answers on a day, waits for its first, or waits to be closed. */
export function collectionTag({ t }: Pick<Language, "t">, collection: Collection, today: Day): TagModel {
  const standing = standingOn(collection, today);
  return tag(t, glyphs[standing], t(`collections:standing.${standing}`));
}

/** A group as people are asked whether they belong to it: "staff", "people of 60 and over". */
export const askedGroup = (language: Language, group: string, count = 2): string =>
  language.t.has(`collections:group.${group}`)
    ? language.t(`collections:group.${group}`)
    : groupText(language, group, count);

type Counted = Omit<CollectionCounts, "given">;

/** How far it is, in one line: of codes given out, how many were opened and finished. */
export function progressText(language: Language, collection: Collection, { opened, finished }: Counted): string {
  const { t } = language;
  if (collection.questionnaire === "tasks") return t("collections:progress.sheets", { count: finished });
  const { way, most } = collection;
  return way === "codes"
    ? t("collections:progress.codes", { count: finished, opened, given: givenOut(collection) })
    : t("collections:progress.link", { count: finished, opened, most: most ?? 0 });
}

/** The same in figures, with what does not count and why; what is not there is not said. */
export function countFacts(language: Language, collection: Collection, counts: Counted): readonly FactModel[] {
  const { t, format } = language;
  const sheets = collection.questionnaire === "tasks";
  const fact = (name: string, count: number): FactModel => ({
    term: t(`collections:count.${name}`),
    value: format.number(count),
  });
  const some = (name: string, count: number): readonly FactModel[] => (count === 0 ? [] : [fact(name, count)]);
  const { opened, finished, incomplete, leftOut, doubtfulKept, corrected } = counts;
  return [
    ...(collection.way === "codes" ? [fact(sheets ? "moderators" : "given", givenOut(collection))] : []),
    ...(sheets ? [] : [fact(collection.way === "codes" ? "opened" : "openings", opened)]),
    fact(sheets ? "sheets" : "finished", finished),
    ...some("incomplete", incomplete),
    ...doubts.flatMap((doubt) => some(`leftOut.${doubt}`, leftOut[doubt])),
    ...some("kept", doubtfulKept),
    ...some("corrected", corrected),
  ];
}
