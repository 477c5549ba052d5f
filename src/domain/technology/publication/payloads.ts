import { gates } from "../../policy/policy.ts";
import { publicParts } from "../../policy/safeguards/publishing.ts";
import { day, digest, integer, list, nullable, object, oneOf, textRef } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { publicLanguages, withholdingGrounds, writtenParts } from "../state/publication.ts";
import type { PublicationEvent, PublicText, WithheldPart } from "../state/publication.ts";

const part: Shape<WithheldPart> = oneOf(...publicParts, "everything");
const publicText: Shape<PublicText> = object({
  part: oneOf(...writtenParts),
  language: oneOf(...publicLanguages),
  text: textRef,
});

export const publicationPayloads: Payloads<PublicationEvent> = {
  PublicStatementWritten: object({ texts: list(publicText), record: list(digest) }),
  PublicPartWithheld: object({ part, ground: oneOf(...withholdingGrounds) }),
  PublicPartReleased: object({ part }),
  DecisionPublished: object({
    decision: integer,
    gate: oneOf(...gates),
    outcome: oneOf("approve", "approve-with-conditions", "return", "reject"),
    decidedOn: day,
    conditions: integer,
    verdict: nullable(oneOf("pass", "fail", "not-enough-evidence")),
  }),
};
