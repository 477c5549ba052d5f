import type { Database } from "better-sqlite3";
import { LOSS_STREAM } from "../ledger/loss.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import { UnknownEvent, asTechnologyEvent, technologyOf } from "./known.ts";
import { policyStream, recordKinds } from "./record-kinds.ts";
import { timelineTable } from "./timeline.ts";

/**
 * What each event by itself adds: an entry of a history, an erasure. What follows from a technology's whole state is
 * technology-writer's; people, departments and policies are kept beside the views (records.ts).
 *
 * @throws {UnknownEvent}
 */
export function eventWriter(db: Database): (event: LedgerEvent) => void {
  const timeline = timelineTable(db);
  const addErasure = db.prepare<[string, string]>("INSERT INTO erasures VALUES (?, ?) ON CONFLICT DO NOTHING");
  const unplanned = db.prepare("UPDATE technologies SET recheckOn = '' WHERE stage IN ('proposed', 'piloting')");

  function ofTechnology(id: string, event: LedgerEvent): void {
    const known = asTechnologyEvent(event);
    timeline.add(id, event);
    if (known.type === "FileErased") addErasure.run(known.payload.digest, id);
    if (known.type === "EntryWithheld") timeline.replace(known.payload.entry, known.payload.standIn);
  }

  function ofRecord({ stream }: LedgerEvent): boolean {
    // Those without a plan go by the newest policy: their conditions may be others now.
    if (stream === policyStream) unplanned.run();
    return recordKinds.some(({ idOf }) => idOf(stream) !== null);
  }

  return (event) => {
    const technology = technologyOf(event.stream);
    if (technology !== null) ofTechnology(technology, event);
    else if (!ofRecord(event) && event.stream !== LOSS_STREAM) throw new UnknownEvent(event);
  };
}
