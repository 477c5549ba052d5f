import { addDays } from "../../domain/words/days.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** Where the pilot stands today. */
export function planLead({ t, format }: Language, { plan, stage }: Technology, today: Day): Content {
  if (plan === null) return t.html("pilot:lead.none");
  const { days, startsOn } = plan.plan;
  if (stage === "stopped") return t.html("pilot:lead.stopped");
  if (plan.openedOn === null)
    return t.html("pilot:lead.locked", { locked: format.date(plan.lockedAt), day: format.date(startsOn) });
  const from = format.date(plan.openedOn);
  const until = format.date(addDays(plan.openedOn, days - 1));
  const day = format.daysBetween(plan.openedOn, today) + 1;
  return day > days
    ? t.html("pilot:lead.ran", { days, from, until })
    : t.html("pilot:lead.running", { day, days, until });
}
