import { plannedFairnessShape, plannedIndicatorShape } from "../../measures/planned-shapes.ts";
import { verdictShape } from "../../scoring/verdict-shape.ts";
import { day, integer, list, nullable, number, object, record, text, textRef, truth } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { evidenceRefShape } from "../state/evidence-shapes.ts";
import type { PilotEvent, PilotPlan } from "../state/pilot.ts";

const plan: Shape<PilotPlan> = object({
  sites: textRef,
  siteCount: integer,
  startsOn: day,
  days: integer,
  services: list(text),
  latencyMs: number,
  restoreSeconds: nullable(number),
  looks: list(day),
  indicators: record(plannedIndicatorShape),
  fairness: nullable(plannedFairnessShape),
  assisted: list(text),
  assistedWhy: nullable(textRef),
  exit: textRef,
  rollback: textRef,
});

export const pilotPayloads: Payloads<PilotEvent> = {
  PilotPlanLocked: object({ number: integer, policyVersion: integer, plan }),
  PilotPlanAmended: object({ plan, changed: list(text), reason: textRef, afterData: truth }),
  PilotOpened: object({ on: day }),
  LookTaken: object({
    plan: integer,
    look: integer,
    of: integer,
    verdict: verdictShape,
    evidence: list(evidenceRefShape),
  }),
  PilotStopped: object({ reason: textRef, lessons: textRef }),
};
