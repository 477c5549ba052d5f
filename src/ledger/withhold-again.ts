import { hash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { decodeLeaf } from "./codec.ts";
import { databaseFile } from "./database.ts";
import type { NewEvent, PrivateText } from "./port.ts";
import { readMeta, readSnapshot } from "./reader.ts";
import type { SqliteLedger } from "./sqlite.ts";
import { ENTRY_WITHHELD, pointerOf, withholdingOf } from "./withheld.ts";

/** A withholding that the restored copy does not know: what it said, and the words that name its ground. */
export interface LostWithholding {
  readonly stream: string;
  readonly entry: number;
  readonly event: NewEvent;
  readonly ground: PrivateText | null;
}

/**
 * What was withheld after a copy was taken, by the ledgers of this folder: the one that stands there and those that were
 * set aside by earlier restores. A copy brings such entries back whole.
 *
 * @param position where the copy ends.
 */
export async function lostWithholdings(dataDir: string, logId: string, position: number): Promise<LostWithholding[]> {
  const aside = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.startsWith("replaced-")) : [];
  const lost = new Map<number, LostWithholding>();
  for (const folder of [dataDir, ...aside.map((name) => join(dataDir, name))]) {
    if (!existsSync(databaseFile(folder))) continue;
    for (const withheld of await withheldAfter(folder, logId, position)) lost.set(withheld.entry, withheld);
  }
  return [...lost.values()].toSorted((a, b) => a.entry - b.entry);
}

async function withheldAfter(folder: string, logId: string, position: number): Promise<LostWithholding[]> {
  try {
    return await readSnapshot(folder, (db) => {
      if (readMeta(db, "log") !== logId) return [];
      const rows = db.prepare<[string, number], { bytes: Buffer }>(
        "SELECT bytes FROM leaf WHERE type = ? AND position > ? ORDER BY position",
      );
      return rows.all(ENTRY_WITHHELD, position).flatMap(({ bytes }) => lostIn(db, bytes, position));
    });
  } catch {
    // Too damaged to say, which is why one restores: as with everything else in it, what it knew is lost.
    return [];
  }
}

function lostIn(db: Database, bytes: Buffer, position: number): LostWithholding[] {
  if (pointerOf(bytes) !== null) return [];
  const { stream, type, schema, payload } = decodeLeaf(bytes);
  const withholding = withholdingOf({ type, payload });
  if (withholding === null || withholding.entry > position) return [];
  const words = db
    .prepare<[string | null], PrivateText>(
      "SELECT digest, salt, text FROM private_text WHERE digest = ? AND text IS NOT NULL",
    )
    .get(withholding.ground);
  return [{ stream, entry: withholding.entry, event: { type, schema, payload }, ground: words ?? null }];
}

/**
 * Takes away again what the copy brought back, each with an entry of its own by the system, on the ground it was taken
 * away on. What the copy no longer holds in the same words (another history) is left alone. Answers the positions.
 */
export async function withholdAgain(
  ledger: SqliteLedger,
  lost: readonly LostWithholding[],
  now: Date,
): Promise<number[]> {
  const done: number[] = [];
  for (const { stream, entry, event, ground } of lost) {
    const withholding = withholdingOf(event);
    if (withholding === null || (await ledger.remains(entry))?.hash !== withholding.remains.hash) continue;
    const past = await ledger.readStream(stream);
    const commandId = `withhold-again-${entry}-${past.length}`;
    const result = await ledger.append({
      stream,
      expectedVersion: past.length,
      events: [event],
      actor: "system",
      role: "system",
      time: now.toISOString(),
      commandId,
      commandDigest: hash("sha256", commandId, "hex"),
      withholds: [entry],
      ...(ground !== null && { texts: [ground] }),
    });
    if (result.kind === "appended") done.push(entry);
  }
  return done;
}
