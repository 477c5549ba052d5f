import type { RestoreRules, RestoreTime } from "../../domain/measures/restore-time.ts";
import type { Drill } from "../../domain/technology/state/rollout.ts";
import type { Language } from "../view/languages.ts";

/**
 * What the restore time behind an availability rests on, in one sentence: the drill with its day, the outage, the promise,
 * the policy's least, or that nobody showed it.
 * @param drills those that were seen; the longest is the one that is named
 * @param outages how many were seen
 */
export function restoreText(
  { t, format }: Language,
  { seconds, shown: enoughDrills, by }: RestoreTime,
  drills: readonly Pick<Drill, "on" | "minutes">[],
  outages: number,
  { factor }: Pick<RestoreRules, "factor">,
): string {
  const time = format.duration(seconds);
  if (by === "unshown" || (by === "promise" && !enoughDrills))
    return t(`restore:${drills.length + outages === 0 ? "unshown" : "few"}`, { time });
  const took = format.duration(seconds / factor);
  const [longest] = drills.toSorted((a, b) => b.minutes - a.minutes);
  if (by === "drill" && longest !== undefined)
    return t("restore:drill", { time, day: format.date(longest.on), took, factor: format.number(factor) });
  return t(`restore:${by}`, { time, took, factor: format.number(factor) });
}
