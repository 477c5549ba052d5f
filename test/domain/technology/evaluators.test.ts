import { describe, expect, it } from "vitest";
import {
  aPolicy,
  assigned,
  by,
  day,
  decided,
  declared,
  evaluating,
  given,
  happened,
  noText,
  people,
  person,
  stateAfter,
  submitted,
  text,
} from "../../support/technology.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import { mayDecide } from "../../../src/domain/technology/state/people.ts";
import { revealed } from "./scores.ts";

const assign = (...evaluators: readonly string[]) => ({ type: "AssignEvaluators", evaluators }) as const;
const declare = (conflict: boolean, words = conflict ? text("cousin") : null) =>
  ({ type: "DeclareInterest", conflict, text: words }) as const;
const release = (evaluator: string, reason = text("ill")) => ({ type: "ReleaseEvaluator", evaluator, reason }) as const;
const everyoneWith = (id: string, ...roles: readonly Role[]) => ({
  people: [...people.filter((one) => one.id !== id), person(id, ...roles)],
});

describe("assigning evaluators", () => {
  it("opens a round with a deadline, in letters instead of names", () => {
    given(...evaluating())
      .when(assign("eva", "emil"), by("ada", 33))
      .then({ type: "EvaluatorsAssigned", payload: { round: 1, evaluators: ["eva", "emil"], dueOn: day(47) } });
    expect(stateAfter(...assigned()).evaluation?.evaluators).toMatchObject([
      { person: "eva", letter: "A", state: "assigned", interest: "undeclared", sheet: null },
      { person: "emil", letter: "B" },
    ]);
  });

  it("asks for as many as the tier of the pinned policy needs", () => {
    given(...evaluating())
      .when(assign("eva"), by("ada", 33))
      .thenRefused("TooFewEvaluators@evaluators");
    given(...evaluating())
      .when(assign("eva", "eva"), by("ada", 33))
      .thenRefused("EvaluatorRepeated@evaluators", "TooFewEvaluators@evaluators");
    given(...evaluating())
      .when(assign(), by("ada", 33))
      .thenRefused("EvaluatorMissing@evaluators", "TooFewEvaluators@evaluators");
  });

  it("adds more while scores are blind, nobody twice", () => {
    given(...assigned())
      .when(assign("edda"), by("ada", 34))
      .then({ type: "EvaluatorsAssigned", payload: { round: 1, evaluators: ["edda"], dueOn: day(48) } });
    given(...assigned())
      .when(assign("edda", "eva"), by("ada", 34))
      .thenRefused("EvaluatorAlreadyAssigned@evaluators");
    given(...revealed())
      .when(assign("edda"), by("ada", 36))
      .thenRefused("ScoresRevealedAlready");
  });

  it("never takes an author, a decider, somebody with a conflict or without the role", () => {
    given(...evaluating())
      .when(assign("sven", "pete", "otto"), by("ada", 33, everyoneWith("sven", "evaluator")))
      .thenRefused("AuthorMayNotEvaluate@evaluators", "RoleMissing@evaluators", "RoleMissing@evaluators");
    const votes = [{ person: "abel", option: "approve", reason: text("r") }] as const;
    const story = [...evaluating().slice(0, -1), decided("completion", "approve", 32, { votes })];
    given(...story)
      .when(assign("eva", "abel"), by("ada", 33, everyoneWith("abel", "approver", "evaluator")))
      .thenRefused("DeciderMayNotEvaluate@evaluators");
    const deputised = [{ person: "dan", option: "approve", reason: text("r"), onBehalfOf: "abel" }] as const;
    given(...evaluating().slice(0, -1), decided("completion", "approve", 32, { votes: deputised }))
      .when(assign("eva", "abel"), by("ada", 33, everyoneWith("abel", "approver", "evaluator")))
      .thenRefused("DeciderMayNotEvaluate@evaluators");
    const recused = happened("PersonRecused", { person: "emil", as: "approver" }, "emil", 32);
    given(...evaluating(), recused)
      .when(assign("eva", "emil"), by("ada", 33))
      .thenRefused("ConflictDeclared@evaluators");
    given(...evaluating())
      .when(assign("eva", "gone"), by("ada", 33))
      .thenRefused("PersonDisabled@evaluators");
  });

  it("is done by an approver who may decide here", () => {
    given(...evaluating())
      .when(assign("eva", "emil"), by("pia", 33))
      .thenRefused("RoleMissing", "AuthorMayNotDecide");
    given(...assigned())
      .when(assign("edda"), by("eva", 34, everyoneWith("eva", "evaluator", "approver")))
      .thenRefused("EvaluatorMayNotDecide");
  });

  it("may be done by an approver's deputy, not by one who administers", () => {
    const deputy = (roles: readonly Role[]) => ({
      people: [...people, { ...person("dan", ...roles), deputyFor: ["ada"] }],
    });
    given(...evaluating())
      .when(assign("eva", "emil"), by("dan", 33, deputy([])))
      .thenAccepted();
    given(...evaluating())
      .when(assign("eva", "emil"), by("dan", 33, deputy(["administrator"])))
      .thenRefused("RoleMissing");
  });
});

describe("declaring interests", () => {
  it("comes before the scores", () => {
    given(...assigned())
      .when(declare(false), by("eva", 34))
      .then({ type: "InterestDeclared", payload: { person: "eva", conflict: false, text: null } });
    given(...declared())
      .when(declare(false), by("eva", 34))
      .thenRefused("InterestDeclaredAlready@conflict");
    given(...assigned())
      .when(declare(false), by("edda", 34))
      .thenRefused("NotAssigned");
  });

  it("recuses on a conflict, also on one that shows later", () => {
    const events = [
      { type: "InterestDeclared", payload: { person: "eva", conflict: true, text: text("cousin") } },
      { type: "PersonRecused", payload: { person: "eva", as: "evaluator" } },
    ] as const;
    given(...assigned())
      .when(declare(true), by("eva", 34))
      .then(...events);
    given(...declared())
      .when(declare(true), by("eva", 34))
      .then(...events);
    given(...assigned())
      .when(declare(true, noText), by("eva", 34))
      .thenRefused("TextMissing@text");
  });

  it("takes the scores of a late conflict out of what stands", () => {
    const t = stateAfter(...revealed(), happened("PersonRecused", { person: "eva", as: "evaluator" }, "eva", 37));
    expect(t.evaluation?.revealed?.sheets.map((sheet) => sheet.evaluator)).toEqual(["emil"]);
    expect(t.evaluation?.evaluators).toMatchObject([{ person: "eva", state: "recused" }, { person: "emil" }]);
  });

  it("binds for good: who was recused is not assigned again, nor decides", () => {
    const story = [...assigned(), happened("PersonRecused", { person: "eva", as: "evaluator" }, "eva", 34)];
    given(...story)
      .when(assign("eva", "edda"), by("ada", 35))
      .thenRefused("EvaluatorAlreadyAssigned@evaluators", "ConflictDeclared@evaluators");
  });
});

describe("releasing an evaluator", () => {
  const three = () => assigned("eva", "emil", "edda");

  it("lets the others go on, with a reason", () => {
    given(...three())
      .when(release("edda"), by("ada", 40))
      .then({ type: "EvaluatorReleased", payload: { evaluator: "edda", reason: text("ill") } });
    given(...three())
      .when(release("edda", noText), by("ada", 40))
      .thenRefused("TextMissing@reason");
  });

  it("leaves them evaluators for good: whoever was released decides nothing here", () => {
    const released = happened("EvaluatorReleased", { evaluator: "edda", reason: text("ill") }, "ada", 40);
    const t = stateAfter(...three(), released);
    const reasons = mayDecide(t, "edda", by("edda", 41, everyoneWith("edda", "approver")));
    expect(reasons.map(({ code }) => code)).toEqual(["EvaluatorMayNotDecide"]);
  });

  it("never goes below the minimum", () => {
    given(...assigned())
      .when(release("emil"), by("ada", 40))
      .thenRefused("TooFewEvaluators@evaluator");
    const lax = aPolicy({
      version: 2,
      tiers: { ...aPolicy().tiers, II: { minimumPilotDays: 1, minimumEvaluators: 1 } },
    });
    given(...assigned())
      .when(release("emil"), by("ada", 40, { policy: lax, policies: { 1: aPolicy(), 2: lax } }))
      .thenRefused("TooFewEvaluators@evaluator");
  });

  it("does not send away who has submitted, nor who was never there", () => {
    const story = [...three(), happened("ScoresSubmitted", { evaluator: "edda", sheet: text("s") }, "edda", 35)];
    given(...story)
      .when(release("edda"), by("ada", 40))
      .thenRefused("ScoresSubmittedAlready@evaluator");
    given(...three())
      .when(release("enno"), by("ada", 40))
      .thenRefused("EvaluatorNotAssigned@evaluator");
    given(...submitted())
      .when(release("eva"), by("pia", 40))
      .thenRefused(
        "RoleMissing",
        "AuthorMayNotDecide",
        "ScoresSubmittedAlready@evaluator",
        "TooFewEvaluators@evaluator",
      );
  });

  it("lets one go whose sheet was erased, for it can never be revealed", () => {
    const story = [
      ...three(),
      happened("ScoresSubmitted", { evaluator: "edda", sheet: text("sheet edda") }, "edda", 35),
      happened("TextErased", { digest: text("sheet edda"), ground: text("court") }, "adam", 36),
    ];
    given(...story)
      .when(release("edda"), by("ada", 40))
      .thenAccepted();
  });
});
