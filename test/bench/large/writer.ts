import { hash, randomUUID } from "node:crypto";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import type { LedgerEvent, NewEvent } from "../../../src/ledger/port.ts";
import type { SqliteLedger } from "../../../src/ledger/sqlite.ts";
import type { Commit } from "./commits.ts";

export type Write = (commit: Commit) => Promise<void>;

/**
 * Writes commits of another ledger with the ledger's own append. Places that payloads name follow: an entry that stood
 * elsewhere is named by where it stands here.
 */
export function writerTo(ledger: SqliteLedger): Write {
  const versions = new Map<string, number>();
  const places = new Map<string, number>();
  return async ({ stream, events, effects, texts }) => {
    const [first] = events;
    if (first === undefined) return;
    const placeOf = (old: number): number => places.get(`${stream} ${old}`) ?? old;
    const commandId = randomUUID();
    const { claims = [], releases = [], erasures = [] } = effects;
    const written = await ledger.append({
      stream,
      expectedVersion: versions.get(stream) ?? 0,
      events: events.map((event) => replaced(event, placeOf)),
      actor: first.actor,
      role: first.role,
      time: first.time,
      commandId,
      commandDigest: hash("sha256", commandId, "hex"),
      claims,
      releases,
      erasures,
      texts,
    });
    if (written.kind !== "appended") throw new Error(`${stream}: ${JSON.stringify(written)}`);
    versions.set(stream, (versions.get(stream) ?? 0) + events.length);
    for (const [at, { position }] of events.entries())
      if (position > 0) places.set(`${stream} ${position}`, written.events[at]?.position ?? 0);
  };
}

function replaced({ type, schema, payload }: LedgerEvent, placeOf: (old: number) => number): NewEvent {
  if (type === "EntryCorrected") return { type, schema, payload: moved(payload, "corrects", placeOf) };
  const record = payload["record"];
  if (type !== "GateDecided" || typeof record !== "object" || record === null || Array.isArray(record))
    return { type, schema, payload };
  return { type, schema, payload: { ...payload, record: moved(record as JsonObject, "position", placeOf) } };
}

const moved = (object: JsonObject, key: string, placeOf: (old: number) => number): JsonObject => ({
  ...object,
  [key]: placeOf(object[key] as number),
});
