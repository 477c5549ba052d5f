import { expect } from "vitest";
import { sha256 } from "../../src/domain/words/digest.ts";
import { earlyPolicy } from "./early-policy.ts";
import type { Role } from "../../src/domain/people/roles.ts";
import type { Decision } from "../../src/domain/words/decision.ts";
import type { Gate, Policy } from "../../src/domain/policy/policy.ts";
import type { DecisionRecord, GateDecision } from "../../src/domain/technology/state/decision.ts";
import type { EvidencePiece } from "../../src/domain/technology/state/evidence.ts";
import type { PilotPlan } from "../../src/domain/technology/state/pilot.ts";
import type { Proposal } from "../../src/domain/technology/state/proposal.ts";
import { addDays } from "../../src/domain/words/days.ts";
import type { Facts } from "../../src/domain/technology/state/facts.ts";
import type { PersonFacts } from "../../src/domain/people/facts.ts";
import type {
  Technology,
  TechnologyCommand,
  PayloadOf,
  TechnologyEvent,
  TechnologyEventType,
} from "../../src/domain/technology/state/technology.ts";
import { decide } from "../../src/domain/technology/decide.ts";
import { fold } from "../../src/domain/technology/evolve.ts";
import type { PastEvent } from "../../src/domain/technology/state/envelope.ts";
import type { Day, Instant, TextRef } from "../../src/domain/words/text.ts";
import type { Verdict } from "../../src/domain/scoring/verdict-types.ts";

/**
 * The people of every domain test: pia and pete plan, eva, emil and edda evaluate, ada, abel, anna and axel decide,
 * sven sponsors, otto audits, adam administers, dora is nobody yet.
 */
export const people: readonly PersonFacts[] = [
  person("pia", "planner"),
  person("pete", "planner"),
  person("eva", "evaluator"),
  person("emil", "evaluator"),
  person("edda", "evaluator"),
  person("enno", "evaluator"),
  person("ada", "approver"),
  person("abel", "approver"),
  person("anna", "approver"),
  person("axel", "approver"),
  person("sven"),
  person("otto", "auditor"),
  person("adam", "administrator"),
  person("dora"),
];

export function person(id: string, ...roles: readonly Role[]): PersonFacts {
  return { id, roles, department: "health", deputyFor: [], barredUntil: null };
}

/** The day everything starts on; events of a story happen on it unless they say otherwise. */
export const start: Day = "2026-03-02";
export const day = (n: number): Day => addDays(start, n);
export const noon = (n: number): Instant => `${day(n)}T12:00:00.000Z`;

/** Facts as the actor meets them on day `n` of the story. */
export const by = (actor: string, n = 0, more: Partial<Facts> = {}): Facts => {
  const everyone = more.people ?? people;
  const roles = everyone.find((one) => one.id === actor)?.roles ?? [];
  return {
    now: noon(n),
    today: day(n),
    actor: { id: actor, roles },
    policy: earlyPolicy,
    policies: { [earlyPolicy.version]: earlyPolicy },
    people: everyone,
    seats: [],
    departments: ["health", "transport"],
    ...more,
  };
};

/** A digest that stands for a text, the same for the same word. */
export const text = (word: string): TextRef => digest(word) as TextRef;
export const noText = "" as TextRef;
export const digest = (word: string): string => sha256(word);

export const aProposal = (over: Partial<Proposal> = {}): Proposal => ({
  name: "Queue forecast",
  summary: text("summary"),
  need: text("need"),
  needOf: text("need of"),
  department: "health",
  sponsor: "sven",
  demand: { users: 4000, requestsPerSecond: 40, recordsPerHour: 9000 },
  cost: { pilot: 20_000, annual: 60_000, currency: "EUR" },
  tier: "II",
  tierStated: true,
  standards: ["gb-t-39477"],
  dataClass: "general",
  personalInformation: "none",
  risks: null,
  similarSeen: [],
  ...over,
});

/** Locked on day 2, runs from day 3 to day 31, looked at on days 20 and 40. */
export const aPlan = (over: Partial<PilotPlan> = {}): PilotPlan => ({
  sites: text("sites"),
  siteCount: 3,
  startsOn: day(3),
  days: 28,
  services: ["portal"],
  latencyMs: 800,
  restoreSeconds: 3600,
  looks: [day(20), day(40)],
  indicators: {},
  fairness: null,
  assisted: [],
  assistedWhy: null,
  exit: text("exit"),
  rollback: text("rollback"),
  ...over,
});

export const aPolicy = (over: Partial<Policy> = {}): Policy => ({ ...earlyPolicy, ...over });

type AttachEvidence = Extract<TechnologyCommand, { type: "AttachEvidence" }>;

/** A load test of day 5. */
export const someEvidence = (word = "load", over: Partial<AttachEvidence> = {}): AttachEvidence => ({
  type: "AttachEvidence",
  digest: digest(`piece ${word}`),
  files: [{ digest: digest(`file ${word}`), bytes: 1000 }],
  role: "pilot",
  kind: "load",
  format: "JMeter CSV",
  readerVersion: "1",
  timeZone: "UTC",
  mappingText: null,
  groupWords: [],
  withinMs: 800,
  from: `${day(5)}T08:00:00Z`,
  to: `${day(5)}T10:00:00Z`,
  statistics: {
    kind: "load",
    rows: 1000,
    rejected: 0,
    requests: 1000,
    failures: 0,
    durationSeconds: 7200,
    throughputPerSecond: 0.139,
    failed: null,
    within: null,
    steps: null,
  },
  rows: 1000,
  rejectedRows: 0,
  warnings: [],
  countedIn: [],
  title: text("title"),
  ...over,
});

export const aPiece = (n = 1, over: Partial<EvidencePiece> = {}): EvidencePiece => {
  const { type, ...measured } = someEvidence(`load ${n}`);
  expect(type).toBe("AttachEvidence");
  return { ...measured, mapping: null, evidence: `e${n}`, expiresOn: day(185), plan: 1, wave: null, ...over };
};

export const aVerdict = (outcome: Verdict["outcome"] = "pass"): Verdict => ({
  outcome,
  reasons: [],
  methodVersion: "1",
  confidence: 0.95,
  looks: 2,
  lookConfidence: 0.975,
  floors: 8,
  passMark: 70,
  draws: 10_000,
  reachesPassMark: { lower: { independent: 1, correlated: 1 }, upper: { independent: 1, correlated: 1 } },
  score: { mean: 85, p05: 80, p50: 85, p95: 90, histogram: { from: 0, to: 100, shares: [1] } },
  criteria: [],
  indicators: [],
  coverage: { measured: 10, applicable: 10 },
  freshness: {},
});

export const aRecord = (over: Partial<DecisionRecord> = {}): DecisionRecord => ({
  policyVersion: 1,
  position: 1,
  decidedAt: noon(0),
  today: day(0),
  ground: digest("ground"),
  conditions: [],
  verdict: null,
  evidence: [],
  votes: [],
  dissents: [],
  quorum: 1,
  eligible: 4,
  methods: {},
  ...over,
});

export interface Happened {
  readonly event: TechnologyEvent;
  readonly actor: string;
  readonly time: Instant;
  /** The role that its actor used; left out: the actor's own. */
  readonly role?: Role | "system";
}

/** One event of a story: what, by whom, on which day, in which role. */
export const happened = <T extends TechnologyEventType>(
  type: T,
  payload: PayloadOf<T>,
  actor = "pia",
  n = 0,
  role = ownRole(actor),
): Happened => ({
  event: { type, schema: newestSchema(type), payload } as TechnologyEvent,
  actor,
  time: noon(n),
  role,
});

const ownRole = (actor: string): Role | "system" =>
  actor === "system" ? "system" : (people.find(({ id }) => id === actor)?.roles[0] ?? "planner");

const newestSchema = (type: TechnologyEventType): number => later[type] ?? 1;
const later: { readonly [T in TechnologyEventType]?: number } = {
  IncidentRecorded: 2,
  RolloutHeld: 2,
  PilotPlanLocked: 4,
  PilotPlanAmended: 4,
  EvidenceAttached: 2,
};

export const numbered = (story: readonly Happened[]): readonly PastEvent[] =>
  story.map(({ event, actor, time, role = ownRole(actor) }, i) => ({
    ...event,
    actor,
    role,
    time,
    position: 10 * (i + 1),
    version: i + 1,
  }));

export const stateAfter = (...story: readonly Happened[]): Technology => {
  const state = fold(numbered(story));
  if (state === null) throw new Error("A story needs events");
  return state;
};

export const decided = (
  gate: Gate,
  outcome: GateDecision["outcome"],
  n: number,
  record: Partial<DecisionRecord> = {},
) => happened("GateDecided", { gate, outcome, conditions: [], lessons: null, record: aRecord(record) }, "ada", n);

/** Stories that later ones go on from; each returns the events so far. */
export const proposed = (over: Partial<Proposal> = {}): readonly Happened[] => [
  happened("TechnologyProposed", { slug: "queue-forecast", proposal: aProposal(over), predecessor: null }),
];
export const admitted = (over: Partial<Proposal> = {}): readonly Happened[] => [
  ...proposed(over),
  decided("admission", "approve", 1),
];
export const planLocked = (over: Partial<PilotPlan> = {}): readonly Happened[] => [
  ...admitted(),
  happened("PilotPlanLocked", { number: 1, policyVersion: 1, plan: aPlan(over) }, "pia", 2),
];
export const piloting = (over: Partial<PilotPlan> = {}): readonly Happened[] => [
  ...planLocked(over),
  happened("PilotOpened", { on: day(3) }, "pia", 3),
];
export const withEvidence = (over: Partial<PilotPlan> = {}): readonly Happened[] => [
  ...piloting(over),
  happened("EvidenceAttached", aPiece(1), "pia", 6),
];
export const evaluating = (over: Partial<PilotPlan> = {}): readonly Happened[] => [
  ...withEvidence(over),
  decided("completion", "approve", 32),
];
export const assigned = (...evaluators: readonly string[]): readonly Happened[] => [
  ...evaluating(),
  happened(
    "EvaluatorsAssigned",
    { round: 1, evaluators: evaluators.length > 0 ? evaluators : ["eva", "emil"], dueOn: day(47) },
    "ada",
    33,
  ),
];
export const declared = (): readonly Happened[] => [
  ...assigned(),
  happened("InterestDeclared", { person: "eva", conflict: false, text: null }, "eva", 34),
  happened("InterestDeclared", { person: "emil", conflict: false, text: null }, "emil", 34),
];
export const submitted = (): readonly Happened[] => [
  ...declared(),
  happened("ScoresSubmitted", { evaluator: "eva", sheet: text("sheet eva") }, "eva", 35),
  happened("ScoresSubmitted", { evaluator: "emil", sheet: text("sheet emil") }, "emil", 35),
];
export const rollingOut = (): readonly Happened[] => [
  ...evaluating(),
  happened("LookTaken", { plan: 1, look: 1, of: 2, verdict: aVerdict(), evidence: [] }, "system", 40),
  decided("rollout", "approve", 41),
];

/** given(story).when(command, by(actor)).then(events) — or .thenRefused(codes). */
export const given = (...story: readonly Happened[]) => ({
  when: (command: TechnologyCommand, facts: Facts) => outcome(decide(fold(numbered(story)), command, facts)),
});

const outcome = (decision: Decision<TechnologyEvent>) => ({
  decision,
  then: (...events: readonly { readonly type: TechnologyEventType; readonly payload: unknown }[]) =>
    expect(decision).toEqual({
      kind: "accepted",
      events: events.map(({ type, payload }) => ({ type, schema: newestSchema(type), payload })),
    }),
  /** Every reason, no other: "Code" or "Code@field". */
  thenRefused: (...codes: readonly string[]) => {
    const reasons = decision.kind === "rejected" ? decision.reasons : [];
    const shown = reasons.map(({ code, field }) => (field === undefined ? code : `${code}@${field}`));
    expect(shown.toSorted()).toEqual(codes.toSorted());
    expect(decision.kind).toBe("rejected");
  },
  thenAccepted: () => expect(decision).toMatchObject({ kind: "accepted" }),
});
