import fc from "fast-check";
import { allowedIn } from "../../../../src/domain/technology/terms.ts";
import type { TechnologyCommandType } from "../../../../src/domain/technology/state/technology.ts";
import type { Seat } from "../../../../src/domain/committee/seat.ts";
import type { PersonFacts } from "../../../../src/domain/people/facts.ts";
import type { Role } from "../../../../src/domain/people/roles.ts";
import type { Verdict } from "../../../../src/domain/scoring/verdict-types.ts";
import {
  aPiece,
  aPlan,
  aProposal,
  aVerdict,
  aRecord,
  admitted,
  day,
  decided,
  declared,
  digest,
  happened,
  noon,
  person,
  piloting,
  proposed,
  submitted,
  text,
} from "../../../support/technology.ts";
import type { Happened } from "../../../support/technology.ts";
import { item, sheet } from "../scores.ts";

/** One step of a sequence: who asks for what on which day, or a change of somebody's roles. */
export interface Move {
  readonly actor: number;
  readonly type: TechnologyCommandType | null;
  /** By somebody to whom it is open, if there is one; otherwise whoever the actor is tries it. */
  readonly sensible: boolean;
  readonly days: number;
  readonly seed: number;
}

export interface Start {
  readonly story: readonly Happened[];
  readonly today: number;
}

const names = [
  "pia",
  "pete",
  "sven",
  "eva",
  "emil",
  "edda",
  "ada",
  "abel",
  "anna",
  "axel",
  "otto",
  "adam",
  "gail",
  "hugo",
  "ines",
];

/** They come from elsewhere and are on the committee, whatever else they may be. */
const members = ["gail", "hugo", "ines"];

export const seats: readonly Seat[] = members.map((name) => ({
  person: name,
  field: "networks",
  organisation: { kind: "outside", name: "University" },
  from: day(0),
  until: day(400),
  endedOn: null,
}));

/** Roles as they come: many people hold several, so that only the rules keep them apart. */
export const someRoles = (seed: number, name: string): readonly Role[] => {
  const usual: readonly Role[] = usualRoles[name] ?? [];
  const extra = extras[seed % extras.length];
  return extra === undefined ? usual : [...new Set([...usual, extra])];
};

const usualRoles: Readonly<Record<string, readonly Role[]>> = {
  pia: ["planner"],
  pete: ["planner"],
  sven: ["approver"],
  eva: ["evaluator"],
  emil: ["evaluator"],
  edda: ["evaluator"],
  ada: ["approver"],
  abel: ["approver"],
  anna: ["approver"],
  axel: ["approver"],
  otto: ["auditor"],
  adam: ["administrator"],
};

const extras: readonly (Role | undefined)[] = [
  "approver",
  "planner",
  "evaluator",
  "administrator",
  ...Array.from({ length: 8 }, () => undefined),
];

export const world: fc.Arbitrary<readonly PersonFacts[]> = fc
  .array(fc.record({ roles: fc.nat(99), deputy: fc.nat(20), barred: fc.nat(9) }), {
    minLength: names.length,
    maxLength: names.length,
  })
  .map((draws) =>
    names.map((name, i) => {
      const { roles, deputy, barred } = draws[i] ?? { roles: 99, deputy: 99, barred: 0 };
      const office = names[deputy];
      return {
        ...person(name, ...someRoles(roles, name)),
        department: members.includes(name) ? null : "health",
        deputyFor: office === undefined || office === name ? [] : [office],
        // For somebody a link was made the day before the gate of most stories opens.
        barredUntil: barred === 9 ? noon(42) : null,
      };
    }),
  );

const types = Object.keys(allowedIn) as readonly TechnologyCommandType[];
const movesOf = (frequent: readonly TechnologyCommandType[], weight: number, changes: number): fc.Arbitrary<Move> =>
  fc.record({
    actor: fc.nat(names.length),
    type: fc.oneof(
      { weight, arbitrary: fc.constantFrom(...frequent) },
      { weight: 5, arbitrary: fc.constantFrom(...types) },
      { weight: changes, arbitrary: fc.constant(null) },
    ),
    sensible: fc.constantFrom(true, true, true, true, false),
    days: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 1, 12),
    seed: fc.nat(),
  });

const repeated = <T>(times: number, one: T): readonly T[] => Array.from({ length: times }, () => one);

export const gateMove = movesOf(
  [
    ...repeated(10, "CastVote" as const),
    "GrantWaiver",
    "GrantWaiver",
    "RequestWaiver",
    "DraftConditions",
    "DraftConditions",
    "ModerateScore",
    "RecordIncident",
    "CorrectEntry",
  ],
  25,
  4,
);
export const anyMove = movesOf(
  [
    "CastVote",
    "CastVote",
    "AssignEvaluators",
    "SubmitScores",
    "DeclareInterest",
    "RevealScores",
    "OpenPilot",
    "LockPilotPlan",
    "OpenWave",
    "FulfilCondition",
    "ResumeRollout",
    "Sweep",
  ],
  7,
  1,
);

const outcomes: readonly Verdict["outcome"][] = ["pass", "pass", "pass", "pass", "pass", "fail", "not-enough-evidence"];

/** At the rollout gate, with this or that condition open. */
export const nearRollout: fc.Arbitrary<Start> = fc
  .record({
    outcome: fc.constantFrom(...outcomes),
    planned: fc.constantFrom(true, true, false),
    costed: fc.constantFrom(true, true, true, false),
    incident: fc.constantFrom<1 | 4 | null>(1, 4, null, null, null),
    agree: fc.constantFrom(true, true, true, true, false),
    stale: fc.constantFrom(false, false, false, false, false, true),
    drafted: fc.boolean(),
    asked: fc.boolean(),
  })
  .map(({ outcome, planned, costed, incident, agree, stale, drafted, asked }) => {
    const open = [...(costed ? [] : ["cost-stated"]), ...(planned ? [] : ["rollout-planned"])];
    const cost = { pilot: 1, annual: costed ? 1 : null, currency: "EUR" };
    const scores = agree ? 4 : 2;
    const story: readonly Happened[] = [
      ...withLooks(submitted()).map((one) => (one.event.type === "TechnologyProposed" ? proposedAt(cost) : one)),
      happened(
        "ScoresRevealed",
        {
          round: 1,
          sheets: [sheet("eva"), sheet("emil", { [item]: scores })],
          agreement: { alpha: agree ? 0.9 : 0.2, raw: 0.9, level: agree ? "reliable" : "unreliable" },
          moderate: agree ? [] : [item],
        },
        "system",
        36,
      ),
      ...(incident === null ? [] : [incidentOf(incident)]),
      ...(planned ? [rolloutPlan()] : []),
      look(1, outcome),
      ...(drafted ? [draft([...open, "extra-1"])] : []),
      ...(asked
        ? [...waiver(1, "cost-stated"), ...waiver(2, "rater-agreement"), ...waiver(3, "incidents-closed")]
        : []),
      ...(stale ? [happened("EvidenceWithdrawn", { evidence: "e2", reason: text("r") }, "pia", 40)] : []),
    ];
    return { story: [...story.slice(0, 5), secondPiece(), ...story.slice(5)], today: 41 };
  });

const proposedAt = (cost: { pilot: number; annual: number | null; currency: string }): Happened =>
  happened("TechnologyProposed", { slug: "queue-forecast", proposal: aProposal({ cost }), predecessor: null });
const secondPiece = (): Happened => happened("EvidenceAttached", aPiece(2), "pia", 6);
const incidentOf = (severity: 1 | 4): Happened =>
  happened(
    "IncidentRecorded",
    {
      incident: "i1",
      severity,
      occurredAt: `${day(30)}T00:00:00Z`,
      learnedAt: null,
      timeZone: "UTC",
      dueOn: day(45),
      text: text("i"),
    },
    "pia",
    37,
  );
const rolloutPlan = (): Happened =>
  happened(
    "RolloutPlanned",
    {
      waves: [1, 2].map((n) => ({ name: text(`wave ${n}`), reach: 10 * n, startsOn: day(44 + n) })),
      guards: [{ indicator: "sus", limit: 60, minimumSample: 5 }],
    },
    "pia",
    38,
  );
const draft = (keys: readonly string[]): Happened => {
  const conditions = keys.map((condition) => ({ condition, text: text("do"), dueOn: day(70), owner: "pia" }));
  return happened("ConditionsDrafted", { gate: "rollout", conditions }, "ada", 40);
};
/** Asked for, and supported by one of the two who must grant it. */
const waiver = (n: number, condition: string): readonly Happened[] => [
  happened(
    "WaiverRequested",
    { waiver: `w${n}`, gate: "rollout", condition, reason: text("r"), control: text("c"), until: day(70) },
    "pia",
    40,
  ),
  happened("WaiverSupported", { waiver: `w${n}`, by: "ada" }, "ada", 40),
];
const look = (n: number, outcome: Verdict["outcome"]): Happened =>
  happened(
    "LookTaken",
    {
      plan: 1,
      look: n,
      of: 2,
      verdict: aVerdict(outcome),
      evidence: [1, 2].map((id) => ({ evidence: `e${id}`, digest: digest(`piece load ${id}`) })),
    },
    "system",
    40,
  );

const farLooks = { looks: [day(200), day(300)] };

export const anywhere: fc.Arbitrary<Start> = fc.constantFrom<Start>(
  { story: [], today: 0 },
  { story: proposed(), today: 0 },
  { story: admitted(), today: 1 },
  { story: [...piloting(farLooks), firstPiece()], today: 20 },
  { story: [...piloting(farLooks), firstPiece(), decided("completion", "approve", 32)], today: 33 },
  { story: withLooks(declared()), today: 35 },
  { story: withLooks(submitted()), today: 36 },
  { story: [...piloting(farLooks), firstPiece(), ...beyondRollout()], today: 42 },
  { story: [...piloting(farLooks), firstPiece(), ...beyondRollout(), held()], today: 42 },
);

function firstPiece(): Happened {
  return happened("EvidenceAttached", aPiece(1), "pia", 6);
}

function held(): Happened {
  return happened("RolloutHeld", { cause: { kind: "person" }, text: text("h") }, "pia", 42);
}

/** Rolled out on two conditions, one of them due soon. */
function beyondRollout(): readonly Happened[] {
  const conditions = [43, 60].map((n) => ({ condition: `extra-${n}`, text: text("do"), dueOn: day(n), owner: "pia" }));
  const decision = { gate: "rollout", outcome: "approve-with-conditions", lessons: null, record: aRecord() } as const;
  return [
    decided("completion", "approve", 32),
    rolloutPlan(),
    happened("DrillRecorded", { on: day(39), minutes: 40, text: text("drill") }, "pia", 39),
    happened("GateDecided", { ...decision, conditions }, "ada", 41),
  ];
}

/** With looks so far ahead that no sweep takes one: what they compute is another test's business. */
function withLooks(story: readonly Happened[]): readonly Happened[] {
  return story.map((one) =>
    one.event.type === "PilotPlanLocked"
      ? happened("PilotPlanLocked", { number: 1, policyVersion: 1, plan: aPlan(farLooks) }, "pia", 2)
      : one,
  );
}
