import { gatePayloads } from "./payloads.ts";
import { gateCounts } from "./counts.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { rolesOf, keptFromDeciding } from "../state/people.ts";
import { openGate } from "../state/open-gate.ts";
import type { GateCommand, GateEvent } from "../state/gate.ts";
import { alive, inService } from "../state/stage.ts";
import { applies } from "./apply.ts";
import { castVote } from "./cast-vote.ts";
import { conditionDues, dues, swept } from "./dates.ts";
import { confirmDecision, toConfirmers } from "./confirm.ts";
import { draftConditions } from "./drafting.ts";
import { confirmDrift, reopenGate, toSettlers } from "./settle.ts";
import { fulfilCondition } from "./fulfilment.ts";
import { toVoters, toWaivers } from "./offered.ts";
import { recuseApprover } from "./recusal.ts";
import { lapseVotes, lapseWaivers } from "./sweep.ts";
import { grantWaiver, refuseWaiver, requestWaiver } from "./waivers.ts";
import { askedAgain, driftWarnings, overdueWarnings, undecided, waiverDebt } from "./warnings.ts";
import { drifted, toFulfil, voting } from "./work.ts";

export const gate = {
  acts: {
    RequestWaiver: {
      roles: ["planner", "evaluator"],
      stages: alive,
      offered: (t, f) => openGate(t) !== null && keptFromDeciding(t, f.actor.id, f).length > 0,
      decide: requestWaiver,
    },
    GrantWaiver: { roles: ["approver"], stages: alive, deciding: true, offered: toWaivers, decide: grantWaiver },
    RefuseWaiver: { roles: ["approver"], stages: alive, deciding: true, offered: toWaivers, decide: refuseWaiver },
    RecuseApprover: {
      roles: ["approver"],
      stages: alive,
      deciding: true,
      offered: (t, f) =>
        (t.stage !== "adopted" || openGate(t) !== null) &&
        rolesOf(f, f.actor.id).includes("approver") &&
        !t.recused.includes(f.actor.id),
      decide: recuseApprover,
    },
    DraftConditions: {
      roles: ["approver"],
      stages: alive,
      deciding: true,
      rewriting: true,
      offered: toVoters,
      decide: draftConditions,
    },
    CastVote: { roles: ["approver"], stages: alive, deciding: true, offered: toVoters, decide: castVote },
    FulfilCondition: {
      roles: ["planner", "evaluator", "approver", "administrator"],
      // It stays owed where a gate sends the technology back to its proposal.
      stages: alive,
      deciding: true,
      program: "fulfil",
      offered: (t) => t.conditions.some(({ fulfilledAt }) => fulfilledAt === null),
      decide: fulfilCondition,
    },
    ConfirmDecision: {
      roles: ["approver"],
      stages: inService,
      deciding: true,
      offered: toConfirmers,
      decide: confirmDecision,
    },
    ConfirmDrift: {
      roles: ["approver"],
      stages: inService,
      deciding: true,
      offered: toSettlers,
      decide: confirmDrift,
    },
    ReopenGate: { roles: ["approver"], stages: inService, deciding: true, offered: toSettlers, decide: reopenGate },
  },
  facts: {
    WaiverRequested: {
      schema: 1,
      payload: gatePayloads.WaiverRequested,
      enteredBy: ["RequestWaiver"],
      apply: applies.WaiverRequested,
    },
    WaiverSupported: {
      schema: 1,
      payload: gatePayloads.WaiverSupported,
      enteredBy: ["GrantWaiver"],
      apply: applies.WaiverSupported,
    },
    WaiverGranted: {
      schema: 1,
      payload: gatePayloads.WaiverGranted,
      enteredBy: ["GrantWaiver"],
      apply: applies.WaiverGranted,
    },
    WaiverRefused: {
      schema: 1,
      payload: gatePayloads.WaiverRefused,
      enteredBy: ["RefuseWaiver"],
      apply: applies.WaiverRefused,
    },
    WaiverLapsed: { schema: 1, payload: gatePayloads.WaiverLapsed, enteredBy: ["Sweep"], apply: applies.WaiverLapsed },
    ConditionsDrafted: {
      schema: 1,
      payload: gatePayloads.ConditionsDrafted,
      enteredBy: ["DraftConditions"],
      apply: applies.ConditionsDrafted,
    },
    VoteCast: { schema: 1, payload: gatePayloads.VoteCast, enteredBy: ["CastVote"], apply: applies.VoteCast },
    VotesLapsed: {
      schema: 1,
      payload: gatePayloads.VotesLapsed,
      enteredBy: ["Sweep", "CastVote", "DraftConditions", "ReviseProposal", "AmendPilotPlan", "RollBack", "ReopenGate"],
      apply: applies.VotesLapsed,
    },
    GateDecided: { schema: 1, payload: gatePayloads.GateDecided, enteredBy: ["CastVote"], apply: applies.GateDecided },
    ConditionFulfilled: {
      schema: 1,
      payload: gatePayloads.ConditionFulfilled,
      enteredBy: ["FulfilCondition"],
      apply: applies.ConditionFulfilled,
    },
    DecisionConfirmed: {
      schema: 1,
      payload: gatePayloads.DecisionConfirmed,
      enteredBy: ["ConfirmDecision"],
      apply: applies.DecisionConfirmed,
    },
    DriftConfirmed: {
      schema: 1,
      payload: gatePayloads.DriftConfirmed,
      enteredBy: ["ConfirmDrift"],
      naming: ({ text }) => [text],
      apply: applies.DriftConfirmed,
    },
    ReopeningSupported: {
      schema: 1,
      payload: gatePayloads.ReopeningSupported,
      enteredBy: ["ReopenGate"],
      naming: ({ text }) => [text],
      apply: applies.ReopeningSupported,
    },
    TierLowered: {
      schema: 1,
      payload: gatePayloads.TierLowered,
      enteredBy: ["ReviewSafeguard"],
      apply: applies.TierLowered,
    },
  },
  texts: {
    forEverybody: (t) => [
      ...[...t.settlements, ...t.reopenings].map(({ text }) => text),
      ...t.decisions.flatMap(({ record, conditions, lessons }) => [
        ...record.votes.map(({ reason }) => reason),
        ...record.dissents,
        ...conditions.map(({ text }) => text),
        lessons,
      ]),
    ],
    ofPerson: (t, person) =>
      t.waivers.filter(({ askedBy }) => askedBy === person).flatMap(({ reason, control }) => [reason, control]),
  },
  sweep: [
    { at: 30, step: lapseWaivers },
    { at: 60, step: lapseVotes },
  ],
  work: [
    { at: 10, items: voting },
    { at: 40, items: toFulfil },
    { at: 60, items: drifted },
  ],
  warnings: [
    { at: 10, items: askedAgain },
    { at: 12, items: undecided },
    { at: 20, items: overdueWarnings },
    { at: 30, items: driftWarnings },
    { at: 80, items: waiverDebt },
  ],
  dates: {
    ahead: [
      { at: 20, days: dues },
      { at: 40, days: conditionDues },
    ],
    swept,
  },
  counts: gateCounts,
  conditions: ["approval-conditions-fulfilled", "lower-tier-confirmed"],
} satisfies Chapter<GateCommand, GateEvent>;
