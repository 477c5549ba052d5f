import type { Condition } from "../../domain/evidence/mapping.ts";
import type { Row } from "../table.ts";
import { shorten } from "../time.ts";

export type IncidentKind = "observed" | "maintenance" | "incident" | "degraded";

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
const yes = new Set(["yes", "true", "1", "planned", "scheduled", "是", "计划内"]);
const no = new Set(["", "no", "false", "0", "unplanned", "unscheduled", "否", "计划外"]);
const harmless = new Set(["none", "degraded", "degraded performance", "无", "无影响", "性能下降"]);
const maintenance = new Set(["maintenance", "维护", "计划维护"]);

/** What a row is about, or why that cannot be told. */
export function kindOf(
  row: Row,
  down: Condition | undefined,
): { readonly is: IncidentKind } | { readonly reason: string } {
  const kind = kinds.get(row.cell("kind").toLowerCase());
  if (kind === undefined)
    return { reason: `kind “${shorten(row.cell("kind"))}” is not incident, maintenance or observed` };
  const planned = row.cell("planned").toLowerCase();
  if (!yes.has(planned) && !no.has(planned)) return { reason: `planned “${shorten(planned)}” is neither yes nor no` };
  const severity = row.cell("severity");
  if (kind === "observed") return { is: kind };
  if (kind === "maintenance" || yes.has(planned) || maintenance.has(severity.toLowerCase()))
    return { is: "maintenance" };
  const counts = down === undefined ? !harmless.has(severity.toLowerCase()) : meets(severity, down);
  return { is: counts ? "incident" : "degraded" };
}

/** An incident of which the severity is not known counts as down. */
function meets(cell: string, condition: Condition): boolean {
  if (cell === "") return true;
  if (condition.is === "one-of") return condition.values.includes(cell);
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(cell)) return true;
  return condition.is === "at-least" ? Number(cell) >= condition.limit : Number(cell) <= condition.limit;
}
