import { describe, expect, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import { recomputeDecision } from "../../../src/domain/technology/recompute.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import type { PastEvent } from "../../../src/domain/technology/state/envelope.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, digest, happened, numbered, people, text } from "../../support/technology.ts";
import { sus } from "../scoring/pilot.ts";
import { rolloutPlan, vote } from "./gate-stories.ts";
import { evaluatedOn, goodEvidence, measured, pilotWith } from "./look-stories.ts";
import { followed, system } from "./rollout-stories.ts";

type Decision = PastEvent & { readonly type: "GateDecided" };

const policies = { 1: earlyPolicy };

/** A whole life up to the rollout decision, every step through `decide`. */
const decidedStory = (
  policy: Policy = earlyPolicy,
  meanwhile: (pilot: readonly Happened[]) => readonly Happened[] = (pilot) => pilot,
): readonly Happened[] => {
  const under = (facts: Facts): Facts => ({ ...facts, policy, policies: { 1: policy } });
  const story = evaluatedOn(meanwhile(pilotWith(goodEvidence())), 36);
  const planned = followed(story, { type: "PlanRollout", ...rolloutPlan() }, under(by("pia", 38)));
  const looked = followed(planned, { type: "Sweep" }, under(system(40)));
  const one = followed(looked, vote(looked, under(by("ada", 41)), "approve"), under(by("ada", 41)));
  return followed(one, vote(one, under(by("abel", 41)), "approve"), under(by("abel", 41)));
};

/** Nobody reaches this SUS; a technology of tier II need not. */
const easierForTierII: Policy = {
  ...earlyPolicy,
  criteria: earlyPolicy.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) =>
      one.key === "sus" ? { ...one, floor: 99, byTier: { II: { floor: 60, minimumSample: 12 } } } : one,
    ),
  })),
};

const replay = (events: readonly PastEvent[], by = policies) => {
  const decision = events.findLast((event): event is Decision => event.type === "GateDecided");
  if (decision === undefined) throw new Error("nothing was decided");
  return recomputeDecision(events, decision, by);
};

const where = (events: readonly PastEvent[], by = policies) => replay(events, by).differences.map((one) => one.where);

/** The same events with one kind of them changed, as a forger would have it. */
const forged = (type: PastEvent["type"], change: (payload: never) => object): readonly PastEvent[] =>
  numbered(decidedStory()).map((event) =>
    event.type === type ? ({ ...event, payload: change(event.payload as never) } as PastEvent) : event,
  );

describe("recomputing a decision", () => {
  const honest = numbered(decidedStory());

  it("finds the same", () => {
    const { recorded, recomputed, differences } = replay(honest);
    expect(differences).toEqual([]);
    expect(recomputed).toEqual(recorded);
    expect(recorded).toMatchObject({ outcome: "approve", verdict: { outcome: "pass" }, quorum: 2 });
  });

  it("finds the same where the policy asks something else of the technology's tier", () => {
    const events = numbered(decidedStory(easierForTierII));
    const { recorded, differences } = replay(events, { 1: easierForTierII });
    expect(differences).toEqual([]);
    const found = recorded.verdict?.indicators.find(({ id }) => id === "sus");
    expect(found).toMatchObject({ state: "cleared", floor: 60, minimum: 12 });
    expect(found).not.toHaveProperty("byTier");
  });

  it("finds the same whatever happened afterwards: texts erased, evidence withdrawn", () => {
    const later = numbered([
      ...decidedStory(),
      happened("TextErased", { digest: digest("need"), ground: text("law") }, "adam", 50),
      happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 51),
    ]);
    expect(where(later)).toEqual([]);
  });

  it("finds the same with drills, one of them shortened after the look", () => {
    const story = decidedStory(earlyPolicy, (pilot) => [
      ...pilot,
      ...[300, 20].map((minutes, i) =>
        happened("DrillRecorded", { on: day(12 + i), minutes, text: text("drill") }, "pia", 13),
      ),
    ]);
    const corrects = 10 * (story.findIndex(({ event }) => event.type === "DrillRecorded") + 1);
    const correction = {
      corrects,
      correctedType: "DrillRecorded",
      changes: { drillMinutes: 3 },
      text: text("w"),
    } as const;
    expect(where(numbered([...story, happened("EntryCorrected", correction, "pia", 45)]))).toEqual([]);
  });

  it("finds the same where a deputy voted for the office", () => {
    const story = pilotWith([]).slice(0, 1);
    const deputy = by("abel", 1, {
      people: people.map((one) => (one.id === "abel" ? { ...one, deputyFor: ["ada"] } : one)),
    });
    const cast = vote(story, deputy, "approve", { gate: "admission", onBehalfOf: "ada" });
    const { recorded, differences } = replay(numbered(followed(story, cast, deputy)));
    expect(recorded.votes).toMatchObject([{ person: "abel", onBehalfOf: "ada" }]);
    expect(differences).toEqual([]);
  });

  it("finds the same at the other gates", () => {
    const story = followed(
      pilotWith([]).slice(0, 1),
      vote(pilotWith([]).slice(0, 1), by("ada", 1), "approve", { gate: "admission" }),
      by("ada", 1),
    );
    expect(replay(numbered(story)).differences).toEqual([]);
  });

  it("shows a changed statistic in the verdict that rests on it", () => {
    const changed = forged("EvidenceAttached", (piece: { kind: string }) =>
      piece.kind === "sus" ? { ...piece, statistics: sus(60, 50, 9) } : piece,
    );
    const found = where(changed);
    expect(found).toContain("verdict.outcome");
    expect(found).toContain("conditions.0.status");
    expect(found).toContain("ground");
  });

  it("shows a changed digest of the evidence", () => {
    const changed = forged("EvidenceAttached", (piece: { kind: string }) =>
      piece.kind === "sus" ? { ...piece, digest: digest("another file") } : piece,
    );
    expect(where(changed).some((path) => path.startsWith("verdict.indicators."))).toBe(true);
  });

  it("shows a vote that says something else than was recorded", () => {
    const turned = forged("VoteCast", (cast: object) => ({ ...cast, option: "return" }));
    expect(where(turned)).toEqual(["outcome", "votes.0.option", "votes.1.option"]);
  });

  it("shows a record that was changed by hand", () => {
    const changed = forged("GateDecided", (decision: Decision["payload"]) =>
      decision.gate !== "rollout"
        ? decision
        : {
            ...decision,
            record: {
              ...decision.record,
              quorum: 1,
              conditions: decision.record.conditions.map((one, i) => (i === 2 ? { ...one, status: "unknown" } : one)),
            },
          },
    );
    expect(replay(changed).differences).toEqual([
      { where: "conditions.2.status", recorded: "unknown", recomputed: "met" },
      { where: "quorum", recorded: 1, recomputed: 2 },
    ]);
  });

  it("shows another policy under the same number", () => {
    expect(where(honest, { 1: { ...earlyPolicy, passMark: 99 } })).toContain("verdict.passMark");
  });

  it("shows a method that changed since", () => {
    const older = forged("GateDecided", (decision: Decision["payload"]) => ({
      ...decision,
      record: { ...decision.record, methods: { ...decision.record.methods, verdict: "0.1" } },
    }));
    expect(where(older)).toEqual(["methods.verdict"]);
  });

  it("cannot do without the policy the decision names", () => {
    expect(() => replay(honest, {} as typeof policies)).toThrow("Policy version 1 is missing");
    expect(measured(1, sus(5, 70, 3)).evidence).toBe("e1");
  });
});
