import type { Instant, PersonId } from "../domain/words/text.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import type { Logged, LoggedKind } from "../authority/administrative-log.ts";
import { findEntries } from "./find-entries.ts";
import type { Services } from "./services.ts";

/** One thing that was done to an account or to the house: an entry of the ledger, or a line of the log beside it. */
export type Done =
  | { readonly from: "ledger"; readonly at: Instant; readonly id: number; readonly event: LedgerEvent }
  | { readonly from: "log"; readonly at: Instant; readonly id: number; readonly logged: Logged };

/** Where a page ends: the next one begins after it. Of one instant, the ledger's entries come first. */
export type Place = Pick<Done, "from" | "at" | "id">;

export interface DoneQuery {
  /** Null: from the newest on. */
  readonly after: Place | null;
  readonly from: Instant | null;
  /** The first instant that is too late. */
  readonly until: Instant | null;
  readonly types: readonly string[];
  /** Undefined: of every kind; null: nothing of the log. */
  readonly kind: LoggedKind | undefined | null;
  readonly person?: PersonId;
  readonly limit: number;
}

/** Newest first, from both. Each source is asked for a page of its own, so that nothing is read that cannot be shown. */
export async function doneList(
  services: Pick<Services, "ledger" | "administrativeLog">,
  query: DoneQuery,
): Promise<readonly Done[]> {
  const both = [...(await fromLedger(services, query)), ...(await fromLog(services, query))];
  return both.toSorted(newestFirst).slice(0, query.limit);
}

async function fromLedger({ ledger }: Pick<Services, "ledger">, query: DoneQuery): Promise<readonly Done[]> {
  const { after, from, until, types, person, limit } = query;
  if (types.length === 0) return [];
  const ends = [
    ...(until === null ? [] : [await ledger.positionAt(until)]),
    ...(after === null ? [] : [after.from === "ledger" ? after.id : await ledger.positionAt(after.at)]),
  ];
  const events = await findEntries(ledger, {
    types,
    limit,
    ...(person !== undefined && { person }),
    ...(from !== null && { from: await ledger.positionAt(from) }),
    ...(ends.length > 0 && { before: Math.min(...ends) }),
  });
  return events.map((event) => ({ from: "ledger", at: event.time, id: event.position, event }));
}

async function fromLog(
  { administrativeLog }: Pick<Services, "administrativeLog">,
  query: DoneQuery,
): Promise<readonly Done[]> {
  const { after, from, until, kind, person, limit } = query;
  if (kind === null) return [];
  const lines = await administrativeLog.page({
    before: startOf(after, until),
    from: from ?? "",
    limit,
    ...(kind !== undefined && { kind }),
    ...(person !== undefined && { person }),
  });
  return lines.map((logged) => ({ from: "log", at: logged.at, id: logged.id, logged }));
}

/** After an entry of the ledger, the log's lines of the same instant are still to come. */
function startOf(after: Place | null, until: Instant | null): { readonly at: Instant; readonly id: number } | null {
  const ends = [
    ...(until === null ? [] : [{ at: until, id: 0 }]),
    ...(after === null ? [] : [{ at: after.at, id: after.from === "log" ? after.id : Number.MAX_SAFE_INTEGER }]),
  ];
  return ends.toSorted((a, b) => (a.at === b.at ? a.id - b.id : a.at < b.at ? -1 : 1))[0] ?? null;
}

function newestFirst(a: Done, b: Done): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  if (a.from !== b.from) return a.from === "ledger" ? -1 : 1;
  return b.id - a.id;
}
