import { weaknessSeverities, securityItems } from "../policy/safeguards/security.ts";
import type { AssessedLevel, SecurityItem, SecurityRules } from "../policy/safeguards/security.ts";
import { addMonths } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { rowsOf, textOf } from "./answers.ts";
import type { KindDue } from "./kind.ts";

/** One item of a security baseline as it was answered. */
export interface SecurityAnswer {
  readonly item: SecurityItem;
  readonly isThere: boolean;
  /** The last day on which it counts by the months of the policy; null: no end, or no day. */
  readonly lastDay: (rules: SecurityRules) => Day | null;
}

/** Items that were answered; what is not asked of a tier is not among them. */
export const itemsOf = (answers: SafeguardAnswers): readonly SecurityAnswer[] =>
  securityItems.flatMap((item) => {
    const answer = textOf(answers, item);
    if (answer === null) return [];
    const on = textOf(answers, `${item}On`);
    return [
      {
        item,
        isThere: answer === "yes",
        lastDay: ({ months }: SecurityRules) => {
          const most = months[item];
          return on === null || most === null ? null : addMonths(on, most);
        },
      },
    ];
  });

/**
 * The day by which the declared level is assessed anew.
 *
 * @returns null where the policy asks for none at this level; empty where nobody has said when it was last
 */
export function assessmentDue(answers: SafeguardAnswers, { assessment }: SecurityRules): readonly Day[] | null {
  const level = `level${textOf(answers, "level") ?? ""}`;
  const months = Object.hasOwn(assessment, level) ? assessment[level as AssessedLevel] : null;
  if (months === null) return null;
  const on = textOf(answers, "assessedOn");
  return on === null ? [] : [addMonths(on, months)];
}

/** A finding of a test that nobody has put right yet, with how grave it is: 1 low, 4 critical. */
export interface OpenFinding {
  readonly id: string;
  readonly remedyBy: Day;
  readonly severity: number;
}

export const openFindings = (answers: SafeguardAnswers): readonly OpenFinding[] =>
  rowsOf(answers, "findings").flatMap((row, index) => {
    const remedyBy = textOf(row, "remedyBy");
    if (row["remedied"] === "yes" || remedyBy === null) return [];
    const severity = weaknessSeverities.findIndex((name) => name === row["severity"]) + 1;
    return [{ id: textOf(row, "finding") ?? String(index), remedyBy, severity }];
  });

/** The open ones that hold up a gate once their day is over, the gravest first. */
export const severeFindings = (answers: SafeguardAnswers, { severeFrom }: SecurityRules): readonly OpenFinding[] =>
  severeFrom === null
    ? []
    : openFindings(answers)
        .filter(({ severity }) => severity > weaknessSeverities.indexOf(severeFrom))
        .toSorted((a, b) => b.severity - a.severity);

/** Remedies that nobody has reported yet; one that was never rated is warned of by no grade. */
export function remediesDue(answers: SafeguardAnswers, rules: SecurityRules): readonly KindDue[] {
  const barring = severeFindings(answers, rules).map(({ id }) => id);
  return openFindings(answers).map(({ id, remedyBy, severity }) => ({
    what: "remedy",
    id,
    by: remedyBy,
    bars: barring.includes(id),
    params: { severity: weaknessSeverities[severity - 1] ?? "low" },
  }));
}
