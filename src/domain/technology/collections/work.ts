import type { DateGround, Upcoming } from "../manifest/dates.ts";
import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { standingOn } from "../state/collections.ts";
import { proposerOf } from "../state/people.ts";
import { isEnd } from "../state/stage.ts";
import type { Technology } from "../state/technology.ts";

/** Once its last day is over, its answers wait to become evidence; where the technology has ended, at once. */
export const toDo = (t: Technology, { today }: WorkGround): readonly WorkItem<"close-collection">[] =>
  t.collections
    .filter((collection) => standingOn(collection, today) === "over" || (collection.closed === null && isEnd(t.stage)))
    .map(({ collection, closesOn }) => ({
      kind: "close-collection",
      person: proposerOf(t),
      subject: collection,
      due: closesOn,
    }));

/** Their last days. */
export const ahead = (t: Technology, { today }: DateGround): readonly Upcoming<"collection-end">[] =>
  t.collections
    .filter((collection) => ["ahead", "open"].includes(standingOn(collection, today)))
    .map(({ collection, closesOn }) => ({ what: "collection-end", on: closesOn, which: collection }));
