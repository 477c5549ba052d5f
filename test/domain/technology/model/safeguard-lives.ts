import fc from "fast-check";
import { expect } from "vitest";
import { assessGate } from "../../../../src/domain/gates/assess.ts";
import type { PersonFacts } from "../../../../src/domain/people/facts.ts";
import type { Policy } from "../../../../src/domain/policy/policy.ts";
import { decide } from "../../../../src/domain/technology/decide.ts";
import { evolve, fold } from "../../../../src/domain/technology/evolve.ts";
import { isOpenTo } from "../../../../src/domain/technology/open-actions.ts";
import type { PastEvent } from "../../../../src/domain/technology/state/envelope.ts";
import type { Facts } from "../../../../src/domain/technology/state/facts.ts";
import type { Technology, TechnologyCommand } from "../../../../src/domain/technology/state/technology.ts";
import type { SafeguardKey } from "../../../../src/domain/safeguard-kinds/kinds.ts";
import { addDays } from "../../../../src/domain/words/days.ts";
import { after, asking, careful, piloted, reviewing, stating } from "../../../support/safeguards.ts";
import {
  by,
  day,
  decided,
  happened,
  noon,
  numbered,
  people as everybody,
  stateAfter,
  text,
} from "../../../support/technology.ts";
import type { Happened } from "../../../support/technology.ts";
import { digestOfFinding, findingNow } from "../../../../src/domain/technology/gate/waiver-finding.ts";
import { make } from "./commands.ts";
import { dice } from "./dice.ts";
import { checkSafeguardEvent, isWaivedBy, mayBeMet, noNotes, noteSafeguards } from "./safeguard-oracle.ts";
import type { Notes } from "./safeguard-oracle.ts";
import { otherAnswers, register, reviewFrom, statementFrom, wholeAnswers } from "./safeguard-statements.ts";

/** Asked for at adoption: all but the assessments that may stay open, whose acceptance moves the tier. */
const assessments = ["impact-assessment", "aia"];
const kinds = [...Object.keys(careful), "conformance"].filter((key) => !assessments.includes(key));
const everything = asking("adoption");
const policy: Policy = {
  ...everything,
  gates: {
    ...everything.gates,
    adoption: {
      ...everything.gates.adoption,
      conditions: kinds.map((key) => ({ key, waivable: true, deferrable: false })),
    },
  },
  safeguards: {
    ...everything.safeguards,
    days: { "data-record": 20, "algorithm-dossier": 45, "security-baseline": null },
  },
};

const times = <T>(n: number, type: T): readonly T[] => Array.from({ length: n }, () => type);

const types = [
  ...times(4, "StateSafeguard" as const),
  ...times(8, "ReviewSafeguard" as const),
  ...times(16, "CastVote" as const),
  ...times(3, "RequestWaiver" as const),
  ...times(5, "GrantWaiver" as const),
  ...(["ReopenSafeguard", "DropSafeguard", "WithdrawEvidence", "RecuseApprover"] as const),
  ...(["ReviseProposal", "NoteStandard", "Sweep", "EraseFile"] as const),
];

interface Step {
  readonly type: (typeof types)[number] | "reorganise" | "end-standard";
  readonly actor: number;
  readonly sensible: boolean;
  readonly days: number;
  readonly seed: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    type: fc.constantFrom(...types, "reorganise" as const, "end-standard" as const),
    actor: fc.nat(everybody.length - 1),
    sensible: fc.constantFrom(true, true, true, true, true, false),
    days: fc.constantFrom(...times(18, 0), 1, 9),
    seed: fc.nat(),
  }),
  { minLength: 20, maxLength: 50, size: "max" },
);

/** Pete writes and could review, dora deputises for an author: only the rules keep them apart. */
const severalRoles: readonly PersonFacts[] = everybody.map((one) => {
  if (one.id === "pete") return { ...one, roles: ["planner", "evaluator"] };
  if (one.id === "sven") return { ...one, roles: ["approver"] };
  return one.id === "dora" ? { ...one, deputyFor: ["sven"] } : one;
});

const standards = { standards: register(null) };
const factsAt = (actor: string, n: number): Facts => by(actor, n, { policy, policies: { 1: policy }, ...standards });
const state = (story: readonly Happened[], kind: SafeguardKey, answers = wholeAnswers(kind)): readonly Happened[] => {
  const begun = after(story, stating(story, kind, answers), factsAt("pia", 40));
  return after(begun, reviewing(begun, kind), factsAt("ada", 40));
};

/** Rolling out, its one wave begun, with nothing stated. */
const rolledOut = [
  ...piloted(),
  decided("completion", "approve", 32),
  happened("RolloutPlanned", { waves: [{ name: text("all"), reach: 10, startsOn: day(40) }], guards: [] }, "pia", 38),
  decided("rollout", "approve", 39),
  happened("WaveOpened", { wave: 1 }, "pia", 40),
];
const withAll = (story: readonly Happened[], ...keys: readonly SafeguardKey[]): readonly Happened[] =>
  keys.reduce<readonly Happened[]>((so, key) => state(so, key), story);
const half = withAll(rolledOut, "data-record", "personal-impact", "algorithm-dossier", "supplier-ties");
const others = [
  ...([
    "interfaces",
    "conformance",
    "risk",
    "security-baseline",
    "response-plan",
    "training",
    "channels-kept",
  ] as const),
];
const allButBias = withAll(half, "independent-audit", ...others);
const all = withAll(allButBias, "bias");
const adverse = state(half, "independent-audit", { ...careful["independent-audit"], opinion: "adverse" });
/** Accepted, and short of what is asked: by the first of what else people write, by the second, by the last. */
const lacking = [0, 1, -1].map((n) =>
  (["security-baseline", "response-plan", "training", "channels-kept"] as const).reduce(
    (story, kind) => state(story, kind, otherAnswers(kind).at(n)),
    withAll(half, "independent-audit", "bias", "interfaces", "conformance", "risk"),
  ),
);
const undecided = withAll(
  state(withAll(rolledOut, "data-record", "personal-impact", "supplier-ties"), "algorithm-dossier", { decides: "no" }),
  ...others,
);

/** Everything but the comparison of groups, which two approvers have waived. */
const waived = waivingBias(allButBias);

/** The same where it was handed in before, and nobody has looked at it. */
const waivedUnseen = waivingBias(
  after(allButBias, stating(allButBias, "bias", wholeAnswers("bias")), factsAt("pia", 40)),
);

function waivingBias(before: readonly Happened[]): readonly Happened[] {
  const asked = after(
    before,
    {
      ...{ type: "RequestWaiver", gate: "adoption", condition: "bias", until: day(70) },
      ...{ reason: text("reason"), control: text("control") },
    },
    factsAt("pia", 41),
  );
  return ["ada", "abel"].reduce<readonly Happened[]>((story, grantor) => {
    const t = stateAfter(...story);
    const [waiver] = t.waivers;
    if (waiver === undefined) throw new Error("No waiver was asked for");
    const facts = factsAt(grantor, 41);
    const shown = digestOfFinding(findingNow(t, waiver, facts));
    return after(story, { type: "GrantWaiver", waiver: waiver.waiver, shown }, facts);
  }, asked);
}

/** How often what came up. */
const saw = new Map<string, number>();
const see = (what: string): unknown => saw.set(what, (saw.get(what) ?? 0) + 1);

interface Run {
  t: Technology | null;
  readonly events: PastEvent[];
  readonly notes: Notes;
}

function play(story: readonly Happened[], sequence: readonly Step[]): void {
  const events = [...numbered(story)];
  const run: Run = { t: fold(events), events, notes: noNotes() };
  for (const event of events) noteSafeguards(run.notes, event);
  let [people, today, endsOn]: [readonly PersonFacts[], number, string | null] = [severalRoles, 41, null];
  for (const step of sequence) {
    today += step.days;
    if (step.type === "reorganise") people = reorganised(people, step);
    else if (step.type === "end-standard") endsOn ??= day(today + 12);
    else take(run, step, step.type, { ...factsOf(people, today, step), standards: register(endsOn) });
  }
  expect(fold(run.events)).toEqual(run.t);
}

const factsOf = (people: readonly PersonFacts[], today: number, { actor }: Step): Facts => {
  const found = people[actor];
  return {
    ...factsAt("pia", today),
    people,
    actor: { id: found?.id ?? "nobody", roles: found?.roles ?? [] },
    now: noon(today),
  };
};

/** Somebody gains a second role, or becomes the deputy of somebody. */
const reorganised = (people: readonly PersonFacts[], { actor, seed }: Step): readonly PersonFacts[] =>
  people.map((one, i) => {
    if (i !== actor) return one;
    const office = people[seed % people.length]?.id ?? "ada";
    if (seed % 2 === 0) return { ...one, deputyFor: [office] };
    const more = (["approver", "evaluator", "planner"] as const)[seed % 3] ?? "approver";
    return { ...one, roles: [...new Set([...one.roles, more])] };
  });

function take(run: Run, step: Step, type: (typeof types)[number], drawn: Facts): void {
  const d = dice(step.seed);
  const may = [...drawn.people, { id: "system", roles: [] }].filter(({ id, roles }) =>
    isOpenTo(run.t, type, { id, roles }, { ...drawn, actor: { id, roles } }),
  );
  const chosen = step.sensible ? d.pick(may) : undefined;
  const f: Facts = chosen === undefined ? drawn : { ...drawn, actor: { id: chosen.id, roles: chosen.roles } };
  const decision = decide(run.t, commandOf(run, type, f, d), f);
  if (decision.kind === "rejected") {
    for (const { code } of decision.reasons) see(`refused ${type === "CastVote" ? "vote " : ""}${code}`);
    return;
  }
  for (const event of decision.events) enter(run, event, f);
}

function commandOf({ t }: Run, type: (typeof types)[number], f: Facts, d: ReturnType<typeof dice>): TechnologyCommand {
  if (type === "StateSafeguard") return statementFrom(t, d);
  if (type === "ReviewSafeguard") return reviewFrom(t, d);
  return make(type, { t, f, d, sheets: [] });
}

function enter(run: Run, event: Parameters<typeof evolve>[1] | object, f: Facts): void {
  const last = run.events.at(-1);
  const past = {
    ...event,
    position: (last?.position ?? 0) + 10,
    version: run.events.length + 1,
    time: f.now,
    actor: f.actor.id,
    role: f.actor.roles[0] ?? "system",
  } as PastEvent;
  checkSafeguardEvent(run.notes, past, f);
  if (past.type === "GateDecided") checkAdoption(run, past, f);
  noteSafeguards(run.notes, past);
  run.t = evolve(run.t, past);
  run.events.push(past);
  see(past.type);
  if (run.t !== null) checkConditions(run.t, run.notes, f);
}

/** Nothing is adopted past what nobody accepted and nobody waived. */
function checkAdoption({ notes }: Run, e: PastEvent & { readonly type: "GateDecided" }, f: Facts): void {
  const { outcome, record } = e.payload;
  see(`${e.payload.gate} ${outcome}`);
  if (outcome !== "approve") return;
  for (const kind of kinds) {
    const why = mayBeMet(notes, kind, f.today);
    expect(why === null || isWaivedBy(notes, kind, f.today), `adopted though of ${kind} ${why ?? ""}`).toBe(true);
    if (why !== null) see("adopted on a waiver");
  }
  expect(record.conditions.every(({ status }) => status === "met" || status === "waived")).toBe(true);
}

/** Today, and on days to come on which nobody has swept anything. */
function checkConditions(t: Technology, notes: Notes, f: Facts): void {
  for (const ahead of [0, 1, 400]) {
    const today = addDays(f.today, ahead);
    for (const { key, status, reason } of assessGate("adoption", t, policy, { today })) {
      see(`${status} ${reason.code.replace("conditions:", "")}`);
      if (status === "met") expect(mayBeMet(notes, key, today), `${key} on ${today}`).toBeNull();
      if (status === "waived") expect(isWaivedBy(notes, key, today), `${key} on ${today}`).toBe(true);
    }
  }
}

/**
 * Plays lives from several beginnings, each checked after every event by an oracle that reads the events alone.
 *
 * @returns how often what came up, so that nobody is content with lives in which nothing happens
 */
export function livesWithSafeguards(numRuns: number, seed: number): ReadonlyMap<string, number> {
  saw.clear();
  const start = fc.constantFrom(
    all,
    all,
    waived,
    waived,
    waivedUnseen,
    half,
    adverse,
    ...lacking,
    undecided,
    rolledOut,
  );
  fc.assert(fc.property(start, steps, play), { numRuns, seed });
  return new Map(saw);
}

/** Without these the laws would hold of nothing. */
export const mustComeUp = [
  "adoption approve",
  "adopted on a waiver",
  "SafeguardReviewed",
  "SafeguardReopened",
  "SafeguardDropped",
  "StandardMoved",
  "WaiverGranted",
  "met safeguard.not-needed",
  "unmet safeguard.lapsed",
  "unmet safeguard.returned",
  "unmet safeguard.reopened-person",
  "unmet safeguard.reopened-ground",
  "unmet safeguard.reopened-reviewer",
  "unmet safeguard.reopened-evidence",
  "unknown safeguard.edited",
  "unmet independent-audit.adverse",
  "unmet security-baseline.untried",
  "unmet security-baseline.aged",
  "unmet security-baseline.overdue",
  "unmet response-plan.never",
  "unmet response-plan.old",
  "unmet training.untrained",
  "unmet channels-kept.few",
  "unmet channels-kept.early",
  "refused AuthorMayNotReview",
  "refused ConflictDeclared",
  "refused SafeguardChangedMeanwhile",
  "refused EvidenceNotInForce",
] as const;
