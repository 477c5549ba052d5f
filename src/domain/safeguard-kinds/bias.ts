import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { decidesAboutPeople, versionKey } from "../safeguards/algorithm.ts";
import { biasReading, groupsLeftOut, isOlderThanChoice, outcomesOf } from "../safeguards/bias.ts";
import type { GroupReading } from "../safeguards/bias.ts";
import type { SafeguardKind, Shortfall, Statement } from "../safeguards/kind.ts";
import type { SafeguardQuestion } from "../safeguards/question.ts";
import { versionReasons } from "./version-reasons.ts";

const questions: readonly SafeguardQuestion[] = [
  { key: "version", type: "label" },
  { key: "outcomes", type: "evidence", most: 10 },
  { key: "reading", type: "text" },
  { key: "leftOut", type: "text", optional: true },
  { key: "done", type: "text", from: "III" },
];

/**
 * What outcomes say of groups, by the measure that the plan named before there were data. The bound stands against the
 * limit; a group too small to tell is unknown; a file from before the choice shows nothing.
 */
export const bias = {
  key: "bias",
  questions: () => questions,
  applies: decidesAboutPeople,
  refusals: (statement): readonly Reason[] => [
    ...when(statement.technology.plan?.plan.fairness == null, "FairnessNotPlanned", "outcomes"),
    ...versionReasons(statement),
    ...outcomesOf(statement.technology, statement.answers).flatMap((piece) => [
      ...when(piece.kind !== "outcomes" || piece.role !== "pilot", "NotOutcomes", "outcomes", {
        evidence: piece.evidence,
      }),
      ...when(isOlderThanChoice(statement.technology, piece), "OlderThanChoice", "outcomes", {
        evidence: piece.evidence,
      }),
    ]),
    ...leftOutReasons(statement),
  ],
  statedBy: ["planner"],
  reviewedBy: ["evaluator", "approver"],
  ground: (t) => {
    const fairness = t.plan?.plan.fairness ?? null;
    return {
      version: versionKey(t),
      choice: fairness === null ? null : { ...fairness, groups: [...fairness.groups] },
      plan: t.plan?.number ?? null,
    };
  },
  shortfalls: (inForce, { technology, policy, today }) =>
    inForce.flatMap(({ answers, item }): readonly Shortfall[] => {
      const reading = biasReading(technology, policy, answers, today);
      if (reading === null) return [{ code: "no-choice", id: `${item}/choice`, unknown: true }];
      const older = outcomesOf(technology, answers).filter((piece) => isOlderThanChoice(technology, piece));
      return [
        ...older.map(({ evidence }) => ({ code: "older", params: { piece: evidence }, id: `${item}/${evidence}` })),
        ...reading.flatMap((group) => groupShortfall(item, group)),
      ];
    }),
} satisfies SafeguardKind<"bias">;

/** Worse the surer it is that a group fares worse than the plan allows. */
const degrees = { unknown: 1, open: 2, beyond: 3 } as const;

function groupShortfall(item: string, { group, state }: GroupReading): readonly Shortfall[] {
  if (state === "within") return [];
  const shortfall = { code: state, params: { group }, id: `${item}/${group}`, at: degrees[state] };
  return [state === "beyond" ? shortfall : { ...shortfall, unknown: true }];
}

function leftOutReasons({ technology, answers }: Statement): readonly Reason[] {
  const count = groupsLeftOut(technology, answers);
  return when(count > 0 && !("leftOut" in answers), "GroupsLeftOut", "leftOut", { count });
}
