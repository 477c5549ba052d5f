import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { needs as chapter } from "../../../src/domain/technology/needs/chapter.ts";
import { toDo } from "../../../src/domain/technology/needs/work.ts";
import type { Coverage } from "../../../src/domain/technology/state/needs.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPlan,
  by,
  day,
  declared,
  decided,
  given,
  happened,
  noText,
  piloting,
  proposed,
  stateAfter,
  submitted,
  text,
  withEvidence,
} from "../../support/technology.ts";
import { revealed } from "./scores.ts";

const stated = (actor = "pia", n = 1): Happened =>
  happened("NeedsStated", { needs: ["n1", "n2"].map((need) => ({ need, text: text(need) })) }, actor, n);
const judged = (need: string, coverage: Coverage, plan = 1): Happened =>
  happened("NeedJudged", { need, plan, coverage, evidence: ["e1"], text: text("why") }, "eva", 38);

/** A pilot whose needs were listed before it began, with the scores open. */
const atReveal = (): readonly Happened[] => withNeeds(revealed());
const withNeeds = (story: readonly Happened[]): readonly Happened[] => {
  const [first, ...rest] = story;
  return first === undefined ? [] : [first, stated(), ...rest];
};

const list = (...words: readonly string[]) =>
  ({ type: "StateNeeds", needs: words.map((word) => ({ text: text(word) })) }) as const;
const judge = (over: { need?: string; coverage?: Coverage; evidence?: readonly string[]; words?: string } = {}) =>
  ({
    type: "JudgeNeed",
    need: over.need ?? "n1",
    coverage: over.coverage ?? "met",
    evidence: over.evidence ?? ["e1"],
    text: text(over.words ?? "why"),
  }) as const;

describe("the list of needs", () => {
  it("numbers what it says, and its writer is an author from then on", () => {
    given(...proposed())
      .when(list("a", "b"), by("pete", 1))
      .then({
        type: "NeedsStated",
        payload: {
          needs: [
            { need: "n1", text: text("a") },
            { need: "n2", text: text("b") },
          ],
        },
      });
    expect(stateAfter(...proposed(), stated("pete")).authors).toContain("pete");
  });

  it("is for planners who judge nothing here", () => {
    given(...proposed())
      .when(list("a"), by("eva", 1))
      .thenRefused("RoleMissing");
  });

  it("says at least one need, in words, and something new", () => {
    given(...proposed())
      .when(list(), by("pia", 1))
      .thenRefused("NeedsMissing@needs");
    given(...proposed())
      .when({ type: "StateNeeds", needs: [{ text: text("a") }, { text: noText }] }, by("pia", 1))
      .thenRefused("TextMissing@needs.1.text");
    given(...proposed(), stated())
      .when(list("n1", "n2"), by("pia", 2))
      .thenRefused("NothingChanged@needs");
    given(...proposed())
      .when(list(...Array.from({ length: 31 }, (_, i) => `need ${i}`)), by("pia", 1))
      .thenRefused("NeedsTooMany@needs");
  });

  it("may be written anew until somebody has seen data of the plan, whatever became of it", () => {
    expect(stateAfter(...piloting(), stated("pia", 4), stated("pia", 5)).needs).toHaveLength(2);
    given(...withEvidence())
      .when(list("a"), by("pia", 7))
      .thenRefused("NeedsFixed@needs");
    given(...withEvidence(), happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 7))
      .when(list("a"), by("pia", 8))
      .thenRefused("NeedsFixed@needs");
  });

  it("belongs to a technology that is proposed or piloted", () => {
    given(...atReveal())
      .when(list("a"), by("pia", 38))
      .thenRefused("NotInThisStage");
  });
});

describe("judging a need", () => {
  it("puts what an evaluator says of it on record, with the plan that was piloted", () => {
    given(...atReveal())
      .when(judge({ coverage: "partly" }), by("eva", 38))
      .then({
        type: "NeedJudged",
        payload: { need: "n1", plan: 1, coverage: "partly", evidence: ["e1"], text: text("why") },
      });
  });

  it("is for evaluators of the round, after the scores are open", () => {
    given(...atReveal())
      .when(judge(), by("edda", 38))
      .thenRefused("NotAssigned");
    given(...withNeeds(submitted()))
      .when(judge(), by("eva", 36))
      .thenRefused("ScoresNotRevealed");
    given(...atReveal())
      .when(judge(), by("pia", 38))
      .thenRefused("RoleMissing", "NotAssigned", "AuthorMayNotEvaluate");
  });

  it("rests on evidence that counts for this pilot, unless nothing was tested", () => {
    given(...atReveal())
      .when(judge({ evidence: [] }), by("eva", 38))
      .thenRefused("NeedEvidenceMissing@evidence");
    given(...atReveal())
      .when(judge({ evidence: ["e9"] }), by("eva", 38))
      .thenRefused("NeedEvidenceNotInForce@evidence");
    given(...atReveal(), happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 37))
      .when(judge(), by("eva", 38))
      .thenRefused("NeedEvidenceNotInForce@evidence");
    given(...atReveal())
      .when(judge({ coverage: "not-tested", evidence: [] }), by("eva", 38))
      .then({
        type: "NeedJudged",
        payload: { need: "n1", plan: 1, coverage: "not-tested", evidence: [], text: text("why") },
      });
  });

  it("names a need that is listed, an answer that there is, and why", () => {
    given(...atReveal())
      .when(judge({ need: "n9" }), by("eva", 38))
      .thenRefused("NeedUnknown@need");
    given(...atReveal())
      .when({ ...judge(), coverage: "mostly" as Coverage }, by("eva", 38))
      .thenRefused("CoverageUnknown@coverage");
    given(...atReveal())
      .when({ ...judge(), text: noText }, by("eva", 38))
      .thenRefused("TextMissing@text");
  });

  it("takes the place of an earlier judgement of the same need alone", () => {
    const t = stateAfter(...atReveal(), judged("n1", "not-met"), judged("n2", "met"), judged("n1", "met"));
    expect(t.needs.map(({ judgement }) => judgement?.coverage)).toEqual(["met", "met"]);
  });
});

const asking: Policy = {
  ...plainPolicy,
  gates: {
    ...plainPolicy.gates,
    rollout: {
      ...plainPolicy.gates.rollout,
      conditions: [...plainPolicy.gates.rollout.conditions, { key: "needs-covered", waivable: true, deferrable: true }],
    },
  },
};

const finding = (...story: readonly Happened[]) =>
  findingOf("needs-covered", "rollout", stateAfter(...story), asking, { today: day(40) });

describe("the condition that every need is met", () => {
  it("is unknown while nothing is listed or a need is not judged, and names what is open", () => {
    expect(finding(...revealed()).reason.code).toBe("conditions:needs-covered.none");
    expect(finding(...revealed()).status).toBe("unknown");
    const half = finding(...atReveal(), judged("n1", "not-met"));
    expect(half).toMatchObject({ status: "unknown", reason: { params: { needs: ["n2"] } } });
    expect(half.names).toEqual([
      { kind: "need", id: "n2", of: 1, at: 2 },
      { kind: "need", id: "n1", of: 1, at: 3 },
    ]);
  });

  it("is met by all needs met, and by nothing less", () => {
    const all = (coverage: Coverage) => finding(...atReveal(), judged("n1", "met"), judged("n2", coverage));
    expect(all("met").status).toBe("met");
    for (const [coverage, at] of [
      ["partly", 1],
      ["not-tested", 2],
      ["not-met", 3],
    ] as const)
      expect(all(coverage)).toMatchObject({ status: "unmet", names: [{ kind: "need", id: "n2", of: 1, at }] });
  });

  it("does not take a judgement of an earlier pilot for one of this", () => {
    const again = [
      ...atReveal(),
      judged("n1", "met"),
      judged("n2", "met"),
      decided("rollout", "return", 40),
      happened("PilotPlanLocked", { number: 2, policyVersion: 1, plan: aPlan() }, "pia", 41),
    ];
    expect(finding(...again)).toMatchObject({ status: "unknown", reason: { params: { needs: ["n1", "n2"] } } });
  });
});

const waits = (policy: Policy, ...story: readonly Happened[]) =>
  toDo(stateAfter(...story), { policy, today: day(38), dayOf: () => day(38), conditions: [], drifted: [], voted: [] });

describe("what waits", () => {
  it("is the list for the proposer, then every judgement for each evaluator, where the gate asks", () => {
    expect(waits(asking, ...proposed())).toEqual([{ kind: "state-needs", person: "pia" }]);
    expect(waits(asking, ...proposed(), stated())).toEqual([]);
    expect(waits(asking, ...withEvidence())).toEqual([]);
    expect(waits(asking, ...withNeeds(declared()))).toEqual([]);
    expect(waits(asking, ...atReveal()).map(({ kind, person }) => [kind, person])).toEqual([
      ["judge-needs", "eva"],
      ["judge-needs", "emil"],
    ]);
    expect(waits(asking, ...atReveal(), judged("n1", "met"), judged("n2", "not-met"))).toEqual([]);
  });

  it("is nothing where no gate asks for it", () => {
    expect(waits(plainPolicy, ...proposed())).toEqual([]);
    expect(waits(plainPolicy, ...atReveal())).toEqual([]);
  });
});

it("is offered while it can be done, where a gate asks for it", () => {
  const { StateNeeds, JudgeNeed } = chapter.acts;
  const asked = { policy: asking, policies: { 1: asking } };
  expect(StateNeeds.offered(stateAfter(...proposed()), by("pia", 0, asked))).toBe(true);
  expect(StateNeeds.offered(stateAfter(...proposed()), by("pia"))).toBe(false);
  expect(StateNeeds.offered(stateAfter(...withEvidence()), by("pia", 7, asked))).toBe(false);
  expect(JudgeNeed.offered(stateAfter(...atReveal()), by("eva", 38))).toBe(true);
  expect(JudgeNeed.offered(stateAfter(...withNeeds(submitted())), by("eva", 36))).toBe(false);
  expect(JudgeNeed.offered(stateAfter(...revealed()), by("eva", 38))).toBe(false);
});
