import type { Database } from "better-sqlite3";
import { LOSS_STREAM } from "../ledger/loss.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { UnknownEvent, asTechnologyEvent, technologyOf } from "./known.ts";
import { recordKinds } from "./record-kinds.ts";
import type { Recorded, RecordsTable } from "./records.ts";
import { timelineTable } from "./timeline.ts";

/**
 * What each event by itself adds: an entry of a history, a step of a person, a version of the policy. What follows
 * from a technology's whole state is technology-writer's.
 *
 * @throws {UnknownEvent}
 */
export function eventWriter(db: Database, records: RecordsTable): (event: LedgerEvent) => void {
  const timeline = timelineTable(db);
  const addErasure = db.prepare<[string, string]>("INSERT INTO erasures VALUES (?, ?) ON CONFLICT DO NOTHING");
  const unplanned = db.prepare("UPDATE technologies SET recheckOn = '' WHERE stage IN ('proposed', 'piloting')");

  function ofTechnology(id: string, event: LedgerEvent): void {
    const known = asTechnologyEvent(event);
    timeline.add(id, event);
    if (known.type === "FileErased") addErasure.run(known.payload.digest, id);
  }

  function ofRecord(event: LedgerEvent): boolean {
    for (const recorded of recordKinds) {
      const id = recorded.idOf(event.stream);
      if (id === null) continue;
      records.apply(recorded as Recorded<unknown>, id, event);
      // Those without a plan go by the newest policy: their conditions may be others now.
      if (recorded.kind === "policy") unplanned.run();
      return true;
    }
    return false;
  }

  return (event) => {
    const technology = technologyOf(event.stream);
    if (technology !== null) ofTechnology(technology, event);
    else if (!ofRecord(event) && event.stream !== LOSS_STREAM) throw new UnknownEvent(event);
  };
}
