import { expect, it } from "vitest";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { feedback } from "../../../src/domain/technology/feedback/chapter.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { facts, inUse } from "./stories.ts";

const owed = { answerDue: "2026-03-16", answerVery: "2026-03-30", callBackDue: null, turns: [] };
const t = { ...inUse, plan: null, feedback: { ...inUse.feedback, standing: owed } };
const holding = (holds: Policy["safeguards"]["feedback"]["holds"]): Policy => {
  const { safeguards } = defaultPolicy;
  return { ...defaultPolicy, safeguards: { ...safeguards, feedback: { ...safeguards.feedback, holds } } };
};

it.each([
  ["overdue", "2026-03-16", false],
  ["overdue", "2026-03-17", true],
  ["very-overdue", "2026-03-30", false],
  ["very-overdue", "2026-03-31", true],
  ["nothing", "2026-12-31", false],
] as const)("with %s held against waves, on %s the next one is barred: %s", (holds, today, barred) => {
  const f = { ...facts(today, "pia"), policies: {}, policy: holding(holds) } as unknown as Facts;
  expect(feedback.bars.OpenWave(t, f).map(({ code }) => code)).toEqual(barred ? ["FeedbackOverdue"] : []);
});
