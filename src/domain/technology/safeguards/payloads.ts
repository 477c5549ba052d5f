import {
  anyObject,
  day,
  digest,
  list,
  nullable,
  object,
  oneOf,
  optional,
  record,
  text,
  textRef,
} from "../../words/shape.ts";
import type { Guard, Shape } from "../../words/shape.ts";
import type { JsonObject } from "../../words/json.ts";
import { tiers } from "../../words/tier.ts";
import type { Payloads } from "../manifest/fact.ts";
import { reviewOutcomes } from "../state/safeguards.ts";
import type { SafeguardAnswers, SafeguardsEvent } from "../state/safeguards.ts";

const isScalar = (value: unknown): boolean =>
  (typeof value === "string" && value.isWellFormed()) || Number.isFinite(value);

const fault = { path: "", code: "not-known", of: "", message: "is not an answer" } as const;

const answer: Guard = {
  fault: (value) => {
    if (isScalar(value)) return null;
    if (!Array.isArray(value)) return fault;
    return value.every((entry) => typeof entry === "string" || isRow(entry)) ? null : fault;
  },
};

function isRow(entry: unknown): boolean {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return false;
  return Object.values(entry).every(
    (cell: unknown) =>
      isScalar(cell) || (Array.isArray(cell) && cell.every((ticked: unknown) => typeof ticked === "string")),
  );
}

const answers = record(answer) as unknown as Shape<SafeguardAnswers>;
const which = { kind: text, item: text };

export const safeguardsPayloads: Payloads<SafeguardsEvent> = {
  SafeguardStated: object({ ...which, answers, cleared: list(text) }),
  SafeguardSubmitted: object({ ...which, of: digest }),
  SafeguardReviewed: object({
    ...which,
    outcome: oneOf(...reviewOutcomes),
    of: digest,
    text: nullable(textRef),
    until: nullable(day),
    ground: anyObject as Shape<JsonObject>,
    fixes: object({ tier: optional(oneOf(...tiers)) }),
  }),
  SafeguardReopened: object({ ...which, text: textRef }),
  SafeguardDropped: object({ ...which, text: textRef }),
};
