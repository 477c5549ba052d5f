import { riskSteps } from "../../policy/safeguards/risk.ts";
import { day, digest, nullable, object, oneOf, text, textRef } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { RisksEvent } from "../state/risks.ts";

const which = { acceptance: text, item: text };
const step = oneOf(...riskSteps);

export const risksPayloads: Payloads<RisksEvent> = {
  RiskAcceptanceAsked: object({ ...which, of: digest, level: step, approver: text, until: day, text: textRef }),
  RiskAccepted: object({ ...which, of: digest, level: step, until: day, text: nullable(textRef) }),
  RiskAcceptanceRefused: object({ ...which, text: textRef }),
  RiskAcceptanceEnded: object({ ...which, text: textRef }),
};
