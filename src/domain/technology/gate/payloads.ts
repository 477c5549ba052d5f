import { roles } from "../../people/roles.ts";
import { gates } from "../../policy/policy.ts";
import { verdictShape } from "../../scoring/verdict-shape.ts";
import {
  day,
  digest,
  instant,
  integer,
  json,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  record,
  text,
  textRef,
  truth,
} from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import { tiers } from "../../words/tier.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { ConditionResult, Sentence } from "../state/condition-result.ts";
import type { DatedCondition, DecisionRecord } from "../state/decision.ts";
import { evidenceRefShape } from "../state/evidence-shapes.ts";
import type { GateEvent } from "../state/gate.ts";
import { thingKinds } from "../state/thing.ts";
import type { Thing } from "../state/thing.ts";

const gate = oneOf(...gates);
const outcomes = ["approve", "approve-with-conditions", "return", "reject"] as const;
const option = oneOf(...outcomes, "abstain");

const things: Shape<readonly Thing[]> = list(
  object({ kind: oneOf(...thingKinds), id: text, of: optional(number), at: optional(number) }),
);

const dated: Shape<readonly DatedCondition[]> = list(
  object({ condition: text, text: textRef, dueOn: day, owner: text, names: optional(things) }),
);

const sentence: Shape<Sentence> = object({ code: text, params: record(json) });

const condition: Shape<ConditionResult> = object({
  key: text,
  status: oneOf("met", "unmet", "unknown", "waived"),
  reason: sentence,
  names: optional(things),
  beneath: optional(object({ reason: sentence, covers: things })),
  remedy: nullable(sentence),
  owner: oneOf(...roles),
  due: nullable(day),
  waivable: truth,
  deferrable: truth,
});

const decisionRecord: Shape<DecisionRecord> = object({
  policyVersion: integer,
  position: integer,
  decidedAt: instant,
  today: day,
  ground: digest,
  conditions: list(condition),
  verdict: nullable(verdictShape),
  evidence: list(evidenceRefShape),
  votes: list(object({ person: text, option, reason: textRef, onBehalfOf: optional(text) })),
  dissents: list(textRef),
  quorum: integer,
  eligible: integer,
  methods: record(text),
});

export const gatePayloads: Payloads<GateEvent> = {
  WaiverRequested: object({
    waiver: text,
    gate,
    condition: text,
    reason: textRef,
    control: textRef,
    until: day,
    names: optional(things),
  }),
  WaiverSupported: object({ waiver: text, by: text, names: optional(things) }),
  WaiverGranted: object({ waiver: text, by: list(text), names: optional(things) }),
  WaiverRefused: object({ waiver: text, by: text, reason: textRef }),
  WaiverLapsed: object({ waiver: text }),
  ConditionsDrafted: object({ gate, conditions: dated }),
  VoteCast: object({
    gate,
    option,
    reason: textRef,
    ground: digest,
    onBehalfOf: nullable(text),
    lessons: nullable(textRef),
  }),
  VotesLapsed: object({
    gate,
    voters: list(text),
    why: oneOf("ground-changed", "conditions-edited", "no-longer-eligible", "no-longer-deputy"),
  }),
  GateDecided: object({
    gate,
    outcome: oneOf(...outcomes),
    conditions: dated,
    lessons: nullable(textRef),
    record: decisionRecord,
  }),
  ConditionFulfilled: object({
    condition: text,
    text: textRef,
    evidence: list(text),
    decision: optional(integer),
  }),
  DriftConfirmed: object({ decision: integer, drift: list(digest), text: textRef }),
  ReopeningSupported: object({ decision: integer, gate, drift: digest, text: textRef, complete: truth }),
  TierLowered: object({ from: oneOf(...tiers), to: oneOf(...tiers) }),
  DecisionConfirmed: object({ decision: integer, tier: oneOf(...tiers), text: textRef, complete: truth }),
};
