import { textKey } from "../../domain/words/plain-text.ts";
import { unknownWord, type Questions } from "../questions.ts";
import type { Row } from "../table-reading.ts";
import { truthOf } from "../truth.ts";
import type { Unreadable } from "../unreadable.ts";
import { event as eventWords, incident as incidentWords, yesNo } from "../vocabulary.ts";

/** `up`, `down` and `paused` are of a log that tells of every change, so that its rows cover the time watched. */
export type IncidentKind = "observed" | "maintenance" | "incident" | "degraded" | "up" | "down" | "paused";

const kinds = words({
  incident: ["", "incident", "outage", "unplanned", "事件", "故障", "中断"],
  maintenance: ["maintenance", "planned", "planned maintenance", "scheduled maintenance", "计划维护", "维护", "检修"],
  observed: ["observed", "观测", "监测"],
});
const events = words({
  up: ["up", "started", "恢复", "正常"],
  down: ["down", "故障", "中断"],
  paused: ["paused", "暂停"],
});
const severities = words({
  degraded: ["none", "degraded", "degraded performance", "无", "无影响", "性能下降"],
  maintenance: ["maintenance", "under maintenance", "维护", "计划维护"],
});
const plans = words({
  maintenance: ["planned", "scheduled", "计划内"],
  incident: ["", "unplanned", "unscheduled", "计划外"],
});

/** Each word, by its key, with the kind that it means. */
function words(of: Partial<Record<IncidentKind, readonly string[]>>): ReadonlyMap<string, IncidentKind> {
  return new Map(
    Object.entries(of).flatMap(([kind, spellings]) =>
      spellings.map((word) => [textKey(word), kind as IncidentKind] as const),
    ),
  );
}

/**
 * What a row is about, or why that cannot be told.
 *
 * @param judged true where a mapping says which severities count as down, so that the cell is "true" or "false"; an
 *   incident of unknown severity counts as down either way
 */
export function kindOf(row: Row, judged: boolean, questions: Questions): { readonly is: IncidentKind } | Unreadable {
  if (row.cell("event") !== "") {
    const is = events.get(textKey(row.cell("event")));
    return is === undefined ? unknownWord(questions, row, "event", eventWords) : { is };
  }
  const kind = kinds.get(textKey(row.cell("kind")));
  if (kind === undefined) return unknownWord(questions, row, "kind", incidentWords);
  const planned = plannedOf(row.cell("planned"));
  if (planned === null) return unknownWord(questions, row, "planned", yesNo);
  if (kind === "observed") return { is: kind };
  const severity = severities.get(textKey(row.cell("severity")));
  if (kind === "maintenance" || planned || severity === "maintenance") return { is: "maintenance" };
  const harmless = judged ? row.cell("severity") === "false" : severity === "degraded";
  return { is: harmless ? "degraded" : "incident" };
}

/** Null where the cell is neither yes nor no. */
function plannedOf(cell: string): boolean | null {
  const plan = plans.get(textKey(cell));
  return plan === undefined ? truthOf(cell) : plan === "maintenance";
}
