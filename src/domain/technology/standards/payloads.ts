import { day, nullable, object, text } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { StandardsEvent } from "../state/standards.ts";

export const standardsPayloads: Payloads<StandardsEvent> = {
  StandardMoved: object({
    standard: text,
    version: text,
    deprecatedOn: day,
    until: day,
    successor: nullable(text),
  }),
};
