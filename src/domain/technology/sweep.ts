import { accepted } from "../words/decision.ts";
import type { Decision } from "../words/decision.ts";
import { assessGate } from "../gates/assess.ts";
import { after } from "./state-after.ts";
import { judgedVotes, votesLapsed } from "./gate/ballot.ts";
import { isBefore } from "../words/days.ts";
import type { Facts } from "./state/facts.ts";
import { openGate } from "./state/open-gate.ts";
import { reassessGuards } from "./rollout/guards.ts";
import { isExpired } from "./state/in-force.ts";
import { takeDueLooks } from "./pilot/looks.ts";
import { overdueConditions } from "./state/overdue.ts";
import { pinnedPolicy } from "./state/policy-of.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "./state/technology.ts";

/**
 * What time alone has changed, put on record: looks due, expiry, lapsed waivers, holds, lapsed votes. Each step sees
 * what the ones before it found, so a second sweep at the same time finds nothing. It never resumes and never approves.
 */
export const sweep = (t: Technology, _: Sweep, f: Facts): Decision<TechnologyEvent> => accepted(...sweepEvents(t, f));

export const sweepEvents = (t: Technology, f: Facts): readonly TechnologyEvent[] =>
  isEnded(t)
    ? []
    : steps.reduce<readonly TechnologyEvent[]>((events, step) => [...events, ...step(after(t, events, f), f)], []);

type Sweep = Extract<TechnologyCommand, { type: "Sweep" }>;
type Step = (t: Technology, f: Facts) => readonly TechnologyEvent[];

const isEnded = ({ stage }: Technology): boolean => ["withdrawn", "rejected", "stopped", "retired"].includes(stage);

const expireEvidence: Step = (t, f) =>
  t.evidence
    .filter((piece) => piece.state === "in-force" && isExpired(piece, f.today))
    .map(({ evidence }) => ({ type: "EvidenceExpired", schema: 1, payload: { evidence } }));

/** Those asked for lapse with their date too: nobody grants them any more. */
const lapseWaivers: Step = (t, f) =>
  t.waivers
    .filter(({ state, until }) => (state === "granted" || state === "asked") && isBefore(until, f.today))
    .map(({ waiver }) => ({ type: "WaiverLapsed", schema: 1, payload: { waiver } }));

const holdOverdue: Step = (t, f) => {
  if (t.stage !== "rolling-out") return [];
  const causes = t.rollout?.hold?.causes ?? [];
  return overdueConditions(t, f.today)
    .filter(
      ({ condition, dueOn }) =>
        !causes.some((one) => one.kind === "condition-overdue" && one.condition === condition && one.dueOn === dueOn),
    )
    .map(({ condition, dueOn }) => ({
      type: "RolloutHeld",
      schema: 1,
      payload: { cause: { kind: "condition-overdue", condition, dueOn }, text: null },
    }));
};

const lapseVotes: Step = (t, f) => {
  const gate = openGate(t);
  if (gate === null || (t.ballots[gate]?.votes ?? []).length === 0) return [];
  return votesLapsed(gate, judgedVotes(gate, t, assessGate(gate, t, pinnedPolicy(t, f), f), f));
};

const steps: readonly Step[] = [takeDueLooks, expireEvidence, lapseWaivers, reassessGuards, holdOverdue, lapseVotes];
