import { questionnaires } from "../../questionnaires/questionnaire.ts";
import { day, integer, list, nullable, object, oneOf, text, textRef, truth } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { askedLanguages, treatments, ways } from "../state/collections.ts";
import type { CollectionCounts, CollectionsEvent, CollectionTerms } from "../state/collections.ts";

const treatment = oneOf(...treatments);

const rule: Shape<CollectionTerms["doubtful"]> = object({
  device: treatment,
  second: treatment,
  straight: treatment,
});

const counts: Shape<CollectionCounts> = object({
  given: nullable(integer),
  opened: integer,
  finished: integer,
  incomplete: integer,
  leftOut: object({ device: integer, second: integer, straight: integer }),
  doubtfulKept: integer,
  corrected: integer,
});

export const collectionPayloads: Payloads<CollectionsEvent> = {
  CollectionOpened: object({
    collection: text,
    plan: integer,
    questionnaire: oneOf(...questionnaires),
    groups: list(text),
    places: list(object({ place: textRef })),
    languages: list(oneOf(...askedLanguages)),
    opensOn: day,
    closesOn: day,
    way: oneOf(...ways),
    most: nullable(integer),
    doubtful: rule,
    tasks: list(object({ task: textRef })),
    ease: truth,
    introduction: nullable(textRef),
  }),
  CodesIssued: object({
    collection: text,
    batch: integer,
    count: integer,
    group: nullable(text),
    place: nullable(integer),
  }),
  CollectionClosed: object({
    collection: text,
    early: truth,
    reason: nullable(textRef),
    counts,
    evidence: list(text),
  }),
};
