import { addDays } from "../../words/days.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors } from "../manifest/offered.ts";
import type { Collection, CollectionsCommand, CollectionsEvent } from "../state/collections.ts";
import { withAuthors } from "../state/authors.ts";
import { stages, withEvidence } from "../state/stage.ts";
import type { Technology } from "../state/technology.ts";
import { closeCollection } from "./close-collection.ts";
import { issueCodes } from "./issue-codes.ts";
import { openCollection } from "./open-collection.ts";
import { collectionPayloads } from "./payloads.ts";
import { ahead, toDo } from "./work.ts";

/** Questionnaires that are answered in the product: opened with their rules, answered by people outside, closed as evidence. */
export const collections = {
  acts: {
    OpenCollection: {
      roles: ["planner"],
      stages: withEvidence,
      offered: (t, f) => t.plan !== null && toAuthors(t, f),
      decide: openCollection,
    },
    IssueCodes: {
      roles: ["planner"],
      stages: withEvidence,
      offered: (t, f) => t.collections.some(({ closed, way }) => closed === null && way === "codes") && toAuthors(t, f),
      decide: issueCodes,
    },
    CloseCollection: {
      roles: ["planner"],
      stages,
      offered: (t, f) => t.collections.some(({ closed }) => closed === null) && toAuthors(t, f),
      decide: closeCollection,
    },
  },
  facts: {
    CollectionOpened: {
      schema: 1,
      payload: collectionPayloads.CollectionOpened,
      enteredBy: ["OpenCollection"],
      apply: (t, opened, { actor: openedBy, time: openedAt, position }) => ({
        ...t,
        authors: withAuthors(t.authors, openedBy),
        collections: [...t.collections, { ...opened, openedBy, openedAt, position, batches: [], closed: null }],
      }),
    },
    CodesIssued: {
      schema: 1,
      payload: collectionPayloads.CodesIssued,
      enteredBy: ["IssueCodes"],
      apply: (t, { collection, ...batch }, { time: at }) =>
        onCollection(t, collection, (opened) => ({ ...opened, batches: [...opened.batches, { ...batch, at }] })),
    },
    CollectionClosed: {
      schema: 1,
      payload: collectionPayloads.CollectionClosed,
      enteredBy: ["CloseCollection"],
      apply: (t, { collection, ...closing }, { actor: by, time: at, position }) =>
        onCollection(t, collection, (opened) => ({ ...opened, closed: { ...closing, by, at, position } })),
    },
  },
  texts: {
    // Everybody outside reads them too.
    forEverybody: (t) =>
      t.collections.flatMap(({ introduction, places, tasks, closed }) => [
        introduction,
        ...places.map(({ place }) => place),
        ...tasks.map(({ task }) => task),
        closed?.reason ?? null,
      ]),
  },
  work: [{ at: 55, afterEnd: true, items: toDo }],
  dates: {
    ahead: [{ at: 15, days: ahead }],
    shown: (t) =>
      t.collections
        .filter(({ closed }) => closed === null)
        .flatMap(({ opensOn, closesOn }) => [opensOn, addDays(closesOn, 1)]),
  },
} satisfies Chapter<CollectionsCommand, CollectionsEvent>;

function onCollection(t: Technology, id: string, change: (collection: Collection) => Collection): Technology {
  return {
    ...t,
    collections: t.collections.map((collection) => (collection.collection === id ? change(collection) : collection)),
  };
}
