import { riskKey } from "../../safeguards/risk-register.ts";
import type { Offered } from "../manifest/act.ts";
import { safeguardsOf } from "../state/safeguards.ts";
import type { Technology } from "../state/technology.ts";

export const hasRisk = (t: Technology): boolean =>
  safeguardsOf(t, riskKey).some(({ answers }) => answers["seen"] === "risk");

/** To the approver who was asked. */
export const isWaiting: Offered = (t, f) =>
  t.riskAcceptances.some(
    ({ approver, accepted, refused }) => approver === f.actor.id && accepted === null && refused === null,
  );

export const isGiven = ({ riskAcceptances }: Technology): boolean =>
  riskAcceptances.some(({ accepted, ended }) => accepted !== null && ended === null);
