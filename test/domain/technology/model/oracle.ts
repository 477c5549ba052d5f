import { payloadFault } from "../../../../src/domain/stream.ts";
import { technologies } from "../../../../src/domain/technology/technology-stream.ts";
import type { JsonObject } from "../../../../src/domain/words/json.ts";
import { expect } from "vitest";
import { earlyPolicy } from "../../../support/early-policy.ts";
import type { Gate } from "../../../../src/domain/policy/policy.ts";
import type { GateDecision, VoteOption } from "../../../../src/domain/technology/state/decision.ts";
import type { Facts } from "../../../../src/domain/technology/state/facts.ts";
import type { Technology } from "../../../../src/domain/technology/state/technology.ts";
import type { PastEvent } from "../../../../src/domain/technology/state/envelope.ts";

/**
 * What a suspicious reader works out from the events alone, without the product's own helpers: who wrote, who judged,
 * which votes stand, which waivers were granted by whom.
 */
export interface Past {
  readonly authors: Set<string>;
  readonly evaluators: Set<string>;
  readonly recused: Set<string>;
  readonly votes: Map<Gate, Map<string, { readonly person: string; readonly option: VoteOption }>>;
  readonly waivers: Map<string, Asked>;
  /** What stood when the list of dated conditions was drafted. */
  readonly drafted: Map<Gate, Found>;
  readonly overdue: Map<string, string>;
}

interface Asked {
  readonly key: string;
  readonly until: string;
  by: readonly string[];
  /** What its condition was about each time somebody acted on it. */
  readonly seen: Troubles[];
}

/** What one condition is about, each thing with how bad it is; and that of every open condition by its key. */
type Troubles = ReadonlyMap<string, number>;
type Found = ReadonlyMap<string, Troubles>;

export const nothingYet = (): Past => ({
  authors: new Set(),
  evaluators: new Set(),
  recused: new Set(),
  votes: new Map(),
  waivers: new Map(),
  drafted: new Map(),
  overdue: new Map(),
});

/** Notes one event, after it was checked against what came before. @param found what was open before it. */
export const note = (past: Past, e: PastEvent, found: Found): void => {
  const saw = (waiver: string): void => {
    const asked = past.waivers.get(waiver);
    asked?.seen.push(found.get(asked.key.split("/")[1] ?? "") ?? new Map<string, number>());
  };
  switch (e.type) {
    case "TechnologyProposed":
    case "ProposalRevised":
      past.authors.add(e.actor).add(e.payload.proposal.sponsor);
      break;
    case "PilotPlanLocked":
    case "PilotPlanAmended":
      past.authors.add(e.actor);
      break;
    case "EvaluatorsAssigned":
      e.payload.evaluators.forEach((one) => past.evaluators.add(one));
      break;
    case "PersonRecused":
      past.recused.add(e.payload.person);
      for (const ballot of past.votes.values()) drop(ballot, [e.payload.person]);
      break;
    case "VoteCast": {
      const { gate, option, onBehalfOf } = e.payload;
      const ballot = past.votes.get(gate) ?? new Map<string, { person: string; option: VoteOption }>();
      ballot.set(onBehalfOf ?? e.actor, { person: e.actor, option });
      past.votes.set(gate, ballot);
      break;
    }
    case "VotesLapsed":
      drop(past.votes.get(e.payload.gate), e.payload.voters);
      break;
    case "WaiverRequested":
      past.waivers.set(e.payload.waiver, {
        key: `${e.payload.gate}/${e.payload.condition}`,
        until: e.payload.until,
        by: [],
        seen: [],
      });
      saw(e.payload.waiver);
      break;
    case "WaiverSupported":
      saw(e.payload.waiver);
      break;
    case "ConditionsDrafted":
      past.drafted.set(e.payload.gate, found);
      break;
    case "WaiverGranted": {
      const asked = past.waivers.get(e.payload.waiver);
      if (asked !== undefined) asked.by = e.payload.by;
      saw(e.payload.waiver);
      break;
    }
    case "WaiverLapsed":
      past.waivers.delete(e.payload.waiver);
      break;
    case "GateDecided":
      past.votes.delete(e.payload.gate);
      e.payload.conditions.forEach(({ condition, dueOn }) => past.overdue.set(condition, dueOn));
      break;
    case "ConditionFulfilled":
      past.overdue.delete(e.payload.condition);
      break;
    default:
  }
};

const drop = (ballot: Map<string, { readonly person: string }> | undefined, voters: readonly string[]): void => {
  for (const [office, vote] of ballot ?? [])
    if (voters.includes(vote.person) || voters.includes(office)) ballot?.delete(office);
};

/** Holds the office of approver now, in person or as a deputy, and has no other part in this technology. */
const mayJudge = (id: string, past: Past, f: Facts): boolean => {
  const found = f.people.find((one) => one.id === id);
  if (found === undefined || found.roles.includes("administrator")) return false;
  const offices = [found, ...f.people.filter((one) => found.deputyFor.includes(one.id))];
  const holds = offices.some(({ roles }) => roles.includes("approver") && !roles.includes("administrator"));
  return holds && !past.authors.has(id) && !past.evaluators.has(id) && !past.recused.has(id);
};

/** An approver in their own right, not only as somebody's deputy. */
const holdsOffice = (id: string, f: Facts): boolean => {
  const roles = f.people.find((one) => one.id === id)?.roles ?? [];
  return roles.includes("approver") && !roles.includes("administrator");
};

const speaksFor = (person: string, office: string, f: Facts): boolean =>
  f.people.find((one) => one.id === person)?.deputyFor.includes(office) === true;

const checkDecision = (t: Technology, e: PastEvent & { readonly type: "GateDecided" }, past: Past, f: Facts) => {
  const { gate, outcome, record } = e.payload;
  const ballot = [...(past.votes.get(gate) ?? new Map<string, { person: string; option: VoteOption }>())];
  const counted = ballot.filter(([, { option }]) => option !== "abstain");
  const agreeing = counted.filter(([, { option }]) => option === outcome);
  expect(counted.length).toBeGreaterThanOrEqual(earlyPolicy.gates[gate].quorum[t.tier]);
  expect(2 * agreeing.length).toBeGreaterThan(counted.length);
  expect(new Set(ballot.map(([, { person }]) => person)).size).toBe(ballot.length);
  for (const [office, { person }] of ballot) {
    expect(mayJudge(person, past, f), `${person} decided`).toBe(true);
    expect(mayJudge(office, past, f), `${office} was spoken for`).toBe(true);
    expect(holdsOffice(office, f), `${office} is an approver`).toBe(true);
    expect(person === office || speaksFor(person, office, f), `${person} speaks for ${office}`).toBe(true);
  }
  expect(record.votes.map(({ person }) => person).toSorted()).toEqual(
    ballot.map(([, { person }]) => person).toSorted(),
  );
  if (gate === "rollout" && (outcome === "approve" || outcome === "approve-with-conditions"))
    checkRollout(t, e.payload, past, f);
};

/** Nothing is rolled out on less than a pass; whatever else is open has a waiver in force, or a date and an owner. */
const checkRollout = (t: Technology, decision: GateDecision, past: Past, f: Facts): void => {
  const look = t.looks.filter(({ plan }) => plan === t.plan?.number).at(-1);
  expect(look?.verdict.outcome).toBe("pass");
  expect(t.passages.every(({ stage, position }) => stage !== "rolling-out" || position < (look?.position ?? 0))).toBe(
    true,
  );
  const withdrawn = t.evidence.filter(({ state }) => state === "withdrawn").map(({ evidence }) => evidence);
  expect(look?.evidence.filter(({ evidence }) => withdrawn.includes(evidence))).toEqual([]);
  const open = [...openConditions(t, f.today)].filter(
    ([key, troubles]) => !isWaived(key, troubles, past, f) && !isDated(key, troubles, decision, past, f),
  );
  expect(open).toEqual([]);
};

/** What stands open at the rollout gate, worked out by hand. */
export const openConditions = (t: Technology, today: string): Found => {
  const revealed = t.evaluation?.revealed ?? null;
  const submitted = t.evaluation?.evaluators.filter(({ state }) => state === "submitted") ?? [];
  const barring = t.incidents.filter(
    ({ closedAt, severity, dueOn }) => closedAt === null && (severity <= 2 || dueOn < today),
  );
  const awaited = (revealed?.moderate ?? []).filter((key) =>
    submitted.some(
      ({ person }) =>
        revealed?.moderated.some(
          (one) => one.item === key && one.scores.some(({ evaluator }) => evaluator === person),
        ) !== true,
    ),
  );
  const rests = t.looks.filter(({ plan }) => plan === t.plan?.number).at(-1)?.evidence ?? [];
  const stale = t.evidence.filter(
    ({ evidence, state, expiresOn }) =>
      rests.some((one) => one.evidence === evidence) && (state !== "in-force" || expiresOn < today),
  );
  const found: Record<string, readonly (readonly [string, number])[]> = {
    "scores-revealed": revealed === null ? [["blind", 1]] : [],
    "moderation-finished": awaited.map((key) => [key, 1]),
    "evaluators-enough":
      Math.max(submitted.length, revealed?.sheets.length ?? 0) < earlyPolicy.tiers[t.tier].minimumEvaluators
        ? [["few", 1]]
        : [],
    "rater-agreement": disagreement(t),
    "incidents-closed": barring.map(({ incident, severity }) => [incident, -severity]),
    "evidence-fresh":
      rests.length === 0
        ? [["none", 1]]
        : stale.map(({ evidence, state }) => [evidence, state === "withdrawn" ? 2 : 1]),
    "cost-stated": (["pilot", "annual"] as const)
      .filter((field) => t.proposal.cost[field] === null)
      .map((field) => [field, 1]),
    "rollout-planned": (t.rollout?.waves ?? []).some(({ state }) => state === "planned") ? [] : [["unplanned", 1]],
  };
  return new Map(
    Object.entries(found).flatMap(([key, things]) => (things.length === 0 ? [] : [[key, new Map(things)] as const])),
  );
};

const disagreement = ({ evaluation }: Technology): readonly (readonly [string, number])[] => {
  const revealed = evaluation?.revealed ?? null;
  if (evaluation === null || revealed === null) return [["blind", 1]];
  const { level, alpha, raw } = revealed.agreement;
  if (level === "unreliable") return [[`round ${evaluation.round}`, -(alpha ?? 0)]];
  return level === "undefined" && raw !== 1 ? [[`raw ${evaluation.round}`, -(raw ?? 0)]] : [];
};

/** Nothing more, worse or other than what somebody answered for. */
const within = (now: Troubles, answered: Troubles | undefined): boolean =>
  [...now].every(([thing, bad]) => bad <= (answered?.get(thing) ?? -Infinity));

const ruleOf = (key: string) => earlyPolicy.gates.rollout.conditions.find((rule) => rule.key === key);

const isWaived = (key: string, troubles: Troubles, past: Past, f: Facts): boolean =>
  ruleOf(key)?.waivable === true &&
  [...past.waivers.values()].some(
    (waiver) =>
      waiver.key === `rollout/${key}` &&
      waiver.until >= f.today &&
      new Set(waiver.by).size >= 2 &&
      within(troubles, waiver.seen.at(-1)),
  );

const isDated = (key: string, troubles: Troubles, decision: GateDecision, past: Past, f: Facts): boolean =>
  decision.outcome === "approve-with-conditions" &&
  ruleOf(key)?.deferrable === true &&
  within(troubles, past.drafted.get("rollout")?.get(key)) &&
  decision.conditions.some(({ condition, dueOn }) => condition === key && dueOn >= f.today);

/** Rules of single events beside decisions. */
export const checkEvent = (t: Technology, e: PastEvent, past: Past, f: Facts): void => {
  const payload = JSON.parse(JSON.stringify(e.payload)) as JsonObject;
  expect(payloadFault(technologies, { ...e, payload }), `${e.type}: what it holds`).toBeNull();
  if (e.actor === "system") expect(neverBySystem).not.toContain(e.type);
  if (neverWhileWaiting.includes(e.type)) expect(waits(e.actor, f), `${e.actor} waits: ${e.type}`).toBe(false);
  if (e.type === "VoteCast" && e.payload.onBehalfOf !== null)
    expect(waits(e.payload.onBehalfOf, f), "the office waits").toBe(false);
  if (e.type === "WaiverGranted") {
    expect(new Set(e.payload.by).size).toBeGreaterThanOrEqual(earlyPolicy.waivers.grantors);
    for (const person of e.payload.by) expect(mayJudge(person, past, f), `${person} waived`).toBe(true);
    for (const person of e.payload.by) expect(holdsOffice(person, f), `${person} waived in an office`).toBe(true);
  }
  if (e.type === "WaiverGranted" || e.type === "WaiverSupported") {
    const asked = past.waivers.get(e.payload.waiver);
    const [gate, key = ""] = asked?.key.split("/") ?? [];
    const now = openConditions(t, f.today).get(key);
    if (gate === "rollout")
      for (const seen of asked?.seen ?? []) expect(now !== undefined && within(now, seen), "was shown").toBe(true);
  }
  if (e.type === "VoteCast") expect(mayJudge(e.actor, past, f), `${e.actor} voted`).toBe(true);
  if (e.type === "EvaluatorsAssigned")
    for (const one of e.payload.evaluators) expect(past.authors.has(one), `${one} evaluates`).toBe(false);
  if (e.type === "WaveOpened") {
    expect(t.rollout?.hold).toBeNull();
    expect(t.rollout?.drills.length).toBeGreaterThan(0);
  }
  if (e.type === "RolloutResumed") expect([...past.overdue].filter(([, dueOn]) => dueOn < f.today)).toEqual([]);
  if (e.type === "GateDecided") checkDecision(t, e, past, f);
};

/** Somebody else may have set the password. */
const waits = (id: string, f: Facts): boolean => (f.people.find((one) => one.id === id)?.barredUntil ?? f.now) > f.now;

const neverWhileWaiting: readonly string[] = [
  "VoteCast",
  "GateDecided",
  "WaiverSupported",
  "WaiverGranted",
  "WaiverRefused",
  "ConditionsDrafted",
  "EvaluatorsAssigned",
  "EvaluatorReleased",
  "ScoresSubmitted",
  "ScoreModerated",
  "RolloutResumed",
  "RolledBack",
  "TechnologyRetired",
  "PilotStopped",
  "WaveOpened",
];

const neverBySystem: readonly string[] = [
  "VoteCast",
  "GateDecided",
  "WaiverGranted",
  "RolloutResumed",
  "WaveOpened",
  "PilotOpened",
];
