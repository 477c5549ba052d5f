import type { FilingRules } from "../policy/safeguards/filing.ts";
import { isBefore } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import { addWorkingDays } from "../words/working-days.ts";
import type { WorkingCalendar } from "../words/working-days.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { textOf } from "./answers.ts";

/** What has to be filed next with the authority. */
export interface NextFiling {
  readonly what: "start" | "change";
  /** The day that the term runs from. */
  readonly from: Day;
  /** The last day of the term; null: the policy's calendar does not cover it. */
  readonly due: Day | null;
}

/**
 * The next filing of an algorithm that has to be filed, in working days by the policy's calendar: of the service once it
 * has begun, of a change once it is filed. Source: 互联网信息服务算法推荐管理规定, art. 24.
 *
 * @returns null where nothing is due: no duty, no service yet, or all of it filed
 */
export function nextFiling(
  answers: SafeguardAnswers,
  { filing, workingDays }: { readonly filing: FilingRules; readonly workingDays: WorkingCalendar },
): NextFiling | null {
  if (answers["filing"] !== "yes") return null;
  const [servedFrom, filedOn, changedOn] = ["servedFrom", "filedOn", "changedOn"].map((day) => textOf(answers, day));
  const due = (what: NextFiling["what"], from: Day, days: number): NextFiling => ({
    what,
    from,
    due: addWorkingDays(workingDays, from, days),
  });
  const isFiled = answers["isFiled"] === "yes" && filedOn != null;
  if (!isFiled) return servedFrom == null ? null : due("start", servedFrom, filing.startDays);
  return changedOn != null && isBefore(filedOn, changedOn) ? due("change", changedOn, filing.changeDays) : null;
}
