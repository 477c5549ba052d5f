import type { collectionAnswer, collectionRun } from "../../../db/authority/sqlite/schema.ts";
import { askedLanguages, doubts as allDoubts } from "../../domain/technology/state/collections.ts";
import type { Content, Earlier, OwnSheet, Progress, StoredAnswer } from "../collected.ts";

export type AnswerRow = typeof collectionAnswer.$inferSelect;
export type RunRow = typeof collectionRun.$inferSelect;

/** @param row none where nobody has asked for the collection yet */
export function progressOf(row: RunRow | undefined): Progress {
  const {
    link = null,
    opened = 0,
    finished = 0,
    incomplete = 0,
    doubtfulKept = 0,
    corrected = 0,
    frozen = 0,
  } = row ?? {};
  const leftOut = { device: row?.leftDevice ?? 0, second: row?.leftSecond ?? 0, straight: row?.leftStraight ?? 0 };
  return { link, opened, finished, incomplete, leftOut, doubtfulKept, corrected, frozen: frozen === 1 };
}

export const contentIn = ({ content }: Pick<AnswerRow, "content">): Content => JSON.parse(content) as Content;
export const earlierIn = ({ earlier }: Pick<AnswerRow, "earlier">): readonly Earlier[] =>
  earlier === null ? [] : (JSON.parse(earlier) as readonly Earlier[]);

export const sheetOf = (row: AnswerRow): OwnSheet => ({
  id: row.id,
  number: row.number ?? 0,
  content: contentIn(row),
  group: row.audience,
  place: row.place,
  corrected: row.earlier !== null,
});

export function answerOf(row: AnswerRow): StoredAnswer {
  const { id, place, number, arrived, audience: group } = row;
  const named = row.doubts.split(" ");
  return {
    id,
    group,
    place,
    number,
    arrived,
    language: askedLanguages.find((language) => language === row.language) ?? "en",
    content: contentIn(row),
    doubts: allDoubts.filter((doubt) => named.includes(doubt)),
    leftOut: allDoubts.find((doubt) => doubt === row.leftOut) ?? null,
    incomplete: row.incomplete === 1,
    earlier: earlierIn(row),
  };
}
