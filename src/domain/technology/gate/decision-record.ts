import type { ConditionResult } from "../state/condition-result.ts";
import { lastLook } from "../../gates/dossier-of.ts";
import type { Gate, Policy } from "../../policy/policy.ts";
import { eligibleApprovers, quorumOf } from "./eligible.ts";
import type { DecisionRecord } from "../state/decision.ts";
import type { EvidenceRef } from "../state/evidence.ts";
import type { Look } from "../state/pilot.ts";
import type { Vote } from "../state/gate.ts";
import type { Facts } from "../state/facts.ts";
import { groundFor } from "./ground.ts";
import { isInForce, ofPilot } from "../state/in-force.ts";
import type { Technology } from "../state/technology.ts";
import type { Day } from "../../words/text.ts";

/** Raised whenever a condition or the ground is worked out differently: a replay then names the method as the cause. */
const gateMethods = { conditions: "2.0", ground: "2.0" } as const;
/** By which a waiver covered its condition whatever was found later, and grounds named nothing. */
const gateMethodsThen = { conditions: "1.0", ground: "1.0" } as const;

/** True where a decision was taken by the methods of before: it is recomputed by them. */
export const isOfThen = ({ methods }: DecisionRecord): boolean =>
  methods["conditions"] === gateMethodsThen.conditions && methods["ground"] === gateMethodsThen.ground;

export interface Closing {
  readonly gate: Gate;
  readonly policy: Policy;
  readonly conditions: readonly ConditionResult[];
  /** Those that stand, the one that closes the gate included. */
  readonly votes: readonly Vote[];
}

/** What the decision looked at: enough to recompute it from ledger and vault. */
export function recordDecision(t: Technology, closing: Closing, f: Facts): DecisionRecord {
  const { gate, policy, conditions, votes } = closing;
  const look = gate === "rollout" ? lastLook(t) : null;
  return {
    policyVersion: policy.version,
    position: t.position,
    decidedAt: f.now,
    today: f.today,
    ground: groundFor("approve-with-conditions", gate, t, conditions),
    conditions,
    verdict: look?.verdict ?? null,
    evidence: evidenceOf(t, gate, f.today),
    votes: votesOf(votes),
    dissents: t.dissents.map(({ text }) => text),
    quorum: quorumOf(gate, t, policy),
    eligible: eligibleApprovers(t, f).length,
    methods: methodsOf(look),
  };
}

export const votesOf = (votes: readonly Vote[]): DecisionRecord["votes"] =>
  votes.map(({ person, option, reason, onBehalfOf }) => ({
    person,
    option,
    reason,
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
  }));

/** At the rollout gate what the look rests on, elsewhere what is in force. */
export const evidenceOf = (t: Technology, gate: Gate, today: Day): readonly EvidenceRef[] =>
  gate === "rollout"
    ? (lastLook(t)?.evidence ?? [])
    : ofPilot(t)
        .filter((piece) => isInForce(piece, today))
        .map(({ evidence, digest }) => ({ evidence, digest }));

export const methodsOf = (look: Look | null, then = false): DecisionRecord["methods"] => ({
  ...(then ? gateMethodsThen : gateMethods),
  ...(look === null ? {} : { verdict: look.verdict.methodVersion }),
});
