import { describe, expect, it } from "vitest";
import { digestOfDrift, driftOf } from "../../../src/domain/technology/gate/drift.ts";
import { quorumOf } from "../../../src/domain/technology/gate/eligible.ts";
import { unsettled } from "../../../src/domain/technology/gate/settle.ts";
import { openGate } from "../../../src/domain/technology/state/open-gate.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { GateOutcome } from "../../../src/domain/technology/state/decision.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import { groundOf } from "../../../src/domain/technology/gate/ground.ts";
import { pinnedPolicy } from "../../../src/domain/technology/state/policy-of.ts";
import type { Gate } from "../../../src/domain/policy/policy.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import {
  aPiece,
  aRecord,
  admitted,
  by,
  day,
  digest,
  given,
  happened,
  noText,
  proposed,
  stateAfter,
  text,
} from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { approved, drilled, opened } from "./rollout-stories.ts";

/** Gates ask for nothing and need two, so that what reopening brings about is seen by itself. */
const policy: Policy = {
  ...earlyPolicy,
  gates: Object.fromEntries(
    Object.entries(earlyPolicy.gates).map(([gate, rules]) => [
      gate,
      { ...rules, conditions: [], quorum: { I: 1, II: 2, III: 3, IV: 3 } },
    ]),
  ) as unknown as Policy["gates"],
};
const as = (actor: string, n: number) => by(actor, n, { policy, policies: { 1: policy } });

const evidence = ["e1", "e2"].map((id) => ({ evidence: id, digest: digest(id) }));
const decidedOn = (gate: Gate, n: number, outcome: GateOutcome = "approve"): Happened =>
  happened("GateDecided", { gate, outcome, conditions: [], lessons: null, record: aRecord({ evidence }) }, "ada", n);
/** Rolled out on two pieces, the first wave open since day 45, adopted where it says so. */
const inRollout = (): readonly Happened[] => [
  ...approved().slice(0, -1),
  happened("EvidenceAttached", aPiece(2), "pia", 41),
  decidedOn("rollout", 42),
  drilled(),
  opened(1, 45),
];
const adopted = (): readonly Happened[] => [...inRollout(), decidedOn("adoption", 60)];
const withdrawn = (id: string, n = 70): Happened =>
  happened("EvidenceWithdrawn", { evidence: id, reason: text("wrong file") }, "pia", n);

const standing = (story: readonly Happened[], gate: Gate) =>
  stateAfter(...story).decisions.findLast((decided) => decided.gate === gate)!;
function drifted(story: readonly Happened[], gate: Gate, n: number) {
  const t = stateAfter(...story);
  const decided = standing(story, gate);
  const drift = driftOf(decided, t, policy, day(n));
  return { decision: decided.position, shown: digestOfDrift(drift), open: unsettled(t, decided.position, drift) };
}
const settle = (type: "ConfirmDrift" | "ReopenGate", story: readonly Happened[], gate: Gate, n: number) => {
  const { decision, shown } = drifted(story, gate, n);
  return { type, decision, shown, text: text("why") } as const;
};
function followed(
  story: readonly Happened[],
  type: "ConfirmDrift" | "ReopenGate",
  actor: string,
  n: number,
  gate: Gate,
) {
  const facts = as(actor, n);
  const decision = decide(stateAfter(...story), settle(type, story, gate, n), facts);
  if (decision.kind === "rejected") throw new Error(JSON.stringify(decision.reasons));
  return [...story, ...decision.events.map((event): Happened => ({ event, actor, time: facts.now }))];
}
const reopenedBy = (story: readonly Happened[], gate: Gate, n = 71): readonly Happened[] =>
  followed(followed(story, "ReopenGate", "ada", n, gate), "ReopenGate", "abel", n, gate);

describe("drift of an approval", () => {
  const gone = [...adopted(), withdrawn("e1")];

  it("is settled by an approver's reason, for what was shown and nothing that comes on top", () => {
    expect(drifted(gone, "rollout", 71).open.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      "evidence-withdrawn e1",
    ]);
    const settled = followed(gone, "ConfirmDrift", "ada", 71, "rollout");
    expect(drifted(settled, "rollout", 72).open).toEqual([]);
    const more = [...settled, withdrawn("e2", 80)];
    expect(drifted(more, "rollout", 81).open.map(({ subject }) => subject)).toEqual(["e2"]);
    expect(drifted(settled, "adoption", 72).open).toHaveLength(1);
  });

  it("comes with time alone, and what was settled as expired is drift again as withdrawn", () => {
    expect(drifted(adopted(), "rollout", 185).open).toEqual([]);
    expect(drifted(adopted(), "rollout", 186).open.map(({ kind }) => kind)).toEqual([
      "evidence-expired",
      "evidence-expired",
    ]);
    const settled = followed(adopted(), "ConfirmDrift", "ada", 186, "rollout");
    expect(drifted([...settled, withdrawn("e1", 190)], "rollout", 191).open.map(({ kind }) => kind)).toEqual([
      "evidence-withdrawn",
    ]);
  });

  it.each([
    ["a planner", "pia"],
    ["an evaluator", "eva"],
    ["an auditor", "otto"],
  ])("is not settled by %s", (_, actor) => {
    for (const type of ["ConfirmDrift", "ReopenGate"] as const) {
      const { decision } = given(...gone).when(settle(type, gone, "rollout", 71), as(actor, 71));
      expect(decision.kind, `${type} by ${actor}`).toBe("rejected");
    }
  });

  it("is settled by nobody who wrote or sponsors it, though an approver", () => {
    const sven = by("sven", 71, {
      policy,
      policies: { 1: policy },
      people: as("ada", 71).people.map((one) => (one.id === "sven" ? { ...one, roles: ["approver"] } : one)),
    });
    given(...gone)
      .when(settle("ConfirmDrift", gone, "rollout", 71), sven)
      .thenRefused("AuthorMayNotDecide");
    given(...gone)
      .when(settle("ReopenGate", gone, "rollout", 71), sven)
      .thenRefused("AuthorMayNotDecide");
  });

  it("is refused on a form from before more had changed, without a reason, and where nothing changed", () => {
    const old = settle("ConfirmDrift", gone, "rollout", 71);
    given(...gone, withdrawn("e2", 71))
      .when(old, as("ada", 72))
      .thenRefused("DriftChangedMeanwhile");
    given(...gone)
      .when({ ...old, text: noText }, as("ada", 71))
      .thenRefused("TextMissing@text");
    const none = settle("ConfirmDrift", adopted(), "rollout", 71);
    given(...adopted())
      .when(none, as("ada", 71))
      .thenRefused("DecisionHasNotDrifted@decision");
    given(...gone)
      .when({ ...old, decision: 10 }, as("ada", 71))
      .thenRefused("DecisionStandsNoLonger@decision");
  });

  it("that is settled already is settled once", () => {
    const settled = followed(gone, "ConfirmDrift", "ada", 71, "rollout");
    given(...settled)
      .when(settle("ConfirmDrift", settled, "rollout", 72), as("abel", 72))
      .thenRefused("DriftSettledAlready@decision");
  });
});

describe("a gate is asked again", () => {
  const gone = [...adopted(), withdrawn("e1")];

  it("by as many as its quorum, each once, of one and the same drift; a confirmation does not keep them from it", () => {
    const confirmed = followed(gone, "ConfirmDrift", "anna", 71, "rollout");
    const once = followed(confirmed, "ReopenGate", "ada", 72, "rollout");
    expect(stateAfter(...once).reopened).toBeNull();
    given(...once)
      .when(settle("ReopenGate", once, "rollout", 72), as("ada", 72))
      .thenRefused("ReopeningSupportedAlready");
    const grown = [...once, withdrawn("e2", 73)];
    expect(stateAfter(...followed(grown, "ReopenGate", "abel", 74, "rollout")).reopened).toBeNull();
    expect(stateAfter(...followed(once, "ReopenGate", "abel", 73, "rollout")).reopened).toMatchObject({
      gate: "rollout",
    });
  });

  it("without counting whoever may no longer decide", () => {
    const once = followed(gone, "ReopenGate", "ada", 71, "rollout");
    const without = as("abel", 72).people.map((one) => (one.id === "ada" ? { ...one, roles: [] } : one));
    const { decision } = given(...once).when(settle("ReopenGate", once, "rollout", 72), {
      ...as("abel", 72),
      people: without,
    });
    expect(decision).toMatchObject({ kind: "accepted", events: [{ payload: { complete: false } }] });
  });

  it.each(["admission", "completion", "rollout", "adoption"] as const)(
    "%s: approved anew, everything goes on where it was, and the drift is over",
    (gate) => {
      const story = [...adopted().map((one) => withGround(one)), withdrawn("e1")];
      const again = reopenedBy(story, gate);
      expect(openGate(stateAfter(...again))).toBe(gate);
      const answer = happened(
        "GateDecided",
        { gate, outcome: "approve", conditions: [], lessons: null, record: aRecord() },
        "ada",
        80,
      );
      const after = stateAfter(...again, answer);
      expect(after).toMatchObject({ stage: "adopted", reopened: null, rollout: { waves: [{ state: "open" }, {}] } });
      expect(drifted([...again, answer], gate, 81).open).toEqual([]);
    },
  );

  it.each([
    ["admission", "proposed", "rolled-back"],
    ["completion", "piloting", "rolled-back"],
    ["rollout", "piloting", "rolled-back"],
    ["adoption", "rolling-out", "open"],
  ] as const)("%s: returned, it goes back to %s", (gate, stage, wave) => {
    const story = [...adopted().map((one) => withGround(one)), withdrawn("e1")];
    const after = stateAfter(...reopenedBy(story, gate), decidedOn(gate, 80, "return"));
    expect(after).toMatchObject({ stage, reopened: null });
    expect(after.rollout?.waves[0]?.state).toBe(wave);
  });

  it("rejected, it ends, and what had reached people is taken back", () => {
    const after = stateAfter(...reopenedBy(gone, "adoption"), decidedOn("adoption", 80, "reject"));
    expect(after).toMatchObject({
      stage: "rejected",
      reopened: null,
      rollout: { waves: [{ state: "rolled-back" }, {}] },
    });
  });

  it("and until then no wave is completed and no other gate voted on, while incidents and evidence go on", () => {
    const again = reopenedBy([...inRollout(), withdrawn("e1")], "rollout");
    given(...again)
      .when({ type: "CompleteWave", wave: 1 }, as("pia", 72))
      .thenRefused("GateAskedAgain", "GuardTooFew");
    given(...again)
      .when(vote(again, "adoption", 72), as("ada", 72))
      .thenRefused("GateNotOpen");
    given(...again)
      .when(
        {
          type: "RecordIncident",
          severity: 2,
          occurredAt: as("pia", 72).now,
          learnedAt: as("pia", 72).now,
          text: text("slow"),
        } as never,
        as("pia", 72),
      )
      .thenAccepted();
  });

  it("is voted on in service too, where alone it can be", () => {
    const again = reopenedBy(gone, "adoption");
    given(...again)
      .when(vote(again, "adoption", 72), as("anna", 72))
      .thenAccepted();
    given(...gone)
      .when(vote(gone, "adoption", 72), as("anna", 72))
      .thenRefused("GateNotOpen");
  });
});

describe("a tier that an assessment lowers", () => {
  const assessed = (tier: "I" | "II" | "III" | "IV", n = 5): Happened =>
    happened(
      "SafeguardReviewed",
      {
        kind: "impact-assessment",
        item: "g1",
        outcome: "accepted",
        of: digest("answers"),
        text: null,
        until: null,
        ground: {},
        fixes: { tier },
      },
      "eva",
      n,
    );
  const lowered = (from: "III" | "IV", to: "I" | "II", n = 5): Happened =>
    happened("TierLowered", { from, to }, "eva", n);
  const quorum = (story: readonly Happened[]) => quorumOf("completion", stateAfter(...story), policy);
  const story = [...admitted({ tier: "III" }), assessed("I"), lowered("III", "I")];

  it("asks no fewer people than before, until as many have approved under it", () => {
    expect(quorum([...admitted({ tier: "III" })])).toBe(3);
    expect(quorum(story)).toBe(3);
    expect(quorum([...story, decidedOn("completion", 20, "return")])).toBe(3);
    expect(quorum([...story, decidedOn("completion", 20)])).toBe(1);
  });

  it("asks for more where it rises past that again", () => {
    expect(quorum([...story, assessed("II", 6)])).toBe(3);
    expect(quorum([...proposed({ tier: "I" }), assessed("II")])).toBe(2);
  });

  it("of records before this rule is replayed as it was decided", () => {
    expect(quorum([...admitted({ tier: "III" }), assessed("I")])).toBe(1);
  });
});

function vote(story: readonly Happened[], gate: Gate, n: number) {
  const facts = as("ada", n);
  const t = stateAfter(...story);
  const ground = groundOf(gate, t, pinnedPolicy(t, facts), facts);
  return {
    type: "CastVote",
    gate,
    option: "return",
    reason: text("r"),
    ground,
    onBehalfOf: null,
    lessons: null,
  } as const;
}

/** Every approval of the story looked at the same two pieces. */
function withGround(one: Happened): Happened {
  if (one.event.type !== "GateDecided") return one;
  const { payload } = one.event;
  return {
    ...one,
    event: { ...one.event, payload: { ...payload, record: { ...payload.record, evidence } } },
  };
}
