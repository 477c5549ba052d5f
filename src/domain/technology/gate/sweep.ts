import { assessGate } from "../../gates/assess.ts";
import { isBefore } from "../../words/days.ts";
import type { Step } from "../manifest/chapter.ts";
import { openGate } from "../state/open-gate.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { judgedVotes, votesLapsed } from "./ballot.ts";

/** Those asked for lapse with their date too: nobody grants them any more. */
export const lapseWaivers: Step = (t, f) =>
  t.waivers
    .filter(({ state, until }) => (state === "granted" || state === "asked") && isBefore(until, f.today))
    .map(({ waiver }) => ({ type: "WaiverLapsed", schema: 1, payload: { waiver } }));

export const lapseVotes: Step = (t, f) => {
  const gate = openGate(t);
  if (gate === null || (t.ballots[gate]?.votes ?? []).length === 0) return [];
  return votesLapsed(gate, judgedVotes(gate, t, assessGate(gate, t, pinnedPolicy(t, f), f), f));
};
