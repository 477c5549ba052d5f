import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { forTier } from "../../../src/domain/policy/for-tier.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { barredReasons } from "../../../src/domain/people/barred.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import { countedIn, judgedVotes } from "../../../src/domain/technology/gate/ballot.ts";
import { officeOf } from "../../../src/domain/technology/gate/office.ts";
import type { WorkItem } from "../../../src/domain/technology/manifest/work.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { gateAhead } from "../../../src/domain/technology/state/gate-ahead.ts";
import type { Technology, TechnologyCommandType } from "../../../src/domain/technology/state/technology.ts";
import { workItems } from "../../../src/domain/technology/work.ts";
import type { WorkKind } from "../../../src/domain/technology/work.ts";
import { decisionsOf, driftedAmong } from "../../../src/projections/decisions/drift.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import { by, day, happened, noon, stateAfter, submitted, text } from "../../support/technology.ts";
import { panel } from "./committee-stories.ts";
import type { PersonFacts } from "../../../src/domain/people/facts.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import { make } from "./model/commands.ts";
import { dice } from "./model/dice.ts";
import { lived } from "./model/lives.ts";
import { anyMove, anywhere, gateMove, nearRollout, world } from "./model/world.ts";
import type { Move, Start } from "./model/world.ts";
import { asked, bare, controlled, withRisk } from "./risk-stories.ts";
import { sheet } from "./scores.ts";

/** By which command an item is done, and what of the command the item itself says. */
interface Doing {
  readonly by: readonly TechnologyCommandType[];
  readonly as?: (item: WorkItem) => object;
  /** What may have to come first, by somebody else or by time: the page says it, and the item stays. */
  readonly first?: readonly string[];
}

const named =
  (field: string, part = 0) =>
  ({ subject = "" }: WorkItem): object => ({ [field]: subject.split(/[/@]/)[part] });

/** Its page says so, with who has it and where it is done. */
const beforeWave = ["TrainingNotAccepted", "DrillMissing", "ClocksOverdue", "ConditionOverdue"];

const draftOf = (kind: string, item: WorkItem): object => ({
  ...named("item")(item),
  kind,
  answers: {},
  submit: false,
});

/** Its kind, and the statement it is about where one is begun. */
function wholeOf({ subject = "" }: WorkItem): object {
  const [kind = "", item] = subject.split("/");
  return { kind, item: item ?? null, answers: {}, submit: false };
}

const gated = ({ gate }: WorkItem): object => ({ gate });

/** Those that are no entry of the technology's own: another stream, the application's, or the page itself. */
const elsewhere: Doing = { by: [] };

/** A new kind of item says here by which command it is done. */
const doing: { readonly [K in WorkKind]: Doing } = {
  assign: { by: ["AssignEvaluators"], first: ["TooFewEvaluators"] },
  declare: { by: ["DeclareInterest"] },
  score: { by: ["SubmitScores"], first: ["EvidenceNotInForce"] },
  moderate: { by: ["ModerateScore"], as: named("item") },
  vote: { by: ["CastVote"], as: (item) => ({ ...gated(item), onBehalfOf: null }), first: ["QuorumImpossible"] },
  waiver: { by: ["GrantWaiver", "RefuseWaiver"], as: named("waiver") },
  condition: { by: ["FulfilCondition"], as: named("condition") },
  drifted: { by: ["ConfirmDrift", "ReopenGate"] },
  "invite-committee": { by: ["InviteCommittee"] },
  "give-opinion": { by: ["GiveOpinion", "DeclareCommitteeInterest"] },
  "answer-committee": { by: ["AnswerCommitteeCondition"], as: named("condition") },
  "plan-pilot": { by: ["LockPilotPlan"] },
  "open-pilot": { by: ["OpenPilot"], first: ["PilotNotDue"] },
  evidence: { by: ["AttachEvidence"], first: ["EvidenceInFuture"] },
  "state-needs": { by: ["StateNeeds"] },
  "judge-needs": { by: ["JudgeNeed"] },
  "plan-costs": { by: ["LockCostPlan"] },
  "report-costs": { by: ["ReportCosts"] },
  incident: { by: ["CloseIncident", "HandleIncident", "ReviewIncident"], as: named("incident") },
  clock: { by: ["DeliverIncidentDuty", "HandleIncident", "ReviewIncident"], as: named("incident") },
  measure: {
    by: ["FinishIncidentMeasure"],
    as: (item) => ({ ...named("incident")(item), ...named("measure", 1)(item) }),
  },
  "answer-question": { by: ["AnswerQuestion"], as: named("question") },
  "settle-question": { by: ["SettleQuestion"], as: named("question") },
  "ask-risk": { by: ["AskRiskAcceptance"], as: named("item") },
  "accept-risk": { by: ["AcceptRisk", "RefuseRiskAcceptance"] },
  // Whoever owns a treatment does it; where they may not write about the technology, whoever proposed it enters it.
  "treat-risk": {
    by: ["StateSafeguard"],
    as: (item) => draftOf("risk", item),
    first: ["RoleMissing", "DeciderMayNotAuthor", "EvaluatorMayNotAuthor"],
  },
  "state-safeguard": { by: ["StateSafeguard"], as: wholeOf },
  "review-safeguard": { by: ["ReviewSafeguard"], as: named("item", 1) },
  "move-standard": { by: ["StateSafeguard"], as: (item) => draftOf("conformance", item) },
  held: { by: ["ResumeRollout", "RollBack"] },
  "plan-rollout": { by: ["PlanRollout"] },
  wave: { by: ["OpenWave"], as: ({ subject }) => ({ wave: Number(subject) }), first: beforeWave },
  "close-collection": { by: ["CloseCollection"], as: named("collection") },
  "minute-hearing": { by: ["MinuteHearing"], as: named("consultation") },
  "answer-points": { by: ["MakePoint", "AnswerPoint"], as: named("consultation"), first: ["PollNotCounted"] },
  "answer-consultation": { by: ["AnswerConsultation"], as: named("consultation") },
  "place-contributions": elsewhere,
  "answer-feedback": elsewhere,
  "call-back": elsewhere,
};

/** Terms of incidents as the house has them; what gates ask is of before, so that lives go far, or all that the house asks. */
const clocked: Policy = {
  ...earlyPolicy,
  safeguards: { ...earlyPolicy.safeguards, clocks: defaultPolicy.safeguards.clocks },
};

/** As a page reckons what waits: with the policy of now, and what stands of the gate ahead. */
function waiting(t: Technology, f: Facts, policy: Policy): readonly WorkItem<WorkKind>[] {
  const own = forTier(policy, t.tier);
  const gate = gateAhead(t);
  const assessed = gate === null ? [] : assessGate(gate, t, own, f);
  return workItems(t, {
    policy: own,
    today: f.today,
    dayOf: (at) => at.slice(0, 10),
    conditions: assessed.map(({ status }) => status),
    drifted: driftedAmong(decisionsOf("t1", t, own, f.today)),
    voted:
      gate === null
        ? []
        : countedIn(judgedVotes(gate, t, assessed, f)).flatMap((vote) => [vote.person, officeOf(vote)]),
  });
}

/** Whose list it stands in now: as the read model has it, with members who hold a seat and no office. */
function offeredTo(item: WorkItem<WorkKind>, f: Facts): readonly PersonFacts[] {
  if (item.from !== undefined && item.from > f.now) return [];
  const able = f.people.filter(({ id, roles }) => barredReasons(f, id).length === 0 && !holdsBoth(roles));
  if (item.person !== undefined) return able.filter(({ id }) => id === item.person);
  return able.filter(
    ({ id, roles }) => item.role !== undefined && roles.includes(item.role) && !(item.excluded ?? []).includes(id),
  );
}

/** An administrator's other roles count for nothing; the page of people gives them none. */
const holdsBoth = (roles: readonly Role[]): boolean => roles.length > 1 && roles.includes("administrator");

/** Why nothing that they might send does it; empty where something does, or lacks only what has to come first. */
function refusals(item: WorkItem<WorkKind>, t: Technology, f: Facts): readonly string[] {
  const { by, as: bound = () => ({}), first = [] } = doing[item.kind];
  const refused = new Set<string>();
  for (let seed = 1; by.length > 0 && seed <= 60; seed += 1)
    for (const type of by) {
      const drawn = make(type, { t, f, d: dice(seed), sheets: [sheet("eva"), sheet("emil")] });
      const decision = decide(t, { ...drawn, ...bound(item) }, f);
      const lacks = decision.kind === "accepted" ? [] : decision.reasons.map(({ code }) => code);
      if (lacks.every((code) => first.includes(code))) return [];
      lacks.forEach((code) => refused.add(code));
    }
  return [...refused];
}

const waiver = {
  waiver: "w1",
  gate: "rollout",
  condition: "rater-agreement",
  reason: text("r"),
  control: text("c"),
  until: day(70),
} as const;
const incident = {
  incident: "i1",
  severity: 2,
  occurredAt: noon(40),
  learnedAt: noon(40),
  timeZone: "UTC",
  dueOn: day(45),
  text: text("i"),
} as const;

const treated = { ...controlled, treatment: "reduce", treatBy: day(40), treated: "no", owner: "pete" };

const starts = fc.oneof(
  { weight: 12, arbitrary: anywhere },
  { weight: 12, arbitrary: nearRollout },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Start>(
      { story: withRisk(bare), today: 21 },
      { story: asked(withRisk(bare)), today: 21 },
    ),
  },
  { weight: 2, arbitrary: fc.constant<Start>({ story: withRisk(treated), today: 33 }) },
  {
    weight: 2,
    arbitrary: fc.constant<Start>({
      story: panel(["gail", "for"], ["hugo", "silent"], ["ines", "conflict"]),
      today: 35,
    }),
  },
);

describe("in any life", { timeout: 240_000 }, () => {
  const moves = fc.array(fc.oneof(anyMove, gateMove), { minLength: 10, maxLength: 40 });
  const policies = fc.constantFrom(clocked, defaultPolicy);
  const cameUp = new Set<string>();

  const play = (people: readonly PersonFacts[], start: Start, sequence: readonly Move[], policy: Policy): void => {
    for (const { state, facts } of lived(people, start, sequence, policy))
      for (const item of waiting(state, facts, policy))
        for (const { id, roles } of offeredTo(item, facts)) {
          cameUp.add(item.kind);
          const why = refusals(item, state, { ...facts, actor: { id, roles } });
          expect(why, `${item.kind} ${item.subject ?? ""} of ${id}, ${state.stage}`).toEqual([]);
        }
  };
  const lives = (numRuns: number): void => fc.assert(fc.property(world, starts, moves, policies, play), { numRuns });

  it("whatever somebody finds in their work, they can do", () => {
    lives(120);
  });

  it("is tried with enough of what can wait", () => {
    const missing = (): readonly WorkKind[] => often.filter((kind) => !cameUp.has(kind));
    // A rare kind may be missed by some lives, and not by many more.
    for (let more = 0; more < 20 && missing().length > 0; more += 1) lives(40);
    expect(missing()).toEqual([]);
  });
});

describe("once a technology has ended", () => {
  const story = [
    ...submitted(),
    happened("WaiverRequested", waiver, "pia", 40),
    happened("QuestionAsked", { question: "q1", about: null, to: "proposers", text: text("why") }, "ada", 40),
    happened("IncidentRecorded", incident, "pia", 40),
  ];
  const kinds = (over: Partial<Technology>): readonly string[] => {
    const facts = by("pia", 41, { policy: clocked, policies: { 1: clocked } });
    const found = waiting({ ...stateAfter(...story), ...over }, facts, clocked).map(({ kind }) => kind);
    return [...new Set(found)].toSorted();
  };

  it("only what is still owed to others waits: its incidents, their terms and measures", () => {
    expect(kinds({})).toEqual(expect.arrayContaining(["answer-question", "clock", "incident", "waiver"]));
    expect(kinds({ stage: "rejected" })).toEqual(["clock", "incident"]);
  });
});

/** Those that every run of so many lives meets. */
const often: readonly WorkKind[] = [
  ...(["vote", "waiver", "condition", "clock", "incident", "held", "assign", "moderate", "score", "declare"] as const),
  ...(["state-safeguard", "give-opinion", "evidence", "answer-question"] as const),
];
