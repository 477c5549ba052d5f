import { stageQuestion } from "../../src/domain/aia/survey.ts";
import type { Gate, Policy } from "../../src/domain/policy/policy.ts";
import type { ComponentsStatistics } from "../../src/domain/evidence/statistics.ts";
import { drillsDefault } from "../../src/domain/policy/safeguards/drills.ts";
import { peopleDefault } from "../../src/domain/policy/safeguards/people.ts";
import { securityDefault } from "../../src/domain/policy/safeguards/security.ts";
import { digestOfAnswers } from "../../src/domain/safeguards/answers.ts";
import { safeguardKinds } from "../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardKey } from "../../src/domain/safeguard-kinds/kinds.ts";
import { decide } from "../../src/domain/technology/decide.ts";
import type { Facts } from "../../src/domain/technology/state/facts.ts";
import { rolesOf } from "../../src/domain/technology/state/people.ts";
import type { PilotPlan } from "../../src/domain/technology/state/pilot.ts";
import { safeguardsOf } from "../../src/domain/technology/state/safeguards.ts";
import type { SafeguardAnswers } from "../../src/domain/technology/state/safeguards.ts";
import type { TechnologyCommand } from "../../src/domain/technology/state/technology.ts";
import type { Tier } from "../../src/domain/words/tier.ts";
import { chosen, fairnessBy, outcomes } from "../domain/scoring/optional.ts";
import type { Cells } from "../domain/scoring/optional.ts";
import { earlyPolicy } from "./early-policy.ts";
import { aPiece, admitted, aPlan, aPolicy, by, day, digest, happened, noText, stateAfter, text } from "./technology.ts";
import type { Happened } from "./technology.ts";

/** An item of a security baseline that is there. */
const item = (key: string): SafeguardAnswers => ({
  [key]: "yes",
  [`${key}How`]: text(`${key} how`),
  [`${key}On`]: day(8),
  [`${key}Proof`]: ["e4"],
});

/** Statements of every kind as somebody careful writes them on a technology that decides about people. */
export const careful = {
  "impact-assessment": { people: "few" },
  aia: { [stageQuestion.name]: stageQuestion.choices[0] ?? "" },
  interfaces: { exchanges: "no", alone: text("alone") },
  "data-record": {
    sets: [
      {
        setName: "Queue tickets",
        holds: text("holds"),
        object: "publicInterest",
        degree: "serious",
        personal: "general",
        purposes: text("purposes"),
        basis: "duty",
        retentionUnit: "months",
        retention: 6,
        shared: "no",
        abroad: "no",
      },
    ],
    promised: "no",
  },
  "personal-impact": {
    sensitive: "no",
    sensitiveWhy: text("sensitive why"),
    automated: "yes",
    automatedWhy: text("automated why"),
    passedOn: "no",
    passedOnWhy: text("passed on why"),
    abroad: "no",
    abroadWhy: text("abroad why"),
    majorEffect: "no",
    majorEffectWhy: text("major effect why"),
    purpose: text("purpose"),
    effects: text("effects"),
    measures: text("measures"),
    madeOn: day(1),
  },
  "algorithm-dossier": {
    decides: "supports",
    version: "3.1",
    purpose: text("algorithm purpose"),
    logic: text("logic"),
    data: text("data"),
    limits: text("limits"),
    explained: text("explained"),
    explainedVersion: "3.1",
    review: "each",
    reviewHow: text("review how"),
    contest: text("contest"),
    filing: "no",
    filingWhy: text("filing why"),
  },
  "supplier-ties": {
    anybody: "yes",
    ties: [{ organisation: "Beta Systems", relation: "supplied", tiedFrom: "2024-01-01" }],
  },
  "independent-audit": {
    auditor: "Audit House",
    independent: "yes",
    version: "3.1",
    scope: text("scope"),
    begunOn: day(8),
    reportedOn: day(20),
    report: ["e1"],
    found: "no",
    opinion: "favourable",
    opinionWhy: text("opinion why"),
    validUntil: day(400),
  },
  risk: {
    seen: "risk",
    family: "technical",
    part: "feasibility",
    riskName: "More load than in the trial",
    cause: text("risk cause"),
    event: text("risk event"),
    consequence: text("risk consequence"),
    likelihood: "M",
    impact: "L",
    treatment: "accept",
    treatmentHow: text("risk treatment"),
    owner: "pia",
  },
  "security-baseline": {
    ...item("access"),
    ...item("logging"),
    ...item("layers"),
    ...item("detection"),
    ...item("inTransit"),
    ...item("atRest"),
    ...item("backup"),
    ...item("restore"),
    restoreMinutes: 45,
    level: "2",
    filingNumber: "11000043001-23001",
    filedOn: day(1),
    filingProof: ["e4"],
    assessedOn: day(2),
    supply: "yes",
    components: ["e3"],
    supplyOn: day(8),
    ...item("penetration"),
    weaknesses: "yes",
    findings: [{ severity: "medium", finding: text("open port"), remedyBy: day(300), remedied: "no" }],
  },
  "response-plan": {
    events: [
      {
        ...{ class: "outage", steps: text("steps"), leads: "Head of operations", tells: "Service desk" },
        ...{ beginWithin: 15, restoreWithin: 240 },
      },
    ],
    drilled: "yes",
    drills: [{ drillClass: "outage", drillOn: day(9), drillFound: text("found"), drillChanged: text("changed") }],
  },
  training: {
    contents: text("contents"),
    courses: [
      {
        ...{ wave: 1, site: "North", role: "Counter staff", planned: 10, by: day(30) },
        ...{ held: "yes", heldOn: day(15), attended: 10, passed: 9, heldProof: ["e4"] },
      },
    ],
  },
  "channels-kept": {
    reaches: "public",
    channels: [
      {
        ...{ channel: "phone", place: "12345", hours: "Monday to Friday, 9 to 17" },
        ...{ accessibleTo: ["everyone"], how: text("by telephone"), ends: "no" },
      },
      {
        ...{ channel: "counter", place: "Town hall", hours: "Monday to Friday, 9 to 12" },
        ...{ accessibleTo: ["older", "noDevice"], how: text("at the counter"), ends: "yes", until: day(900) },
      },
    ],
  },
  bias: { version: "3.1", outcomes: ["e2"], reading: text("reading"), done: text("done") },
} satisfies { readonly [K in SafeguardKey]?: SafeguardAnswers };

export const fairPlan: Partial<PilotPlan> = {
  indicators: { fairness: chosen },
  fairness: fairnessBy("selection", "younger", "older"),
};

/** Outcomes of the pilot, attached as e2 after the plan. */
export const attachedOutcomes = (groups: { readonly [group: string]: Cells }, n = 10): Happened => {
  const statistics = outcomes(groups);
  const piece = {
    kind: "outcomes",
    statistics,
    digest: digest("outcomes"),
    files: [{ digest: digest("file outcomes"), bytes: 1 }],
  } as const;
  return happened("EvidenceAttached", aPiece(2, piece), "pia", n);
};

/** A list of components, attached as e3. */
export const attachedComponents = (over: Partial<ComponentsStatistics> = {}): Happened => {
  const figures = { components: 40, withLicense: 40, withVersion: 40 };
  const statistics = { kind: "components", rows: 40, rejected: 0, ...figures, ...over } as const;
  return happened(
    "EvidenceAttached",
    aPiece(3, { kind: "components", statistics, digest: digest("components"), expiresOn: day(735) }),
    "pia",
    6,
  );
};

const documentOf = (name: string) =>
  ({ kind: "document", statistics: { kind: "document" }, digest: digest(name), expiresOn: day(735) }) as const;

const half = (n: number): Cells => [n / 4, n / 4, n / 4, n / 4];
export const equalOutcomes = { younger: half(2000), older: half(2000) };

/** A pilot of a technology of this tier that compares groups, with a document and outcomes; nothing is stated yet. */
export const piloted = (tier: Tier = "II", plan: Partial<PilotPlan> = fairPlan): readonly Happened[] => [
  ...admitted({ tier, personalInformation: "general" }),
  happened("PilotPlanLocked", { number: 1, policyVersion: 1, plan: aPlan(plan) }, "pia", 2),
  happened("PilotOpened", { on: day(3) }, "pia", 3),
  happened("EvidenceAttached", aPiece(1), "pia", 6),
  attachedComponents(),
  happened("EvidenceAttached", aPiece(4, { ...documentOf("report") }), "pia", 6),
  attachedOutcomes(equalOutcomes),
];

/** The house's numbers of what people and security have to show; an early policy asks for none of them. */
export const houseNumbers: Policy["safeguards"] = {
  ...earlyPolicy.safeguards,
  security: securityDefault,
  drills: drillsDefault,
  people: peopleDefault,
};

/** A policy that asks at a gate for every kind of safeguard, of every tier; one statement of each is enough. */
export const asking = (gate: Gate, over: Partial<Policy> = {}): Policy =>
  aPolicy({
    safeguards: { ...houseNumbers, riskRegister: { ...houseNumbers.riskRegister, families: 1 } },
    gates: {
      ...earlyPolicy.gates,
      [gate]: {
        ...earlyPolicy.gates[gate],
        conditions: safeguardKinds.map(({ key }) => ({ key, waivable: true, deferrable: true })),
      },
    },
    ...over,
  });

/** The story with what a command adds to it; a refusal is a fault of the test. */
export function after(story: readonly Happened[], command: TechnologyCommand, facts: Facts): readonly Happened[] {
  const decision = decide(stateAfter(...story), command, facts);
  if (decision.kind === "rejected") throw new Error(`Refused: ${JSON.stringify(decision.reasons)}`);
  const { id } = facts.actor;
  const [role = "system" as const] = rolesOf(facts, id);
  return [...story, ...decision.events.map((event) => ({ event, actor: id, time: facts.now, role }))];
}

/** @throws where nobody has written one for the tests yet */
export function carefully(kind: SafeguardKey): SafeguardAnswers {
  const written: { readonly [kind: string]: SafeguardAnswers } = careful;
  const answers = written[kind];
  if (answers === undefined) throw new Error(`test/support/safeguards.ts has no careful statement of the kind ${kind}`);
  return answers;
}

/** The one statement of the kind that is not dropped; null: none. */
export const itemOf = (story: readonly Happened[], kind: SafeguardKey): string | null =>
  safeguardsOf(stateAfter(...story), kind)[0]?.item ?? null;

export const stating = (
  story: readonly Happened[],
  kind: SafeguardKey,
  answers: SafeguardAnswers = carefully(kind),
  submit = true,
): TechnologyCommand => ({ type: "StateSafeguard", kind, item: itemOf(story, kind), answers, submit });

export const reviewing = (
  story: readonly Happened[],
  kind: SafeguardKey,
  outcome: "accepted" | "returned" = "accepted",
): TechnologyCommand => {
  const item = itemOf(story, kind) ?? "";
  const safeguard = stateAfter(...story).safeguards.find((stated) => stated.item === item);
  const of = safeguard === undefined ? noText : digestOfAnswers(kind, safeguard.answers);
  return { type: "ReviewSafeguard", item, of, outcome, text: text(`review ${kind}`) };
};

/** Handed in by pia and accepted by ada on day `n`. */
export function accepted(
  story: readonly Happened[],
  kind: SafeguardKey,
  n = 21,
  answers: SafeguardAnswers = carefully(kind),
): readonly Happened[] {
  const handedIn = after(story, stating(story, kind, answers), by("pia", n));
  return after(handedIn, reviewing(handedIn, kind), by("ada", n));
}

/** All of these, one after the other. */
export const allAccepted = (
  story: readonly Happened[],
  kinds: readonly SafeguardKey[] = [
    "data-record",
    "personal-impact",
    "algorithm-dossier",
    "supplier-ties",
    "independent-audit",
    "bias",
    "security-baseline",
    "response-plan",
    "training",
    "channels-kept",
  ],
): readonly Happened[] => kinds.reduce((so, kind) => accepted(so, kind), story);
