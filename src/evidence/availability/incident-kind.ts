import type { Row } from "../table.ts";
import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";

/** `up`, `down` and `paused` are of a log that tells of every change, so that its rows cover the time watched. */
export type IncidentKind = "observed" | "maintenance" | "incident" | "degraded" | "up" | "down" | "paused";

const kinds = new Map<string, IncidentKind>([
  ["", "incident"],
  ["incident", "incident"],
  ["outage", "incident"],
  ["事件", "incident"],
  ["故障", "incident"],
  ["maintenance", "maintenance"],
  ["planned", "maintenance"],
  ["计划维护", "maintenance"],
  ["维护", "maintenance"],
  ["observed", "observed"],
  ["观测", "observed"],
]);
const events = new Map<string, IncidentKind>([
  ["up", "up"],
  ["started", "up"],
  ["down", "down"],
  ["paused", "paused"],
]);
const yes = new Set(["yes", "true", "1", "planned", "scheduled", "是", "计划内"]);
const no = new Set(["", "no", "false", "0", "unplanned", "unscheduled", "否", "计划外"]);
const harmlessWords = new Set(["none", "degraded", "degraded performance", "无", "无影响", "性能下降"]);
const maintenanceWords = new Set(["maintenance", "维护", "计划维护"]);

/**
 * What a row is about, or why that cannot be told.
 *
 * @param judged true where a mapping says which severities count as down, so that the cell is "true" or "false"; an
 *   incident of unknown severity counts as down either way
 */
export function kindOf(row: Row, judged: boolean): { readonly is: IncidentKind } | Unreadable {
  const event = row.cell("event");
  if (event !== "") {
    const is = events.get(event.toLowerCase());
    return is === undefined ? new Unreadable(`event “${shorten(event)}” is not up, down, started or paused`) : { is };
  }
  const kind = kinds.get(row.cell("kind").toLowerCase());
  if (kind === undefined)
    return new Unreadable(`kind “${shorten(row.cell("kind"))}” is not incident, maintenance or observed`);
  const planned = row.cell("planned").toLowerCase();
  if (!yes.has(planned) && !no.has(planned))
    return new Unreadable(`planned “${shorten(planned)}” is neither yes nor no`);
  const severity = row.cell("severity");
  if (kind === "observed") return { is: kind };
  if (kind === "maintenance" || yes.has(planned) || maintenanceWords.has(severity.toLowerCase()))
    return { is: "maintenance" };
  const harmless = judged ? severity === "false" : harmlessWords.has(severity.toLowerCase());
  return { is: harmless ? "degraded" : "incident" };
}
