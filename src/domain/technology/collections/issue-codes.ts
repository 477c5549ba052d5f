import type { Decision } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { collectionIn, givenOut, standingOn } from "../state/collections.ts";
import type { Facts } from "../state/facts.ts";
import { mayAuthor } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { collectionLimits } from "./limits.ts";

/** More codes for a collection that is not over, all of them for one group and place or for anybody. */
export function issueCodes(t: Technology, c: CommandOf<"IssueCodes">, f: Facts): Decision<TechnologyEvent> {
  const { count, group, place } = c;
  const asked = collectionIn(t, c.collection);
  const { codes, answers, batches } = collectionLimits;
  const sound = Number.isSafeInteger(count) && count > 0 && count <= codes;
  const reasons = [
    ...mayAuthor(t, f.actor.id),
    ...when(!sound, "CodeCountOutOfRange", "count", { most: codes }),
    ...(asked === undefined
      ? when(true, "CollectionUnknown", undefined, { collection: c.collection })
      : [
          ...when(asked.way !== "codes", "CollectionHasNoCodes"),
          ...when(["closed", "over"].includes(standingOn(asked, f.today)), "CollectionOver"),
          ...when(sound && givenOut(asked) + count > answers, "CodesTooMany", "count", {
            most: answers,
            given: givenOut(asked),
          }),
          ...when(asked.batches.length >= batches, "BatchesTooMany", undefined, { most: batches }),
          ...when(group !== null && !asked.groups.includes(group), "GroupNotAsked", "group"),
          ...when(place !== null && asked.places[place - 1] === undefined, "PlaceUnknown", "place"),
        ]),
  ];
  const { collection } = c;
  const batch = (asked?.batches.length ?? 0) + 1;
  return unless(reasons, () => [
    { type: "CodesIssued", schema: 1, payload: { collection, batch, count, group, place } },
  ]);
}
