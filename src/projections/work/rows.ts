import type { WorkGround } from "../../domain/technology/manifest/work.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { workItems } from "../../domain/technology/work.ts";
import type { WorkRow } from "./table.ts";

/** What has no day comes after every day: there, what waits longest comes first. */
export const never = "9999-12-31";

/** What waits in one technology, as it is stored. */
export function workRows(id: string, t: Technology, ground: WorkGround): WorkRow[] {
  const since = t.passages.at(-1)?.at ?? t.proposedAt;
  return workItems(t, ground).map((item) => ({
    technology: id,
    kind: item.kind,
    person: item.person ?? null,
    role: item.role ?? null,
    excluded: JSON.stringify(item.excluded ?? []),
    gate: item.gate ?? null,
    subject: item.subject ?? null,
    dueSort: item.due ?? `${never} ${item.since ?? since}`,
    since: item.since ?? since,
    fromAt: item.from ?? "",
    dueAt: item.dueAt ?? "",
  }));
}
