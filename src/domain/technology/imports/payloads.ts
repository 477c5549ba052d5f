import { digest, integer, nullable, object, oneOf, optional, text, textRef } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { assertedStages } from "../state/imports.ts";
import type { ImportsEvent } from "../state/imports.ts";

export const importPayloads: Payloads<ImportsEvent> = {
  TechnologyImported: object({
    import: text,
    plan: digest,
    row: integer,
    stage: nullable(oneOf(...assertedStages)),
    label: nullable(textRef),
    takenBack: optional(oneOf(true)),
  }),
};
