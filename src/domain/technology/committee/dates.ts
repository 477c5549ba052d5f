import { addDays } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { Upcoming } from "../manifest/dates.ts";
import { panelNow } from "../state/committee.ts";
import { standingOf } from "../state/panel-tally.ts";
import type { Technology } from "../state/technology.ts";

/** By when the committee answers, while somebody still is to. */
export const deadlines = (t: Technology): readonly Upcoming<"committee">[] =>
  openDeadlines(t).map((on) => ({ what: "committee", on }));

/** The day after it, opinions are no longer taken and what is missing is missing. */
export const dayAfter = (t: Technology): readonly Day[] => openDeadlines(t).map((on) => addDays(on, 1));

function openDeadlines(t: Technology): readonly Day[] {
  if (t.stage !== "evaluating") return [];
  const panel = panelNow(t);
  const waits = panel?.members.some((member) => ["awaited", "older"].includes(standingOf(t, member))) ?? false;
  return panel !== null && waits ? [panel.deadline] : [];
}
