import { integer, list, object, oneOf, text, textRef } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { coverages } from "../state/needs.ts";
import type { NeedsEvent } from "../state/needs.ts";

export const needsPayloads: Payloads<NeedsEvent> = {
  NeedsStated: object({ needs: list(object({ need: text, text: textRef })) }),
  NeedJudged: object({
    need: text,
    plan: integer,
    coverage: oneOf(...coverages),
    evidence: list(text),
    text: textRef,
  }),
};
