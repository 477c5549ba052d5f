import { notAfter } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import { monthsBetween } from "../words/days.ts";
import { when } from "../words/reasons.ts";
import { rowsOf, textOf } from "../safeguards/answers.ts";
import {
  drillsDue,
  drillsOf,
  eachClassDrilled,
  incidentClasses,
  lastDrill,
  lastDrillDay,
  plannedClasses,
} from "../safeguards/incident-drills.ts";
import type { SafeguardKind, Shortfall } from "../safeguards/kind.ts";
import type { RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { yesNo } from "./yes-no.ts";

const event: readonly RowQuestion[] = [
  { key: "class", type: "choice", options: incidentClasses },
  { key: "otherClass", type: "label", when: [{ question: "class", is: ["other"] }] },
  { key: "steps", type: "text" },
  { key: "leads", type: "label" },
  { key: "tells", type: "label" },
  { key: "beginWithin", type: "number", least: 1, most: 100_000, whole: true },
  { key: "restoreWithin", type: "number", least: 1, most: 1_000_000, whole: true },
];

const drill: readonly RowQuestion[] = [
  { key: "drillClass", type: "choice", options: incidentClasses },
  { key: "drillOn", type: "day" },
  { key: "drillFound", type: "text" },
  { key: "drillChanged", type: "text" },
  { key: "drillProof", type: "evidence", kinds: ["document"], optional: true },
];

const questions: readonly SafeguardQuestion[] = [
  { key: "events", type: "rows", of: event, most: 20, section: "plan" },
  { key: "drilled", type: "choice", options: yesNo, section: "drills" },
  {
    key: "drills",
    type: "rows",
    of: drill,
    most: 40,
    section: "drills",
    when: [{ question: "drilled", is: ["yes"] }],
  },
];

/**
 * What is done when something happens, by class of event: steps, who leads, within which time; and how it was rehearsed.
 * The rollback drills of the rollout count as drills of that class and are not typed a second time.
 */
export const responsePlan = {
  key: "response-plan",
  questions: () => questions,
  refusals: ({ answers }, { today }): readonly Reason[] => [
    ...twice(answers),
    ...rowsOf(answers, "drills").flatMap((row, index) => {
      const [on, of] = [textOf(row, "drillOn"), textOf(row, "drillClass")];
      return [
        ...(on === null ? [] : notAfter(on, today, `drills.${index}.drillOn`)),
        ...when(of !== null && !plannedClasses(answers).includes(of), "DrillOfNoClass", `drills.${index}.drillClass`),
      ];
    }),
  ],
  statedBy: ["planner"],
  reviewedBy: ["evaluator", "approver"],
  shortfalls: (inForce, { technology, policy, today }) =>
    inForce.flatMap(({ answers, item }): readonly Shortfall[] => {
      const { months } = policy.safeguards.drills;
      if (months === null) return [];
      const drills = drillsOf(answers, technology);
      const last = lastDrill(drills);
      if (last === null) return [{ code: "never", id: `${item}/drill`, at: 2 }];
      const due = lastDrillDay(last, months);
      if (due < today)
        return [
          { code: "old", params: { last, monthsAgo: monthsBetween(last, today) }, id: `${item}/drill`, at: 1, due },
        ];
      if (!eachClassDrilled(technology, policy)) return [];
      return plannedClasses(answers).flatMap((name): readonly Shortfall[] => {
        const part = `response-plan.${name}`;
        const own = lastDrill(drills.filter(({ of }) => of === name));
        if (own === null) return [{ code: "class-never", params: { part }, id: `${item}/${name}`, at: 2 }];
        const until = lastDrillDay(own, months);
        return until < today
          ? [{ code: "class-old", params: { part, last: own }, id: `${item}/${name}`, at: 1, due: until }]
          : [];
      });
    }),
  days: (answers, { technology, policy }) => {
    const { months } = policy.safeguards.drills;
    const last = lastDrill(drillsOf(answers, technology));
    return months === null || last === null ? [] : [lastDrillDay(last, months)];
  },
  dues: (answers, { technology, policy }) => drillsDue(answers, technology, policy),
} satisfies SafeguardKind<"response-plan">;

/** Two plans for one class could say two things. */
const twice = (answers: SafeguardAnswers): readonly Reason[] =>
  rowsOf(answers, "events").flatMap((row, index, rows) =>
    when(
      row["class"] !== "other" && rows.slice(0, index).some((before) => before["class"] === row["class"]),
      "ClassTwice",
      `events.${index}.class`,
    ),
  );
