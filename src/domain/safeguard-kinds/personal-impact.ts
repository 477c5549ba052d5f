import { isBefore } from "../words/days.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { textOf } from "../safeguards/answers.ts";
import type { SafeguardKind } from "../safeguards/kind.ts";
import type { Given, SafeguardQuestion } from "../safeguards/question.ts";

/** Any of these asks for an assessment (PIPL art. 55). */
export const personalTriggers = ["sensitive", "automated", "passedOn", "abroad", "majorEffect"] as const;

const yesNo = ["yes", "no"] as const;

/** One of the five is answered with yes: each alternative is a question of its own, so the trigger sums them up. */
const needed: readonly Given[] = [{ question: "needed", is: ["yes"] }];

const questions: readonly SafeguardQuestion[] = [
  ...personalTriggers.flatMap((key): readonly SafeguardQuestion[] => [
    { key, type: "choice", options: yesNo, section: "triggers" },
    { key: `${key}Why`, type: "text", section: "triggers", from: "III" },
  ]),
  { key: "needed", type: "choice", options: yesNo, section: "assessment" },
  { key: "purpose", type: "text", section: "assessment", when: needed },
  { key: "effects", type: "text", section: "assessment", when: needed },
  { key: "measures", type: "text", section: "assessment", when: needed },
  { key: "madeOn", type: "day", section: "assessment", when: needed },
  { key: "report", type: "evidence", section: "assessment", when: needed, optional: true },
];

/**
 * Personal-information impact assessment: five questions decide whether it is needed, and it is dated before the pilot's
 * first personal data. A later answer to any of the five is another statement, which nobody has accepted.
 */
export const personalImpact = {
  key: "personal-impact",
  questions: () => questions,
  applies: ({ proposal: { personalInformation } }) =>
    personalInformation === "none" ? "no" : personalInformation === "unstated" ? "unknown" : "yes",
  refusals: ({ technology, answers }): readonly Reason[] => {
    const triggered = personalTriggers.some((key) => answers[key] === "yes");
    const madeOn = textOf(answers, "madeOn");
    const begun = technology.plan?.openedOn ?? null;
    return [
      ...when(triggered && answers["needed"] === "no", "AssessmentNeeded", "needed"),
      ...when(madeOn !== null && begun !== null && isBefore(begun, madeOn), "AssessmentAfterData", "madeOn", { begun }),
    ];
  },
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
  ground: ({ proposal: { personalInformation } }) => ({ personalInformation }),
} satisfies SafeguardKind<"personal-impact">;
