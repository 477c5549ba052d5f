import type { Policy } from "../../domain/policy/policy.ts";
import { restoreTime } from "../../domain/measures/restore-time.ts";
import { drillsOfPilot } from "../../domain/technology/state/drills.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Drill } from "../../domain/technology/state/rollout.ts";
import type { LockedPlan } from "../../domain/technology/state/pilot.ts";
import type { Day } from "../../domain/words/text.ts";
import { restoreText } from "../say/restore.ts";
import type { Language } from "../view/languages.ts";

export type DrillsModel = {
  readonly title: string;
  readonly items: readonly { readonly day: string; readonly time: string; readonly was: string | null }[];
  /** What they show so far, outages aside; empty where no service's availability is judged. */
  readonly notes: readonly string[];
};

/** The drills of the pilot and what they show; null before it opened, when none counts. */
export function drillsModel(
  language: Language,
  technology: Technology,
  { openedOn, plan }: LockedPlan,
  { restore }: Policy,
  today: Day,
): DrillsModel | null {
  if (openedOn === null) return null;
  const { t, format } = language;
  const drills = drillsOfPilot(technology, today);
  const seconds = drills.map(({ minutes }) => minutes * 60);
  const taken = restoreTime(plan.restoreSeconds, seconds, [], restore);
  const ask = taken.shown ? [] : [t("restore:ask", { count: restore.shownBy })];
  return {
    title: drills.length === 0 ? t("pilot:drill.none") : t("pilot:drill.title", { count: drills.length }),
    items: drills.map((drill) => ({
      day: format.date(drill.on),
      time: format.duration(drill.minutes * 60),
      was: formerly(language, drill),
    })),
    notes:
      plan.services.length === 0 || plan.restoreSeconds === null
        ? []
        : [restoreText(language, taken, drills, 0, restore), ...ask],
  };
}

/** A figure that was corrected keeps the first one beside it, for everyone to see. */
function formerly({ t, format }: Language, { was }: Drill): string | null {
  const [first] = was;
  return first === undefined
    ? null
    : t("pilot:drill.was", { time: format.duration(first.minutes * 60), day: format.date(first.on) });
}
