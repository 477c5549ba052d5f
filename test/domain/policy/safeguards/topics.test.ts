import { describe, expect, it } from "vitest";
import { gradingDefault, gradingShape } from "../../../../src/domain/policy/safeguards/grading.ts";
import { checkImpact, impactDefault, impactShape } from "../../../../src/domain/policy/safeguards/impact.ts";
import type { ImpactQuestion } from "../../../../src/domain/policy/safeguards/impact-question.ts";
import type { ImpactRules } from "../../../../src/domain/policy/safeguards/impact.ts";
import { checkRisk, riskDefault, riskShape } from "../../../../src/domain/policy/safeguards/risk.ts";
import {
  checkWorkingDays,
  workingDaysDefault,
  workingDaysShape,
} from "../../../../src/domain/policy/safeguards/working-days.ts";

const copy = (rules: unknown): unknown => JSON.parse(JSON.stringify(rules));

it("what the house starts with is of its shape and has no fault", () => {
  expect([
    impactShape.fault(copy(impactDefault)),
    gradingShape.fault(copy(gradingDefault)),
    riskShape.fault(copy(riskDefault)),
    workingDaysShape.fault(copy(workingDaysDefault)),
  ]).toEqual([null, null, null, null]);
  expect([...checkImpact(impactDefault), ...checkRisk(riskDefault), ...checkWorkingDays(workingDaysDefault)]).toEqual(
    [],
  );
});

describe("an impact questionnaire is refused", () => {
  const changed = (key: string, over: Partial<ImpactQuestion>): ImpactRules => ({
    ...impactDefault,
    questions: impactDefault.questions.map((question) => (question.key === key ? { ...question, ...over } : question)),
  });
  const [people] = impactDefault.questions;
  const choices = people!.choices;
  it.each<readonly [string, ImpactRules, string, string]>([
    [
      "whose tiers do not rise",
      { ...impactDefault, from: { II: 6, III: 6, IV: 22 } },
      "PolicyNumberNotWhole",
      "from.III",
    ],
    ["without questions", { ...impactDefault, questions: [] }, "PolicyImpactQuestions", ""],
    ["with a name twice", changed("scale", { key: "people" }), "PolicyImpactKeyTwice", "questions.1"],
    [
      "that offers one choice",
      changed("people", { choices: choices.slice(0, 1) }),
      "PolicyImpactChoices",
      "questions.0",
    ],
    [
      "with half a point",
      changed("people", { choices: choices.map((choice, i) => ({ ...choice, points: i / 2 })) }),
      "PolicyImpactPoints",
      "questions.0",
    ],
    ["whose points fall", changed("people", { choices: choices.toReversed() }), "PolicyImpactOrder", "questions.0"],
    [
      "whose demanded tier falls",
      changed("people", { choices: choices.map((choice, i) => (i === 1 ? { ...choice, atLeast: "III" } : choice)) }),
      "PolicyImpactOrder",
      "questions.0",
    ],
    [
      "that hangs on a later question",
      changed("people", { when: { question: "scale", is: ["city"] } }),
      "PolicyImpactWhen",
      "questions.0",
    ],
    [
      "that hangs on an answer nobody offers",
      changed("review", { when: { question: "automation", is: ["maybe"] } }),
      "PolicyImpactWhen",
      "questions.4",
    ],
  ])("%s", (_, rules, code, place) => {
    const field = place === "" ? "safeguards.impact" : `safeguards.impact.${place}`;
    expect(checkImpact(rules)).toContainEqual(expect.objectContaining({ code, field }));
  });
});

describe("a calendar is refused", () => {
  const [first] = workingDaysDefault.years;
  it.each([
    ["without a working day", { ...workingDaysDefault, weekend: [1, 2, 3, 4, 5, 6, 7] as const }, "PolicyNoWorkingDay"],
    ["with a year twice", { ...workingDaysDefault, years: [first!, first!] }, "PolicyYearTwice"],
    [
      "with a day of another year",
      { ...workingDaysDefault, years: [{ ...first!, year: 2024 }] },
      "PolicyDayOutsideYear",
    ],
    [
      "with a day both off and worked",
      { ...workingDaysDefault, years: [{ ...first!, working: ["2025-10-01"] }] },
      "PolicyDayTwice",
    ],
  ])("%s", (_, rules, code) => {
    expect(checkWorkingDays(rules).map((reason) => reason.code)).toEqual([code]);
  });
});

it("levels of risk by product that do not rise are refused", () => {
  const [reason] = checkRisk({ ...riskDefault, product: { L: 3, M: 3, H: 12, VH: 20 } });
  expect(reason).toMatchObject({ code: "PolicyRiskStepsOrder", field: "safeguards.risk.product" });
});
