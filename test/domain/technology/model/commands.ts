import { digestOfDrift, driftOf } from "../../../../src/domain/technology/gate/drift.ts";
import { standingDecisions, toConfirm } from "../../../../src/domain/technology/state/lower-tier.ts";
import { personalTriggers } from "../../../../src/domain/safeguard-kinds/personal-impact.ts";
import { assessGate } from "../../../../src/domain/gates/assess.ts";
import { risksOf } from "../../../../src/domain/safeguards/risk-register.ts";
import type { ConditionResult } from "../../../../src/domain/technology/state/condition-result.ts";
import { gates } from "../../../../src/domain/policy/policy.ts";
import type { Gate } from "../../../../src/domain/policy/policy.ts";
import {
  publicLanguages,
  withholdingGrounds,
  writtenParts,
} from "../../../../src/domain/technology/state/publication.ts";
import type { ConsultationKind } from "../../../../src/domain/technology/state/consultations.ts";
import type { DatedCondition, VoteOption } from "../../../../src/domain/technology/state/decision.ts";
import type { ScoreSheet } from "../../../../src/domain/technology/state/evaluation.ts";
import { estimateRules } from "../../../../src/domain/costs/earned-value.ts";
import { addDays } from "../../../../src/domain/words/days.ts";
import type { Facts } from "../../../../src/domain/technology/state/facts.ts";
import {
  conditionsOf as conditionsSet,
  opinions,
  panelNow,
} from "../../../../src/domain/technology/state/committee.ts";
import { shownToExperts } from "../../../../src/domain/technology/state/opinion-ground.ts";
import { workParts } from "../../../../src/domain/technology/state/costs.ts";
import type { TypedPackage } from "../../../../src/domain/technology/state/costs.ts";
import { openGate } from "../../../../src/domain/technology/state/open-gate.ts";
import { groundOf } from "../../../../src/domain/technology/gate/ground.ts";
import { optionReasons } from "../../../../src/domain/technology/gate/options.ts";
import { mayEvaluate } from "../../../../src/domain/technology/state/people.ts";
import { assertedStages } from "../../../../src/domain/technology/state/imports.ts";
import { sides } from "../../../../src/domain/technology/state/questions.ts";
import { rubricItems } from "../../../../src/domain/measures/rubric-items.ts";
import { pinnedPolicy } from "../../../../src/domain/technology/state/policy-of.ts";
import type {
  Technology,
  TechnologyCommand,
  TechnologyCommandType,
} from "../../../../src/domain/technology/state/technology.ts";
import { digestOfFinding, findingNow } from "../../../../src/domain/technology/gate/waiver-finding.ts";
import { aPlan, aProposal, digest, noText, noon, someEvidence, start, text } from "../../../support/technology.ts";
import { collectionCounts, collectionTerms } from "../collection-stories.ts";
import { adopted, consultationTerms, hearingTerms, notAdopted, pollTerms } from "../consultation-stories.ts";
import type { Dice } from "./dice.ts";

/** What a person might send: mostly sensible, sometimes not. `sheets` are those the evaluators keep sealed. */
export interface Situation {
  readonly t: Technology | null;
  readonly f: Facts;
  readonly d: Dice;
  readonly sheets: readonly ScoreSheet[];
}

/** A decision that the technology stands on, with what became of its ground. */
function drifted({ t, f, d }: Situation): { readonly decision: number; readonly shown: string } {
  const decided = d.pick(t === null ? [] : standingDecisions(t));
  if (t === null || decided === undefined || d.chance(0.05)) return { decision: 3, shown: digest("stale") };
  return { decision: decided.position, shown: digestOfDrift(driftOf(decided, t, pinnedPolicy(t, f), f.today)) };
}

type Makers = { readonly [T in TechnologyCommandType]: (s: Situation) => Extract<TechnologyCommand, { type: T }> };

export const make = (type: TechnologyCommandType, s: Situation): TechnologyCommand => makers[type](s);

/** Now and then somebody leaves a required text blank. */
const words = ({ d }: Situation, word: string) => (d.chance(0.03) ? noText : text(word));
const anyone = ({ f, d }: Situation): string => d.pick(f.people)?.id ?? "nobody";
const someEvaluator = (s: Situation): string =>
  s.d.pick(s.f.people.filter(({ id }) => s.t !== null && mayEvaluate(s.t, id, s.f).length === 0))?.id ?? anyone(s);
const piece = ({ t, d }: Situation): string => d.pick(t?.evidence ?? [])?.evidence ?? "e1";
const incident = ({ t, d }: Situation): string => d.pick(t?.incidents ?? [])?.incident ?? "i1";
const question = ({ t, d }: Situation): string => d.pick(t?.questions ?? [])?.question ?? "q1";
const consultation = ({ t, d }: Situation): string => d.pick(t?.consultations ?? [])?.consultation ?? "k1";
const point = ({ t, d }: Situation): string =>
  d.pick(t?.consultations.flatMap(({ points }) => points) ?? [])?.point ?? "p1";
const collection = ({ t, d }: Situation): string => d.pick(t?.collections ?? [])?.collection ?? "c1";
const waiver = ({ t, d }: Situation): string =>
  (d.pick(t?.waivers.filter(({ state }) => state === "asked") ?? []) ?? d.pick(t?.waivers ?? []))?.waiver ?? "w1";
const gateNow = ({ t, d }: Situation): Gate =>
  (d.chance(0.95) && t !== null ? openGate(t) : null) ?? d.pick(gates) ?? "admission";

const hasSubmitted = ({ t }: Situation, person: string): boolean =>
  t?.evaluation?.evaluators.some((one) => one.person === person && one.state === "submitted") ?? false;

const planFrom = ({ f, d }: Situation) =>
  aPlan({
    startsOn: addDays(f.today, d.int(3)),
    days: 27 + d.int(4),
    looks: [addDays(f.today, 5 + d.int(40)), addDays(f.today, 60 + d.int(300))].slice(0, 1 + d.int(2)),
    latencyMs: 700 + d.int(3),
  });

const evidenceFrom = ({ t, f, d }: Situation) => {
  const openedOn = t?.plan?.openedOn ?? start;
  const kinds = ["load", "document"] as const;
  const from = `${addDays(openedOn, d.int(4))}T14:00:00Z`;
  const kind = d.pick(kinds) ?? "load";
  const base = someEvidence(`${kind} ${d.int(40)}`, { from, to: d.chance(0.9) ? from : f.now });
  return kind === "load" ? base : { ...base, kind, statistics: { kind }, withinMs: null };
};

const sheetFrom = ({ t, f, d }: Situation): ScoreSheet => {
  const items = t === null || t.plan === null ? [] : rubricItems(t.plan.plan, pinnedPolicy(t, f));
  return {
    evaluator: f.actor.id,
    items: items.map(({ key }) => ({
      item: key,
      score: d.chance(0.1) ? null : 2 + d.int(4),
      evidence: [piece({ t, f, d, sheets: [] })],
      comment: text(`secret ${f.actor.id} ${key} ${d.int(9)}`),
    })),
  };
};

const conditionsOf = ({ t, f }: Situation, gate: Gate): readonly ConditionResult[] =>
  t === null ? [] : assessGate(gate, t, pinnedPolicy(t, f), f);

const openConditions = (s: Situation, gate: Gate): readonly ConditionResult[] =>
  conditionsOf(s, gate).filter(({ status }) => status !== "met");

const datedFrom = (s: Situation): readonly DatedCondition[] => {
  const keys = openConditions(s, gateNow(s)).filter(({ deferrable }) => deferrable || s.d.chance(0.05));
  const chosen = s.d.chance(0.8) ? keys : keys.filter(() => s.d.chance(0.6));
  return [...chosen.map(({ key }) => key), ...(s.d.chance(0.5) ? ["extra-1"] : [])].map((condition) => ({
    condition,
    text: text(`do ${condition} ${s.d.int(3)}`),
    dueOn: addDays(s.f.today, (s.d.chance(0.95) ? 1 : -1) + s.d.int(20)),
    owner: anyone(s),
  }));
};

/** What the plan in force has, now and then one package less, and new work beside it. */
const packagesFrom = ({ t, f, d }: Situation): readonly TypedPackage[] => [
  ...(t?.costPlans.at(-1)?.plan.packages ?? []).filter(() => d.chance(0.8)).slice(0, 4),
  {
    package: null,
    name: text(`work ${d.int(9)}`),
    part: d.pick(workParts) ?? "pilot",
    startsOn: addDays(f.today, -d.int(20)),
    endsOn: addDays(f.today, d.int(60) - (d.chance(0.05) ? 90 : 0)),
    budget: d.int(9) * 1000,
  },
];

const options: readonly VoteOption[] = [
  "approve",
  "approve",
  "approve",
  "approve-with-conditions",
  "approve-with-conditions",
  "approve-with-conditions",
  "approve-with-conditions",
  "abstain",
  "return",
  "reject",
];

/** Mostly an option the form offers, mostly approval where it does. */
const optionFrom = (s: Situation, gate: Gate): VoteOption => {
  const draft = s.t?.ballots[gate]?.draft ?? [];
  const choice = { gate, conditions: conditionsOf(s, gate), draft, today: s.f.today };
  const offered = s.d.chance(0.9) ? options.filter((option) => optionReasons(option, choice).length === 0) : options;
  if (draft.length > 0 && offered.includes("approve-with-conditions") && s.d.chance(0.4))
    return "approve-with-conditions";
  const hopeful = s.d.chance(0.8) ? offered.filter((option) => option.startsWith("approve")) : offered;
  return s.d.pick(hopeful) ?? s.d.pick(["abstain", "approve", "approve"] as const) ?? "approve";
};

const voteFrom = (s: Situation): Extract<TechnologyCommand, { type: "CastVote" }> => {
  const { t, f, d } = s;
  const gate = gateNow(s);
  const offices = f.people.find(({ id }) => id === f.actor.id)?.deputyFor ?? [];
  const shown = t === null || d.chance(0.03) ? digest("stale") : groundOf(gate, t, pinnedPolicy(t, f), f);
  return {
    type: "CastVote",
    gate,
    option: optionFrom(s, gate),
    reason: words(s, "reason"),
    ground: shown,
    onBehalfOf: d.chance(0.5) ? (d.pick(offices) ?? null) : null,
    lessons: text("learnt"),
  };
};

const waverable = (s: Situation): string => {
  const conditions = openConditions(s, gateNow(s));
  return s.d.pick(conditions.filter(({ waivable }) => waivable || s.d.chance(0.1)))?.key ?? "none";
};

const safeguard = (s: Situation): string => s.d.pick(s.t?.safeguards ?? [])?.item ?? "g1";

const riskOnRecord = ({ t, f, d }: Situation) =>
  t === null ? undefined : d.pick(risksOf(t, pinnedPolicy(t, f), f.today));

const consultationFrom = ({ f, d }: Situation, kind: ConsultationKind) => {
  const closesOn = addDays(f.today, 1 + d.int(40));
  const terms = { written: consultationTerms, hearing: hearingTerms, poll: pollTerms }[kind];
  return terms({
    opensOn: addDays(f.today, d.chance(0.9) ? 0 : -1),
    closesOn,
    respondBy: addDays(closesOn, 1 + d.int(90)),
    channels: d.chance(0.8) ? ["page", "letter"] : ["page"],
    shorter: d.chance(0.9) ? text("it is urgent") : null,
  });
};

const makers: Makers = {
  Propose: (s) => ({
    type: "Propose",
    slug: "queue-forecast",
    predecessor: null,
    proposal: aProposal({ sponsor: anyone(s), tier: s.d.pick(["I", "II"] as const) ?? "I" }),
  }),
  ReviseProposal: (s) => ({
    type: "ReviseProposal",
    proposal: aProposal({
      name: `Name ${s.d.int(9)}`,
      sponsor: s.d.chance(0.8) ? (s.t?.proposal.sponsor ?? "sven") : anyone(s),
      tier: "I",
    }),
  }),
  WithdrawProposal: (s) => ({ type: "WithdrawProposal", reason: words(s, "withdraw") }),
  LockPilotPlan: (s) => ({ type: "LockPilotPlan", plan: planFrom(s) }),
  AmendPilotPlan: (s) => ({
    type: "AmendPilotPlan",
    plan:
      s.t === null || s.t.plan === null
        ? planFrom(s)
        : { ...s.t.plan.plan, latencyMs: 700 + s.d.int(5), days: 27 + s.d.int(5) },
    reason: words(s, "amend"),
  }),
  OpenPilot: () => ({ type: "OpenPilot" }),
  AttachEvidence: evidenceFrom,
  WithdrawEvidence: (s) => ({ type: "WithdrawEvidence", evidence: piece(s), reason: words(s, "wrong") }),
  RecordIncident: (s) => ({
    type: "RecordIncident",
    severity: s.d.pick([1, 2, 3, 4] as const) ?? 4,
    occurredAt: s.d.chance(0.95) ? s.f.now : "2999-01-01T00:00:00Z",
    learnedAt: s.f.now,
    timeZone: "UTC",
    text: words(s, "incident"),
  }),
  RateIncident: (s) => ({
    type: "RateIncident",
    incident: incident(s),
    severity: s.d.pick([1, 2, 3, 4] as const) ?? 4,
    text: words(s, "rated"),
  }),
  DeliverIncidentDuty: (s) => ({
    type: "DeliverIncidentDuty",
    incident: incident(s),
    duty: s.d.pick(["first-report", "onward-report", "notice", "summary"]) ?? "notice",
    deliveredAt: s.f.now,
    complete: s.d.chance(0.5),
    evidence: s.d.chance(0.2) ? piece(s) : null,
    text: words(s, "report"),
  }),
  VoidIncidentDelivery: (s) => ({
    type: "VoidIncidentDelivery",
    incident: incident(s),
    delivery: s.d.pick(["d1", "d1", "d2", "d3"]) ?? "d1",
    text: words(s, "by mistake"),
  }),
  HandleIncident: (s) => ({
    type: "HandleIncident",
    incident: incident(s),
    handledAt: s.f.now,
    evidence: null,
    text: words(s, "handled"),
  }),
  ReviewIncident: (s) => ({
    type: "ReviewIncident",
    incident: incident(s),
    cause: words(s, "cause"),
    lessons: words(s, "lessons"),
    measures: [{ text: words(s, "measure"), owner: anyone(s), dueOn: addDays(s.f.today, 10) }],
  }),
  FinishIncidentMeasure: (s) => ({
    type: "FinishIncidentMeasure",
    incident: incident(s),
    measure: "m1",
    text: words(s, "done"),
  }),
  CloseIncident: (s) => ({ type: "CloseIncident", incident: incident(s), text: words(s, "closed") }),
  StateNeeds: (s) => ({ type: "StateNeeds", needs: [{ text: words(s, "need") }, { text: words(s, "another") }] }),
  LockCostPlan: (s) => ({ type: "LockCostPlan", estimate: "typical", packages: packagesFrom(s) }),
  AmendCostPlan: (s) => ({
    type: "AmendCostPlan",
    estimate: s.d.pick(estimateRules) ?? "both",
    packages: packagesFrom(s),
    reason: words(s, "dearer"),
  }),
  ReportCosts: (s) => ({
    type: "ReportCosts",
    asOf: addDays(s.f.today, -s.d.int(4)),
    lines: (s.t?.costPlans.at(-1)?.plan.packages ?? []).map((one) => ({
      package: one.package,
      done: s.d.int(5) / 4,
      spent: s.d.int(5) * 1000,
    })),
    text: s.d.chance(0.5) ? text("reported") : null,
  }),
  RecordImport: (s) => ({
    type: "RecordImport",
    imported: {
      import: "i1",
      plan: digest("plan"),
      row: 2 + s.d.int(9),
      stage: s.d.pick([null, ...assertedStages]) ?? null,
      label: s.d.chance(0.5) ? text("in production") : null,
    },
  }),
  SetFeedbackForm: (s) => ({
    type: "SetFeedbackForm",
    open: s.d.chance(0.7),
    places: s.d.chance(0.5) ? ["Town hall", `Library ${s.d.int(3)}`] : [],
    groups: s.d.chance(0.1) ? ["older", "older"] : ["older"],
  }),
  NoteFeedback: () => ({ type: "NoteFeedback" }),
  OpenConsultation: (s) => ({
    type: "OpenConsultation",
    ...consultationFrom(s, s.d.pick(["written", "written", "hearing", "poll"] as const) ?? "written"),
  }),
  AmendConsultation: (s) => {
    const { kind: _, poll: __, ...terms } = consultationFrom(s, s.t?.consultations.at(-1)?.kind ?? "written");
    return { type: "AmendConsultation", consultation: consultation(s), reason: words(s, "more time"), ...terms };
  },
  WithdrawConsultation: (s) => ({
    type: "WithdrawConsultation",
    consultation: consultation(s),
    reason: words(s, "no longer needed"),
  }),
  IssuePollCodes: (s) => ({ type: "IssuePollCodes", consultation: consultation(s), count: s.d.int(30) }),
  CountPoll: (s) => ({
    type: "CountPoll",
    consultation: consultation(s),
    counts: [s.d.int(9), s.d.int(9)],
    leftOut: s.d.int(2),
    digest: digest("answers"),
  }),
  MinuteHearing: (s) => ({
    type: "MinuteHearing",
    consultation: consultation(s),
    heldOn: s.f.today,
    groups: [{ group: "traders", people: 1 + s.d.int(9), serving: s.d.chance(0.1), names: null }],
    minutes: words(s, "minutes"),
    document: s.d.chance(0.1) ? piece(s) : null,
  }),
  MakePoint: (s) => ({
    type: "MakePoint",
    consultation: consultation(s),
    text: words(s, "open earlier"),
    origin: s.d.pick(["contributions", "contributions", "minutes", "poll"] as const) ?? "contributions",
  }),
  RewordPoint: (s) => ({
    type: "RewordPoint",
    consultation: consultation(s),
    point: point(s),
    text: words(s, `other ${s.d.int(9)}`),
  }),
  JoinPoints: (s) => ({ type: "JoinPoints", consultation: consultation(s), point: point(s), into: point(s) }),
  AnswerPoint: (s) => ({
    type: "AnswerPoint",
    consultation: consultation(s),
    point: point(s),
    ...(s.d.chance(0.5) ? adopted : notAdopted),
    reason: words(s, `because ${s.d.int(9)}`),
  }),
  AnswerConsultation: (s) => ({
    type: "AnswerConsultation",
    consultation: consultation(s),
    heard: words(s, "heard"),
    did: words(s, "did"),
  }),
  CountContributions: () => ({ type: "CountContributions" }),
  AskQuestion: (s) => ({
    type: "AskQuestion",
    about: s.d.pick([null, gateNow(s)]) ?? null,
    to: s.d.pick(sides) ?? "proposers",
    text: words(s, "question"),
  }),
  AnswerQuestion: (s) => ({ type: "AnswerQuestion", question: question(s), text: words(s, "answer") }),
  SettleQuestion: (s) => ({ type: "SettleQuestion", question: question(s), text: words(s, "settled") }),
  OpenCollection: (s) => ({
    type: "OpenCollection",
    ...collectionTerms({
      opensOn: addDays(s.f.today, s.d.int(3) - (s.d.chance(0.05) ? 2 : 0)),
      closesOn: addDays(s.f.today, s.d.int(20)),
      questionnaire: s.d.pick(["sus", "sus", "seq", "tasks"] as const) ?? "sus",
      groups: s.d.chance(0.1) ? ["nobody knows them"] : [],
      introduction: s.d.chance(0.3) ? words(s, "who asks") || null : null,
      ...(s.d.chance(0.3) && { way: "link", most: s.d.int(50) }),
      tasks: s.d.chance(0.5) ? [{ task: words(s, "renew a permit") }] : [],
    }),
  }),
  IssueCodes: (s) => ({
    type: "IssueCodes",
    collection: collection(s),
    count: s.d.int(30),
    group: null,
    place: s.d.chance(0.1) ? 9 : null,
  }),
  CloseCollection: (s) => ({
    type: "CloseCollection",
    collection: collection(s),
    reason: s.d.chance(0.9) ? words(s, "enough") || null : null,
    counts: collectionCounts({ finished: s.d.int(2), incomplete: s.d.int(2) }),
    evidence: s.d.chance(0.1) ? [piece(s)] : [],
  }),
  StateSafeguard: (s) => ({
    type: "StateSafeguard",
    kind: "personal-impact",
    item: s.d.chance(0.7) ? (s.d.pick(s.t?.safeguards ?? [])?.item ?? null) : null,
    answers: {
      ...Object.fromEntries(personalTriggers.map((trigger) => [trigger, s.d.chance(0.2) ? "yes" : "no"])),
      needed: s.d.chance(0.5) ? "yes" : "no",
      purpose: words(s, "purpose"),
      effects: words(s, "effects"),
      measures: words(s, "measures"),
      madeOn: addDays(s.f.today, -s.d.int(40)),
    },
    submit: s.d.chance(0.7),
  }),
  ReviewSafeguard: (s) => {
    const handed = (s.t?.safeguards ?? []).filter(({ submitted }) => submitted !== null);
    const found = s.d.pick(handed);
    return {
      type: "ReviewSafeguard",
      item: found?.item ?? "g1",
      of: s.d.chance(0.95) ? (found?.digest ?? digest("none")) : digest("stale"),
      outcome: s.d.chance(0.8) ? "accepted" : "returned",
      text: words(s, "reviewed"),
    };
  },
  ReopenSafeguard: (s) => ({ type: "ReopenSafeguard", item: safeguard(s), text: words(s, "reopened") }),
  DropSafeguard: (s) => ({ type: "DropSafeguard", item: safeguard(s), text: words(s, "dropped") }),
  AskRiskAcceptance: (s) => {
    const risk = riskOnRecord(s);
    return {
      type: "AskRiskAcceptance",
      item: risk?.item ?? "g1",
      of: s.d.chance(0.95) ? (risk?.digest ?? digest("none")) : digest("stale"),
      approver: s.d.chance(0.8) ? (s.d.pick(["ada", "axel", "anna"]) ?? "ada") : anyone(s),
      until: addDays(s.f.today, s.d.int(200)),
      text: words(s, "carry it"),
    };
  },
  AcceptRisk: (s) => {
    const asked = s.d.pick(s.t?.riskAcceptances ?? []);
    return {
      type: "AcceptRisk",
      acceptance: asked?.acceptance ?? "r1",
      of: s.d.chance(0.95) ? (asked?.asked.of ?? digest("none")) : digest("stale"),
      until: s.d.chance(0.7) ? (asked?.asked.until ?? s.f.today) : addDays(s.f.today, s.d.int(60)),
      text: s.d.chance(0.5) ? words(s, "accepted") || null : null,
    };
  },
  RefuseRiskAcceptance: (s) => ({
    type: "RefuseRiskAcceptance",
    acceptance: s.d.pick(s.t?.riskAcceptances ?? [])?.acceptance ?? "r1",
    text: words(s, "not carried"),
  }),
  EndRiskAcceptance: (s) => ({
    type: "EndRiskAcceptance",
    acceptance: s.d.pick(s.t?.riskAcceptances ?? [])?.acceptance ?? "r1",
    text: words(s, "ended"),
  }),
  OfferEvidence: (s) => ({
    type: "OfferEvidence",
    evidence: piece(s),
    to: s.d.pick(["all", ["transport"], []] as const) ?? "all",
  }),
  BorrowEvidence: (s) => ({
    type: "BorrowEvidence",
    technology: s.d.pick(Object.keys(s.f.lending?.origins ?? {})) ?? "other",
    evidence: piece(s),
  }),
  PutBorrowedAway: (s) => ({
    type: "PutBorrowedAway",
    borrowed: s.d.pick(s.t?.borrowed ?? [])?.borrowed ?? "b1",
    reason: words(s, "put away"),
  }),
  WritePublicStatement: (s) => ({
    type: "WritePublicStatement",
    statement: {
      texts: [
        { part: s.d.pick(writtenParts) ?? "purpose", language: s.d.pick(publicLanguages) ?? "en", text: text("told") },
      ],
      record: s.d.chance(0.5) ? (s.t?.safeguards ?? []).slice(0, 1).map(({ digest: of }) => of) : [],
    },
  }),
  WithholdPublicPart: (s) => ({
    type: "WithholdPublicPart",
    part: s.d.pick(["everything", "purpose", "algorithm"] as const) ?? "everything",
    ground: s.d.pick(withholdingGrounds) ?? "security",
  }),
  ReleasePublicPart: (s) => ({
    type: "ReleasePublicPart",
    part: s.d.pick(s.t?.withheldParts ?? [])?.part ?? "everything",
  }),
  PublishDecisions: () => ({ type: "PublishDecisions" }),
  NoteBorrowed: () => ({ type: "NoteBorrowed" }),
  JudgeNeed: (s) => ({
    type: "JudgeNeed",
    need: s.d.pick(s.t?.needs ?? [])?.need ?? "n1",
    coverage: s.d.pick(["met", "partly", "not-met"] as const) ?? "met",
    evidence: [piece(s)],
    text: words(s, "judged"),
  }),
  StopPilot: (s) => ({ type: "StopPilot", reason: words(s, "stop"), lessons: words(s, "lessons") }),
  AssignEvaluators: (s) => ({
    type: "AssignEvaluators",
    evaluators: [...new Set([1, 2, 3].map(() => (s.d.chance(0.9) ? someEvaluator(s) : anyone(s))))],
  }),
  // Sealing makes nothing of a blank text.
  DeclareInterest: (s) => ({ type: "DeclareInterest", conflict: s.d.chance(0.1), text: words(s, "interest") || null }),
  SubmitScores: (s) => ({ type: "SubmitScores", sheet: words(s, `sheet ${s.f.actor.id}`), items: sheetFrom(s).items }),
  ReleaseEvaluator: (s) => ({
    type: "ReleaseEvaluator",
    evaluator: s.d.pick(s.t?.evaluation?.evaluators ?? [])?.person ?? anyone(s),
    reason: words(s, "absent"),
  }),
  RevealScores: (s) => ({
    type: "RevealScores",
    sheets: s.sheets.filter(({ evaluator }) => hasSubmitted(s, evaluator)),
  }),
  ModerateScore: (s) => ({
    type: "ModerateScore",
    item: s.d.pick(s.t?.evaluation?.revealed?.moderate ?? []) ?? "learning",
    score: 1 + s.d.int(5),
    text: words(s, "talked"),
  }),
  RecordDissent: (s) => ({ type: "RecordDissent", text: words(s, "dissent") }),
  InviteCommittee: (s) => ({
    type: "InviteCommittee",
    members: s.d.chance(0.8) ? ["gail", "hugo", "ines"] : s.d.chance(0.5) ? [anyone(s)] : [],
    deadline: addDays(s.f.today, s.d.int(30)),
    question: s.d.chance(0.5) ? text("question") : null,
  }),
  DeclareCommitteeInterest: (s) => ({
    type: "DeclareCommitteeInterest",
    conflict: s.d.chance(0.1),
    text: words(s, "interest") || null,
  }),
  GiveOpinion: (s) => {
    const opinion = s.d.pick(opinions) ?? "for";
    const conditions = opinion === "for-with-conditions" ? [{ text: words(s, `do ${s.d.int(4)}`) }] : [];
    const shown = s.t === null || s.d.chance(0.03) ? digest("stale") : shownToExperts(s.t);
    return { type: "GiveOpinion", opinion, reasons: words(s, "reasons"), conditions, shown };
  },
  AnswerCommitteeCondition: (s) => {
    const panel = s.t === null ? null : panelNow(s.t);
    return {
      type: "AnswerCommitteeCondition",
      condition: s.d.pick(panel === null ? [] : conditionsSet(panel))?.condition ?? "k1",
      answer: words(s, "answer"),
      evidence: s.d.chance(0.3) ? [piece(s)] : [],
      done: s.d.chance(0.7),
    };
  },
  RequestWaiver: (s) => ({
    type: "RequestWaiver",
    gate: gateNow(s),
    condition: waverable(s),
    reason: words(s, "waive"),
    control: words(s, "instead"),
    until: addDays(s.f.today, s.d.int(60)),
  }),
  GrantWaiver: (s) => {
    const id = waiver(s);
    const found = s.t?.waivers.find((one) => one.waiver === id);
    const stale = s.t === null || found === undefined || s.d.chance(0.03);
    return {
      type: "GrantWaiver",
      waiver: id,
      shown: stale ? digest("stale") : digestOfFinding(findingNow(s.t, found, s.f)),
    };
  },
  RefuseWaiver: (s) => ({ type: "RefuseWaiver", waiver: waiver(s), reason: words(s, "no") }),
  RecuseApprover: (s) => ({ type: "RecuseApprover", text: words(s, "cousin") }),
  DraftConditions: (s) => ({ type: "DraftConditions", gate: gateNow(s), conditions: datedFrom(s) }),
  CastVote: voteFrom,
  ConfirmDecision: (s) => ({
    type: "ConfirmDecision",
    decision: s.d.pick(s.t === null ? [] : toConfirm(s.t))?.position ?? 3,
    text: words(s, "confirmed"),
  }),
  ConfirmDrift: (s) => ({ type: "ConfirmDrift", ...drifted(s), text: words(s, "it stands all the same") }),
  ReopenGate: (s) => ({ type: "ReopenGate", ...drifted(s), text: words(s, "ask again") }),
  FulfilCondition: (s) => ({
    type: "FulfilCondition",
    condition: s.d.pick(s.t?.conditions ?? [])?.condition ?? "extra-1",
    text: words(s, "done"),
    evidence: [],
  }),
  PlanRollout: (s) => ({
    type: "PlanRollout",
    waves: [1, 2].map((n) => ({ name: text(`wave ${n}`), reach: 10 * n, startsOn: addDays(s.f.today, n) })),
    guards: [{ indicator: s.d.chance(0.95) ? "sus" : "learning", limit: 60, minimumSample: 5 }],
  }),
  RecordDrill: (s) => ({ type: "RecordDrill", on: s.f.today, minutes: 30 + s.d.int(60), text: words(s, "drill") }),
  OpenWave: (s) => ({ type: "OpenWave", wave: 1 + s.d.int(3) }),
  HoldRollout: (s) => ({ type: "HoldRollout", text: words(s, "hold") }),
  ResumeRollout: (s) => ({ type: "ResumeRollout", text: words(s, "resume") }),
  CompleteWave: (s) => ({ type: "CompleteWave", wave: 1 + s.d.int(2) }),
  RollBack: (s) => ({ type: "RollBack", text: words(s, "back") }),
  Retire: (s) => ({ type: "Retire", reason: words(s, "retire") }),
  RecordLessons: (s) => ({ type: "RecordLessons", text: words(s, "lessons") }),
  CorrectEntry: (s) => {
    const entry = s.d.pick(s.t?.entries ?? []);
    return {
      type: "CorrectEntry",
      corrects: entry?.position ?? 1,
      correctedType: entry?.type ?? "",
      changes: s.d.chance(0.5) ? {} : { severity: s.d.pick([1, 2, 3, 4] as const) ?? 4 },
      text: words(s, "wrong"),
    };
  },
  EraseText: (s) => ({ type: "EraseText", digest: s.d.pick(s.t?.digests ?? []) ?? "", ground: words(s, "court") }),
  EraseFile: (s) => {
    const found = s.d.pick(s.t?.evidence ?? []);
    return {
      type: "EraseFile",
      digest: found?.files[0]?.digest ?? "",
      evidence: found?.evidence ?? "e1",
      ground: words(s, "court"),
    };
  },
  WithholdEntry: (s) => {
    const entry = s.d.pick(s.t?.entries ?? []);
    const { position = 1, type = "", by = "" } = entry ?? {};
    const remains = {
      hash: "0".repeat(64),
      version: 1,
      type,
      schema: 1,
      time: noon(0),
      actor: by,
      role: "",
      command: "",
      effects: null,
    };
    return { type: "WithholdEntry", entry: position, remains, ground: words(s, "court") };
  },
  NoteStandard: () => ({ type: "NoteStandard" }),
  Sweep: () => ({ type: "Sweep" }),
};

/** As the application keeps it: what an evaluator sealed, until all are opened together. */
export const sheetOf = (command: TechnologyCommand, actor: string): ScoreSheet | null =>
  command.type === "SubmitScores" ? { evaluator: actor, items: command.items } : null;
