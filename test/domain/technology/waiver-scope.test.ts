import { describe, expect, it } from "vitest";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import { assessGateThen } from "../../../src/domain/gates/assess-then.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import { gates } from "../../../src/domain/policy/policy.ts";
import type { Gate, Policy } from "../../../src/domain/policy/policy.ts";
import type { DatedCondition } from "../../../src/domain/technology/state/decision.ts";
import type { GuardAssessment } from "../../../src/domain/technology/state/rollout.ts";
import type { Severity } from "../../../src/domain/words/severity.ts";
import { recomputeDecision } from "../../../src/domain/technology/recompute.ts";
import type { Thing } from "../../../src/domain/technology/state/thing.ts";
import type { PastEvent } from "../../../src/domain/technology/state/envelope.ts";
import { digestOfFinding, findingNow } from "../../../src/domain/technology/gate/waiver-finding.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPiece,
  aPlan,
  aProposal,
  aRecord,
  by,
  day,
  decided,
  digest,
  given,
  happened,
  noon,
  numbered,
  piloting,
  proposed,
  rollingOut,
  stateAfter,
  text,
} from "../../support/technology.ts";
import { atRolloutGate, atRolloutGateUnplanned, ground, revealed, rolloutPlan, vote } from "./gate-stories.ts";
import { attached, goodEvidence, measured, pilotWith } from "./look-stories.ts";
import { followed } from "./rollout-stories.ts";
import { sus } from "../scoring/pilot.ts";

/** Every condition may be waived, and every one deferred: the rule must not lean on a policy that forbids it. */
const lenient: Policy = {
  ...earlyPolicy,
  gates: Object.fromEntries(
    gates.map((gate) => [
      gate,
      {
        ...earlyPolicy.gates[gate],
        conditions: earlyPolicy.gates[gate].conditions.map(({ key }) => ({ key, waivable: true, deferrable: true })),
      },
    ]),
  ) as unknown as Policy["gates"],
};

const incident = (id: string, severity: Severity, n: number, dueOn = day(n + 30)): Happened =>
  happened(
    "IncidentRecorded",
    { incident: id, severity, occurredAt: noon(n), learnedAt: noon(n), timeZone: "UTC", dueOn, text: text(id) },
    "pia",
    n,
  );

const requested = (
  gate: Gate,
  condition: string,
  n: number,
  over: { waiver?: string; names?: readonly Thing[] } = {},
) =>
  happened(
    "WaiverRequested",
    { waiver: "w1", gate, condition, reason: text("why"), control: text("instead"), until: day(300), ...over },
    "pia",
    n,
  );
const granted = (n: number): Happened => happened("WaiverGranted", { waiver: "w1", by: ["ada", "abel"] }, "abel", n);

/** The story with a waiver granted as stands then; events of before do not say what for. */
const waived = (gate: Gate, key: string, story: readonly Happened[], n: number): readonly Happened[] => [
  ...story,
  requested(gate, key, n),
  granted(n),
];

const result = (gate: Gate, key: string, story: readonly Happened[], n: number) =>
  assessGate(gate, stateAfter(...story), lenient, { today: day(n) }).find((one) => one.key === key);

/** Everything but the survey, whose few answers are below its minimum sample. */
const surveyShort = (n: number): readonly Happened[] =>
  pilotWith([
    ...goodEvidence().filter(({ event }) => event.type === "EvidenceAttached" && event.payload.kind !== "sus"),
    attached(measured(8, sus(n, 82, 9)), 10),
  ]);
const revised = (cost: { pilot: number | null; annual: number | null }): Happened =>
  happened(
    "ProposalRevised",
    { proposal: aProposal({ cost: { ...cost, currency: "EUR" } }), changed: ["cost"] },
    "pia",
  );
const amended = (days: number): Happened =>
  happened(
    "PilotPlanAmended",
    { plan: aPlan({ days }), changed: ["days"], reason: text(`${days}`), afterData: true },
    "pia",
    10,
  );
const corrected = (severity: Severity, corrects: number): Happened =>
  happened(
    "EntryCorrected",
    { corrects, correctedType: "IncidentRecorded", changes: { severity }, text: text("wrong") },
    "pia",
    41,
  );
const erased = (word: string): Happened =>
  happened("TextErased", { digest: digest(word), ground: text("law") }, "adam", 12);
const withdrawn = (evidence: string, n: number): Happened =>
  happened("EvidenceWithdrawn", { evidence, reason: text("wrong") }, "pia", n);
const closed = (id: string): Happened => happened("IncidentClosed", { incident: id, text: text("done") }, "pia", 41);
const assessed = (indicator: string, state: GuardAssessment["state"], estimate: number | null): Happened =>
  happened(
    "GuardAssessed",
    { wave: 2, indicator, state, estimate, lower: null, upper: null, limit: 60, evidence: [] },
    "system",
    80,
  );
const atAdoption = (): readonly Happened[] => [
  ...rollingOut(),
  happened(
    "RolloutPlanned",
    {
      ...rolloutPlan(),
      guards: ["sus", "failed-share"].map((indicator) => ({ indicator, limit: 60, minimumSample: 5 })),
    },
    "pia",
    42,
  ),
  happened("WaveOpened", { wave: 1 }, "pia", 45),
  happened("WaveOpened", { wave: 2 }, "pia", 75),
];
const agreeing = (alpha: number, round = 1): readonly Happened[] =>
  revealed({ round, agreement: { alpha, raw: 0.5, level: "unreliable" } });
const nextRound = (alpha: number): readonly Happened[] => [
  happened("EvaluatorsAssigned", { round: 2, evaluators: ["edda", "enno"], dueOn: day(60) }, "ada", 42),
  happened(
    "ScoresRevealed",
    { round: 2, sheets: [], agreement: { alpha, raw: 0.5, level: "unreliable" }, moderate: [] },
    "system",
    43,
  ),
];
const positionOf = (story: readonly Happened[], type: string): number =>
  10 * (story.findIndex(({ event }) => event.type === type) + 1);

const barred = [...atRolloutGate(), incident("i1", 2, 38)];
const two = [...barred, incident("i2", 2, 38)];
const moderating = revealed({ moderate: ["learning", "data-handling"] });
const restated = (item: string): readonly Happened[] =>
  ["eva", "emil"].map((evaluator) =>
    happened("ScoreModerated", { item, scores: [{ evaluator, score: 4 }], text: text(item) }, evaluator, 40),
  );
const oneModerated = [...moderating, ...restated("learning")];

type Case = readonly [
  what: string,
  gate: Gate,
  key: string,
  story: readonly Happened[],
  on: number,
  then: readonly Happened[],
  later?: number,
];

const beyondTheWaiver: readonly Case[] = [
  ["another incident", "rollout", "incidents-closed", barred, 40, [incident("i2", 1, 41)]],
  ["a less grave one beside it", "rollout", "incidents-closed", barred, 40, [incident("i2", 2, 41)]],
  [
    "the incident, found to be graver",
    "rollout",
    "incidents-closed",
    barred,
    40,
    [corrected(1, positionOf(barred, "IncidentRecorded"))],
  ],
  ["another one overdue", "rollout", "incidents-closed", [...barred, incident("i2", 4, 38, day(45))], 40, [], 46],
  [
    "load tests withdrawn where only the survey was short",
    "completion",
    "plan-evidence-complete",
    surveyShort(5),
    12,
    [withdrawn("e1", 13)],
  ],
  [
    "answers withdrawn from a survey that was short",
    "completion",
    "plan-evidence-complete",
    [...surveyShort(3), attached(measured(9, sus(4, 82, 9)), 10)],
    12,
    [withdrawn("e9", 13)],
  ],
  [
    "a second piece expired",
    "completion",
    "evidence-fresh",
    [
      ...piloting(),
      happened("EvidenceAttached", aPiece(1, { expiresOn: day(8) }), "pia", 6),
      happened("EvidenceAttached", aPiece(2, { kind: "sus", expiresOn: day(15) }), "pia", 6),
    ],
    10,
    [],
    16,
  ],
  ["a longer pilot", "completion", "pilot-length-run", piloting(), 10, [amended(60)]],
  [
    "another field left open",
    "admission",
    "cost-stated",
    [...proposed(), revised({ pilot: null, annual: 1 })],
    0,
    [revised({ pilot: null, annual: null })],
  ],
  [
    "the other field left open",
    "admission",
    "cost-stated",
    [...proposed(), revised({ pilot: null, annual: 1 })],
    0,
    [revised({ pilot: 1, annual: null })],
  ],
  ["another text erased", "admission", "need-stated", [...proposed(), erased("need")], 1, [erased("need of")]],
  [
    "a second amendment without its reason",
    "completion",
    "amendments-explained",
    [...piloting(), amended(30), amended(31), erased("30")],
    13,
    [erased("31")],
  ],
  [
    "another item in moderation",
    "rollout",
    "moderation-finished",
    oneModerated,
    41,
    [happened("PersonRecused", { person: "eva", as: "evaluator" }, "eva", 42), ...nextRoundModerating()],
  ],
  [
    "a lower agreement of another round",
    "rollout",
    "rater-agreement",
    agreeing(0.5),
    40,
    [decided("rollout", "return", 41), decided("completion", "approve", 41), ...nextRound(0.6)],
  ],
  [
    "the guard breached that had too few data",
    "adoption",
    "guards-within",
    atAdoption(),
    79,
    [assessed("sus", "breached", 50)],
  ],
  [
    "a guard breached further",
    "adoption",
    "guards-within",
    [...atAdoption(), assessed("sus", "breached", 50), assessed("failed-share", "within", 61)],
    80,
    [assessed("sus", "breached", 40)],
  ],
  [
    "a second guard with too few data",
    "adoption",
    "guards-within",
    [...atAdoption(), assessed("sus", "breached", 50), assessed("failed-share", "within", 61)],
    80,
    [assessed("failed-share", "too-few", null)],
  ],
  [
    "another cause of the hold",
    "adoption",
    "no-hold",
    [...atAdoption(), happened("RolloutHeld", { cause: { kind: "person" }, text: text("h") }, "pia", 76)],
    77,
    [happened("RolloutHeld", { cause: { kind: "guard", indicator: "sus", wave: 2 }, text: null }, "system", 78)],
  ],
];

function nextRoundModerating(): readonly Happened[] {
  return [
    happened("EvaluatorsAssigned", { round: 1, evaluators: ["edda"], dueOn: day(60) }, "ada", 42),
    happened(
      "ScoresRevealed",
      { round: 1, sheets: [], agreement: { alpha: 1, raw: 1, level: "reliable" }, moderate: ["learning"] },
      "system",
      43,
    ),
  ];
}

const withinTheWaiver: readonly Case[] = [
  ["one of two incidents closed", "rollout", "incidents-closed", two, 40, [closed("i2")]],
  [
    "an incident found to be less grave, and overdue",
    "rollout",
    "incidents-closed",
    barred,
    40,
    [corrected(3, positionOf(barred, "IncidentRecorded"))],
    90,
  ],
  ["an incident whose day has passed: it was known", "rollout", "incidents-closed", barred, 40, [], 90],
  ["a minor incident that bars nothing", "rollout", "incidents-closed", barred, 40, [incident("i2", 4, 41)]],
  ["a shorter pilot", "completion", "pilot-length-run", piloting(), 10, [amended(29), amended(28)]],
  [
    "more answers to a survey that stays short",
    "completion",
    "plan-evidence-complete",
    surveyShort(5),
    12,
    [attached(measured(9, sus(2, 82, 9)), 13)],
  ],
  [
    "one field stated",
    "admission",
    "cost-stated",
    [...proposed(), revised({ pilot: null, annual: null })],
    0,
    [revised({ pilot: 1, annual: null })],
  ],
  ["one guard within", "adoption", "guards-within", atAdoption(), 79, [assessed("sus", "within", 70)]],
  [
    "a guard breached less far",
    "adoption",
    "guards-within",
    [...atAdoption(), assessed("sus", "breached", 50)],
    80,
    [assessed("sus", "breached", 55)],
  ],
];

const named = (cases: readonly Case[]) => cases.map((one) => [`${one[0]} (${one[1]}, ${one[2]})`, one] as const);

describe("a waiver covers the finding it was granted for", () => {
  it.each(named(beyondTheWaiver))(
    "%s opens the condition again",
    (_, [, gate, key, story, on, then, later = on + 6]) => {
      const before = waived(gate, key, story, on);
      expect(result(gate, key, before, on)?.status).toBe("waived");
      const after = result(gate, key, [...before, ...then], later);
      expect(after?.status).toMatch(/^un/);
    },
  );

  it.each(named(withinTheWaiver))("%s stays covered", (_, [, gate, key, story, on, then, later = on + 6]) => {
    const before = waived(gate, key, story, on);
    expect(result(gate, key, [...before, ...then], later)?.status).toBe("waived");
  });

  it.each(named([...beyondTheWaiver, ...withinTheWaiver]))(
    "its grant says what it covers: before %s",
    (_, [, gate, key, story, on]) => {
      const asked = [
        ...story,
        requested(gate, key, on),
        happened("WaiverSupported", { waiver: "w1", by: "ada" }, "ada", on),
      ];
      const t = stateAfter(...asked);
      const facts = by("abel", on, { policy: lenient });
      const shown = digestOfFinding(findingNow(t, t.waivers[0]!, facts));
      const { decision } = given(...asked).when({ type: "GrantWaiver", waiver: "w1", shown }, facts);
      const names = result(gate, key, asked, on)?.names;
      expect(names?.length).toBeGreaterThan(0);
      expect(decision).toMatchObject({ kind: "accepted", events: [{ type: "WaiverGranted", payload: { names } }] });
    },
  );

  it("that was granted while the condition was met covers nothing", () => {
    const story = [...waived("rollout", "incidents-closed", atRolloutGate(), 39), incident("i1", 2, 40)];
    expect(result("rollout", "incidents-closed", story, 41)?.status).toBe("unmet");
  });

  it("says on the record what stands beneath it and what it covers", () => {
    const story = [...waived("rollout", "incidents-closed", two, 40), closed("i2")];
    expect(result("rollout", "incidents-closed", story, 41)).toMatchObject({
      status: "waived",
      names: [{ kind: "incident", id: "i1", at: 2 }],
      beneath: {
        reason: { code: "conditions:incidents-closed.unmet", params: { incidents: ["i1"] } },
        covers: [
          { kind: "incident", id: "i1", at: 2 },
          { kind: "incident", id: "i2", at: 2 },
        ],
      },
    });
  });
});

describe("nobody votes on an incident they did not see", () => {
  const standing = followed(
    waived("rollout", "incidents-closed", barred, 40),
    vote(waived("rollout", "incidents-closed", barred, 40), by("ada", 41), "approve"),
    by("ada", 41),
  );
  const graver = [...standing, incident("i2", 1, 41)];
  const abel = by("abel", 41);

  it("the form of before is refused, and so is approval", () => {
    given(...graver)
      .when(vote(graver, abel, "approve", { ground: ground(standing, abel) }), abel)
      .thenRefused("GroundChanged@ground", "ConditionOpen@option");
  });

  it("the vote of before lapses", () => {
    const { decision } = given(...graver).when(vote(graver, abel, "return"), abel);
    expect(decision).toMatchObject({
      events: [{ type: "VotesLapsed", payload: { voters: ["ada"], why: "ground-changed" } }, { type: "VoteCast" }],
    });
  });

  it("a vote stands where less is left beneath the waiver", () => {
    const both = waived("rollout", "incidents-closed", two, 40);
    const one = followed(both, vote(both, by("ada", 41), "approve"), by("ada", 41));
    const fewer = [...one, closed("i2")];
    const { decision } = given(...fewer).when(vote(fewer, abel, "approve"), abel);
    expect(decision).toMatchObject({
      events: [{ type: "VoteCast" }, { type: "GateDecided", payload: { outcome: "approve" } }],
    });
  });

  it("a vote lapses with the severity of an open incident, though the same incident stays open", () => {
    const returned = followed(barred, vote(barred, by("ada", 41), "return"), by("ada", 41));
    const later = [...returned, corrected(1, positionOf(barred, "IncidentRecorded"))];
    const { decision } = given(...later).when(vote(later, abel, "return"), abel);
    expect(decision).toMatchObject({ events: [{ type: "VotesLapsed", payload: { voters: ["ada"] } }, {}] });
  });

  it("a vote cast when grounds named nothing stands as long as they say the same", () => {
    const plain = (story: readonly Happened[]) =>
      ground(story, abel, "rollout", (conditions) => conditions.map(({ names: _, beneath: __, ...one }) => one));
    const cast = happened(
      "VoteCast",
      { gate: "rollout", option: "return", reason: text("r"), ground: plain(barred), onBehalfOf: null, lessons: null },
      "ada",
      40,
    );
    const same = given(...barred, cast).when(vote([...barred, cast], abel, "abstain"), abel).decision;
    expect(same).toMatchObject({ events: [{ type: "VoteCast" }] });
    const more = [...barred, cast, incident("i2", 2, 41)];
    expect(given(...more).when(vote(more, abel, "abstain"), abel).decision).toMatchObject({
      events: [{ type: "VotesLapsed", payload: { voters: ["ada"] } }, {}],
    });
  });
});

describe("a waiver that is asked for", () => {
  const asked = [...barred, requested("rollout", "incidents-closed", 39)];
  const supported = [...asked, happened("WaiverSupported", { waiver: "w1", by: "ada" }, "ada", 40)];
  const grant = (story: readonly Happened[], actor: string, seen = story) => {
    const facts = by(actor, 42);
    const t = stateAfter(...seen);
    const shown = digestOfFinding(findingNow(t, t.waivers[0]!, facts));
    return given(...story).when({ type: "GrantWaiver", waiver: "w1", shown }, facts);
  };

  it("is granted for no more than stood when it was asked for", () => {
    grant([...asked, incident("i2", 2, 41)], "ada").thenRefused("WaiverOutgrown");
    grant([...asked, corrected(1, positionOf(barred, "IncidentRecorded"))], "ada").thenRefused("WaiverOutgrown");
  });

  it("is granted for no more than stood when it was supported", () => {
    const one = [...two, requested("rollout", "cost-stated", 39)];
    expect(one.length).toBeGreaterThan(two.length);
    grant([...supported, incident("i2", 2, 41)], "abel").thenRefused("WaiverOutgrown");
    const narrowed = [
      ...atRolloutGate(),
      revised({ pilot: null, annual: null }),
      requested("rollout", "cost-stated", 39),
      revised({ pilot: 1, annual: null }),
      happened("WaiverSupported", { waiver: "w1", by: "ada" }, "ada", 40),
      revised({ pilot: null, annual: null }),
    ];
    grant(narrowed, "abel").thenRefused("WaiverOutgrown");
  });

  it("is granted on the finding that the form showed", () => {
    const fewer = [...two, requested("rollout", "incidents-closed", 39), closed("i2")];
    grant(fewer, "ada", fewer.slice(0, -1)).thenRefused("FindingChanged@shown");
    grant(fewer, "ada").then({
      type: "WaiverSupported",
      payload: { waiver: "w1", by: "ada", names: [{ kind: "incident", id: "i1", at: 2 }] },
    });
  });

  it("is not granted once there is nothing to waive", () => {
    grant([...asked, closed("i1")], "ada").thenRefused("ConditionNotOpen");
  });

  it("stands in nobody's way once it was outgrown: another may be asked for", () => {
    const ask = {
      type: "RequestWaiver",
      gate: "rollout",
      condition: "incidents-closed",
      reason: text("why"),
      control: text("instead"),
      until: day(100),
    } as const;
    const grown = [...asked, incident("i2", 2, 41)];
    given(...grown)
      .when(ask, by("pia", 42))
      .thenAccepted();
    given(...waived("rollout", "incidents-closed", barred, 40), incident("i2", 2, 41))
      .when(ask, by("pia", 42))
      .thenAccepted();
  });
});

describe("a deferred condition", () => {
  const item = (over: Partial<DatedCondition> = {}): DatedCondition => ({
    condition: "incidents-closed",
    text: text("close it"),
    dueOn: day(60),
    owner: "pia",
    ...over,
  });
  const draft = { type: "DraftConditions", gate: "rollout", conditions: [item()] } as const;
  const drafted = happened("ConditionsDrafted", { gate: "rollout", conditions: [item()] }, "ada", 40);
  const approve = (story: readonly Happened[]) =>
    given(...story).when(vote(story, by("ada", 41), "approve-with-conditions"), by("ada", 41));

  it("is what stood when the list was drafted, and no more", () => {
    approve([...barred, drafted]).thenAccepted();
    approve([...barred, drafted, incident("i2", 1, 41)]).thenRefused("ConditionNotCovered@option");
    const said = followed(barred, draft, by("ada", 40));
    approve(said).thenAccepted();
    approve([...said, incident("i2", 1, 41)]).thenRefused("ConditionNotCovered@option");
  });

  it("is drafted anew for what came since, in the same words", () => {
    const grown = [...barred, drafted, incident("i2", 1, 41)];
    given(...barred, drafted)
      .when(draft, by("abel", 41))
      .thenRefused("NothingChanged@conditions");
    approve(followed(grown, draft, by("abel", 41))).thenAccepted();
  });

  it("is what stands, whatever the command says", () => {
    const forged = { ...draft, conditions: [item({ names: [{ kind: "incident", id: "i9", at: 1 }] })] };
    const { decision } = given(...barred).when(forged, by("ada", 40));
    expect(decision).toMatchObject({
      events: [{ payload: { conditions: [{ names: [{ kind: "incident", id: "i1", at: 2 }] }] } }],
    });
  });

  it("of one kind does not cover another", () => {
    const story = [...atRolloutGateUnplanned(), incident("i1", 2, 38), drafted];
    approve(story).thenRefused("ConditionNotCovered@option");
  });
});

describe("recomputing a decision that was taken on a waiver", () => {
  const policies = { 1: earlyPolicy };
  const decisionIn = (events: readonly PastEvent[]) => {
    const decision = events.at(-1);
    if (decision?.type !== "GateDecided") throw new Error("nothing was decided");
    return decision;
  };

  it("finds the same", () => {
    const story = waived("admission", "cost-stated", [...proposed(), revised({ pilot: null, annual: 1 })], 1);
    const facts = by("ada", 2);
    const events = numbered(followed(story, vote(story, facts, "approve", { gate: "admission" }), facts));
    const { differences, recorded } = recomputeDecision(events, decisionIn(events), policies);
    expect(differences).toEqual([]);
    expect(recorded.methods).toMatchObject({ conditions: "2.0", ground: "2.0" });
  });

  it("finds the same where a waiver still covered whatever came later: it is recomputed as it was taken", () => {
    const story = [
      ...waived("admission", "cost-stated", [...proposed(), revised({ pilot: null, annual: 1 })], 1),
      revised({ pilot: null, annual: null }),
    ];
    const t = stateAfter(...story);
    const conditions = assessGateThen("admission", t, earlyPolicy, { today: day(2) });
    expect(conditions.every(({ status }) => status === "met" || status === "waived")).toBe(true);
    const grounds = ground(story, by("ada", 2), "admission", () => conditions);
    const cast = { gate: "admission", option: "approve", reason: text("r"), ground: grounds } as const;
    const record = aRecord({
      position: t.position,
      decidedAt: noon(2),
      today: day(2),
      ground: grounds,
      conditions,
      votes: [{ person: "ada", option: "approve", reason: text("r") }],
      methods: { conditions: "1.0", ground: "1.0" },
    });
    const events = numbered([
      ...story,
      happened("VoteCast", { ...cast, onBehalfOf: null, lessons: null }, "ada", 2),
      happened(
        "GateDecided",
        { gate: "admission", outcome: "approve", conditions: [], lessons: null, record },
        "ada",
        2,
      ),
    ]);
    expect(recomputeDecision(events, decisionIn(events), policies).differences).toEqual([]);
    const other = events.map((event) =>
      event.type === "GateDecided"
        ? {
            ...event,
            payload: { ...event.payload, record: { ...record, methods: { conditions: "2.0", ground: "2.0" } } },
          }
        : event,
    );
    expect(recomputeDecision(other, decisionIn(other), policies).differences.map(({ where }) => where)).toContain(
      "ground",
    );
  });
});
