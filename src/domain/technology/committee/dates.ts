import { addDays } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { DateGround, Upcoming } from "../manifest/dates.ts";
import { panelNow } from "../state/committee.ts";
import { isOver, standingOf } from "../state/panel-tally.ts";
import type { Technology } from "../state/technology.ts";
import { endedShort } from "./short.ts";

/** By when the committee answers, while somebody still is to; once that is over, while opinions are missing. */
export function deadlines(t: Technology, { policy, today }: DateGround): readonly Upcoming<"committee">[] {
  const panel = t.stage === "evaluating" ? panelNow(t) : null;
  if (panel === null) return [];
  const open = isOver(panel, today) ? endedShort(t, panel, policy, today) : openDeadlines(t).length > 0;
  return open ? [{ what: "committee", on: panel.deadline }] : [];
}

/** The day after it, opinions are no longer taken and what is missing is missing. */
export const dayAfter = (t: Technology): readonly Day[] => openDeadlines(t).map((on) => addDays(on, 1));

function openDeadlines(t: Technology): readonly Day[] {
  if (t.stage !== "evaluating") return [];
  const panel = panelNow(t);
  const waits = panel?.members.some((member) => ["awaited", "older"].includes(standingOf(t, member))) ?? false;
  return panel !== null && waits ? [panel.deadline] : [];
}
