import { dayIn } from "../words/calendar-day.ts";
import { addMonths, earliestDay, isBefore } from "../words/days.ts";
import { notAfter } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import type { Day } from "../words/text.ts";
import { textOf } from "../safeguards/answers.ts";
import { dossierKey } from "../safeguards/algorithm.ts";
import { dataRecordKey, personalIn } from "../safeguards/data-sets.ts";
import type { SafeguardKind, Statement } from "../safeguards/kind.ts";
import type { Given, SafeguardQuestion } from "../safeguards/question.ts";
import { statedAnswers } from "../safeguards/stated.ts";
import type { Technology } from "../technology/state/technology.ts";
import { zoneOf } from "../technology/state/zone-of.ts";
import { yesNo } from "./yes-no.ts";

/** Any of these asks for an assessment (PIPL art. 55). */
export const personalTriggers = ["sensitive", "automated", "passedOn", "abroad", "majorEffect"] as const;
type Trigger = (typeof personalTriggers)[number];

/** One of the five is answered with yes. */
const needed: readonly Given[] = [{ any: personalTriggers.map((question) => ({ question, is: ["yes"] })) }];

/** What the assessment says: PIPL art. 56. */
const questions: readonly SafeguardQuestion[] = [
  ...personalTriggers.flatMap((key): readonly SafeguardQuestion[] => [
    { key, type: "choice", options: yesNo, section: "triggers" },
    { key: `${key}Why`, type: "text", section: "triggers", from: "II" },
  ]),
  { key: "purpose", type: "text", section: "assessment", when: needed },
  { key: "effects", type: "text", section: "assessment", when: needed },
  { key: "measures", type: "text", section: "assessment", when: needed },
  { key: "madeOn", type: "day", section: "assessment", when: needed },
  { key: "report", type: "evidence", beside: true, section: "assessment", when: needed, optional: true },
];

/**
 * Personal-information impact assessment: five questions decide whether it is needed, and the first one is dated before
 * the pilot's first personal data. A later answer to any of the five is another statement, which nobody has accepted; what
 * was accepted is kept for the years that the policy names. Source: PIPL art. 55 and 56.
 */
export const personalImpact = {
  key: "personal-impact",
  questions: () => questions,
  applies: (t) => {
    const { personalInformation } = t.proposal;
    if (recordOf(t)?.personal !== undefined && recordOf(t)?.personal !== "none") return "yes";
    return personalInformation === "none" ? "no" : personalInformation === "unstated" ? "unknown" : "yes";
  },
  refusals: (statement, { today }): readonly Reason[] => {
    const madeOn = textOf(statement.answers, "madeOn");
    return [
      ...contradictions(statement),
      ...when(isTooLate(statement, madeOn), "AssessmentAfterData", "madeOn", {
        begun: begunOn(statement.technology) ?? "",
      }),
      ...(madeOn === null ? [] : notAfter(madeOn, today, "madeOn")),
    ];
  },
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
  ground: (t) => ({ personalInformation: t.proposal.personalInformation, dataRecord: recordOf(t) }),
  keptUntil: (recordedOn, { safeguards }) => addMonths(recordedOn, 12 * safeguards.personal.retainYears),
} satisfies SafeguardKind<"personal-impact">;

function recordOf(t: Technology) {
  const record = statedAnswers(t, dataRecordKey);
  return record === null ? null : personalIn(record);
}

/** What another statement on this technology says is so cannot be denied here. */
function contradictions({ technology: t, answers }: Statement): readonly Reason[] {
  const record = recordOf(t);
  const decides = statedAnswers(t, dossierKey)?.["decides"];
  const denied = (trigger: Trigger, isSo: boolean, where: string): readonly Reason[] =>
    when(isSo && answers[trigger] === "no", "TriggerDenied", trigger, { safeguard: where });
  return [
    ...denied("sensitive", record?.personal === "sensitive", dataRecordKey),
    ...denied("passedOn", record?.passedOn === true, dataRecordKey),
    ...denied("abroad", record?.abroad === true, dataRecordKey),
    ...denied("automated", decides === "decides", dossierKey),
  ];
}

/** What was assessed and accepted before the pilot began may be assessed anew while it runs. */
function isTooLate({ technology: t, item }: Statement, madeOn: Day | null): boolean {
  const begun = begunOn(t);
  if (madeOn === null || begun === null || !isBefore(begun, madeOn)) return false;
  const before = t.safeguards.find((safeguard) => safeguard.item === item)?.accepted[0];
  return before === undefined || isBefore(begun, dayIn(before.at, zoneOf(t)));
}

/** The first day of any pilot. */
const begunOn = ({ plan, pastPlans }: Technology): Day | null =>
  earliestDay([...pastPlans, ...(plan === null ? [] : [plan])].flatMap(({ openedOn }) => openedOn ?? []));
