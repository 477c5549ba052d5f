import type { Policy } from "../../policy/policy.ts";
import { acceptanceOf } from "../../safeguards/risk-acceptance.ts";
import { risksOf } from "../../safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../safeguards/risk-register.ts";
import { addDays } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { DateGround, Upcoming } from "../manifest/dates.ts";
import type { Technology } from "../state/technology.ts";

/** Days of treatments that are not done, and the last days of acceptances that stand. */
export const daysAhead = (
  t: Technology,
  { policy, today }: DateGround,
): readonly Upcoming<"risk-treatment" | "risk-acceptance">[] =>
  risksOf(t, policy, today).flatMap((risk) => [
    ...treatmentDays(risk).map((on) => ({ what: "risk-treatment" as const, on, which: risk.item })),
    ...acceptanceDays(risk, t, today).map((on) => ({ what: "risk-acceptance" as const, on, which: risk.item })),
  ]);

/**
 * The day on which each comes into sight, the day after which it is over, and the day after which a control has nothing
 * left to show: pages say something else on each, and nothing has to be put on record.
 */
export function daysShown(t: Technology, policy: Policy, today: Day): readonly Day[] {
  const { noticeDays } = policy.safeguards.riskRegister;
  return risksOf(t, policy, today).flatMap((risk) => {
    const ends = [...treatmentDays(risk), ...acceptanceDays(risk, t, today)];
    const fallen = risk.residual.controls.flatMap(({ until }) => until ?? []);
    return [...ends.map((day) => addDays(day, -noticeDays)), ...[...ends, ...fallen].map((day) => addDays(day, 1))];
  });
}

const treatmentDays = ({ treatment: { by, doneOn } }: RegisteredRisk): readonly Day[] =>
  by === null || doneOn !== null ? [] : [by];

function acceptanceDays(risk: RegisteredRisk, t: Technology, today: Day): readonly Day[] {
  const standing = acceptanceOf(risk, t, today);
  if (!risk.isAbove || standing.state !== "standing" || standing.acceptance.accepted === null) return [];
  return [standing.acceptance.accepted.until];
}
